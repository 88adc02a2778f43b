import type { ChangeLetter, LetterView } from '@suivi/contracts/letters';

type Change = ChangeLetter;

/** A letter's paragraphs as they are typed: an empty line between two, a dash before each line of a list. */
export const bodyAsTyped = ({ body }: Pick<LetterView, 'body'>): string =>
  body
    .map((part) => (part.kind === 'text' ? part.text : part.lines.map((line) => `- ${line}`).join('\n')))
    .join('\n\n');

export const paragraphsOf = (typed: string): string[] =>
  typed
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

const OBJECT = /^Objet\s*:\s*/;

/** What stands of a person's changes: one of them is changed, the others stay. */
export function changeOf(view: LetterView, change: Partial<Change>): Change {
  const going = view.list.filter(({ left }) => !left).map(({ id }) => id);
  return {
    subject: view.edited ? view.subject : null,
    body: view.edited ? paragraphsOf(bodyAsTyped(view)) : null,
    enclosures: view.list.some(({ left }) => left) ? going : null,
    trackingNumber: view.trackingNumber,
    reason: view.reason,
    ...change,
  };
}

export const subjectAsTyped = ({ subject }: Pick<LetterView, 'subject'>): string => subject.replace(OBJECT, '');
/** A letter's subject keeps its heading, whatever is typed. */
export const subjectOf = (typed: string): string => `Objet : ${typed.trim().replace(OBJECT, '')}`;
