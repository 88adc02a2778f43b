/** Plain days of Europe/Paris, as text. No Date leaves this file. */

/** A day, `2026-06-21`. */
export type Day = string & { readonly __day: true };
/** A day fixed by law: it never moves. */
export type LegalDay = Day & { readonly __legal: true };
/** A day on which offices work, in the client's zone. */
export type WorkingDay = Day & { readonly __working: true };

const MS_A_DAY = 86_400_000;
const ZERO = '0'.charCodeAt(0);
const DAYS_TO_1970 = 719_469;

/** Two digits of a day, as a number. */
const digits = (day: string, at: number): number => (day.charCodeAt(at) - ZERO) * 10 + day.charCodeAt(at + 1) - ZERO;

export const yearOf = (day: Day): number => digits(day, 0) * 100 + digits(day, 2);
/** 1 January … 12 December. */
export const monthOf = (day: Day): number => digits(day, 5);
export const dateOf = (day: Day): number => digits(day, 8);

/**
 * The days since 1 January 1970. By arithmetic, since a plan counts days thousands of times, and a `Date` or a table
 * takes longer. Years begin in March here, so that the leap day is the last of its year.
 */
function ordinal(day: Day): number {
  return daysTo(yearOf(day), monthOf(day), dateOf(day));
}

/** @param month 1 January … 12 December */
function daysTo(calendarYear: number, month: number, date: number): number {
  const year = month > 2 ? calendarYear : calendarYear - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const daysBeforeMonth = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return year * 365 + leapDays + daysBeforeMonth + date - DAYS_TO_1970;
}

// The texts of the days of this century, each made once: the days that plans are about.
const FIRST = ordinal('2000-01-01' as Day);
const texts = Array.from<Day | undefined>({ length: ordinal('2100-01-01' as Day) - FIRST });

function fromOrdinal(n: number): Day {
  const at = n - FIRST;
  if (at < 0 || at >= texts.length) return textOf(n);
  return (texts[at] ??= textOf(n));
}

const textOf = (n: number): Day => new Date(n * MS_A_DAY).toISOString().slice(0, 10) as Day;

/** Whether a text is a day that exists (`2026-02-30` is none; years 1800 to 2199). */
export const isDay = (text: string): text is Day =>
  /^(18|19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[123]\d)$/.test(text) &&
  dateOf(text as Day) <= lastDateOf(yearOf(text as Day), monthOf(text as Day) - 1);

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
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months % 12;
  const date = Math.min(dateOf(day), lastDateOf(year, month));
  const at = daysTo(year, month + 1, date);
  if (at >= FIRST && at < FIRST + texts.length) return fromOrdinal(at);
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
