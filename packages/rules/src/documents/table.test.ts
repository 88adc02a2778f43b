import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { defaultPlaybook } from '../playbook.ts';
import { applicantWith } from '../testing/applicants.ts';
import type { Category, DocumentCode } from '../vocabulary.ts';
import { documentNeeds, type DocumentNeed } from './needs.ts';

/**
 * The table of the field, as it was gathered with its sources: what each kind of person brings. It was written before
 * the rules and knows nothing of them; a row that the contract decides otherwise says so.
 */

type Letter = 'R' | 'C' | 'O' | '-';
const LETTER: Record<DocumentNeed['need'], Letter> = {
  required: 'R',
  conditional: 'C',
  optional: 'O',
  not_needed: '-',
};

const TODAY = '2026-03-02' as Day;
/** Born and certified in Canada, in English; married. */
const PERSON = {
  arrivedOn: '2026-01-10',
  activityStartsOn: '2026-01-12',
  studiesStartOn: '2026-01-12',
  birthCountry: 'CA',
  birthCertificate: { country: 'CA', language: 'en' },
  residencePermit: { kind: 'carte_de_sejour' },
  married: true,
};
const WHO = {
  EMP_EU: { category: 'employee', nationalities: ['NL'] },
  EMP_NONEU: { category: 'employee', nationalities: ['CA'] },
  TALENT: { category: 'employee', nationalities: ['CA'], residencePermit: { kind: 'talent' } },
  LANG: { category: 'employee', nationalities: ['CA'], hasNominationOrder: true },
  SELF: { category: 'self_employed', nationalities: ['CA'] },
  RES_NONEU: { category: 'resident', nationalities: ['CA'] },
  RES_EU: { category: 'resident', nationalities: ['NL'] },
  S1_PENS: { category: 's1_holder', nationalities: ['NL'] },
  S1_UK: { category: 's1_holder', nationalities: ['GB'] },
  POSTED: { category: 'posted_worker', nationalities: ['NL'] },
  STU_NONEU: { category: 'student', nationalities: ['CA'] },
  STU_EU: { category: 'student', nationalities: ['NL'] },
  STU_FR: { category: 'student', nationalities: ['FR'] },
  JOB_EU: { category: 'job_seeker', nationalities: ['NL'] },
  FAM: { category: 'family_member', nationalities: ['CA'] },
  FRONT_CH: { category: 'frontier_worker', nationalities: ['NL'] },
  FR_RET: { category: 'resident', nationalities: ['FR'] },
} as const satisfies Record<string, { category: Category } & Record<string, unknown>>;
type Who = keyof typeof WHO;

const all = Object.keys(WHO) as Who[];
const S1106: Who[] = [
  'EMP_EU', 'EMP_NONEU', 'TALENT', 'LANG', 'SELF', 'RES_NONEU', 'RES_EU', 'S1_PENS', 'S1_UK', 'JOB_EU', 'FAM', 'FR_RET',
]; // prettier-ignore
const STUDENTS: Who[] = ['STU_NONEU', 'STU_EU', 'STU_FR'];
const OUTSIDE_EU: Who[] = ['EMP_NONEU', 'TALENT', 'LANG', 'SELF', 'RES_NONEU', 'S1_UK', 'STU_NONEU', 'FAM'];

/** Who must bring a paper, who may have to (C) or does well to (O); all others need not. */
const TABLE: [DocumentCode, required: Who[], others?: Partial<Record<Who, Letter>>][] = [
  // R001 …, R111, R116: S1106, or the option form; none online, none when posted (R076, R079, R084).
  ['application_form', [...S1106, 'FRONT_CH']],
  // The sources name the option form alone for those who work in Switzerland (R116, R117).
  ['identity', all.filter((who) => who !== 'FRONT_CH'), { FRONT_CH: 'C' }],
  // R029 to R032, R044, R051, R060, R073, R089, R109.
  ['residence_permit', OUTSIDE_EU],
  ['birth_certificate', [...S1106, ...STUDENTS], { FRONT_CH: 'C' }],
  ['birth_certificate_translation', [...S1106, ...STUDENTS], { FRONT_CH: 'C' }],
  ['apostille', S1106, { FRONT_CH: 'C' }],
  ['rib', all.filter((who) => who !== 'FRONT_CH'), { FRONT_CH: 'C' }],
  // R036, R072, R100.
  ['proof_of_address', ['LANG', 'S1_PENS', 'S1_UK', 'JOB_EU'], { FRONT_CH: 'C' }],
  // R052, R061, R124.
  ['proof_of_stable_residence', ['RES_NONEU', 'RES_EU', 'FR_RET']],
  ['employment_contract', ['EMP_EU', 'EMP_NONEU', 'TALENT', 'LANG'], { FRONT_CH: 'C' }],
  ['business_registration', ['SELF']],
  ['nomination_order', ['LANG']],
  ['enrolment_certificate', STUDENTS],
  // R071, R074, R099; R118 only for the Swiss scheme.
  ['s1_form', ['S1_PENS', 'S1_UK', 'POSTED', 'JOB_EU']],
  ['s1_refusal', ['RES_EU']],
  ['a1_certificate', [], { POSTED: 'O' }],
  ['ehic', []],
  // R063 a usual request, R092; no source asks French nationals.
  ['means_and_cover', ['STU_EU'], { RES_EU: 'C', STU_FR: 'C' }],
  // R053, R064, R110; elsewhere some lists ask for it and others do not.
  [
    'marriage_certificate',
    ['RES_NONEU', 'RES_EU', 'FR_RET', 'FAM'],
    { EMP_EU: 'C', EMP_NONEU: 'C', TALENT: 'C', LANG: 'C', SELF: 'C', S1_PENS: 'C', S1_UK: 'C', JOB_EU: 'C' },
  ],
  ['family_reunification_proof', ['FAM']],
  ['relative_attestation', ['FAM']],
  ['child_birth_certificate', []],
  ['child_identity', []],
  ['photo', [], Object.fromEntries(all.map((who) => [who, 'O']))],
  ['gp_declaration', [], Object.fromEntries(all.map((who) => [who, 'O']))],
];

describe('the table of the field', () => {
  const needsOf = (who: (typeof all)[number]) =>
    documentNeeds(applicantWith({ ...PERSON, ...WHO[who] }), defaultPlaybook, TODAY);
  it.each(TABLE)('%s', (code, required, others = {}) => {
    const found = all.map((who) => [who, LETTER[needsOf(who).find((row) => row.code === code)?.need ?? 'not_needed']]);
    expect(found).toEqual(all.map((who) => [who, required.includes(who) ? 'R' : (others[who] ?? '-')]));
  });

  it('asks nothing more of children than their form, their certificate and, born abroad, their passport', () => {
    const members = [{ id: 'c', relation: 'child', birthDate: '2015-01-01', birthCountry: 'CA' }];
    for (const who of all) {
      const rows = documentNeeds(applicantWith({ ...PERSON, ...WHO[who], members }), defaultPlaybook, TODAY);
      expect(rows.filter(({ member }) => member === 'c').map(({ code, need }) => `${code} ${LETTER[need]}`)).toEqual([
        'application_form R',
        'birth_certificate_translation C',
        'child_birth_certificate R',
        'child_identity R',
      ]);
    }
  });
});

describe('apostille and legalisation', () => {
  const source = (country: string) =>
    documentNeeds(
      applicantWith({ ...PERSON, ...WHO.EMP_NONEU, birthCertificate: { country, language: 'en' } }),
      defaultPlaybook,
      TODAY,
    ).find(({ code }) => code === 'apostille');

  it.each('AR AU CA CL CO HK JP KR MX NZ RU UY TW'.split(' '))('%s is on the list that was read', (country) => {
    expect(source(country)).toMatchObject({ need: 'required', source: 'pvtistes/acte-de-naissance' });
  });
  it.each('BR GB IN US'.split(' '))('%s is on no list that was read, and the plan says so', (country) => {
    expect(source(country)).toMatchObject({
      need: 'required',
      source: 'service-public/F1402',
      because: {
        en: expect.stringContaining('as far as is known'),
        fr: expect.stringContaining('à notre connaissance'),
      },
    });
  });
  it.each('DE FR PL'.split(' '))('%s needs neither', (country) => expect(source(country)?.need).toBe('not_needed'));
  it.each('MA CN NO CH'.split(' '))('%s depends on a treaty', (country) =>
    expect(source(country)?.need).toBe('conditional'),
  );
});
