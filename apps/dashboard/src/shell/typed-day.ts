import type { Day } from '@suivi/rules/calendar/days';
import { addDays, isDay } from '@suivi/rules/calendar/days';

/**
 * A day as people type it: `21/05/2026`, `21/05`, `21 5`, `21.5.26`, `-3` (three days ago), `+2`.
 * Without a year it is the last such day up to `today`, or the next one where days ahead are asked for.
 */
export function typedDay(text: string, today: Day, ahead = false): Day | null {
  const typed = text.trim();
  if (/^[+-]\d{1,3}$/.test(typed)) return addDays(today, Number(typed));
  if (isDay(typed)) return typed;
  const parts = /^(\d{1,2})[\s/.-]+(\d{1,2})(?:[\s/.-]+(\d{2}|\d{4}))?$/.exec(typed);
  if (parts === null) return null;
  const [, date = '', month = '', year] = parts;
  const inYear = (y: number): Day | null => {
    const day = `${y}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(day) ? day : null;
  };
  if (year !== undefined) return inYear(year.length === 2 ? 2000 + Number(year) : Number(year));
  const thisYear = Number(today.slice(0, 4));
  const near = inYear(thisYear);
  if (near === null) return null;
  if (ahead) return near < today ? inYear(thisYear + 1) : near;
  return near > today ? inYear(thisYear - 1) : near;
}
