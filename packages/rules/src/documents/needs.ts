import type { Day } from '../calendar/days.ts';
import type { Applicant } from '../file.ts';
import type { PlannedDocument } from '../plan-types.ts';
import type { Playbook } from '../playbook.ts';
import type { Words } from '../vocabulary.ts';

/** What is needed of one paper; `sourcesDiffer` names the point on which another source says otherwise. */
export type DocumentNeed = Omit<PlannedDocument, 'status' | 'availableOn'> & { sourcesDiffer?: Words };

/** Every paper of the applicant, then of each child under 18, in the contract's order. */
export function documentNeeds(applicant: Applicant, playbook: Playbook, day: Day): DocumentNeed[] {
  throw new Error(`not written yet: ${applicant.category} ${playbook.remindersAtMost} ${day}`);
}
