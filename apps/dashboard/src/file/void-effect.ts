import type { Day } from '@suivi/rules/calendar/days';
import { difference } from '@suivi/rules/difference';
import type { File } from '@suivi/rules/file';
import { plan, planWithAnswers } from '@suivi/rules/plan';
import type { PlannedTask } from '@suivi/rules/plan-types';
import type { Stage } from '@suivi/rules/vocabulary';
import type { EmailsSoFar } from '../record/emails-so-far.ts';
import { fatesOfAdded, sentKeys, settledKeys } from '../record/emails-so-far.ts';

/** What the plan would be as if an event had never been. */
export type VoidEffect = {
  stage: Stage | null;
  /** Steps that go. */
  gone: number;
  /** Steps that come, or come back. */
  back: readonly PlannedTask[];
  emailsPlanned: number;
  /** Those that come back and wait for a person, or for an address. */
  emailsHeld: number;
  emailsCancelled: number;
  /** Nobody can take back what has left. */
  emailsStaySent: number;
};

export function voidEffect(file: File, eventId: string, soFar: EmailsSoFar, today: Day): VoidEffect {
  const before = plan(file, today);
  const after = planWithAnswers(
    { ...file, events: [...file.events, { id: 'voided', type: 'voided', event: eventId }] },
    today,
  );
  const { stage, tasks, deadlines, emails } = difference(before, after, after.answered);
  const settled = settledKeys(soFar);
  const sent = sentKeys(soFar);
  const fates = fatesOfAdded(soFar, after.emails, emails.added, today).map(({ fate }) => fate);
  return {
    stage: stage?.to ?? null,
    gone: tasks.dropped.length + tasks.done.length + deadlines.dropped.length,
    back: tasks.added,
    emailsPlanned: fates.filter((fate) => fate === 'planned' || fate === 'now').length,
    emailsHeld: fates.filter((fate) => fate === 'held' || fate === 'heldByPerson' || fate === 'noAddress').length,
    emailsCancelled: emails.dropped.filter(({ sendOn, key }) => sendOn >= today && !settled.has(key)).length,
    emailsStaySent: emails.dropped.filter(({ key }) => sent.has(key)).length,
  };
}
