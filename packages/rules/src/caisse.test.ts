import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { mergeApplicant } from './applicant-changes.ts';
import { caisseOf, caissesToChooseFrom, departmentOf, filingAddress } from './caisse.ts';
import { CAISSES } from './caisses.ts';
import fc from 'fast-check';
import { applicants, applicantWith } from './testing/applicants.ts';

const at = (postcode: string, more: object = {}) => applicantWith({ address: { postcode }, ...more });

describe('the department of a postcode', () => {
  it.each([
    ['24000', '24'],
    ['01000', '01'],
    ['20000', '2A'],
    ['20137', '2A'],
    ['20200', '2B'],
    ['20600', '2B'],
    ['20700', '2A'],
    ['97110', '971'],
    ['97133', '977'],
    ['97150', '978'],
    ['97400', '974'],
    ['98713', '987'],
  ])('%s: %s', (postcode, department) => expect(departmentOf(postcode)).toBe(department));
});

describe('the list of caisses', () => {
  it('has 108 rows, 99 of them with an address an envelope takes', () => {
    expect(CAISSES).toHaveLength(108);
    const addresses = CAISSES.flatMap(({ address }) => (address === null ? [] : [address]));
    expect(addresses).toHaveLength(99);
    for (const lines of addresses) {
      expect(lines.length).toBeLessThanOrEqual(6);
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(38);
      expect(lines.at(-1)).toMatch(/^\d{5} /);
    }
  });
});

describe('the caisse of a file', () => {
  const TALENT = { residencePermit: { kind: 'talent' } };
  it.each<[string, object, boolean, string, string, string | null]>([
    ['24000', {}, false, 'known', '24', 'CPAM de Dordogne'],
    ['59200', {}, false, 'choose', '59', null],
    ['59200', { caisse: 'CPAM du Hainaut' }, false, 'known', '59', 'CPAM du Hainaut'],
    ['59200', { caisse: 'CPAM de Roubaix-Tourcoing' }, false, 'address_missing', '59', 'CPAM de Roubaix-Tourcoing'],
    [
      '59200',
      { caisse: 'CPAM de Roubaix-Tourcoing', caisseAddress: ['CPAM', '59100 Roubaix'] },
      false,
      'known',
      '59',
      'CPAM de Roubaix-Tourcoing',
    ],
    ['09000', {}, false, 'address_missing', '09', "CPAM de l'Ariège"],
    ['09000', { caisseAddress: ['CPAM', '09000 Foix'] }, false, 'known', '09', "CPAM de l'Ariège"],
    ['97133', {}, false, 'known', '977', 'CGSS de Guadeloupe'],
    ['97500', {}, false, 'address_missing', '975', 'CPS de Saint-Pierre-et-Miquelon'],
    ['98713', {}, false, 'address_missing', '987', null],
    ['44000', { hasNominationOrder: true }, false, 'known', '75', 'CPAM de Paris'],
    ['59200', { ...TALENT }, false, 'known', '75', 'CPAM de Paris'],
    ['44000', { ...TALENT, category: 's1_holder' }, false, 'known', '44', 'CPAM de Loire-Atlantique'],
    ['38000', { category: 'student' }, false, 'elsewhere', '38', null],
    ['38000', { category: 'student' }, true, 'known', '38', "CPAM de l'Isère"],
  ])('%s, %o, submitted %s: %s', (postcode, more, submitted, status, department, shortName) => {
    expect(caisseOf(at(postcode, more), submitted)).toMatchObject({ status, department, shortName });
  });

  it('names the candidates', () => {
    expect(caisseOf(at('64000'), false).candidates).toEqual(['CPAM de Bayonne', 'CPAM de Pau-Pyrénées']);
    expect(caissesToChooseFrom(at('44000', { hasNominationOrder: true }))).toContain('CPAM de Paris');
  });

  it('says how it is known: by the postcode, by a choice, or by an address that a person entered', () => {
    const why = (postcode: string, more: object = {}) => caisseOf(at(postcode, more), false).because;
    expect(why('24000').en).toBe('Postcode 24000 belongs to CPAM de Dordogne.');
    expect(why('59200', { caisse: 'CPAM du Hainaut' }).en).toBe('CPAM du Hainaut was chosen by hand for 59200.');
    const entered = why('98713', { caisseAddress: ['CPS', '98713 Papeete'] });
    expect(entered.en).toBe('The filing address for postcode 98713 was entered by hand.');
    expect(entered.fr).toContain('saisie à la main');
    expect(why('98713')).toEqual({
      en: 'No caisse is known for postcode 98713: enter the filing address by hand.',
      fr: expect.stringMatching(/^Aucune caisse connue pour le code postal 98713.: adresse de dépôt à saisir\.$/),
    });
    expect(why('09000')).toEqual({
      en: 'CPAM de l’Ariège: no filing address is known. Enter it by hand.',
      fr: expect.stringMatching(/^CPAM de l’Ariège.: aucune adresse de dépôt connue\. À saisir à la main\.$/),
    });
  });

  it('has a desk for language assistants, and gives way to an address entered by hand', () => {
    expect(filingAddress('CPAM de Paris', at('44000', { hasNominationOrder: true }))).toEqual([
      'CPAM de Paris',
      'SRI / Assistants de langue',
      '75948 Paris Cedex 19',
    ]);
    expect(filingAddress('CPAM de Dordogne', at('24000', { caisseAddress: ['Ailleurs', '24000 Périgueux'] }))).toEqual([
      'Ailleurs',
      '24000 Périgueux',
    ]);
    expect(filingAddress("CPAM de l'Ariège", at('09000'))).toBeNull();
    // The desk is in Paris, and of the assistants alone; lines left empty are none.
    const usual = filingAddress('CPAM de Dordogne', at('24000'));
    expect(usual?.length).toBeGreaterThan(1);
    expect(filingAddress('CPAM de Dordogne', at('24000', { hasNominationOrder: true }))).toEqual(usual);
    expect(filingAddress('CPAM de Paris', at('75011'))).not.toContain('SRI / Assistants de langue');
    expect(filingAddress('CPAM de Dordogne', at('24000', { caisseAddress: [' ', ''] }))).toEqual(usual);
    expect(filingAddress('CPAM de Dordogne', at('24000', { caisseAddress: ['Ailleurs', ' ', '24000'] }))).toEqual([
      'Ailleurs',
      '24000',
    ]);
  });

  test.prop([applicants, fc.boolean()])('says why, in both languages', (applicant, submitted) => {
    const { because } = caisseOf(applicant, submitted);
    for (const sentence of [because.en, because.fr]) expect(sentence.length, sentence).toBeLessThanOrEqual(120);
  });
});

describe('a change of the applicant', () => {
  const before = at('59200', { caisse: 'CPAM du Hainaut', caisseAddress: ['x'], residencePermit: { kind: 'vls_ts' } });
  it('merges objects and replaces lists', () => {
    expect(mergeApplicant(before, { address: { city: 'Lille' } }).address).toEqual({
      postcode: '59200',
      city: 'Lille',
    });
    expect(mergeApplicant(before, { nationalities: ['GB'] }).nationalities).toEqual(['GB']);
    expect(mergeApplicant(before, { residencePermit: null }).residencePermit).toBeNull();
    expect(mergeApplicant(at('24000'), { residencePermit: { kind: 'talent' } }).residencePermit).toEqual({
      kind: 'talent',
      validatedOn: null,
      validUntil: null,
    });
  });
  it('leaves the old caisse behind when the department changes, and only then', () => {
    expect(mergeApplicant(before, { address: { postcode: '59000' } })).toMatchObject({
      caisse: 'CPAM du Hainaut',
      caisseAddress: ['x'],
    });
    expect(mergeApplicant(before, { address: { postcode: '24000' } })).toMatchObject({
      caisse: null,
      caisseAddress: null,
    });
    expect(mergeApplicant(before, { address: { postcode: '64000' }, caisse: 'CPAM de Bayonne' }).caisse).toBe(
      'CPAM de Bayonne',
    );
  });
});
