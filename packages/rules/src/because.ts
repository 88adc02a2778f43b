import { inWords } from './calendar/words.ts';
import type { Day } from './calendar/days.ts';
import type { Language, Words } from './vocabulary.ts';

/** What a sentence may name: a day, a number, a name, or words that differ by language. */
export type Named = Record<string, Day | number | string | Words | null>;

const A_DAY = /^\d{4}-\d\d-\d\d$/;

/** A pattern cut at its names: text, name, text, name … text. */
const cut = new Map<string, string[]>();

function partsOf(pattern: string): string[] {
  let parts = cut.get(pattern);
  if (parts === undefined) cut.set(pattern, (parts = pattern.split(/\{(\w+)\}/)));
  return parts;
}

function fill(pattern: string, values: Named, language: Language, near: Day): string {
  const parts = partsOf(pattern);
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) text += read(values[parts[i] ?? ''], language, near) + (parts[i + 1] ?? '');
  return text;
}

function read(value: Named[string] | undefined, language: Language, near: Day): string {
  if (value === null || value === undefined) return '…';
  if (typeof value === 'object') return value[language];
  if (typeof value === 'string' && A_DAY.test(value)) return inWords(value as Day, language, { year: near });
  return String(value);
}

/**
 * A sentence with its facts filled in, in both languages.
 * @param near days of another year than this one's are written with their year
 */
export const say = (en: string, fr: string, values: Named, near: Day): Words => ({
  en: fill(en, values, 'en', near),
  fr: fill(fr, values, 'fr', near),
});

/** What is said after a sentence: in full, and shortly where a line has no room for that. */
export type Tail = { full: Words; short: Words };

/** What a line of a list takes. */
const LINE = 120;

/** A sentence and its tail, in the longest form that fits on a line. */
export function followedBy(first: Words, tail: Tail | null): Words {
  if (tail === null) return first;
  const fitted = (language: Language): string => {
    const whole = `${first[language]} ${tail.full[language]}`;
    return whole.length <= LINE ? whole : `${first[language]} ${tail.short[language]}`;
  };
  return { en: fitted('en'), fr: fitted('fr') };
}
