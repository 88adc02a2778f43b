import type { Words } from '../vocabulary.ts';
import { yearOf, type Day } from './days.ts';
import { holidaysByRule, type DatedHoliday, type HolidayId } from './french-holidays.ts';
import { HOLIDAY_TABLE } from './holidays.gen.ts';
import type { Zone } from './zones.ts';

/** A public holiday, and whether only some zones keep it. */
export type Holiday = { name: Words; local: boolean };

const NAMES: Record<HolidayId, Words> = {
  new_year: { en: 'New Year’s Day', fr: 'le jour de l’an' },
  good_friday: { en: 'Good Friday', fr: 'le Vendredi saint' },
  easter_monday: { en: 'Easter Monday', fr: 'le lundi de Pâques' },
  labour_day: { en: 'Labour Day', fr: 'la fête du Travail' },
  victory_day: { en: 'Victory Day', fr: 'la victoire de 1945' },
  ascension: { en: 'Ascension Day', fr: 'l’Ascension' },
  whit_monday: { en: 'Whit Monday', fr: 'le lundi de Pentecôte' },
  bastille_day: { en: 'Bastille Day', fr: 'la fête nationale' },
  assumption: { en: 'Assumption Day', fr: 'l’Assomption' },
  all_saints: { en: 'All Saints’ Day', fr: 'la Toussaint' },
  armistice: { en: 'Armistice Day', fr: 'l’armistice de 1918' },
  christmas: { en: 'Christmas Day', fr: 'Noël' },
  st_stephen: { en: 'St Stephen’s Day', fr: 'la Saint-Étienne' },
  abolition: { en: 'the Abolition of Slavery', fr: 'l’abolition de l’esclavage' },
};

/** One year of the table, `new_year 01-01, easter_monday 04-06, …`. */
const readYear = (text: string, year: number, local: boolean): DatedHoliday[] =>
  text.split(', ').map((entry) => {
    const [id, monthAndDay] = entry.split(' ');
    return { id: id as HolidayId, on: `${year}-${monthAndDay}` as Day, local };
  });

/** What the table says of a year in a zone; null for a year it does not hold. */
export function holidaysInTable(year: number, zone: Zone): DatedHoliday[] | null {
  const everywhere = HOLIDAY_TABLE.everywhere[year];
  if (everywhere === undefined) return null;
  const own = HOLIDAY_TABLE[zone]?.[year];
  return [...readYear(everywhere, year, false), ...(own === undefined ? [] : readYear(own, year, true))];
}

function holidaysOfYear(year: number, zone: Zone): Map<Day, Holiday> {
  const days = new Map<Day, Holiday>();
  // Two may meet, as Ascension Day and Martinique’s own on 22 May 2031: the day keeps the name that all of France has.
  for (const { on, id, local } of holidaysInTable(year, zone) ?? holidaysByRule(year, zone))
    if (!days.has(on)) days.set(on, { name: NAMES[id], local });
  return days;
}

// A plan asks for the same few years thousands of times; the answer never changes.
const known = new Map<Zone, Map<number, Map<Day, Holiday>>>();

/** All public holidays of a year in a zone, by day. */
export function holidaysIn(year: number, zone: Zone): ReadonlyMap<Day, Holiday> {
  let years = known.get(zone);
  if (years === undefined) known.set(zone, (years = new Map()));
  let days = years.get(year);
  if (days === undefined) years.set(year, (days = holidaysOfYear(year, zone)));
  return days;
}

/** The public holiday that a day is in a zone, or null. */
export const holidayOn = (day: Day, zone: Zone): Holiday | null => holidaysIn(yearOf(day), zone).get(day) ?? null;
