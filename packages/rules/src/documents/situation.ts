import { addMonths, type Day } from '../calendar/days.ts';
import { FRANCE } from '../countries.ts';
import {
  groupOf,
  isEuResidentUnderFiveYears,
  joinsFamily,
  ownResidence,
  permitCounts,
  routeOf,
  type NationalityGroup,
} from '../eligibility.ts';
import type { Applicant } from '../file.ts';
import type { Playbook } from '../playbook.ts';
import type { Category } from '../vocabulary.ts';

/**
 * All that the table of papers asks about somebody, on a day. Whoever is in the same situation needs the same papers for
 * the same reasons, so each situation is looked up in the table once: hence no days in it, and plain values alone.
 */
export type Situation = {
  category: Category;
  group: NationalityGroup;
  isFrench: boolean;
  nothingIsFiled: boolean;
  joinsFamily: boolean;
  familyRoute: boolean;
  ownResidence: boolean;
  isEuUnderFiveYears: boolean;
  permitCounts: boolean;
  hasEhic: boolean;
  hasNominationOrder: boolean;
  married: boolean;
  hasPartner: boolean;
  bornInFrance: boolean;
  formerlyInsuredInFrance: boolean;
  /** Null while it is not known who issued it. */
  certificateCountry: string | null;
  certificateLanguage: string | null;
  beganStudiesAt28: boolean;
  inFranceBefore2021: boolean;
  postWithoutBirthCertificate: boolean;
};

/**
 * From the 28th birthday on, over 28 as the law counts, one expert sends students to the S1106 route;
 * the universities' pages know no limit.
 */
const STUDENT_AGE_IN_DOUBT = 28;

function beganStudiesAt28({ category, birthDate, studiesStartOn, arrivedOn }: Applicant): boolean {
  const start = studiesStartOn ?? arrivedOn;
  return category === 'student' && start !== null && start >= addMonths(birthDate, 12 * STUDENT_AGE_IN_DOUBT);
}

export function situationOf(applicant: Applicant, playbook: Playbook, day: Day): Situation {
  const { nationalities, birthCertificate: certificate, arrivedOn } = applicant;
  return {
    category: applicant.category,
    group: groupOf(nationalities),
    isFrench: nationalities.includes('FR'),
    nothingIsFiled: routeOf(applicant) === 'none',
    joinsFamily: joinsFamily(applicant),
    familyRoute: applicant.familyRoute,
    ownResidence: ownResidence(applicant),
    isEuUnderFiveYears: isEuResidentUnderFiveYears(applicant, day),
    permitCounts: permitCounts(applicant, day),
    hasEhic: applicant.hasEhic,
    hasNominationOrder: applicant.hasNominationOrder,
    married: applicant.married,
    hasPartner: applicant.members.some(({ relation }) => relation === 'partner'),
    bornInFrance: FRANCE.has(applicant.birthCountry),
    formerlyInsuredInFrance: applicant.formerlyInsuredInFrance,
    certificateCountry: certificate?.country ?? null,
    certificateLanguage: certificate?.language ?? null,
    beganStudiesAt28: beganStudiesAt28(applicant),
    inFranceBefore2021: arrivedOn !== null && arrivedOn <= '2020-12-31',
    postWithoutBirthCertificate: playbook.postWithoutBirthCertificate,
  };
}
