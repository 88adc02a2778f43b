import { changedParts } from '@suivi/contracts/letters';
import type { LetterPart, LetterView, PartOfLetter } from '@suivi/contracts/letters';

/** The paragraphs of a letter as they are typed: a list is a paragraph whose lines begin with a dash. */
export const paragraphsOf = (body: readonly LetterPart[]): string[] =>
  body.map((part) => (part.kind === 'text' ? part.text : part.lines.map((line) => `- ${line}`).join('\n')));

/** What goes along, but for the mandate's copy, which always does. */
export const goingOf = ({ list }: LetterView) => list.filter(({ left, source }) => !left && source !== 'mandate');

/** What a letter says now that it did not before somebody else changed it, part by part, in its own words. */
export function saidAnew(before: LetterView, now: LetterView): { part: PartOfLetter; lines: string[] }[] {
  const known = new Set(paragraphsOf(before.body));
  const said: Record<PartOfLetter, () => string[]> = {
    wording: () => [
      ...(now.subject === before.subject ? [] : [now.subject]),
      ...paragraphsOf(now.body).filter((text) => !known.has(text)),
    ],
    enclosures: () => goingOf(now).map(({ name }) => name),
    reason: () => [now.changes.reason ?? '–'],
    trackingNumber: () => [now.changes.trackingNumber ?? '–'],
  };
  return changedParts(before.changes, now.changes).map((part) => ({ part, lines: said[part]() }));
}
