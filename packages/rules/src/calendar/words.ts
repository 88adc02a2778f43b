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
const known: Record<Language, Map<Day, string>> = { en: new Map(), fr: new Map() };
const MOST_DAYS = 20_000;

/** "21 April", « 1ᵉʳ avril ». */
function dateAndMonth(day: Day, language: Language): string {
  const found = known[language].get(day);
  if (found !== undefined) return found;
  const date = dateOf(day);
  const text = `${language === 'fr' && date === 1 ? '1ᵉʳ' : date} ${MONTHS[language][monthOf(day) - 1] ?? ''}`;
  if (known[language].size < MOST_DAYS) known[language].set(day, text);
  return text;
}

/** A day for a person to read: "21 April", "Tuesday 21 April 2026"; « 1ᵉʳ avril », « mardi 21 avril 2026 ». */
export function inWords(day: Day, language: Language, { weekday: named, year }: InWordsOptions = {}): string {
  const withYear = typeof year === 'string' ? yearOf(year) !== yearOf(day) : (year ?? false);
  const date = dateAndMonth(day, language);
  const text = withYear ? `${date} ${yearOf(day)}` : date;
  return named ? `${weekdayName(day)[language]} ${text}` : text;
}

/** The weekday's name: "Sunday", « dimanche ». */
export const weekdayName = (day: Day): Words => ({
  en: WEEKDAYS.en[weekday(day) - 1] ?? '',
  fr: WEEKDAYS.fr[weekday(day) - 1] ?? '',
});
