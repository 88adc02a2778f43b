import type { Day } from '@suivi/rules/calendar/days';
import type { Language } from '@suivi/rules/vocabulary';
import { dayInText } from './written-day.ts';

/** A piece of text. Days and names of papers are marked, so that the layout can make them easy to find. */
export type Run = { text: string; mark: 'day' | 'name' | null };
/** A paragraph, or the lines of a list. */
export type Block = { kind: 'text'; runs: Run[] } | { kind: 'list'; lines: Run[][] };

/** What a variable stands for; null when it is not known. */
export type Value = { text: string; isName?: boolean } | { day: Day } | { lines: Run[][] } | null;
export type Values = Readonly<Record<string, Value>>;

/** How days are written: from which day they are seen, and whether with their weekday. */
export type Reader = { language: Language; today: Day; weekday: boolean };

export type Filled = {
  blocks: Block[];
  /** The variables of the sentences that had to be left out. */
  missing: string[];
  /** Whether what is left names at least one thing of this file. */
  tellsAFact: boolean;
};

const VARIABLE = /\{(\w+)\}/g;

/** The sentences of a text. `no.` before a tracking number ends none. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=(?<!\bno)[.!?]) +/);

const variablesOf = (text: string): string[] => [...text.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []);

/** Fills the variables of a text. A sentence one of whose variables is not known is left out. */
export function fill(text: string, values: Values, reader: Reader): Filled {
  const blocks: Block[] = [];
  const missing: string[] = [];
  let tellsAFact = false;
  for (const sentence of sentencesOf(text)) {
    const names = variablesOf(sentence);
    const unknown = names.filter((name) => !isKnown(values[name]));
    if (unknown.length > 0) {
      missing.push(...unknown.filter((name) => !missing.includes(name)));
      continue;
    }
    tellsAFact ||= names.length > 0;
    addSentence(blocks, sentence, values, reader);
  }
  return { blocks: blocks.map(trimmed), missing, tellsAFact };
}

/** Blocks without a list, such as a subject, on one line. */
export const asLine = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.kind === 'text' ? block.runs.map((run) => run.text) : [])).join('');

/** A text from outside on one line, without what could break a header, hide text or turn its direction. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();

function isKnown(value: Value | undefined): value is Exclude<Value, null> {
  if (value === undefined || value === null) return false;
  if ('lines' in value) return value.lines.length > 0;
  return 'day' in value || oneLine(value.text) !== '';
}

function addSentence(blocks: Block[], sentence: string, values: Values, reader: Reader): void {
  const last = blocks.at(-1);
  let paragraph: Run[] = last?.kind === 'text' ? last.runs : [];
  const open = () => {
    if (blocks.at(-1)?.kind !== 'text') {
      paragraph = [];
      blocks.push({ kind: 'text', runs: paragraph });
    }
    return paragraph;
  };
  if (paragraph.length > 0) paragraph.push({ text: ' ', mark: null });
  // Split by a pattern with one group: words and names of variables take turns.
  sentence.split(VARIABLE).forEach((piece, place) => {
    if (place % 2 === 0) {
      if (piece !== '') open().push({ text: piece, mark: null });
      return;
    }
    const value = values[piece];
    if (!isKnown(value)) return;
    if ('lines' in value) blocks.push({ kind: 'list', lines: value.lines });
    else if ('day' in value) open().push({ text: dayInText(value.day, reader), mark: 'day' });
    else open().push({ text: oneLine(value.text), mark: value.isName ? 'name' : null });
  });
}

/** A paragraph before a list ends in the space that stood before the variable. */
function trimmed(block: Block): Block {
  if (block.kind === 'list') return block;
  const runs = block.runs.map((run, place) =>
    place === block.runs.length - 1 ? { ...run, text: run.text.replace(/ +$/, '') } : run,
  );
  return { kind: 'text', runs };
}
