import type { Minutes } from '@suivi/rules/calls/hours';
import { localMinute } from '@suivi/rules/calls/round-order';
import type { Zone } from '@suivi/rules/calendar/working-days';
import { timeZoneOf } from '@suivi/rules/calendar/working-days';

/** How far the clock of a zone is ahead of UTC at an instant, in minutes. */
export function utcOffset(zone: Zone, at: Date): Minutes {
  const parts = new Intl.DateTimeFormat('en', { timeZone: timeZoneOf(zone), timeZoneName: 'longOffset' });
  const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The minute of the day where a caisse is. */
export const minuteIn = (zone: Zone, at: Date): Minutes =>
  localMinute(at.getUTCHours() * 60 + at.getUTCMinutes(), utcOffset(zone, at));
