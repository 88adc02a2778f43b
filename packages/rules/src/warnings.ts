import type { Day } from './calendar/days.ts';
import type { DocumentNeed } from './documents/needs.ts';
import type { Applicant } from './file.ts';
import type { PlannedWarning } from './plan-types.ts';

/**
 * Warnings that follow from the applicant and the day alone: outcome_uncertain, contribution_possible,
 * family_route_override, sources_disagree, permit_not_validated and permit_ends.
 */
export function applicantWarnings(applicant: Applicant, day: Day, needs: readonly DocumentNeed[]): PlannedWarning[] {
  throw new Error(`not written yet: ${applicant.category} ${day} ${needs.length}`);
}

/** coverage_gap, while the rights are not open: the caller asks only then. */
export function coverageGap(
  coverUntil: Day | null,
  day: Day,
  earliestSubmissionOn: Day | null,
  submittedOn: Day | null,
): PlannedWarning | null {
  throw new Error(`not written yet: ${coverUntil} ${day} ${earliestSubmissionOn} ${submittedOn}`);
}
