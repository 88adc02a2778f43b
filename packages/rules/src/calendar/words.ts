import type { Language, Words } from '../vocabulary.ts';
import { dateOf, monthOf, weekday, yearOf, type Day } from './days.ts';

const MONTHS: Record<Language, string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};
const WEEKDAYS: Record<Language, string[]> = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
};

export type InWordsOptions = {
  /** Put the name of the weekday before it. */
  weekday?: boolean;
  /** `true`: with its year. A day: with its year when that is not the year of this day. */
  year?: boolean | Day;
};

// The sentences of plans name the same few days again and again.
const known = new Map<Day, Words>();
const MOST_DAYS = 20_000;

/** "21 April", « 1ᵉʳ avril ». */
export function dateInWords(day: Day): Words {
  const found = known.get(day);
  if (found !== undefined) return found;
  const [date, month] = [dateOf(day), monthOf(day) - 1];
  const words = {
    en: `${date} ${MONTHS.en[month] ?? ''}`,
    fr: `${date === 1 ? '1ᵉʳ' : date} ${MONTHS.fr[month] ?? ''}`,
  };
  if (known.size < MOST_DAYS) known.set(day, words);
  return words;
}

/** A day for a person to read: "21 April", "Tuesday 21 April 2026"; « 1ᵉʳ avril », « mardi 21 avril 2026 ». */
export function inWords(day: Day, language: Language, { weekday: named, year }: InWordsOptions = {}): string {
  const withYear = typeof year === 'string' ? yearOf(year) !== yearOf(day) : (year ?? false);
  const date = dateInWords(day)[language];
  const text = withYear ? `${date} ${yearOf(day)}` : date;
  return named ? `${weekdayName(day)[language]} ${text}` : text;
}

/** The weekday's name: "Sunday", « dimanche ». */
export const weekdayName = (day: Day): Words => ({
  en: WEEKDAYS.en[weekday(day) - 1] ?? '',
  fr: WEEKDAYS.fr[weekday(day) - 1] ?? '',
});
