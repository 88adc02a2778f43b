import type { Language, Words } from '../vocabulary.ts';
import { weekday, type Day } from './days.ts';

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

/** A day for a person to read: "21 April", "Tuesday 21 April 2026"; « 1ᵉʳ avril », « mardi 21 avril 2026 ». */
export function inWords(day: Day, language: Language, options: InWordsOptions = {}): string {
  const date = Number(day.slice(8, 10));
  const year = day.slice(0, 4);
  const withYear = typeof options.year === 'string' ? options.year.slice(0, 4) !== year : (options.year ?? false);
  const name = MONTHS[language][Number(day.slice(5, 7)) - 1] ?? '';
  const text = `${language === 'fr' && date === 1 ? '1ᵉʳ' : date} ${name}${withYear ? ` ${year}` : ''}`;
  return options.weekday ? `${weekdayName(day)[language]} ${text}` : text;
}

/** The weekday's name: "Sunday", « dimanche ». */
export const weekdayName = (day: Day): Words => ({
  en: WEEKDAYS.en[weekday(day) - 1] ?? '',
  fr: WEEKDAYS.fr[weekday(day) - 1] ?? '',
});
