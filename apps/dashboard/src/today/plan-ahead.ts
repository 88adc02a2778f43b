import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import { difference } from '@suivi/rules/difference';
import { plan, planWithAnswers } from '@suivi/rules/plan';
import type { PlannedEmail, PlannedTask } from '@suivi/rules/plan-types';
import { readFile } from '@suivi/rules/read-file';
import type { Stage } from '@suivi/rules/vocabulary';
import type { AnswerEvent } from './answer.ts';

/** What one more event would cause. */
export type Ahead = {
  /** The stage it leads to; null: the same. */
  stage: Stage | null;
  /** Emails that would be new, within a week. */
  emails: readonly PlannedEmail[];
  /** No task but the answered ones comes, goes or moves. */
  planStands: boolean;
  /** The first step that would then be listed. */
  next: PlannedTask | null;
};

/** Plans the file with one event more. Null when the rules cannot read it so (the server will say why). */
export function planAhead(input: Record<string, unknown>, event: AnswerEvent, today: Day): Ahead | null {
  const events = Array.isArray(input.events) ? (input.events as unknown[]) : [];
  const before = readFile(input);
  const after = readFile({ ...input, events: [...events, { id: 'ahead', ...event }] });
  if (!before.ok || !after.ok) return null;
  const planned = planWithAnswers(after.file, today);
  const { stage, tasks, emails } = difference(plan(before.file, today), planned, planned.answered);
  return {
    stage: stage?.to ?? null,
    // What leaves weeks from now hangs on what comes before.
    emails: emails.added.filter(({ sendOn }) => sendOn >= today && sendOn <= addDays(today, 7)),
    planStands: tasks.added.length + tasks.dropped.length + tasks.moved.length === 0,
    next: planned.tasks[0] ?? null,
  };
}
