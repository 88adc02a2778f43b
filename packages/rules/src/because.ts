import { dateInWords } from './calendar/words.ts';
import { yearOf, type Day } from './calendar/days.ts';
import type { Language, Words } from './vocabulary.ts';

/** What a sentence may name: a day, a number, a name, or words that differ by language. */
export type Named = Record<string, Day | number | string | Words | null>;

const A_DAY = /^\d{4}-\d\d-\d\d$/;
/** Most texts are no days, and a length is sooner compared than a pattern. */
const isWrittenDay = (text: string): text is Day => text.length === 10 && A_DAY.test(text);

/** A sentence in one language, cut at its names: a text, then again and again the place of a name and the text after it. */
type Pattern = { start: string; parts: { name: number; text: string }[] };

function patternOf(sentence: string, names: string[]): Pattern {
  const [start = '', ...cuts] = sentence.split(/\{(\w+)\}/);
  const parts: Pattern['parts'] = [];
  for (let i = 0; i < cuts.length; i += 2) {
    const name = cuts[i] ?? '';
    if (!names.includes(name)) names.push(name);
    parts.push({ name: names.indexOf(name), text: cuts[i + 1] ?? '' });
  }
  return { start, parts };
}

/**
 * A sentence of the rules, in both languages, and what it said last. The days of a plan are compared, and a file may have
 * hundreds of the same tasks: what says the same is put together once.
 */
type Sentence = {
  frSentence: string;
  en: Pattern;
  fr: Pattern;
  names: readonly string[];
  last: { values: readonly Named[string][]; year: number; words: Words } | null;
};
const sentences = new Map<string, Sentence>();

function sentenceOf(en: string, fr: string): Sentence {
  const known = sentences.get(en);
  if (known?.frSentence === fr) return known;
  const names: string[] = [];
  const sentence = { frSentence: fr, en: patternOf(en, names), fr: patternOf(fr, names), names, last: null };
  sentences.set(en, sentence);
  return sentence;
}

function fill({ start, parts }: Pattern, texts: readonly (string | Words)[], language: Language): string {
  let text = start;
  for (const part of parts) {
    const named = texts[part.name] ?? '';
    text += (typeof named === 'string' ? named : named[language]) + part.text;
  }
  return text;
}

/** A value as a sentence says it; days of another year than this one with their year. */
function read(value: Named[string], year: number): string | Words {
  if (value === null) return '…';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' || !isWrittenDay(value)) return value;
  const date = dateInWords(value);
  const own = yearOf(value);
  return own === year ? date : { en: `${date.en} ${own}`, fr: `${date.fr} ${own}` };
}

function isSame(a: Named[string] | undefined, b: Named[string] | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return a.en === b.en && a.fr === b.fr;
}

type Said = Sentence & { last: NonNullable<Sentence['last']> };

function saysTheSame(sentence: Sentence, values: Named, year: number): sentence is Said {
  const { last, names } = sentence;
  if (last === null || last.year !== year) return false;
  for (let i = 0; i < names.length; i += 1) if (!isSame(values[names[i] ?? ''] ?? null, last.values[i])) return false;
  return true;
}

/**
 * A sentence with its facts filled in, in both languages.
 * @param near days of another year than this one's are written with their year
 */
export function say(en: string, fr: string, values: Named, near: Day): Words {
  const sentence = sentenceOf(en, fr);
  const year = yearOf(near);
  if (saysTheSame(sentence, values, year)) return sentence.last.words;
  const now = sentence.names.map((name) => values[name] ?? null);
  const texts = now.map((value) => read(value, year));
  const words = { en: fill(sentence.en, texts, 'en'), fr: fill(sentence.fr, texts, 'fr') };
  sentence.last = { values: now, year, words };
  return words;
}

/** What is said after a sentence: in full, shortly where a line has no room for that, and where it has little, in a word. */
export type Tail = { full: Words; short: Words; shortest: Words };

/** What a line of a list takes. */
const LINE = 120;

/** A sentence and its tail, in the longest form that fits on a line. */
export function followedBy(first: Words, tail: Tail | null): Words {
  if (tail === null) return first;
  const fitted = (language: Language): string => {
    const room = LINE - first[language].length - 1;
    const { full, short, shortest } = tail;
    const chosen = full[language].length <= room ? full : short[language].length <= room ? short : shortest;
    return `${first[language]} ${chosen[language]}`;
  };
  return { en: fitted('en'), fr: fitted('fr') };
}
