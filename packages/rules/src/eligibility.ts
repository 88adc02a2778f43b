import type { Day } from './calendar/days.ts';
import type { Applicant } from './file.ts';
import type { Plan, PlannedEligibility } from './plan-types.ts';

export type NationalityGroup = 'eu' | 'uk' | 'other';

/** eu (EU, EEA, Switzerland; French included) if any nationality is; else uk if any is British; else other. */
export function groupOf(nationalities: readonly string[]): NationalityGroup {
  throw new Error(`not written yet: ${nationalities.join()}`);
}

/** The way the request takes. `none`: a European card valid for the stay, nothing is filed. */
export function routeOf(applicant: Applicant): Plan['route'] {
  throw new Error(`not written yet: ${applicant.category}`);
}

/** Whether the residence permit counts on a day: a VLS-TS only from its validation online. */
export function permitCounts(applicant: Applicant, day: Day): boolean {
  throw new Error(`not written yet: ${applicant.category} ${day}`);
}

/** From when the file may be sent, and how open the answer is. */
export function eligibilityOn(applicant: Applicant, day: Day): PlannedEligibility {
  throw new Error(`not written yet: ${applicant.category} ${day}`);
}
