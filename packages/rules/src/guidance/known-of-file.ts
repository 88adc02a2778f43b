import type { Day } from '../calendar/days.ts';
import { zoneOf } from '../calendar/zones.ts';
import type { Applicant } from '../file.ts';
import type { Asked } from './read-care.ts';

/** Whole years on a day; somebody born on 29 February is a year older on 1 March. */
function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * What a client's file tells of an estimate. The local scheme follows from work in Alsace-Moselle: it is taken for
 * employees who live there, and for nobody else; residents without work do not have it.
 */
export const knownOfFile = (
  { birthDate, address, category }: Pick<Applicant, 'birthDate' | 'address' | 'category'>,
  gpDeclared: boolean,
  today: Day,
): Asked => ({
  age: String(Math.min(120, Math.max(0, ageOn(birthDate, today)))),
  gp: gpDeclared ? 'yes' : 'no',
  local: category === 'employee' && zoneOf(address.postcode) === 'alsace_moselle' ? 'yes' : 'no',
});
