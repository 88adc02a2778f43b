import type { Day } from '../calendar/days.ts';
import type { Citation } from './citations.ts';

/** The first day on which what a source says holds: `2018-07` begins on 1 July 2018. */
export const firstDayOf = (validFrom: string): Day => `${validFrom}-01-01`.slice(0, 10) as Day;

/** Whether what a source says has ended before a day: `2018` holds to the last day of that year. */
export const hasEnded = ({ validUntil }: Pick<Citation, 'validUntil'>, day: Day): boolean =>
  validUntil !== undefined && day.slice(0, validUntil.length) > validUntil;
