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

/** A situation as one text: the same for the same situation, and for no other. Each plan asks for its own. */
export function keyOf(s: Situation): string {
  const holds =
    (s.isFrench ? 0x1 : 0) +
    (s.nothingIsFiled ? 0x2 : 0) +
    (s.joinsFamily ? 0x4 : 0) +
    (s.familyRoute ? 0x8 : 0) +
    (s.ownResidence ? 0x10 : 0) +
    (s.isEuUnderFiveYears ? 0x20 : 0) +
    (s.permitCounts ? 0x40 : 0) +
    (s.hasEhic ? 0x80 : 0) +
    (s.hasNominationOrder ? 0x100 : 0) +
    (s.married ? 0x200 : 0) +
    (s.hasPartner ? 0x400 : 0) +
    (s.bornInFrance ? 0x800 : 0) +
    (s.formerlyInsuredInFrance ? 0x1000 : 0) +
    (s.beganStudiesAt28 ? 0x2000 : 0) +
    (s.inFranceBefore2021 ? 0x4000 : 0) +
    (s.postWithoutBirthCertificate ? 0x8000 : 0);
  return `${s.category}/${s.group}/${s.certificateCountry}/${s.certificateLanguage}/${holds}`;
}
