import type { PostLetter } from '@suivi/contracts/post';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import { lineState } from './line-state.ts';
import type { LineState } from './line-state.ts';
import { useNumberUses } from './queries.ts';
import type { TypedNumbers } from './typed-numbers.ts';

export type Line = {
  letter: PostLetter;
  number: string;
  state: LineState;
  usedBy: ReturnType<ReturnType<typeof useNumberUses>['get']>;
};

/** Whether a number can be typed for a letter: it is not blocked, or it has been printed before it was. */
export const isPostable = ({ blocked, letter }: PostLetter): boolean =>
  blocked === null && (letter === null || letter.blocked.length === 0 || letter.printed !== null);

/** The letters that a number can be typed for, each with where its number stands. */
export function useLines(letters: readonly PostLetter[], typed: TypedNumbers): Line[] {
  const postable = letters.filter(isPostable);
  const numbers = postable.map(({ taskId }) => typed[taskId]?.number ?? '');
  const states = postable.map(({ taskId }, at) => lineState(typed[taskId], at, numbers));
  const whole = numbers.filter((_, at) => states[at]?.is === 'ready' || states[at]?.is === 'doubtful');
  const uses = useNumberUses(whole.map(normaliseTracking));
  return postable.map((letter, at) => ({
    letter,
    number: numbers[at] ?? '',
    state: states[at] ?? { is: 'empty' },
    usedBy: uses.get(normaliseTracking(numbers[at] ?? '')),
  }));
}
