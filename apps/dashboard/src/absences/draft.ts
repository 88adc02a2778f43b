import type { EnterAbsence } from '@suivi/contracts/absences';
import type { Day } from '@suivi/rules/calendar/days';
import type { Member } from '../shell/queries.ts';

/** An absence as it is being entered. */
export type Draft = { from: Day | null; to: Day | null; open: boolean; substitute: string | null };
export type Faults = Partial<Record<'from' | 'to' | 'substitute', 'from' | 'to' | 'order' | 'over' | 'substitute'>>;

export const draftOfAbsence = (absence: Member['absence'], today: Day): Draft => ({
  from: absence?.from ?? today,
  to: absence?.to ?? null,
  open: absence !== null && absence.to === null,
  substitute: absence?.substitute?.userId ?? null,
});

/** The same checks as the server's, so that nobody waits for its answer to learn of them. */
export function faultsOf({ from, to, open, substitute }: Draft, today: Day, members: readonly Member[]): Faults {
  const faults: Faults = {};
  const end = open ? null : to;
  if (from === null) faults.from = 'from';
  if (!open && to === null) faults.to = 'to';
  else if (from !== null && end !== null && end < from) faults.to = 'order';
  else if (end !== null && end < today) faults.to = 'over';
  const other = members.find(({ userId }) => userId === substitute);
  if (from !== null && other !== undefined && overlaps(other.absence, from, end)) faults.substitute = 'substitute';
  return faults;
}

/** Whether somebody is away on a day of a period. */
export const overlaps = (absence: Member['absence'], from: Day, to: Day | null): boolean =>
  absence !== null && (to === null || absence.from <= to) && (absence.to === null || absence.to >= from);

/** What is sent; null while a day is missing. */
export const absenceOf = ({ from, to, open, substitute }: Draft): EnterAbsence | null =>
  from === null || (!open && to === null) ? null : { from, to: open ? null : to, substitute };

/** How many open tasks fall due while somebody is away, and how many are late before it begins. */
export function tasksIn(
  days: readonly { on: Day; tasks: number }[],
  to: Day | null,
  today: Day,
): { tasks: number; late: number } {
  const sum = (of: readonly { tasks: number }[]) => of.reduce((all, { tasks }) => all + tasks, 0);
  const within = days.filter(({ on }) => to === null || on <= to);
  return { tasks: sum(within), late: sum(within.filter(({ on }) => on < today)) };
}
