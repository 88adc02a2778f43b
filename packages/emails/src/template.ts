import type { Language } from '@suivi/rules/vocabulary';

/**
 * The parts of an email, in the order in which they are read. `happened` carries the email; `done` lists what we did
 * since the last one. `why` stands at the foot.
 */
export const PARTS = ['subject', 'preheader', 'happened', 'done', 'do', 'next', 'again', 'meanwhile', 'why'] as const;
export type Part = (typeof PARTS)[number];

/**
 * `part` is the usual text, `part[case]` stands instead of it in that case, `part+[case]` is added to it.
 * Texts hold `{variables}`; a list variable stands on lines of its own.
 */
export type TextKey<Case extends string = string> = Part | `${Part}[${Case}]` | `${Part}+[${Case}]`;

/** The words of one email, in both languages. */
export type Template<Case extends string = string> = Record<Language, Texts<Case>>;
type Texts<Case extends string> = { [K in TextKey<Case>]?: string };

/**
 * The text of a part in the cases that hold, or null when it has none then. Of several texts that could stand instead
 * of the usual one, that of the first case named is taken.
 */
export function textOf(texts: Template[Language], part: Part, cases: readonly string[]): string | null {
  const instead = cases.map((name) => texts[`${part}[${name}]`]).find((text) => text !== undefined);
  const added = cases.map((name) => texts[`${part}+[${name}]`]).filter((text) => text !== undefined);
  const text = [instead ?? texts[part], ...added].filter((each) => each !== undefined).join(' ');
  return text === '' ? null : text;
}
