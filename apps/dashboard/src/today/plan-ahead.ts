import type { Day } from '@suivi/rules/calendar/days';
import type { PlannedEmail, PlannedTask } from '@suivi/rules/plan-types';
import type { Stage } from '@suivi/rules/vocabulary';
import type { AnswerEvent } from './answer.ts';

/** What one more event would cause. */
export type Ahead = {
  /** The stage it leads to; null: the same. */
  stage: Stage | null;
  /** Emails that would be new. */
  emails: readonly PlannedEmail[];
  /** No task but the answered one comes, goes or moves. */
  planStands: boolean;
  next: PlannedTask | null;
};

/** Plans the file with one event more. Null when the rules cannot read it (the server will say why). */
export function planAhead(_input: Record<string, unknown>, _event: AnswerEvent, _today: Day): Ahead | null {
  return null;
}
