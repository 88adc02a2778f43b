import { describe, expect, it } from 'vitest';
import { readCountries, readCountry } from './countries.ts';
import {
  categoryOf,
  readDay,
  readEmail,
  readLanguage,
  readPermit,
  readPostcode,
  readTelephone,
  readText,
  readYesOrNo,
} from './values.ts';

const valueOf = (read: { ok: boolean; value?: unknown; reason?: unknown }) => (read.ok ? read.value : 'refused');
const reasonOf = (read: { ok: boolean; reason?: { en: string; fr: string } }) => read.reason?.en ?? 'taken';

describe('days', () => {
  it.each([
    ['03/07/1975', '1975-07-03'],
    ['3/7/1975', '1975-07-03'],
    ['3.7.1975', '1975-07-03'],
    ['03-07-1975', '1975-07-03'],
    ['1975-07-03', '1975-07-03'],
    ['1975-07-03 00:00:00', '1975-07-03'],
    ['1975-07-03T00:00:00Z', '1975-07-03'],
    ['3 juillet 1975', '1975-07-03'],
    ['1er août 2026', '2026-08-01'],
    ['3 Jul 1975', '1975-07-03'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (cell, day) => expect(readDay(cell)).toEqual({ ok: true, value: day }));

  it.each([
    ['31/02/1974', 'February has no 31st.'],
    ['29/02/2023', 'February 2023 has no 29th.'],
    ['31/04/2026', 'April has no 31st.'],
    ['05/13/2026', 'There is no month 13. Write the day first: 13/05/2026.'],
    ['03/07/75', 'Write the year with four digits.'],
    [
      '46000',
      'This is a spreadsheet’s own number for a day. Give the column the format "date" and export again, or write 31/12/2026.',
    ],
    ['oui', 'This is not a day. Write it as 31/12/2026.'],
    ['45/45/2026', 'This day does not exist. Write it as 31/12/2026.'],
  ])('%s: %s', (cell, reason) => expect(reasonOf(readDay(cell))).toBe(reason));
});

describe('words', () => {
  it.each([
    ['retraité visiteur', 'resident'],
    ['Visitor', 'resident'],
    ['salarié', 'employee'],
    ['SALARIÉE', 'employee'],
    ['S1', 's1_holder'],
    ['étudiant', 'student'],
    ['indépendant', 'self_employed'],
    ['auto-entrepreneur', 'self_employed'],
    ['regroupement familial', 'family_member'],
    ['frontier_worker', 'frontier_worker'],
    ['retraité', null],
    ['plombier', null],
  ])('%s is the category %s', (word, category) => expect(categoryOf(word)).toBe(category));

  it.each([
    ['VLS-TS', 'vls_ts'],
    ['vls ts', 'vls_ts'],
    ['carte de séjour', 'carte_de_sejour'],
    ['Passeport talent', 'talent'],
    ['récépissé', 'recepisse'],
    ['aucun', null],
    ['passeport', 'refused'],
  ])('%s is the permit %s', (word, permit) => expect(valueOf(readPermit(word))).toBe(permit));

  it.each([
    ['fr', 'fr'],
    ['Français', 'fr'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['anglais', 'en'],
    ['de', 'refused'],
  ])('%s is the language %s', (word, language) => expect(valueOf(readLanguage(word))).toBe(language));

  it.each([
    ['oui', true],
    ['Non', false],
    ['x', true],
    ['marié(e)', true],
    ['peut-être', 'refused'],
  ])('%s is %s', (word, answer) => expect(valueOf(readYesOrNo(word))).toBe(answer));
});

describe('countries', () => {
  it.each([
    ['GB', 'GB'],
    ['gb', 'GB'],
    ['UK', 'GB'],
    ['Royaume-Uni', 'GB'],
    ['United Kingdom', 'GB'],
    ['britannique', 'GB'],
    ['États-Unis', 'US'],
    ['USA', 'US'],
    ['Pays-Bas', 'NL'],
    ['Suède', 'SE'],
    ['Sweden', 'SE'],
    ['Les Bahamas', 'BS'],
    ['Inde', 'IN'],
    ['Nouvelle-Zélande', 'NZ'],
    ['Atlantis', 'refused'],
  ])('%s is %s', (word, code) => expect(valueOf(readCountry(word))).toBe(code));

  it('may be several', () => {
    expect(valueOf(readCountries('US/FR'))).toEqual(['US', 'FR']);
    expect(valueOf(readCountries('française et américaine'))).toEqual(['FR', 'US']);
    expect(valueOf(readCountries('Trinidad and Tobago'))).toEqual(['TT']);
    expect(valueOf(readCountries('GB, Atlantis'))).toBe('refused');
  });
});

describe('addresses and numbers', () => {
  it.each([
    ['client36@example', 'Not an email address: no dot after the @.'],
    ['client36', 'Not an email address: it has no @.'],
    ['@example.org', 'Not an email address: nothing before the @.'],
    ['a@example.org, b@example.org', 'Not an email address: it has more than one @; give one address.'],
    ['a b@example.org', 'Not an email address: a letter or sign in it cannot stand there.'],
    ['a/b@example.org', 'Not an email address: a letter or sign in it cannot stand there.'],
    [`${'a'.repeat(300)}@example.org`, 'Not an email address: a letter or sign in it cannot stand there.'],
    ["o'neill@example.org", 'taken'],
    ['mailto:a.b+c@mail.example.org', 'taken'],
  ])('%s: %s', (cell, reason) => expect(reasonOf(readEmail(cell))).toBe(reason));

  it('knows telephones, postcodes and texts', () => {
    expect(valueOf(readTelephone('+44 (0)20 7946-0958'))).toBe('+44 (0)20 7946-0958');
    expect(valueOf(readTelephone('see note'))).toBe('refused');
    expect(valueOf(readTelephone(`06 12 34 56 78${' '.repeat(60)}-`))).toBe('refused');
    expect(valueOf(readText('Ap\u0007Rhys', 100))).toBe('refused');
    expect(valueOf(readPostcode('6000'))).toBe('06000');
    expect(valueOf(readPostcode('F-75 011'))).toBe('75011');
    expect(valueOf(readPostcode('SW1A'))).toBe('refused');
    expect(valueOf(readText('  Ap   Rhys ', 100))).toBe('Ap Rhys');
    for (const formula of ['=HYPERLINK("x")', '@SUM(A1)', '+1+1', '-2+3'])
      expect(valueOf(readText(formula, 100)), formula).toBe('refused');
  });
});
