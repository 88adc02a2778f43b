import { daysFrom, type Day } from '../calendar/days.ts';
import { inWords } from '../calendar/words.ts';
import type { Language, Words } from '../vocabulary.ts';
import type { Said } from './scripts.ts';

/** What a script may name: a day, a text, or words that differ by language. Null: not known. */
export type Known = Record<string, { day: Day; year?: true } | string | Words | null>;

/** Further away than this, the weekday no longer helps. */
const WEEKDAY_WITHIN_DAYS = 60;
const VARIABLE = /\{(\w+)\}/g;

const namesIn = (text: string): string[] => [...text.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []);

/** Whether every fact that a text names is known. */
export const isSayable = ({ say }: Said, known: Known): boolean => namesIn(say).every((name) => known[name] != null);

/** A text in both languages with its facts filled in. A sentence that names one that is not known is left out. */
export function fillSentences({ say, gloss }: Said, known: Known, today: Day): Said {
  return { say: sentences(say, known, 'fr', today), gloss: sentences(gloss, known, 'en', today) };
}

const sentences = (text: string, known: Known, language: Language, today: Day): string =>
  text
    .split(/(?<=[.!?]) +/)
    .filter((sentence) => namesIn(sentence).every((name) => known[name] != null))
    .map((sentence) => sentence.replace(VARIABLE, (_, name: string) => written(known[name] ?? '', language, today)))
    .join(' ');

function written(value: NonNullable<Known[string]>, language: Language, today: Day): string {
  if (typeof value === 'string') return value;
  if (!('day' in value)) return value[language];
  const { day, year } = value;
  return inWords(day, language, {
    weekday: year === undefined && Math.abs(daysFrom(today, day)) <= WEEKDAY_WITHIN_DAYS,
    year: year ?? today,
  });
}
