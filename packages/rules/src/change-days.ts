import { addDays, addMonths, type Day } from './calendar/days.ts';
import {
  earliestSubmissionOf,
  groupOf,
  isEuResidentUnderFiveYears,
  joinsFamily,
  permitCounts,
  routeOf,
} from './eligibility.ts';
import type { Applicant } from './file.ts';
import { CONTRIBUTION_FROM, PERMIT_WARNING_DAYS } from './warnings.ts';

/** The days of an applicant on which something may change, in no order; some of them are past. */
function daysOf(applicant: Applicant, after: Day, earliestSubmissionOn: Day | null): (Day | null)[] {
  const { nationalities, arrivedOn, residencePermit, privateInsuranceUntil, members } = applicant;
  const days = [earliestSubmissionOn, privateInsuranceUntil && addDays(privateInsuranceUntil, 1)];
  for (const { relation, birthDate } of members) if (relation === 'child') days.push(addMonths(birthDate, 12 * 18));
  if (arrivedOn !== null && isEuResidentUnderFiveYears(applicant, after)) days.push(addMonths(arrivedOn, 60));
  if (groupOf(nationalities) !== 'eu') {
    const until = residencePermit?.validUntil ?? null;
    if (until !== null) days.push(addDays(until, -PERMIT_WARNING_DAYS), addDays(until, 1));
    if (!permitCounts(applicant, after) && routeOf(applicant) !== 'none')
      days.push(residencePermit?.validatedOn ?? null);
    if (applicant.category === 'resident' && !joinsFamily(applicant)) days.push(CONTRIBUTION_FROM);
  }
  return days;
}

/** The first of the `changeDays`, for the walk, which goes from one to the next. */
export function firstChangeDay(applicant: Applicant, after: Day, earliestSubmissionOn: Day | null): Day | null {
  let first: Day | null = null;
  for (const day of daysOf(applicant, after, earliestSubmissionOn))
    if (day !== null && day > after && (first === null || day < first)) first = day;
  return first;
}

/**
 * The days after a day on which eligibility, papers or warnings of an applicant change with no new event, earliest
 * first: the first possible day, a validation, five years of residence, an 18th birthday, a permit's last months and
 * end, the end of cover, the day from which a rule holds.
 */
export const changeDays = (applicant: Applicant, after: Day): Day[] =>
  [
    ...new Set(
      daysOf(applicant, after, earliestSubmissionOf(applicant)).filter(
        (day): day is Day => day !== null && day > after,
      ),
    ),
  ].sort();
