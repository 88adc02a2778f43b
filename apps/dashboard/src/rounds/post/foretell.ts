import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import { difference } from '@suivi/rules/difference';
import { plan, planWithAnswers } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';

type AnEvent = { type: string; [field: string]: unknown };

/** What recording one posting would cause: the days of new emails within a week, and when its delivery is looked at. */
export type Foretold = { emails: Day[]; traceOn: Day | null };

/** Plans a file with its posting recorded. Null when the rules cannot read it so: the server will say why. */
export function foretellOne(input: Record<string, unknown>, event: AnEvent, today: Day): Foretold | null {
  const events = Array.isArray(input.events) ? (input.events as unknown[]) : [];
  const before = readFile(input);
  const after = readFile({ ...input, events: [...events, { id: 'ahead', ...event }] });
  if (!before.ok || !after.ok) return null;
  const planned = planWithAnswers(after.file, today);
  const { emails, tasks } = difference(plan(before.file, today), planned, planned.answered);
  const trace = [...tasks.added, ...tasks.moved.map((moved) => moved.after)].filter(
    ({ kind }) => kind === 'trace_post',
  );
  return {
    emails: emails.added.flatMap(({ sendOn }) => (sendOn >= today && sendOn <= addDays(today, 7) ? [sendOn] : [])),
    traceOn: trace.map(({ dueOn }) => dueOn).sort()[0] ?? null,
  };
}

export type Sum = { emails: [day: Day, count: number][]; traceFrom: Day | null; traceTo: Day | null };

/** All of them together: how many emails leave on which day, between which days deliveries are looked at. */
export function sumOf(all: readonly Foretold[]): Sum {
  const byDay = new Map<Day, number>();
  for (const day of all.flatMap(({ emails }) => emails)) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  const traces = all.flatMap(({ traceOn }) => traceOn ?? []).sort();
  return {
    emails: [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)),
    traceFrom: traces[0] ?? null,
    traceTo: traces.at(-1) ?? null,
  };
}
