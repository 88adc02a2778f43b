import { checkDigits, normaliseTracking } from '@suivi/rules/numbers/tracking';

/** What was typed for a letter. `kept`: its check digit fails, and a person says it is right. */
export type Typed = { number: string; kept: boolean };

/** Where the number of a line stands. Only `ready` lines are recorded. */
export type LineState =
  | { is: 'empty' }
  | { is: 'short'; toGo: number }
  | { is: 'ready'; sure: boolean }
  /** The check digit fails: a warning, kept by one click or key. */
  | { is: 'doubtful'; shouldBe: string }
  /** It stands in this line of the round already. */
  | { is: 'double'; line: number };

/** The forms in use have 13 characters; those of digits alone 15. The tracking takes 11 to 15. */
const SHORTEST = 11;
const USUAL = 13;
const LONGEST = 15;

const isComplete = (plain: string): boolean =>
  /^(\d[A-Z]\d{11}|[A-Z]{2}\d{9}[A-Z]{2}|\d{15})$/.test(plain) ||
  (plain.length >= SHORTEST && plain.length <= LONGEST && !/^(\d[A-Z]\d*|[A-Z]{2}\d*[A-Z]?|\d*)$/.test(plain));

/** A number as it is now, among those of the round. @param numbers of all lines, in their order */
export function lineState(typed: Typed | undefined, at: number, numbers: readonly string[]): LineState {
  const plain = normaliseTracking(typed?.number ?? '');
  if (plain === '') return { is: 'empty' };
  const first = numbers.findIndex((number) => normaliseTracking(number) === plain);
  if (first >= 0 && first < at) return { is: 'double', line: first + 1 };
  if (!isComplete(plain)) {
    if (typed?.kept === true) return { is: 'ready', sure: false };
    const goal = /^\d+$/.test(plain) && plain.length > 2 ? LONGEST : USUAL;
    return { is: 'short', toGo: Math.max(1, goal - plain.length) };
  }
  const digits = checkDigits(plain);
  if (digits !== null && digits.is !== digits.shouldBe && typed?.kept !== true)
    return { is: 'doubtful', shouldBe: digits.shouldBe };
  return { is: 'ready', sure: digits !== null && digits.is === digits.shouldBe };
}

/** The next line without a number after this one, from the top again when there is none below; null: all have one. */
export function nextEmpty(numbers: readonly string[], after: number): number | null {
  const isEmpty = (at: number) => (numbers[at] ?? '').trim() === '';
  for (let step = 1; step <= numbers.length; step += 1) {
    const at = (after + step) % numbers.length;
    if (isEmpty(at)) return at;
  }
  return null;
}
