import { addDays, type Day } from '../calendar/days.ts';
import type { EmailTemplate } from '../vocabulary.ts';

const COURTESY = new Set<EmailTemplate>(['documents_reminder', 'still_waiting']);
/** A client who has just heard from us is not written to again for courtesy's sake. */
const QUIET_DAYS = 3;
/** Nor is a client told that CPAM is silent just after it spoke. */
const AFTER_CALL_DAYS = 14;

export const isCourtesy = (template: EmailTemplate): boolean => COURTESY.has(template);

/**
 * Whether a courtesy email gives way: to another email of that day or of the three days before (courtesy ones
 * do not count), and, for `still_waiting`, to a call that said `not_found` or `processed`.
 * @param others the days of the file's other emails
 * @param toldOn the days of such calls
 */
export function givesWay(
  template: EmailTemplate,
  sendOn: Day,
  others: ReadonlySet<Day>,
  toldOn: readonly Day[],
): boolean {
  for (let before = 0; before <= QUIET_DAYS; before += 1) if (others.has(addDays(sendOn, -before))) return true;
  if (template !== 'still_waiting') return false;
  const callFrom = addDays(sendOn, -AFTER_CALL_DAYS);
  return toldOn.some((day) => day >= callFrom && day <= sendOn);
}
