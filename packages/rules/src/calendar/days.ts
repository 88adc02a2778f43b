/** Plain days of Europe/Paris, as text. No Date leaves this file. */

/** A day, `2026-06-21`. */
export type Day = string & { readonly __day: true };
/** A day fixed by law: it never moves. */
export type LegalDay = Day & { readonly __legal: true };
/** A day on which offices work, in the client's zone. */
export type WorkingDay = Day & { readonly __working: true };

const MS_A_DAY = 86_400_000;

const ordinal = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_A_DAY;

const fromOrdinal = (n: number): Day => new Date(n * MS_A_DAY).toISOString().slice(0, 10) as Day;

/** Whether a text is a day that exists (`2026-02-30` is none; years 1800 to 2199). */
export const isDay = (text: string): text is Day =>
  /^(18|19|20|21)\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  fromOrdinal(ordinal(text as Day)) === text;

/** The day `n` calendar days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => fromOrdinal(ordinal(day) + n);

/** The same day of the month `n` months later, clamped to the month's end (31 January + 3 = 30 April). */
export function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months % 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), last);
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

/** How many calendar days lie from `from` to `to` (negative when `to` is earlier). */
export const daysFrom = (from: Day, to: Day): number => ordinal(to) - ordinal(from);

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((((ordinal(day) + 3) % 7) + 7) % 7) + 1;

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
