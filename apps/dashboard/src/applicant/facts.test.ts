import { describe, expect, it } from 'vitest';
import { mergeApplicant } from '@suivi/rules/applicant-changes';
import type { Day } from '@suivi/rules/calendar/days';
import { Applicant } from '@suivi/rules/file';
import { applicantFrom, changesBetween, factsOf, likelyLanguage, NO_FACTS } from './facts.ts';

const applicant = Applicant.parse({
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  arrivedOn: '2026-01-10',
  address: { postcode: '24000', city: 'Périgueux' },
  residencePermit: { kind: 'vls_ts', validatedOn: null, validUntil: '2027-01-09' },
  birthCertificate: { country: 'US', language: 'en' },
  caisseAddress: ['CPAM de Dordogne', '24000 Périgueux'],
  members: [{ id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'US' }],
});

describe('the facts of a form', () => {
  it('give back the applicant they were made of', () => {
    expect(applicantFrom(factsOf(applicant))).toEqual(applicant);
    expect(changesBetween(applicant, factsOf(applicant))).toEqual({});
  });
  it('name what is missing by leaving it out', () => {
    expect(
      Applicant.safeParse(applicantFrom(NO_FACTS))
        .error?.issues.map(({ path }) => path.join('.'))
        .sort(),
    ).toEqual(['address.postcode', 'birthCountry', 'birthDate', 'category', 'nationalities']);
  });
  it('change no more than was changed', () => {
    const facts = { ...factsOf(applicant), permitValidatedOn: '2026-02-10' as Day, city: 'Bergerac', married: true };
    const changes = changesBetween(applicant, facts);
    expect(changes).toEqual({
      address: { city: 'Bergerac' },
      residencePermit: { validatedOn: '2026-02-10' },
      married: true,
    });
    expect(mergeApplicant(applicant, changes)).toEqual({
      ...applicant,
      address: { postcode: '24000', city: 'Bergerac' },
      residencePermit: { kind: 'vls_ts', validatedOn: '2026-02-10', validUntil: '2027-01-09' },
      married: true,
    });
  });
  it('take a whole object away, or add one', () => {
    expect(changesBetween(applicant, { ...factsOf(applicant), permitKind: null })).toEqual({ residencePermit: null });
    const without = { ...applicant, birthCertificate: null };
    expect(changesBetween(without, factsOf(applicant))).toEqual({
      birthCertificate: { country: 'US', language: 'en' },
    });
  });
  it('replace the family as a list', () => {
    expect(changesBetween(applicant, { ...factsOf(applicant), members: [] })).toEqual({ members: [] });
  });
});

it.each([
  ['US', 'en'],
  ['JP', 'ja'],
  ['BR', 'pt'],
])('papers of %s are likely in %s', (country, language) => {
  expect(likelyLanguage(country)).toBe(language);
});
