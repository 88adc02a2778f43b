import type { CallGroup, CallOfRound, CallRound, CallRoundQuery } from '@suivi/contracts/calls';
import { unseal } from '@suivi/database/sealing';
import { bestOf, bestUntried, chances } from '@suivi/rules/calls/best-hour';
import { openingOn, slotAt, zoneOfCaisse, type Slot } from '@suivi/rules/calls/hours';
import { byBestHour, byOwnHour } from '@suivi/rules/calls/round-order';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { seatsOf } from '../tasks/seats.ts';
import { minuteIn, utcOffset } from './local-time.ts';
import { COUNTS, MADE, SHOWN, TO_MAKE, TRIED, type CallRow, type MadeRow } from './round-statements.ts';
import { readTallies, type Tallies } from './tallies.ts';

/** Today's calls of one person, or of the team, by caisse: those made, and those to make in the order of their best hours. */
export async function readCallRound(
  { database, keys }: Platform,
  me: Colleague,
  { scope }: CallRoundQuery,
  now: Date = new Date(),
): Promise<CallRound> {
  const { agencyId } = me;
  const team = scope === 'team';
  const { today, open, made, counts, tried, tallies } = await database.asAgency(agencyId, async (tx) => {
    const { today: day } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [agencyId]);
    const seats = await seatsOf(tx, me.userId, day);
    const whose = [agencyId, day, team ? null : seats];
    const due = await tx.query<CallRow>(TO_MAKE, whose);
    return {
      today: day,
      open: due,
      made: await tx.query<MadeRow>(MADE, whose),
      counts: await tx.one<{ mine: number; team: number; nextDueOn: Day | null }>(COUNTS, [agencyId, day, seats, team]),
      tried: slotsTried(await tx.query<Tried>(TRIED, [agencyId, due.map(({ fileId }) => fileId)])),
      tallies: await readTallies(tx),
    };
  });
  const opened = <T>(table: string, id: string, sealed: Buffer) =>
    unseal<T>(keys, { agencyId, table, id, column: 'sealed' }, sealed);
  const outcomeOf = ({ eventId, event }: MadeRow): CallOfRound['outcome'] => {
    const deed = opened<Event>('events', eventId, event);
    return deed.type === 'call_made' ? deed.outcome : null;
  };
  const callOf = (row: CallRow, outcome: CallOfRound['outcome']) => ({
    taskId: row.taskId,
    key: row.key,
    dueOn: row.dueOn,
    because: opened<{ because: Words }>('tasks', row.taskId, row.sealed).because,
    file: { id: row.fileId, reference: row.reference, clientName: row.clientName, version: row.version },
    outcome,
  });

  const calls = [
    ...made.map((row) => ({ row, call: callOf(row, outcomeOf(row)) })),
    ...open.slice(0, SHOWN).map((row) => ({ row, call: callOf(row, null) })),
  ];
  const caisses = new Map(calls.map(({ row }) => [row.caisse, row]));
  const groups = [...caisses.values()].map((first): CallGroup & { now: number } => {
    const timing = timingOf(first, today, now, tallies);
    const own = calls
      .filter(({ row }) => row.caisse === first.caisse)
      .map(({ row, call }) => {
        const slots = tried.get(row.fileId) ?? new Set<Slot>();
        return { ...call, tried: [...slots], best: call.outcome === null ? bestUntried(timing.chances, slots) : null };
      })
      .sort((a, b) => Number(a.outcome === null) - Number(b.outcome === null) || byOwnHour(a.best, b.best, timing.now));
    return { ...timing, calls: own };
  });
  groups.sort((a, b) => byBestHour(a, b) || ((a.caisse ?? '') < (b.caisse ?? '') ? -1 : 1));
  const { mine, team: all, nextDueOn } = counts;
  return {
    today,
    groups: groups.map(({ now: _, ...group }) => group),
    more: open.length > SHOWN,
    nextDueOn,
    scopes: { mine, team: all },
  };
}

type Tried = { fileId: string; minute: number };

/** The parts of the day in which a file's calls were not answered. */
function slotsTried(rows: readonly Tried[]): ReadonlyMap<string, ReadonlySet<Slot>> {
  const slots = new Map<string, Set<Slot>>();
  for (const { fileId, minute } of rows) {
    const slot = slotAt(minute, { state: 'unknown' });
    if (slot !== null) slots.set(fileId, (slots.get(fileId) ?? new Set()).add(slot));
  }
  return slots;
}

/** When a caisse answers today, and when it is best called. */
function timingOf({ caisse, department }: CallRow, today: Day, at: Date, tallies: Tallies) {
  const zone = zoneOfCaisse(caisse, department ?? '');
  const opening = openingOn(today, zone);
  const of = chances({ zone, opening, own: tallies.of(caisse), all: tallies.inTerritory(zone) });
  return {
    caisse,
    zone,
    utcOffset: utcOffset(zone, at),
    opening,
    chances: of,
    best: bestOf(of),
    now: minuteIn(zone, at),
  };
}
