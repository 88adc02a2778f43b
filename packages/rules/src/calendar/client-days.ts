import { addDays, type Day, type WorkingDay } from './days.ts';
import { daysOfZone, isWorkingDay, zoneOf, type Zone, type ZoneDays } from './working-days.ts';

/**
 * The working days of one client, who may move from one zone to another.
 * A day is read by the holidays of the place where the client lived on that day, so that what was due
 * before a move keeps its day.
 */
export class ClientDays {
  private readonly stays: { from: Day; zone: Zone }[];
  /** The days of somebody who has not moved: most never do. */
  private ofOneZone: ZoneDays | null;

  constructor(postcode: string) {
    const zone = zoneOf(postcode);
    this.stays = [{ from: '0000-00-00' as Day, zone }];
    this.ofOneZone = daysOfZone(zone);
  }

  /** From this day on the client lives at this postcode. */
  move(from: Day, postcode: string): void {
    const zone = zoneOf(postcode);
    if (zone === this.zoneOn(from)) return;
    this.stays.push({ from, zone });
    this.ofOneZone = null;
  }

  zoneOn(day: Day): Zone {
    const { stays } = this;
    // Somebody may move a thousand times, and old days are asked for as often as new ones.
    let [first, last] = [0, stays.length - 1];
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((stays[middle]?.from ?? day) > day) last = middle - 1;
      else first = middle;
    }
    return stays[first]?.zone ?? 'metropole';
  }

  isWorking(day: Day): boolean {
    return isWorkingDay(day, this.zoneOn(day));
  }

  /** The working day on or after a day. */
  onOrAfter(day: Day): WorkingDay {
    if (this.ofOneZone !== null) return this.ofOneZone.onOrAfter(day);
    let candidate = day;
    while (!this.isWorking(candidate)) candidate = addDays(candidate, 1);
    return candidate as WorkingDay;
  }

  /** The working day on or before a day: for what must meet a limit of the law. */
  onOrBefore(day: Day): WorkingDay {
    if (this.ofOneZone !== null) return this.ofOneZone.onOrBefore(day);
    let candidate = day;
    while (!this.isWorking(candidate)) candidate = addDays(candidate, -1);
    return candidate as WorkingDay;
  }

  /** The next working day: never the day itself. */
  after(day: Day): WorkingDay {
    return this.onOrAfter(addDays(day, 1));
  }

  /** The `n`th working day after a day. */
  add(day: Day, n: number): WorkingDay {
    if (this.ofOneZone !== null) return this.ofOneZone.add(day, n);
    let candidate = day;
    for (let left = n; left > 0; left -= 1) candidate = this.after(candidate);
    return this.onOrAfter(candidate);
  }
}
