import { mergeApplicant } from '@suivi/rules/applicant-changes';
import type { Day } from '@suivi/rules/calendar/days';
import type { Applicant, File } from '@suivi/rules/file';
import { voidedIds } from '@suivi/rules/voided';

/** What is known of the applicant at the end of a day: the opening facts and every change up to then. */
export function applicantOn({ applicant, events }: Pick<File, 'applicant' | 'events'>, day: Day): Applicant {
  const voided = voidedIds(events);
  return events
    .flatMap((event) => (event.type === 'applicant_changed' && event.on <= day && !voided.has(event.id) ? [event] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .reduce((known, { changes }) => mergeApplicant(known, changes), applicant);
}
