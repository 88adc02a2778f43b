import type { Day } from '@suivi/rules/calendar/days';
import { daysFrom } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Reader } from './fill.ts';

/** Further away than this, the weekday no longer helps. */
const WEEKDAY_WITHIN_DAYS = 60;

/** A day as a client reads it: with its weekday when it is near, with its year when that is another one. */
export function dayInText(day: Day, { language, today, weekday }: Reader): string {
  return inWords(day, language, {
    weekday: weekday && Math.abs(daysFrom(today, day)) <= WEEKDAY_WITHIN_DAYS,
    year: day.slice(0, 4) !== today.slice(0, 4),
  });
}
