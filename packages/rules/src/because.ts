import { inWords } from './calendar/words.ts';
import { yearOf, type Day } from './calendar/days.ts';
import type { Language, Words } from './vocabulary.ts';

/** What a sentence may name: a day, a number, a name, or words that differ by language. */
export type Named = Record<string, Day | number | string | Words | null>;

const A_DAY = /^\d{4}-\d\d-\d\d$/;

/** A pattern cut at its names: text, name, text, name … text. */
const partsOf = (pattern: string): string[] => pattern.split(/\{(\w+)\}/);

/**
 * A sentence of the rules, in both languages, and what it said last. The days of a plan are compared, and a file may have
 * hundreds of the same tasks: what says the same is put together once.
 */
type Sentence = {
  frPattern: string;
  en: readonly string[];
  fr: readonly string[];
  names: readonly string[];
  last: { values: Named; year: number; words: Words } | null;
};
const sentences = new Map<string, Sentence>();

function sentenceOf(en: string, fr: string): Sentence {
  const known = sentences.get(en);
  if (known?.frPattern === fr) return known;
  const [inEnglish, inFrench] = [partsOf(en), partsOf(fr)];
  const names = [...new Set([inEnglish, inFrench].flatMap((parts) => parts.filter((_, i) => i % 2 === 1)))];
  const sentence: Sentence = { frPattern: fr, en: inEnglish, fr: inFrench, names, last: null };
  sentences.set(en, sentence);
  return sentence;
}

function fill(parts: readonly string[], values: Named, language: Language, near: Day): string {
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

function isSame(names: readonly string[], a: Named, b: Named): boolean {
  for (const name of names) {
    const one = a[name];
    const other = b[name];
    if (one === other) continue;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    if (one.en !== other.en || one.fr !== other.fr) return false;
  }
  return true;
}

/**
 * A sentence with its facts filled in, in both languages.
 * @param near days of another year than this one's are written with their year
 */
export function say(en: string, fr: string, values: Named, near: Day): Words {
  const sentence = sentenceOf(en, fr);
  const { last } = sentence;
  const year = yearOf(near);
  if (last !== null && last.year === year && isSame(sentence.names, values, last.values)) return last.words;
  const words = { en: fill(sentence.en, values, 'en', near), fr: fill(sentence.fr, values, 'fr', near) };
  sentence.last = { values, year, words };
  return words;
}

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
