import { RULES } from '@suivi/rules/register';
import { describe, expect, it } from 'vitest';
import { findRules } from './find-rules.ts';

const ids = (typed: string, onlyDiffering = false) => findRules(typed, onlyDiffering).map(({ id }) => id);

describe('the search for a rule', () => {
  it.each([
    ['translation english', 'birth_certificate_translation'],
    ['TRADUCTION anglais', 'birth_certificate_translation'],
    ['736', 'application_form'],
    ['mediateur', 'mediator'],
    ['F2500', 'appeal'],
    ['nine months', 'rights_open'],
    ['call_3646:with_cpam', 'first_call'],
  ])('for "%s" finds %s', (typed, id) => expect(ids(typed)).toContain(id));

  it('shows all when nothing is typed, and none when nothing fits', () => {
    expect(ids('')).toHaveLength(RULES.length);
    expect(ids('submarine')).toEqual([]);
  });

  it('can show those alone whose sources differ', () => {
    const differing = ids('', true);
    expect(differing).toContain('two_months_silence');
    expect(differing).not.toContain('rib');
  });
});
