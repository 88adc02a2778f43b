import { addMonths, type Day } from '@suivi/rules/calendar/days';
import { EEA_AND_SWITZERLAND, EUROPEAN_UNION, FRANCE } from '@suivi/rules/countries';
import {
  groupOf,
  isEuResidentUnderFiveYears,
  joinsFamily,
  ownResidence,
  permitCounts,
  routeOf,
} from '@suivi/rules/eligibility';
import type { Applicant } from '@suivi/rules/file';

export type Facts = Record<string, boolean | string>;

/** What the engine is told of an applicant. */
export function factsOf(applicant: Applicant, day: Day): Facts {
  const { birthCertificate: certificate, nationalities, category, members, arrivedOn, studiesStartOn } = applicant;
  const studiesOn = studiesStartOn ?? arrivedOn;
  return {
    category,
    group: groupOf(nationalities),
    isFrench: nationalities.includes('FR'),
    married: applicant.married,
    partnerOnFile: applicant.married || members.some(({ relation }) => relation === 'partner'),
    hasEhic: applicant.hasEhic,
    hasNominationOrder: applicant.hasNominationOrder,
    familyRoute: applicant.familyRoute,
    joinsFamily: joinsFamily(applicant),
    ownResidence: ownResidence(applicant),
    underFiveYears: isEuResidentUnderFiveYears(applicant, day),
    permitCounts: permitCounts(applicant, day),
    nothingIsFiled: routeOf(applicant) === 'none',
    bornInFrance: FRANCE.has(applicant.birthCountry),
    formerlyInsured: applicant.formerlyInsuredInFrance,
    arrivedBefore2021: arrivedOn !== null && arrivedOn < '2021-01-01',
    beganStudiesAt28: studiesOn !== null && studiesOn >= addMonths(applicant.birthDate, 12 * 28),
    certificateCountry: certificate?.country ?? '',
    certificateLanguage: certificate?.language ?? '',
    certificateFrom: placeOf(certificate?.country ?? null),
  };
}

/** What it is told of each child under 18, in the order of their ids. */
export const factsOfChildren = (applicant: Applicant, day: Day): { id: string; facts: Facts }[] =>
  applicant.members
    .filter(({ relation, birthDate }) => relation === 'child' && day < addMonths(birthDate, 12 * 18))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, birthCountry }) => ({
      id,
      facts: { nothingIsFiled: routeOf(applicant) === 'none', bornIn: placeOf(birthCountry) },
    }));

function placeOf(country: string | null): string {
  if (country === null) return 'unknown';
  if (FRANCE.has(country)) return 'france';
  if (EUROPEAN_UNION.has(country)) return 'eu';
  return EEA_AND_SWITZERLAND.has(country) ? 'eea' : 'elsewhere';
}
