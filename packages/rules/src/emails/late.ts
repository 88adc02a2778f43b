import { daysFrom, type Day } from '../calendar/days.ts';

/** An email this late would surprise: a person looks at it first. */
export const HELD_WHEN_LATER_THAN_DAYS = 10;

/** What becomes of an email that has not left: it waits for its day, leaves now, is left out for a newer one, or waits for a person. */
export type Fate = 'planned' | 'now' | 'skipped' | 'held';

type Waiting = { key: string; sendOn: Day };
const isNewer = (one: Waiting, other: Waiting): boolean =>
  one.sendOn === other.sendOn ? one.key > other.key : one.sendOn > other.sendOn;

/**
 * What becomes of the emails of one file that have not left, by key. Of several late ones only the newest leaves, and
 * one more than ten days late waits for a person.
 * @param heldLate the emails that wait for a person because they are late: older ones are left out for them, too
 */
export function fatesOf(
  waiting: readonly Waiting[],
  today: Day,
  heldLate: readonly Waiting[] = [],
): ReadonlyMap<string, Fate> {
  const late = [...waiting, ...heldLate].filter(({ sendOn }) => sendOn < today);
  const newest = late.reduce<Waiting | null>(
    (found, one) => (found === null || isNewer(one, found) ? one : found),
    null,
  );
  const fate = (email: Waiting): Fate => {
    if (email.sendOn >= today) return 'planned';
    if (email !== newest) return 'skipped';
    return daysFrom(email.sendOn, today) > HELD_WHEN_LATER_THAN_DAYS ? 'held' : 'now';
  };
  return new Map(waiting.map((email) => [email.key, fate(email)]));
}
