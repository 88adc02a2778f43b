import { CAISSES } from '../caisses.ts';
import type { Day } from '../calendar/days.ts';
import { weekday } from '../calendar/days.ts';
import { holidayName, zoneOf, type Zone } from '../calendar/working-days.ts';
import type { SourceId } from '../citations/citations.ts';
import type { Words } from '../vocabulary.ts';

/** Minutes after midnight, by the clock of the caisse. */
export type Minutes = number;
export type Span = { from: Minutes; to: Minutes };

/** When 3646 answers on a day. `unknown`: a working day of a territory whose hours are published nowhere we know. */
export type Opening =
  | ({ state: 'open' } & Span)
  | { state: 'unknown' }
  /** On a public holiday, or on a weekend. */
  | { state: 'closed'; holiday: Words | null };

const at = (hour: number, minute = 0): Minutes => hour * 60 + minute;

/** At least these; some departments answer longer. */
const METROPOLE: Span = { from: at(8, 30), to: at(17) };
const REUNION: Span = { from: at(7, 30), to: at(16) };
const REUNION_FRIDAY: Span = { from: at(7, 30), to: at(13) };
const FRIDAY = 5;

/** Where the hours stand in public. */
export const HOURS_SOURCE: SourceId = 'ameli/contacter';

const isMetropole = (zone: Zone): boolean => zone === 'metropole' || zone === 'alsace_moselle';

/** When 3646 answers in a zone on a day. */
export function openingOn(day: Day, zone: Zone): Opening {
  if (weekday(day) > FRIDAY) return { state: 'closed', holiday: null };
  const holiday = holidayName(day, zone);
  if (holiday !== null) return { state: 'closed', holiday };
  if (isMetropole(zone)) return { state: 'open', ...METROPOLE };
  if (zone !== 'reunion') return { state: 'unknown' };
  return { state: 'open', ...(weekday(day) === FRIDAY ? REUNION_FRIDAY : REUNION) };
}

/** The parts of a day in which calls are counted: by the quiet hours that the Assurance maladie publishes. */
export const SLOTS = ['early', 'morning', 'midday', 'afternoon'] as const;
export type Slot = (typeof SLOTS)[number];

const BORDERS: Record<Slot, Span> = {
  early: { from: at(0), to: at(10) },
  morning: { from: at(10), to: at(12) },
  midday: { from: at(12), to: at(14) },
  afternoon: { from: at(14), to: at(24) },
};

/** The widest that a call is counted in where no hours are known. */
const DAYTIME: Span = { from: at(7), to: at(19) };

/** The part of a slot in which 3646 answers; null: none. */
export function spanOf(slot: Slot, opening: Opening): Span | null {
  if (opening.state === 'closed') return null;
  const day = opening.state === 'open' ? opening : DAYTIME;
  const span = { from: Math.max(BORDERS[slot].from, day.from), to: Math.min(BORDERS[slot].to, day.to) };
  return span.from < span.to ? span : null;
}

/** The slot of a time of day; null outside the hours. */
export function slotAt(minute: Minutes, opening: Opening): Slot | null {
  return (
    SLOTS.find((slot) => {
      const span = spanOf(slot, opening);
      return span !== null && span.from <= minute && minute < span.to;
    }) ?? null
  );
}

/** Whether somebody answers now; null where nobody knows. */
export function isOpenAt(minute: Minutes, opening: Opening): boolean | null {
  if (opening.state === 'closed') return false;
  return opening.state === 'unknown' ? null : opening.from <= minute && minute < opening.to;
}

/** Slots in which 3646 says that it is quiet. Published for metropolitan France alone. */
export const quietSlots = (zone: Zone): ReadonlySet<Slot> => new Set(isMetropole(zone) ? ['early', 'midday'] : []);

/** Caisses whose calls are alike enough to learn from one another: they share their hours. */
export const territoryOf = (zone: Zone): Zone => (isMetropole(zone) ? 'metropole' : zone);

const DEPARTMENTS = new Map(CAISSES.map(({ shortName, department }) => [shortName, department]));

/** The zone whose clock and holidays a caisse keeps; for one that is not on the list, that of the client's department. */
export function zoneOfCaisse(shortName: string | null, department: string): Zone {
  return zoneOf(`${DEPARTMENTS.get(shortName ?? '') ?? department}000`.slice(0, 5));
}
