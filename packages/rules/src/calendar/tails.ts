import type { Words } from '../vocabulary.ts';
import { weekday, type Day } from './days.ts';
import { holidayOn } from './holidays.ts';
import { inWords, weekdayName } from './words.ts';
import { placeOf, type Zone } from './zones.ts';

/** What is said after a sentence when a day was moved or kept (wording 6.1). */

/** Why a day that is no working day was moved forward; null for a working day. */
export function movedTail(rawDay: Day, zone: Zone): Words | null {
  const en = inWords(rawDay, 'en');
  const fr = inWords(rawDay, 'fr');
  if (weekday(rawDay) > 5)
    return {
      en: `${en} is a ${weekdayName(rawDay).en}: due the next working day.`,
      fr: `Le ${fr} est un ${weekdayName(rawDay).fr} : reporté au jour ouvré suivant.`,
    };
  const holiday = holidayOn(rawDay, zone);
  if (holiday === null) return null;
  if (holiday.local)
    return {
      en: `${en} is a public holiday in ${placeOf(zone).en}: due the next working day.`,
      fr: `Le ${fr} est férié (${placeOf(zone).fr}) : reporté au jour ouvré suivant.`,
    };
  return {
    en: `${en} is ${holiday.name.en}: due the next working day.`,
    fr: `Le ${fr} est férié (${holiday.name.fr}) : reporté au jour ouvré suivant.`,
  };
}

/** Why a task that must meet a legal day comes before it. */
export const movedBackTail = (rawDay: Day): Words => ({
  en: `${inWords(rawDay, 'en')} is not a working day and the legal day is fixed: due before it.`,
  fr: `Le ${inWords(rawDay, 'fr')} n’est pas ouvré et le délai légal est fixe : avancé.`,
});

/** Why a legal day stands on a Sunday. */
export const LEGAL_TAIL: Words = {
  en: 'A legal deadline never moves, not even to a working day.',
  fr: 'Un délai légal ne bouge jamais, même hors jour ouvré.',
};
