import type { ChangeLetter, LetterPart, LetterView } from '@suivi/contracts/letters';

/** The paragraphs of a letter as they are typed: a list is a paragraph whose lines begin with a dash. */
export const paragraphsOf = (body: readonly LetterPart[]): string[] =>
  body.map((part) => (part.kind === 'text' ? part.text : part.lines.map((line) => `- ${line}`).join('\n')));

/** What a person has changed of a letter, to be sent again with one thing more. */
export const changeOf = (letter: LetterView): ChangeLetter => ({
  subject: letter.edited ? letter.subject : null,
  body: letter.edited ? paragraphsOf(letter.body) : null,
  enclosures: letter.chosen,
  trackingNumber: letter.trackingNumber,
  reason: letter.reason,
});
