import type { EventType } from '@suivi/rules/vocabulary';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import { vocabularyWords } from './vocabulary-words.ts';

/** Words of a search, blind to case and accents, in any order. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
/** Whether each word begins a word of the text. */
export const matches = (words: readonly string[], text: string): boolean => {
  const there = plainWords(text);
  return words.every((word) => there.some((w) => w.startsWith(word)));
};

/** Events that the palette offers, and the words (in either language) that a search for one uses: "wash posted". */
const eventsNamed = (word: string): EventType[] =>
  word.length < 3
    ? []
    : EVENT_TYPES.filter((type) => type !== 'voided' && type !== 'task_done').filter((type) => {
        const { en, fr } = vocabularyWords.event[type];
        return matches([word], en) || matches([word], fr);
      });

/** Whether a word of the search names an event rather than a client. */
export const namesEvent = (word: string): boolean => eventsNamed(word).length > 0;

/** How many words the event's name has that a search could have said. */
const lengthOf = (type: EventType): number => plainWords(vocabularyWords.event[type].en).length;

/**
 * The events that most of the words name: "file posted" is one event, "posted" alone may be several. Of those named
 * alike the shortest name first: "number received" is not the provisional one.
 */
export function eventsAsked(words: readonly string[]): EventType[] {
  const times = new Map<EventType, number>();
  for (const type of words.flatMap(eventsNamed)) times.set(type, (times.get(type) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  return [...times]
    .filter(([, n]) => n === most)
    .map(([type]) => type)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** What may be done with a file that is found. */
export const FILE_DEEDS = ['record', 'call', 'note', 'assign'] as const;
export type FileDeed = (typeof FILE_DEEDS)[number];
/** Whole words, in either language: half a name may begin like a verb. */
const VERBS: Record<FileDeed, readonly string[]> = {
  record: ['record', 'event', 'noter', 'fait'],
  call: ['call', 'log', '3646', 'appel', 'appeler'],
  note: ['note', 'ecrire', 'write'],
  assign: ['assign', 'adviser', 'confier', 'responsable'],
};
const deedsNamed = (word: string): FileDeed[] => FILE_DEEDS.filter((deed) => VERBS[deed].includes(word));
export const namesDeed = (word: string): boolean => deedsNamed(word).length > 0;
/** What the search says is to be done with whoever it names: "washburn note". */
export const deedsAsked = (words: readonly string[]): FileDeed[] => [...new Set(words.flatMap(deedsNamed))];
