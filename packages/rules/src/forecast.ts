import { addDays, existing, later, type Day } from './calendar/days.ts';
import type { Context } from './context.ts';
import type { File } from './file.ts';
import { deadlineOf, taskOf, type DeadlineDraft } from './ladders/engine.ts';
import type { PlannedDeadline, PlannedEmail, PlannedTask } from './plan-types.ts';
import { Walk, type Walked } from './walk.ts';

/** One thing that falls due, and the day on which it does. */
export type Coming = (
  | { what: 'task'; task: PlannedTask }
  | { what: 'email'; email: PlannedEmail }
  | { what: 'deadline'; deadline: PlannedDeadline }
) & {
  on: Day;
  /** The day that today's plan has for it; null when that plan does not list it yet. */
  listedOn: Day | null;
};

/** What today's plan lists for a day on which, if nothing happens, it will not fall due. */
export type FallingAway = {
  what: Coming['what'];
  key: string;
  listedOn: Day;
  /** The day from which it is no longer listed, or is for a day beyond those asked for. */
  from: Day;
};

/** What would fall due up to a day, and what would not though today's plan lists it. */
export type Forecast = { until: Day; coming: Coming[]; fallsAway: FallingAway[] };

/** How far ahead a file is looked at. */
export const DAYS_AHEAD = 90;

export const keyOfComing = (coming: Coming): string =>
  coming.what === 'task' ? coming.task.key : coming.what === 'email' ? coming.email.key : coming.deadline.key;

/**
 * What will fall due in the days after `today` if nothing happens: tasks, emails and deadlines, by day, then key.
 * The plan ahead of today is not enough: steps give way, reviews return, papers end. So the walk that made today's plan
 * goes on, over the days on which something may be otherwise and no others; a long history is read once.
 * Events dated after today belong to the file, and count from their day. A suspended limit runs out on no day.
 * @throws RangeError when there is no such day
 */
export function forecast(file: File, today: Day, days: number): Forecast {
  const first = existing(later(today, file.openedOn));
  const until = addDays(first, Math.max(days, 0));
  const walk = new Walk(file);
  let walked = walk.to(first);
  const listed = listedAfter(walked, first);
  const seen = new Set(dueDrafts(walked, first).map(({ key }) => key));
  const away = new Map<string, Day>();
  const coming: Coming[] = [];
  let sent = walked.sent.length;
  for (let day = first; ;) {
    const next = walk.nextDay();
    const ends = next === null || next > until;
    for (const draft of dueDrafts(walked, ends ? until : addDays(next, -1))) {
      if (seen.has(draft.key)) continue;
      seen.add(draft.key);
      coming.push({ ...draft.made(), on: later(draft.on, day), listedOn: listed.get(draft.key)?.on ?? null });
    }
    for (const email of walked.sent.slice(sent))
      coming.push({ what: 'email', email, on: email.sendOn, listedOn: listed.get(email.key)?.on ?? null });
    sent = walked.sent.length;
    if (ends) break;
    day = next;
    walked = walk.to(day);
    // What is listed anew has not fallen away.
    const now = listedAfter(walked, day);
    for (const key of listed.keys()) {
      const on = now.get(key)?.on;
      if (on !== undefined && on <= until) away.delete(key);
      else if (!away.has(key)) away.set(key, day);
    }
  }
  const gone = new Set(coming.map(keyOfComing));
  return {
    until,
    coming: coming.sort(byDay(keyOfComing, ({ on }) => on)),
    fallsAway: [...away]
      .flatMap(([key, from]): FallingAway[] => {
        const { what, on } = listed.get(key) ?? {};
        return what && on && on <= until && !gone.has(key) ? [{ what, key, listedOn: on, from }] : [];
      })
      .sort(
        byDay(
          ({ key }) => key,
          ({ listedOn }) => listedOn,
        ),
      ),
  };
}

type Listed = { what: Coming['what']; on: Day };

const tasksOf = ({ context, deeds }: Walked) => (context.stage === 'withdrawn' ? [] : deeds.tasks);

/** What a plan lists for the days after its own, by key. */
function listedAfter(walked: Walked, day: Day): Map<string, Listed> {
  const all: [string, Listed][] = [
    ...tasksOf(walked).map(({ key, due }): [string, Listed] => [key, { what: 'task', on: due }]),
    ...walked.ahead.map(({ key, sendOn }): [string, Listed] => [key, { what: 'email', on: sendOn }]),
    ...walked.deeds.deadlines
      .filter((draft) => !isSuspended(draft, walked.context))
      .map(({ key, on }): [string, Listed] => [key, { what: 'deadline', on }]),
  ];
  return new Map(all.filter(([, { on }]) => on > day));
}

const isSuspended = ({ step, item }: DeadlineDraft, context: Context): boolean =>
  step.suspended?.(item, context) ?? false;

type Due = {
  key: string;
  on: Day;
  made: () => { what: 'task'; task: PlannedTask } | { what: 'deadline'; deadline: PlannedDeadline };
};

/** The tasks and deadlines that are due by a day, by a walk on which all of it is known; put into words when asked for. */
function dueDrafts(walked: Walked, day: Day): Due[] {
  const { context, deeds } = walked;
  const due: Due[] = [];
  for (const draft of tasksOf(walked))
    if (draft.due <= day)
      due.push({ key: draft.key, on: draft.due, made: () => ({ what: 'task', task: taskOf(draft, context) }) });
  for (const draft of deeds.deadlines)
    if (draft.on <= day && !isSuspended(draft, context))
      due.push({
        key: draft.key,
        on: draft.on,
        made: () => ({ what: 'deadline', deadline: deadlineOf(draft, context) }),
      });
  return due;
}

const byDay =
  <T>(keyOf: (of: T) => string, dayOf: (of: T) => Day) =>
  (a: T, b: T): number =>
    dayOf(a) === dayOf(b) ? (keyOf(a) < keyOf(b) ? -1 : 1) : dayOf(a) < dayOf(b) ? -1 : 1;
