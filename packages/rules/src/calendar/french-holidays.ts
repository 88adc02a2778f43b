import { addDays, type Day } from './days.ts';
import type { Zone } from './zones.ts';

/** What a public holiday is called in the table and in the rules below; its names for people stand in holidays.ts. */
export type HolidayId =
  | 'new_year'
  | 'good_friday'
  | 'easter_monday'
  | 'labour_day'
  | 'victory_day'
  | 'ascension'
  | 'whit_monday'
  | 'bastille_day'
  | 'assumption'
  | 'all_saints'
  | 'armistice'
  | 'christmas'
  | 'st_stephen'
  | 'abolition';

/** A public holiday on its day; `local`: only some zones keep it. */
export type DatedHoliday = { on: Day; id: HolidayId; local: boolean };

const FIXED: readonly [monthAndDay: string, HolidayId][] = [
  ['01-01', 'new_year'],
  ['05-01', 'labour_day'],
  ['05-08', 'victory_day'],
  ['07-14', 'bastille_day'],
  ['08-15', 'assumption'],
  ['11-01', 'all_saints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
];

const AFTER_EASTER: readonly [days: number, HolidayId][] = [
  [1, 'easter_monday'],
  [39, 'ascension'],
  [50, 'whit_monday'],
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

/** The public holidays of a zone by the French rules, for the years that the table does not hold. */
export function holidaysByRule(year: number, zone: Zone): DatedHoliday[] {
  const easter = easterSunday(year);
  const on = (monthAndDay: string) => `${year}-${monthAndDay}` as Day;
  const found: DatedHoliday[] = [
    ...FIXED.map(([date, id]) => ({ on: on(date), id, local: false })),
    ...AFTER_EASTER.map(([days, id]) => ({ on: addDays(easter, days), id, local: false })),
  ];
  if (zone === 'alsace_moselle')
    found.push(
      { on: addDays(easter, -2), id: 'good_friday', local: true },
      { on: on('12-26'), id: 'st_stephen', local: true },
    );
  const abolition = ABOLITION[zone];
  if (abolition !== undefined) found.push({ on: on(abolition), id: 'abolition', local: true });
  return found;
}
