import type { Tail } from '../because.ts';
import type { Words } from '../vocabulary.ts';
import { weekday, type Day } from './days.ts';
import { holidayOn } from './holidays.ts';
import { inWords, weekdayName } from './words.ts';
import { placeOf, type Zone } from './zones.ts';

/** What is said after a sentence when a day was moved or kept (wording 6.1), and the same for a long sentence. */

const moved = (en: string, fr: string, short: Words, shortest: Words): Tail => ({
  full: { en: `${en}: due the next working day.`, fr: `${fr} : reporté au jour ouvré suivant.` },
  short,
  shortest,
});
const HOLIDAY = { en: 'A holiday: moved.', fr: 'Férié : reporté.' };

// A file may have many things that were moved from the same day.
const known = new Map<Zone, Map<Day, Tail | null>>();
const MOST_DAYS = 20_000;

/** Why a day that is no working day was moved forward; null for a working day. */
export function movedTail(rawDay: Day, zone: Zone): Tail | null {
  let tails = known.get(zone);
  if (tails === undefined) known.set(zone, (tails = new Map()));
  let tail = tails.get(rawDay);
  if (tail === undefined) {
    tail = tailOf(rawDay, zone);
    if (tails.size < MOST_DAYS) tails.set(rawDay, tail);
  }
  return tail;
}

function tailOf(rawDay: Day, zone: Zone): Tail | null {
  const en = inWords(rawDay, 'en');
  const fr = inWords(rawDay, 'fr');
  if (weekday(rawDay) > 5) {
    const name = weekdayName(rawDay);
    return moved(
      `${en} is a ${name.en}`,
      `Le ${fr} est un ${name.fr}`,
      { en: `${en} is a ${name.en}: moved.`, fr: `Le ${inWords(rawDay, 'fr', { weekday: true })} : reporté.` },
      { en: `A ${name.en}: moved.`, fr: `${name.fr.charAt(0).toUpperCase()}${name.fr.slice(1)} : reporté.` },
    );
  }
  const holiday = holidayOn(rawDay, zone);
  if (holiday === null) return null;
  const place = placeOf(zone);
  return holiday.local
    ? moved(
        `${en} is a public holiday in ${place.en}`,
        `Le ${fr} est férié (${place.fr})`,
        { en: `${en} is a local holiday: moved.`, fr: `${fr}, férié local : reporté.` },
        HOLIDAY,
      )
    : moved(
        `${en} is ${holiday.name.en}`,
        `Le ${fr} est férié (${holiday.name.fr})`,
        { en: `${en} is ${holiday.name.en}: moved.`, fr: `Le ${fr}, férié : reporté.` },
        HOLIDAY,
      );
}

/** Why a task that must meet a legal day comes before it. */
export function movedBackTail(rawDay: Day): Tail {
  const en = inWords(rawDay, 'en');
  const fr = inWords(rawDay, 'fr');
  return {
    full: {
      en: `${en} is not a working day and the legal day is fixed: due before it.`,
      fr: `Le ${fr} n’est pas ouvré et le délai légal est fixe : avancé.`,
    },
    short: { en: `${en} is no working day: due before.`, fr: `Le ${fr} n’est pas ouvré : avancé.` },
    shortest: { en: 'Moved before a day off.', fr: 'Avancé, jour non ouvré.' },
  };
}

/** Why a legal day stands on a Sunday. */
export const LEGAL_TAIL: Tail = {
  full: {
    en: 'A legal deadline never moves, not even to a working day.',
    fr: 'Un délai légal ne bouge jamais, même hors jour ouvré.',
  },
  short: { en: 'The legal day is fixed.', fr: 'Le délai légal est fixe.' },
  shortest: { en: 'Fixed by law.', fr: 'Délai fixe.' },
};

/** ", a Sunday": why the day that counts is not the day reached. */
export function notWorking(day: Day, zone: Zone): Words {
  if (weekday(day) > 5) return { en: `, a ${weekdayName(day).en}`, fr: `, un ${weekdayName(day).fr}` };
  return holidayOn(day, zone) === null ? { en: '', fr: '' } : { en: ', a public holiday', fr: ', jour férié' };
}
