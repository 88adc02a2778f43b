import type { Day } from '@suivi/rules/calendar/days';
import { daysFrom } from '@suivi/rules/calendar/days';
import type { Language } from '@suivi/rules/vocabulary';

/** Dates as people read them (never ISO on screen). A day is a day in Paris; it is only spelled here. */
const LOCALE: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };
const formats = new Map<string, Intl.DateTimeFormat>();
function spell(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const name = language + JSON.stringify(options);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' });
  formats.set(name, format);
  const text = format
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(',', '')
    .replace(/Sept\b/, 'Sep');
  return language === 'fr' ? text.replace(/(^|\s)1 /, '$11ᵉʳ ') : text;
}

/** In a list: today · Fri 22 May · 14 Jan 2027. */
export function dayInList(day: Day, today: Day, language: Language): string {
  if (day === today) return language === 'fr' ? 'aujourd’hui' : 'today';
  if (day.slice(0, 4) !== today.slice(0, 4))
    return spell(day, language, { day: 'numeric', month: 'short', year: 'numeric' });
  return spell(day, language, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** In a sentence: Thursday 21 May within 60 days, 21 April before, with the year when it is another one. */
export function dayInSentence(day: Day, today: Day, language: Language): string {
  const weekday = Math.abs(daysFrom(today, day)) <= 60 ? ({ weekday: 'long' } as const) : {};
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return spell(day, language, { ...weekday, day: 'numeric', month: 'long', ...year });
}

/** The page's own day: Thursday 21 May 2026. */
export const dayInTitle = (day: Day, language: Language): string =>
  spell(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** Without weekday, in a narrow column: 1 Apr. */
export const dayShort = (day: Day, today: Day, language: Language): string =>
  spell(day, language, {
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });

/** Without weekday, in a sentence about a source: 8 March 2022. */
export const dayWritten = (day: Day, language: Language): string =>
  spell(day, language, { day: 'numeric', month: 'long', year: 'numeric' });

/** What a source carries as its date, a year, a month or a day: 2016, September 2018, 8 March 2022. */
export function dateOfSource(dated: string, language: Language): string {
  if (dated.length === 4) return dated;
  if (dated.length === 7) return spell(`${dated}-01` as Day, language, { month: 'long', year: 'numeric' });
  return dayWritten(dated as Day, language);
}

/** As typed: 21/05/2026. */
export const dayTyped = (day: Day): string => day.split('-').reverse().join('/');

/** How late something due is: 3 days late. */
export function lateness(due: Day, today: Day, language: Language): string {
  const days = daysFrom(due, today);
  if (language === 'fr') return days === 1 ? '1 jour de retard' : `${days} jours de retard`;
  return days === 1 ? '1 day late' : `${days} days late`;
}

/** How long something lasts: 30 days. */
export function age(from: Day, today: Day, language: Language): string {
  const days = daysFrom(from, today);
  if (language === 'fr') return days <= 1 ? `${days} jour` : `${days} jours`;
  return days === 1 ? '1 day' : `${days} days`;
}

/** The time of an instant in Paris: 9:00 · 9 h · 16 h 30. */
export function timeOf(instant: string | Date, language: Language): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Paris',
  }).format(typeof instant === 'string' ? Date.parse(instant) : instant);
  const [hour = '0', minute = '00'] = parts.split(':');
  if (language === 'en') return `${Number(hour)}:${minute}`;
  return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}

/** 6,214 · 6 214. */
export const number = (n: number, language: Language): string => new Intl.NumberFormat(LOCALE[language]).format(n);
