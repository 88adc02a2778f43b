import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { CITATIONS } from '../citations/citations.ts';
import { defaultPlaybook } from '../playbook.ts';
import { applicants, applicantWith, days } from '../testing/applicants.ts';
import { DOCUMENTS, type DocumentCode } from '../vocabulary.ts';
import { DOCUMENT_RULES, documentNeeds } from './needs.ts';

const TODAY = '2026-03-02' as Day;
const rows = (more: object, day = TODAY, playbook = defaultPlaybook) =>
  documentNeeds(applicantWith(more), playbook, day);
const find = (more: object, code: DocumentCode, member: string | null = null, day = TODAY) =>
  rows(more, day).find((row) => row.code === code && row.member === member);
const need = (more: object, code: DocumentCode, member: string | null = null, day = TODAY) =>
  find(more, code, member, day)?.need;
const required = (more: object) =>
  rows(more)
    .filter((row) => row.need === 'required' && row.member === null)
    .map(({ code }) => code);

const CIVIL = ['birth_certificate', 'birth_certificate_translation', 'apostille'] as const;
const US = { birthCertificate: { country: 'US', language: 'en' } };
const EU = { nationalities: ['NL'], birthCountry: 'NL', birthCertificate: { country: 'NL', language: 'nl' } };

describe('what each category must bring', () => {
  it.each<[string, object, DocumentCode[]]>([
    [
      'employee, US',
      { ...US },
      ['application_form', 'identity', 'residence_permit', ...CIVIL, 'rib', 'employment_contract'],
    ],
    ['employee, EU', { ...EU }, ['application_form', 'identity', 'birth_certificate', 'rib', 'employment_contract']],
    [
      'language assistant',
      { ...US, hasNominationOrder: true },
      [
        'application_form',
        'identity',
        'residence_permit',
        ...CIVIL,
        'rib',
        'proof_of_address',
        'employment_contract',
        'nomination_order',
      ],
    ],
    [
      'self-employed, US',
      { ...US, category: 'self_employed' },
      ['application_form', 'identity', 'residence_permit', ...CIVIL, 'rib', 'business_registration'],
    ],
    [
      'visitor, US, married',
      { ...US, category: 'resident', married: true },
      [
        'application_form',
        'identity',
        'residence_permit',
        ...CIVIL,
        'rib',
        'proof_of_stable_residence',
        'marriage_certificate',
      ],
    ],
    [
      'early retiree, NL',
      { ...EU, category: 'resident', arrivedOn: '2026-02-28' },
      ['application_form', 'identity', 'birth_certificate', 'rib', 'proof_of_stable_residence', 's1_refusal'],
    ],
    [
      'six years in France, NL',
      { ...EU, category: 'resident', arrivedOn: '2020-02-28' },
      ['application_form', 'identity', 'birth_certificate', 'rib', 'proof_of_stable_residence'],
    ],
    [
      'French coming back',
      { category: 'resident', nationalities: ['FR'], birthCountry: 'FR' },
      ['application_form', 'identity', 'rib', 'proof_of_stable_residence'],
    ],
    [
      'pensioner with S1, GB',
      {
        category: 's1_holder',
        nationalities: ['GB'],
        birthCountry: 'GB',
        birthCertificate: { country: 'GB', language: 'en' },
      },
      ['application_form', 'identity', 'residence_permit', ...CIVIL, 'rib', 'proof_of_address', 's1_form'],
    ],
    ['posted worker, DE', { category: 'posted_worker', nationalities: ['DE'] }, ['identity', 'rib', 's1_form']],
    [
      'student, BR',
      {
        category: 'student',
        nationalities: ['BR'],
        birthCountry: 'BR',
        birthCertificate: { country: 'BR', language: 'pt' },
      },
      [
        'identity',
        'residence_permit',
        'birth_certificate',
        'birth_certificate_translation',
        'rib',
        'enrolment_certificate',
      ],
    ],
    [
      'student, IT, without a European card',
      { ...EU, category: 'student' },
      ['identity', 'birth_certificate', 'rib', 'enrolment_certificate', 'means_and_cover'],
    ],
    ['student with a European card', { ...EU, category: 'student', hasEhic: true }, []],
    [
      'job seeker, NL',
      { ...EU, category: 'job_seeker' },
      ['application_form', 'identity', 'birth_certificate', 'rib', 'proof_of_address', 's1_form'],
    ],
    [
      'job seeker, US',
      { ...US, category: 'job_seeker' },
      [
        'application_form',
        'identity',
        'residence_permit',
        ...CIVIL,
        'rib',
        'proof_of_address',
        'proof_of_stable_residence',
      ],
    ],
    [
      'family reunification',
      { ...US, category: 'family_member', married: true },
      [
        'application_form',
        'identity',
        'residence_permit',
        ...CIVIL,
        'rib',
        'marriage_certificate',
        'family_reunification_proof',
        'relative_attestation',
      ],
    ],
    [
      'spouse by the adviser’s word',
      { ...US, category: 'resident', married: true, familyRoute: true },
      [
        'application_form',
        'identity',
        'residence_permit',
        ...CIVIL,
        'rib',
        'marriage_certificate',
        'relative_attestation',
      ],
    ],
    [
      'frontier worker, FR',
      { category: 'frontier_worker', nationalities: ['FR'], birthCountry: 'FR' },
      ['application_form'],
    ],
  ])('%s', (_, more, codes) => expect(required(more)).toEqual(codes));
});

describe('the residence permit', () => {
  const unvalidated = { residencePermit: { kind: 'vls_ts', validatedOn: null } };
  it.each<[string, object, string]>([
    ['is not asked of the EU', { nationalities: ['US', 'IT'] }, 'not_needed'],
    ['nor of Switzerland', { nationalities: ['CH'] }, 'not_needed'],
    ['is asked of the British', { nationalities: ['GB'] }, 'required'],
    [
      'may be asked of British pensioners of before 2021',
      { category: 's1_holder', nationalities: ['GB'], arrivedOn: '2019-05-01' },
      'conditional',
    ],
    [
      'is asked of British pensioners since',
      { category: 's1_holder', nationalities: ['GB'], arrivedOn: '2021-01-01' },
      'required',
    ],
    ['depends on the treaty for posted workers', { category: 'posted_worker' }, 'conditional'],
  ])('%s', (_, more, expected) => expect(need(more, 'residence_permit')).toBe(expected));

  it('says to validate a VLS-TS that is not', () => {
    expect(find(unvalidated, 'residence_permit')?.because.en).toContain('validate it');
    const validated = { residencePermit: { kind: 'vls_ts', validatedOn: '2026-03-02' } };
    expect(find(validated, 'residence_permit')?.because.en).not.toContain('validate it');
    expect(find(validated, 'residence_permit', null, '2026-03-01' as Day)?.because.en).toContain('validate it');
  });
});

describe('civil-status papers', () => {
  const certificate = (country: string, language: string, more: object = {}) => ({
    birthCertificate: { country, language },
    ...more,
  });
  it.each<[string, string, object, string, string]>([
    ['US', 'en', {}, 'required', 'required'],
    ['GB', 'en', {}, 'required', 'required'],
    ['CA', 'fr', {}, 'not_needed', 'required'],
    ['CA', 'en', {}, 'required', 'required'],
    ['MA', 'fr', {}, 'not_needed', 'conditional'],
    ['MA', 'ar', {}, 'required', 'conditional'],
    ['DE', 'de', {}, 'not_needed', 'not_needed'],
    ['BE', 'fr', {}, 'not_needed', 'not_needed'],
    ['NO', 'no', {}, 'not_needed', 'conditional'],
    ['CH', 'de', {}, 'not_needed', 'conditional'],
    ['TW', 'zh', {}, 'required', 'required'],
    ['FR', 'fr', {}, 'not_needed', 'not_needed'],
    ['GR', 'el', { category: 'student' }, 'required', 'not_needed'],
    ['GR', 'el', {}, 'not_needed', 'not_needed'],
    ['BR', 'pt', { category: 'student' }, 'required', 'not_needed'],
  ])('issued in %s, in %s, %o: translation %s, apostille %s', (country, language, more, translation, apostille) => {
    const applicant = certificate(country, language, more);
    expect(need(applicant, 'birth_certificate')).toBe('required');
    expect(need(applicant, 'birth_certificate_translation')).toBe(translation);
    expect(need(applicant, 'apostille')).toBe(apostille);
  });

  it('wait for the country to be known', () => {
    expect(CIVIL.map((code) => need({}, code))).toEqual(['required', 'conditional', 'conditional']);
  });

  it.each<[string, object]>([
    ['born in France', { birthCountry: 'FR' }],
    ['born in La Réunion', { birthCountry: 'RE' }],
    ['insured in France before', { formerlyInsuredInFrance: true }],
  ])('are asked of nobody %s', (_, more) => {
    const applicant = { ...US, ...more, category: 'resident', married: true };
    for (const code of [...CIVIL, 'marriage_certificate'] as const) expect(need(applicant, code)).toBe('not_needed');
  });

  it('are for the number when the file may go without them', () => {
    const early = rows(US, TODAY, { ...defaultPlaybook, postWithoutBirthCertificate: true });
    for (const code of CIVIL) {
      expect(early.find((row) => row.code === code)?.neededFor).toBe('number');
      expect(find(US, code)?.neededFor).toBe('submission');
    }
  });

  it('say which other source asks for less', () => {
    expect(find(certificate('US', 'en'), 'birth_certificate_translation')).toMatchObject({
      because: { en: expect.stringContaining('older CPAM list') },
      sourcesDiffer: { en: 'the translation of the birth certificate' },
    });
    expect(find(certificate('CN', 'zh'), 'birth_certificate_translation')?.sourcesDiffer).toBeUndefined();
  });
});

describe('the papers of a child', () => {
  const child = (more: object = {}) => ({
    members: [{ id: 'c1', relation: 'child', birthDate: '2016-07-01', birthCountry: 'CA', ...more }],
  });
  it('are the form, the certificate and, born abroad, the passport', () => {
    const of = (more: object) =>
      rows(more)
        .filter(({ member }) => member === 'c1')
        .map(({ code, need }) => [code, need]);
    expect(of(child())).toEqual([
      ['application_form', 'required'],
      ['birth_certificate_translation', 'conditional'],
      ['child_birth_certificate', 'required'],
      ['child_identity', 'required'],
    ]);
    expect(need(child({ birthCountry: 'FR' }), 'child_identity', 'c1')).toBe('not_needed');
    expect(need(child({ birthCountry: null }), 'child_identity', 'c1')).toBe('conditional');
  });
  it('are asked up to the day before the 18th birthday', () => {
    const at = (day: string) => need(child({ birthDate: '2008-02-29' }), 'child_identity', 'c1', day as Day);
    expect([at('2026-02-27'), at('2026-02-28')]).toEqual(['required', undefined]);
  });
  it('come after the applicant’s, by id; a partner has none', () => {
    const members = ['z', 'a', 'b'].map((id) => ({
      id,
      relation: id === 'b' ? 'partner' : 'child',
      birthDate: '2016-07-01',
    }));
    expect([...new Set(rows({ members }).map(({ member }) => member))]).toEqual([null, 'a', 'z']);
  });
});

describe('the table', () => {
  it('has every paper once, in the order of the vocabulary', () => {
    expect(DOCUMENT_RULES.map(({ document }) => document)).toEqual([...DOCUMENTS]);
  });

  test.prop([applicants, days])('gives each its reason in both languages and its source', (applicant, day) => {
    const found = documentNeeds(applicant, defaultPlaybook, day);
    expect(found.filter(({ member }) => member === null).map(({ code }) => code)).toEqual([...DOCUMENTS]);
    for (const { because, source } of found) {
      for (const sentence of [because.en, because.fr]) {
        expect(sentence).toMatch(/\.$/);
        expect(sentence.length, sentence).toBeLessThanOrEqual(120);
      }
      expect(Object.keys(CITATIONS)).toContain(source);
    }
  });
});
