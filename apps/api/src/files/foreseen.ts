import { randomUUID } from 'node:crypto';
import { addDays } from '@suivi/rules/calendar/days';
import type { Day } from '@suivi/rules/calendar/days';
import type { File } from '@suivi/rules/file';
import type { Coming } from '@suivi/rules/forecast';
import { DAYS_AHEAD, forecast, keyOfComing } from '@suivi/rules/forecast';
import type { Words } from '@suivi/rules/vocabulary';
import type { StoredMessage } from './stored-file.ts';

/**
 * What a file's plan does not say of the days ahead. The plan's own rows (tasks, messages, deadlines) are most of what
 * will fall due; of the files we tried, one in twelve will see something else if nothing happens: a paper that can exist
 * only then is asked for, a step gives way, a day moves. Only that is kept, so that the list of what lies ahead of a
 * hundred thousand files is read by day, and no file is planned to show it.
 *
 * It is reckoned whenever the file is planned, for some weeks more than are shown: whatever begins later begins on a day
 * on which the file is reviewed, and is kept from then on.
 */
export type Foreseen = {
  id: string;
  key: string;
  what: Coming['what'];
  /** Of the task or the deadline, or the email's template; null for what falls away. */
  kind: string | null;
  /** The day it falls due, or from which the plan no longer lists it. */
  on: Day;
  /** The plan lists it today, for another day. */
  listed: boolean;
  /** It will not fall due: the plan lists it today, or a person holds an email that is foreseen no more. */
  away: boolean;
  source: string | null;
  content: { because: Words; payload: Record<string, unknown> } | null;
  /** Who holds this email before it is planned. */
  heldBy: string | null;
};
type Wanted = Omit<Foreseen, 'id' | 'heldBy'>;

const KEPT_DAYS = DAYS_AHEAD + 30;

/** Where the days ahead of a file differ from its plan. */
export function foreseenOf(file: File, today: Day): Wanted[] {
  const { coming, fallsAway } = forecast(file, today, KEPT_DAYS);
  return [
    ...coming
      .filter(({ on, listedOn }) => on !== listedOn)
      .map((one) => ({
        key: keyOfComing(one),
        what: one.what,
        kind: kindOf(one),
        on: one.on,
        listed: one.listedOn !== null,
        away: false,
        source: one.what === 'email' ? null : one.what === 'task' ? one.task.source : one.deadline.source,
        content: contentOf(one),
      })),
    ...fallsAway.map(({ key, what, from }) => ({
      key,
      what,
      kind: null,
      on: from,
      listed: true,
      away: true,
      source: null,
      content: null,
    })),
  ];
}

const kindOf = (one: Coming): string =>
  one.what === 'task' ? one.task.kind : one.what === 'email' ? one.email.template : one.deadline.kind;

function contentOf(one: Coming): NonNullable<Foreseen['content']> {
  if (one.what === 'deadline') return { because: one.deadline.because, payload: {} };
  const { because, payload } = one.what === 'task' ? one.task : one.email;
  return { because, payload };
}

export type ForeseenWrites = { put: Foreseen[]; gone: string[] };

/**
 * What has to be written so that the rows say what is foreseen. Done twice, the second time finds nothing to do. While an
 * email is planned, its message carries the hold. Before that, and when the plan drops it, the hold stands here, out of
 * sight while the email is not foreseen: what took it away may be undone, or move it back, and an email that a person
 * holds must not leave for that.
 * @param planned the keys of the plan's emails
 * @param dropped the held messages that this plan cancels
 */
export function reconcileForeseen(
  rows: readonly Foreseen[],
  wanted: readonly Wanted[],
  planned: ReadonlySet<string>,
  dropped: readonly Dropped[] = [],
): ForeseenWrites {
  const before = new Map(rows.map((row) => [row.key, row]));
  const holds = new Map(dropped.map(({ key, heldBy }) => [key, heldBy]));
  const foreseen = new Set(wanted.map(({ key }) => key));
  const left = rows.filter(({ key }) => !foreseen.has(key));
  const stays = ({ key, heldBy }: Foreseen) => (heldBy !== null && !planned.has(key)) || holds.has(key);
  const hidden = [
    ...left.filter(stays).map((row): Wanted => ({ ...row, listed: false, away: true })),
    ...dropped.filter(({ key }) => !foreseen.has(key) && !before.has(key)).map(outOfSight),
  ];
  const put = [...wanted, ...hidden].flatMap((one): Foreseen[] => {
    const row = before.get(one.key);
    const next: Foreseen = {
      ...one,
      id: row?.id ?? randomUUID(),
      heldBy: one.listed ? null : (row?.heldBy ?? holds.get(one.key) ?? null),
    };
    return row !== undefined && FIELDS.every((name) => JSON.stringify(row[name]) === JSON.stringify(next[name]))
      ? []
      : [next];
  });
  return { put, gone: left.filter((row) => !stays(row)).map(({ id }) => id) };
}

/** A message that a person held, and that the plan drops. */
export type Dropped = Pick<StoredMessage, 'key' | 'template' | 'sendOn'> & { heldBy: string };

const outOfSight = ({ key, template, sendOn }: Dropped): Wanted => ({
  key,
  what: 'email',
  kind: template,
  on: sendOn,
  listed: false,
  away: true,
  source: null,
  content: null,
});

/** The messages whose hold goes over to what is foreseen. */
export const droppedHolds = (messages: readonly StoredMessage[], planned: ReadonlySet<string>): Dropped[] =>
  messages.flatMap(({ key, template, sendOn, state, heldReason, heldBy }) =>
    state === 'held' && heldReason === 'by_person' && heldBy !== null && !planned.has(key)
      ? [{ key, template, sendOn, heldBy }]
      : [],
  );

const FIELDS = ['what', 'kind', 'on', 'listed', 'away', 'source', 'content', 'heldBy'] as const;

/** The last day that is shown. */
export const lastDayAhead = (today: Day): Day => addDays(today, DAYS_AHEAD);
