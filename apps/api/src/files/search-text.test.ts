import { describe, expect, it } from 'vitest';
import { plainText, searchText } from './search-text.ts';

describe('plain text', () => {
  it.each([
    ['Ångström', 'angstrom'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['Müller-Lüdenscheidt', 'muller ludenscheidt'],
    ['Großmann', 'grossmann'],
    ['Gonçalves', 'goncalves'],
    ['  O’Neill,  Siân ', 'o neill sian'],
    ['Łukasz Ørsted', 'lukasz orsted'],
    ['F-0053', 'f 0053'],
    ['江口', '江口'],
  ])('%s is found as %s', (text, plain) => expect(plainText(text)).toBe(plain));
});

describe('the text a file is found by', () => {
  const file = {
    lastName: 'van der Heijden',
    firstName: 'Anouk',
    reference: '2026-007',
    town: 'Angoulême',
    email: 'Client7@Example.org',
  };
  it('begins with the name, since lists sort by it', () =>
    expect(searchText(file)).toBe('van der heijden anouk 2026 007 angouleme client7@example.org vanderheijden'));
  it('does without what is not known', () =>
    expect(searchText({ ...file, lastName: 'Culliver', town: null, email: null })).toBe('culliver anouk 2026 007'));
});
