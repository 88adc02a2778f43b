import { addDays, addMonths, type Day } from './calendar/days.ts';
import {
  eligibilityOn,
  groupOf,
  isEuResidentUnderFiveYears,
  joinsFamily,
  permitCounts,
  routeOf,
} from './eligibility.ts';
import type { Applicant } from './file.ts';
import { CONTRIBUTION_FROM, PERMIT_WARNING_DAYS } from './warnings.ts';

/**
 * The days after a day on which eligibility, papers or warnings of an applicant change with no new event, earliest
 * first: the first possible day, a validation, five years of residence, an 18th birthday, a permit's last months and
 * end, the end of cover, the day from which a rule holds.
 */
export function changeDays(
  applicant: Applicant,
  after: Day,
  earliestSubmissionOn = eligibilityOn(applicant, after).earliestSubmissionOn,
): Day[] {
  const { nationalities, arrivedOn, residencePermit, privateInsuranceUntil, members } = applicant;
  const days: (Day | null)[] = [
    earliestSubmissionOn,
    privateInsuranceUntil && addDays(privateInsuranceUntil, 1),
    ...members.map(({ relation, birthDate }) => (relation === 'child' ? addMonths(birthDate, 12 * 18) : null)),
  ];
  if (arrivedOn !== null && isEuResidentUnderFiveYears(applicant, after)) days.push(addMonths(arrivedOn, 60));
  if (groupOf(nationalities) !== 'eu') {
    const until = residencePermit?.validUntil ?? null;
    if (until !== null) days.push(addDays(until, -PERMIT_WARNING_DAYS), addDays(until, 1));
    if (!permitCounts(applicant, after) && routeOf(applicant) !== 'none')
      days.push(residencePermit?.validatedOn ?? null);
    if (applicant.category === 'resident' && !joinsFamily(applicant)) days.push(CONTRIBUTION_FROM);
  }
  return [...new Set(days.filter((day): day is Day => day !== null && day > after))].sort();
}
