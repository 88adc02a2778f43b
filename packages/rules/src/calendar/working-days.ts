import type { Words } from '../vocabulary.ts';
import { addDays, weekday, type Day, type WorkingDay } from './days.ts';
import { holidayOn } from './holidays.ts';
import type { Zone } from './zones.ts';

export { placeOf, timeZoneOf, zoneOf, type Zone } from './zones.ts';

/** The name of the public holiday that a day is in a zone, or null. */
export const holidayName = (day: Day, zone: Zone): Words | null => holidayOn(day, zone)?.name ?? null;

const isWorked = (day: Day, zone: Zone): day is WorkingDay => weekday(day) <= 5 && holidayOn(day, zone) === null;

// Plans ask for the same few days again and again.
const known = new Map<Zone, Map<Day, WorkingDay>>();
const MOST_DAYS = 20_000;

/** The working day on or after a day. */
export function workingDay(day: Day, zone: Zone): WorkingDay {
  let days = known.get(zone);
  if (days === undefined) known.set(zone, (days = new Map()));
  const found = days.get(day);
  if (found !== undefined) return found;
  let candidate = day;
  while (!isWorked(candidate, zone)) candidate = addDays(candidate, 1);
  if (days.size < MOST_DAYS) days.set(day, candidate);
  return candidate;
}

/** Monday to Friday without the public holidays of the zone: the days on which CPAM, its telephone and we work. */
export const isWorkingDay = (day: Day, zone: Zone): day is WorkingDay => workingDay(day, zone) === day;

/** The working day on or before a day: for what must meet a limit of the law. */
export function workingDayBefore(day: Day, zone: Zone): WorkingDay {
  let candidate = day;
  while (!isWorkingDay(candidate, zone)) candidate = addDays(candidate, -1);
  return candidate;
}

/** The `n`th working day after a day (0: the working day on or after it). */
export function addWorkingDays(day: Day, n: number, zone: Zone): WorkingDay {
  if (n <= 0) return workingDay(day, zone);
  let candidate = day;
  for (let left = n; left > 0; left -= 1) candidate = workingDay(addDays(candidate, 1), zone);
  return candidate as WorkingDay;
}
