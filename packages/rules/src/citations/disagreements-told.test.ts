import { expect, it } from 'vitest';
import { at, DELIVERED, verified, wholePlanOn } from '../testing/story.ts';
import type { Words } from '../vocabulary.ts';
import { RULES } from '../register.ts';
import type { DisagreementId } from './disagreements.ts';

/** Where sources differ, a plan that uses the rule says so: its sentence names what the other source says. */

type Told = { of: string; because: Words };

const told = (today: string, story: Parameters<typeof wholePlanOn>[1]): Told[] => {
  const { documents, warnings, tasks, deadlines, eligibility } = wholePlanOn(today, story);
  return [
    ...documents.map(({ code, because }) => ({ of: code, because })),
    ...warnings.map(({ code, because }) => ({ of: `warning:${code}`, because })),
    ...[...tasks, ...deadlines].map(({ key, because }) => ({ of: key, because })),
    { of: 'eligibility', because: eligibility.because },
  ];
};
const begun = (applicant: object) => told('2026-02-02', { applicant, events: [] });
const US = { birthCountry: 'US', nationalities: ['US'], birthCertificate: { country: 'US', language: 'en' } };
const NL = { birthCountry: 'NL', nationalities: ['NL'], birthCertificate: { country: 'US', language: 'en' } };
const STUDENT = { category: 'student', studiesStartOn: '2026-09-01' };
const APPEALED = [
  ...DELIVERED,
  at('2026-03-20', 'refused', { notifiedOn: '2026-03-18' }),
  at('2026-04-08', 'appeal_sent', { method: 'registered_post' }),
  at('2026-04-13', 'appeal_delivered'),
];

type Where = [said: () => Told[], of: string, en: string, fr: string];
/** Each point: what a plan says, which of its items says it, and the words of the other side in both languages. */
const WHERE: Partial<Record<DisagreementId, Where>> = {
  form_736: [() => begun(US), 'application_form', 'a guide calls it “Cerfa 736”', 'un guide l’appelle « Cerfa 736 »'],
  translation: [
    () => begun(US),
    'birth_certificate_translation',
    'an older CPAM list asked for none',
    'une ancienne liste CPAM en dispensait',
  ],
  translation_students: [
    () => begun({ ...NL, ...STUDENT }),
    'birth_certificate_translation',
    'Campus France asks it of non-EU students only',
    'Campus France ne le demande que hors UE',
  ],
  certificate_age: [
    () => begun(US),
    'birth_certificate',
    'one guide wants it under three months old',
    'un guide le veut de moins de trois mois',
  ],
  students_over_28: [
    () => begun({ ...US, ...STUDENT, birthDate: '1998-09-01' }),
    'application_form',
    'over 28, an ameli expert names form S1106',
    'après 28 ans, un expert ameli indique le S1106',
  ],
  s1106_with_s1: [
    () => begun({ ...US, category: 's1_holder' }),
    'application_form',
    'the form itself says that an S1 alone is enough',
    'le formulaire, lui, dit que le S1 suffit',
  ],
  silence: [
    () => told('2026-03-02', { events: DELIVERED }),
    'deadline:silence:1',
    'others say consent',
    'ailleurs, accord',
  ],
  family_route: [
    () => begun({ ...US, category: 'resident', familyRoute: true }),
    'warning:family_route_override',
    'sources do not settle it, the three months may apply',
    'les sources divergent, les trois mois peuvent valoir',
  ],
  eu_under_five: [
    () => begun({ ...NL, category: 'resident' }),
    'eligibility',
    'the caisse decides case by case, after three months',
    'la caisse décide au cas par cas, après trois mois',
  ],
  commission_silence: [
    () => told('2026-04-20', { events: APPEALED }),
    'deadline:appeal_silence:1',
    'an older text says one month',
    'un texte plus ancien dit un mois',
  ],
};

it('leaves out no point on which sources of a plan’s rules differ', () => {
  const inPlans = RULES.filter(({ makes }) => makes.length > 0).flatMap(({ differs = [] }) => differs);
  expect(Object.keys(WHERE).sort()).toEqual([...new Set(inPlans)].sort());
});

it.each(Object.entries(WHERE))('%s: the plan names the other source', (_, [said, of, en, fr]) => {
  const because = said().find((one) => one.of === of)?.because;
  expect(because?.en ?? '').toContain(en);
  expect(because?.fr ?? '').toContain(fr);
});

it('warns where a paper rests on the weaker word: not for the number of a form', () => {
  const codes = (applicant: object) =>
    wholePlanOn('2026-02-02', { applicant, events: [] }).warnings.map(({ code }) => code);
  expect(codes(US)).toContain('sources_disagree');
  expect(codes({ ...US, birthCertificate: { country: 'CA', language: 'fr' } })).not.toContain('sources_disagree');
  expect(codes({ ...US, ...STUDENT, birthCountry: 'FR', birthDate: '1998-09-01' })).toContain('sources_disagree');
  // The eve of 28, on the first day of studies.
  expect(codes({ ...US, ...STUDENT, birthCountry: 'FR', birthDate: '1998-09-02' })).not.toContain('sources_disagree');
});

it('is told of a verified file too: what is in hand does not settle what sources say', () => {
  const made = wholePlanOn('2026-02-02', { applicant: US, events: verified('2026-01-20') });
  expect(made.warnings.map(({ code }) => code)).toContain('sources_disagree');
});
