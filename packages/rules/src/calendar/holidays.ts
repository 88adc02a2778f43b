import type { Words } from '../vocabulary.ts';
import { addDays, type Day } from './days.ts';
import type { Zone } from './zones.ts';

/** A public holiday, and whether only some zones keep it. */
export type Holiday = { name: Words; local: boolean };

const FIXED: [monthAndDay: string, Words][] = [
  ['01-01', { en: 'New Year’s Day', fr: 'le jour de l’an' }],
  ['05-01', { en: 'Labour Day', fr: 'la fête du Travail' }],
  ['05-08', { en: 'Victory Day', fr: 'la victoire de 1945' }],
  ['07-14', { en: 'Bastille Day', fr: 'la fête nationale' }],
  ['08-15', { en: 'Assumption Day', fr: 'l’Assomption' }],
  ['11-01', { en: 'All Saints’ Day', fr: 'la Toussaint' }],
  ['11-11', { en: 'Armistice Day', fr: 'l’armistice de 1918' }],
  ['12-25', { en: 'Christmas Day', fr: 'Noël' }],
];

const AFTER_EASTER: [days: number, Words][] = [
  [1, { en: 'Easter Monday', fr: 'le lundi de Pâques' }],
  [39, { en: 'Ascension Day', fr: 'l’Ascension' }],
  [50, { en: 'Whit Monday', fr: 'le lundi de Pentecôte' }],
];

/** Each territory keeps the day on which slavery ended there, not one day for all. */
const ABOLITION: Partial<Record<Zone, string>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  saint_martin: '05-28',
  guyane: '06-10',
  saint_barthelemy: '10-09',
  reunion: '12-20',
};
const ABOLITION_NAME: Words = { en: 'the Abolition of Slavery', fr: 'l’abolition de l’esclavage' };

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}` as Day;
}

function holidaysOfYear(year: number, zone: Zone): Map<Day, Holiday> {
  const easter = easterSunday(year);
  const days = new Map<Day, Holiday>();
  for (const [date, name] of FIXED) days.set(`${year}-${date}` as Day, { name, local: false });
  for (const [after, name] of AFTER_EASTER) {
    const day = addDays(easter, after);
    // 8 May 2008 was also Ascension Day: the day keeps its first name.
    if (!days.has(day)) days.set(day, { name, local: false });
  }
  if (zone === 'alsace_moselle') {
    days.set(addDays(easter, -2), { name: { en: 'Good Friday', fr: 'le Vendredi saint' }, local: true });
    days.set(`${year}-12-26` as Day, { name: { en: 'St Stephen’s Day', fr: 'la Saint-Étienne' }, local: true });
  }
  const abolition = ABOLITION[zone];
  if (abolition !== undefined && !days.has(`${year}-${abolition}` as Day))
    days.set(`${year}-${abolition}` as Day, { name: ABOLITION_NAME, local: true });
  return days;
}

// A plan asks for the same few years thousands of times; the answer never changes.
const known = new Map<string, Map<Day, Holiday>>();

/** All public holidays of a year in a zone, by day. */
export function holidaysIn(year: number, zone: Zone): ReadonlyMap<Day, Holiday> {
  const key = `${zone}${year}`;
  let days = known.get(key);
  if (days === undefined) known.set(key, (days = holidaysOfYear(year, zone)));
  return days;
}

/** The public holiday that a day is in a zone, or null. */
export const holidayOn = (day: Day, zone: Zone): Holiday | null =>
  holidaysIn(Number(day.slice(0, 4)), zone).get(day) ?? null;
