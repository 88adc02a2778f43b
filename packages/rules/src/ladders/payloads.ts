import type { Zone } from '../calendar/working-days.ts';
import type { Context } from '../context.ts';
import type { Words } from '../vocabulary.ts';

/** What a person needs at hand for a call: the numbers, and when somebody answers. */
type Call = {
  number: string;
  english: string;
  fromAbroad: string;
  englishFromAbroad: string;
  hours: Words;
  englishHours: Words;
};

const ENGLISH_HOURS: Words = { en: 'Monday to Friday, 8:30–17:30', fr: 'du lundi au vendredi, 8 h 30–17 h 30' };
const QUIET: Words = {
  en: 'Monday to Friday, 8:30–17:00; quiet 8:30–10:00 and 12:00–14:00',
  fr: 'du lundi au vendredi, 8 h 30–17 h ; plus calme 8 h 30–10 h et 12 h–14 h',
};
/** The quiet hours, said shortly: for a call after one that nobody answered. */
const AGAIN: Words = { en: '8:30–10:00 or 12:00–14:00', fr: '8 h 30–10 h ou 12 h–14 h' };
const AGAIN_REUNION: Words = { en: '7:30–16:00 in Réunion', fr: '7 h 30–16 h à La Réunion' };
const AGAIN_OVERSEAS: Words = { en: 'local hours', fr: 'heures locales' };
const REUNION: Words = {
  en: 'Monday to Thursday 7:30–16:00, Friday to 13:00 (Réunion time)',
  fr: 'du lundi au jeudi 7 h 30–16 h, le vendredi jusqu’à 13 h (heure de La Réunion)',
};
const OVERSEAS: Words = {
  en: 'Monday to Friday, local hours of the caisse: they differ overseas',
  fr: 'du lundi au vendredi, horaires locaux de la caisse, différents outre-mer',
};

function hoursIn(zone: Zone, again: boolean): Words {
  if (zone === 'reunion') return again ? AGAIN_REUNION : REUNION;
  if (zone !== 'metropole' && zone !== 'alsace_moselle') return again ? AGAIN_OVERSEAS : OVERSEAS;
  return again ? AGAIN : QUIET;
}

/** The words for the hours at which a call after an unanswered one is made. */
export const hoursAgain = (c: Context): Words => hoursIn(c.days.zoneOn(c.day), true);

/** The numbers of CPAM, with hours by the place where the client lives. */
export const callPayload = (c: Context, again = false): Call => ({
  number: '3646',
  english: '09 74 75 36 46',
  fromAbroad: '+33 1 84 90 36 46',
  englishFromAbroad: '+33 9 74 75 36 46',
  hours: hoursIn(c.days.zoneOn(c.day), again),
  englishHours: ENGLISH_HOURS,
});

export const letterPayload = (letter: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  letter,
  ...more,
});

/** A number of days, in words. */
export const daysIn = (days: number): Words => counted(days, { en: 'day', fr: 'jour' }, { en: 'days', fr: 'jours' });

/** A number of months, in words. */
export const monthsIn = (months: number): Words =>
  counted(months, { en: 'month', fr: 'mois' }, { en: 'months', fr: 'mois' });

/** One or many, in words: “1 document”, “3 documents”. */
export const counted = (count: number, one: Words, many: Words): Words => {
  const words = count === 1 ? one : many;
  return { en: `${count} ${words.en}`, fr: `${count} ${words.fr}` };
};
