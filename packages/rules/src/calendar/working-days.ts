import type { Words } from '../vocabulary.ts';
import { addDays, weekday, type Day, type WorkingDay } from './days.ts';
import { holidayOn } from './holidays.ts';
import { ZONES, type Zone } from './zones.ts';

export { placeOf, timeZoneOf, zoneOf, type Zone } from './zones.ts';

/** The name of the public holiday that a day is in a zone, or null. */
export const holidayName = (day: Day, zone: Zone): Words | null => holidayOn(day, zone)?.name ?? null;

const isWorked = (day: Day, zone: Zone): day is WorkingDay => weekday(day) <= 5 && holidayOn(day, zone) === null;

/** No zone has so many days without work in a row: what was due before that many days is due no more. */
export const LONGEST_CLOSURE_DAYS = 7;

const MOST_DAYS = 20_000;

/** The working days of a zone. Plans ask for the same few days again and again: each answer is kept. */
export class ZoneDays {
  private readonly zone: Zone;
  private readonly known = new Map<Day, WorkingDay>();
  /** By the number of working days that were added. */
  private readonly added = new Map<number, Map<Day, WorkingDay>>();

  constructor(zone: Zone) {
    this.zone = zone;
  }

  /** The working day on or after a day. */
  onOrAfter(day: Day): WorkingDay {
    const found = this.known.get(day);
    if (found !== undefined) return found;
    let candidate = day;
    while (!isWorked(candidate, this.zone)) candidate = addDays(candidate, 1);
    if (this.known.size < MOST_DAYS) this.known.set(day, candidate);
    return candidate;
  }

  /** The working day on or before a day: for what must meet a limit of the law. */
  onOrBefore(day: Day): WorkingDay {
    let candidate = day;
    while (this.onOrAfter(candidate) !== candidate) candidate = addDays(candidate, -1);
    return candidate as WorkingDay;
  }

  /** The `n`th working day after a day (0: the working day on or after it). */
  add(day: Day, n: number): WorkingDay {
    if (n <= 0) return this.onOrAfter(day);
    let days = this.added.get(n);
    if (days === undefined) this.added.set(n, (days = new Map()));
    const found = days.get(day);
    if (found !== undefined) return found;
    let candidate = day;
    for (let left = n; left > 0; left -= 1) candidate = this.onOrAfter(addDays(candidate, 1));
    if (days.size < MOST_DAYS) days.set(day, candidate as WorkingDay);
    return candidate as WorkingDay;
  }
}

const zones = new Map(ZONES.map((zone) => [zone, new ZoneDays(zone)]));

export const daysOfZone = (zone: Zone): ZoneDays => zones.get(zone) ?? new ZoneDays(zone);

/** The working day on or after a day. */
export const workingDay = (day: Day, zone: Zone): WorkingDay => daysOfZone(zone).onOrAfter(day);

/** The working day on or before a day. */
export const workingDayBefore = (day: Day, zone: Zone): WorkingDay => daysOfZone(zone).onOrBefore(day);

/** Monday to Friday without the public holidays of the zone: the days on which CPAM, its telephone and we work. */
export const isWorkingDay = (day: Day, zone: Zone): day is WorkingDay => workingDay(day, zone) === day;

/** The `n`th working day after a day (0: the working day on or after it). */
export const addWorkingDays = (day: Day, n: number, zone: Zone): WorkingDay => daysOfZone(zone).add(day, n);
