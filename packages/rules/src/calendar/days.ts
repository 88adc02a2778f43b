/** Plain days of Europe/Paris, as text. No Date leaves this file. */

/** A day, `2026-06-21`. */
export type Day = string & { readonly __day: true };
/** A day fixed by law: it never moves. */
export type LegalDay = Day & { readonly __legal: true };
/** A day on which offices work, in the client's zone. */
export type WorkingDay = Day & { readonly __working: true };

const MS_A_DAY = 86_400_000;

// A plan counts days thousands of times, always within the same few years: each is worked out once. There are never
// more than the days of four centuries.
const ordinals = new Map<Day, number>();
const texts = new Map<number, Day>();

function ordinal(day: Day): number {
  const known = ordinals.get(day);
  if (known !== undefined) return known;
  const n = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_A_DAY;
  if (ordinals.size < MOST_DAYS) ordinals.set(day, n);
  return n;
}

function fromOrdinal(n: number): Day {
  const known = texts.get(n);
  if (known !== undefined) return known;
  const day = new Date(n * MS_A_DAY).toISOString().slice(0, 10) as Day;
  if (texts.size < MOST_DAYS) texts.set(n, day);
  return day;
}
const MOST_DAYS = 150_000;

/** Whether a text is a day that exists (`2026-02-30` is none; years 1800 to 2199). */
export const isDay = (text: string): text is Day =>
  /^(18|19|20|21)\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  fromOrdinal(ordinal(text as Day)) === text;

export const NO_SUCH_DAY = 'This day does not exist. Write a day as YYYY-MM-DD.';

/**
 * The day, for code that was handed one as it is: beyond the years of `isDay` nobody knows a calendar, and a plan made
 * day by day would not end.
 * @throws RangeError when there is no such day
 */
export function existing(day: Day): Day {
  if (!isDay(day)) throw new RangeError(NO_SUCH_DAY);
  return day;
}

/** The day `n` calendar days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => fromOrdinal(ordinal(day) + n);

/** The same day of the month `n` months later, clamped to the month's end (31 January + 3 = 30 April). */
export function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months % 12;
  const last = lastDateOf(year, month);
  const date = Math.min(Number(day.slice(8, 10)), last);
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

const LAST_DATES = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
/** The last date of a month; January is 0. */
const lastDateOf = (year: number, month: number): number =>
  month === 1 && isLeap(year) ? 29 : (LAST_DATES[month] ?? 31);

/** How many calendar days lie from `from` to `to` (negative when `to` is earlier). */
export const daysFrom = (from: Day, to: Day): number => ordinal(to) - ordinal(from);

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((((ordinal(day) + 3) % 7) + 7) % 7) + 1;

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
