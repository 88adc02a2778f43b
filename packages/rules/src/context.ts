import type { Day } from './calendar/days.ts';
import type { ClientDays } from './calendar/client-days.ts';
import type { DocumentNeed } from './documents/needs.ts';
import type { Papers } from './documents/status.ts';
import type { Facts } from './facts.ts';
import type { Applicant } from './file.ts';
import type { ActiveRound } from './history/letters.ts';
import type { Plan, PlannedCaisse } from './plan-types.ts';
import type { Playbook } from './playbook.ts';
import type { Progress } from './progress.ts';
import type { Stage } from './vocabulary.ts';

/** What is known at the end of a day: all that a step of a ladder may ask. */
export type Context = {
  day: Day;
  openedOn: Day;
  facts: Facts;
  applicant: Applicant;
  playbook: Playbook;
  days: ClientDays;
  stage: Stage;
  needs: readonly DocumentNeed[];
  papers: Papers;
  earliestSubmissionOn: Day | null;
  route: Plan['route'];
  caisse: PlannedCaisse;
  round: ActiveRound | null;
  progress: Progress;
  /** What was due before this day, had it been moved for want of a working day, has had its day. */
  longAgo: Day;
  /** Asks for another look on this day, should it lie ahead. */
  wake: (day: Day) => void;
};

/** Whether a day has come. When it has not, the file is looked at again on it. */
export function hasCome(c: Pick<Context, 'day' | 'wake'>, day: Day): boolean {
  if (day <= c.day) return true;
  c.wake(day);
  return false;
}
