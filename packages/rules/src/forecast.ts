import { addDays, later, type Day } from './calendar/days.ts';
import type { File } from './file.ts';
import { plan } from './plan.ts';
import type { Plan, PlannedDeadline, PlannedEmail, PlannedTask } from './plan-types.ts';

/** One thing that falls due, and the day on which it does. */
export type Coming =
  | { on: Day; what: 'task'; task: PlannedTask }
  | { on: Day; what: 'email'; email: PlannedEmail }
  | { on: Day; what: 'deadline'; deadline: PlannedDeadline };

/** What would fall due, and the plan as it would read at the end. */
export type Forecast = { until: Day; coming: Coming[]; end: Plan };

const keyOf = (coming: Coming): string =>
  coming.what === 'task' ? coming.task.key : coming.what === 'email' ? coming.email.key : coming.deadline.key;

/** What is due by a day, by a plan of a day on which all of it is known. A suspended limit runs out on no day. */
function dueBy(made: Plan, day: Day, from: Day): Coming[] {
  const on = (own: Day): Day => later(own, from);
  return [
    ...made.tasks
      .filter(({ dueOn }) => dueOn <= day)
      .map((task): Coming => ({ on: on(task.dueOn), what: 'task', task })),
    ...made.emails
      .filter(({ sendOn }) => sendOn <= day)
      .map((email): Coming => ({ on: on(email.sendOn), what: 'email', email })),
    ...made.deadlines
      .filter((deadline) => deadline.on <= day && !deadline.suspended)
      .map((deadline): Coming => ({ on: on(deadline.on), what: 'deadline', deadline })),
  ];
}

/**
 * What will fall due in the days after `today` if nothing happens: tasks, emails and deadlines, by day, then key.
 * The plan ahead of today is not enough: steps give way, reviews return, papers end. So the file is planned again
 * on each day on which its plan may be another, and on no other.
 * Events dated after today belong to the file, and count from their day.
 */
export function forecast(file: File, today: Day, days: number): Forecast {
  let made = plan(file, today);
  const until = addDays(made.today, Math.max(days, 0));
  const seen = new Set(dueBy(made, made.today, made.today).map(keyOf));
  const coming: Coming[] = [];
  for (let from = made.today; ;) {
    const next = made.nextReviewOn;
    const ends = next === null || next > until;
    for (const due of dueBy(made, ends ? until : addDays(next, -1), from)) {
      if (seen.has(keyOf(due))) continue;
      seen.add(keyOf(due));
      coming.push(due);
    }
    if (ends) break;
    from = next;
    made = plan(file, from);
  }
  const byDay = (a: Coming, b: Coming): number =>
    a.on === b.on ? (keyOf(a) < keyOf(b) ? -1 : 1) : a.on < b.on ? -1 : 1;
  return { until, coming: coming.sort(byDay), end: made };
}
