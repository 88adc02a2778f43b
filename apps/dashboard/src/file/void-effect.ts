import type { Message } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';
import { difference } from '@suivi/rules/difference';
import type { File } from '@suivi/rules/file';
import { plan, planWithAnswers } from '@suivi/rules/plan';
import type { PlannedTask } from '@suivi/rules/plan-types';
import type { Stage } from '@suivi/rules/vocabulary';

/** What the plan would be as if an event had never been. */
export type VoidEffect = {
  stage: Stage | null;
  /** Steps that go. */
  gone: number;
  /** Steps that come, or come back. */
  back: readonly PlannedTask[];
  emailsPlanned: number;
  emailsCancelled: number;
  /** Nobody can take back what has left. */
  emailsStaySent: number;
};

export function voidEffect(
  file: File,
  eventId: string,
  messages: readonly Pick<Message, 'key' | 'state'>[],
  today: Day,
): VoidEffect {
  const before = plan(file, today);
  const after = planWithAnswers(
    { ...file, events: [...file.events, { id: 'voided', type: 'voided', event: eventId }] },
    today,
  );
  const { stage, tasks, deadlines, emails } = difference(before, after, after.answered);
  const sent = new Set(messages.filter(({ state }) => state === 'sent' || state === 'uncertain').map(({ key }) => key));
  const left = emails.dropped.filter(({ key }) => sent.has(key)).length;
  return {
    stage: stage?.to ?? null,
    gone: tasks.dropped.length + tasks.done.length + deadlines.dropped.length,
    back: tasks.added,
    emailsPlanned: emails.added.filter(({ sendOn }) => sendOn >= today).length,
    emailsCancelled: emails.dropped.filter(({ sendOn, key }) => sendOn >= today && !sent.has(key)).length,
    emailsStaySent: left,
  };
}
