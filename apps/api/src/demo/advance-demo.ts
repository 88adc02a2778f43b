import { setTimeout as wait } from 'node:timers/promises';
import type { Tx } from '@suivi/database/database';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { reviewFile } from '../files/review-file.ts';
import { errorText } from '../outbox/error-text.ts';
import { noteFailure } from '../outbox/failures.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { advanceDemoJob, reviewFileJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import type { StopReason } from './demo-clock.ts';

/** Reviews at once. Each is one transaction. */
const ABREAST = 4;
/** A day's emails take a second or two; a mail server that is away, for ever. */
const EMAILS_LEAVE_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 20;

/**
 * Moves a demo agency's day to where it was asked to go: set the day, review the files that are due, let that day's
 * emails leave, wait for them, next day. It can be cut off anywhere and taken up again: the tables say how far it came.
 */
export function advanceDemo(platform: Platform): Handler {
  const { database, log, wakeRelay } = platform;

  return handles(advanceDemoJob, async ({ agencyId }) => {
    const as = <T>(work: (tx: Tx) => Promise<T>) => database.asAgency(agencyId, work);
    for (;;) {
      const clock = await as(readAdvance);
      if (clock === null) return;
      const stopped = await liveThrough(clock.day, agencyId, as);
      if (stopped !== null || clock.day >= clock.to) return as((tx) => end(tx, stopped));
      await as((tx) => setDay(tx, clock.day, addDays(clock.day, 1)));
    }
  });

  async function liveThrough(day: Day, agencyId: string, as: InAgency): Promise<StopReason | null> {
    await review(day, agencyId, as);
    // still_waiting tells what the day brought, so it leaves last.
    for (const evening of [false, true]) {
      const stopped = await letEmailsLeave(day, evening, agencyId, as);
      if (stopped !== null) return stopped;
    }
    return null;
  }

  async function review(day: Day, agencyId: string, as: InAgency): Promise<void> {
    const failed: string[] = [];
    for (;;) {
      const due = await as((tx) =>
        tx.query<{ id: string }>(
          `SELECT id FROM files WHERE agency_id = $1 AND next_review_on <= $2 AND NOT id = ANY ($3::uuid[]) ORDER BY next_review_on, id LIMIT 200`,
          [agencyId, day, failed],
        ),
      );
      if (due.length === 0) return;
      const waiting = due.values();
      const oneByOne = async () => {
        for (const { id: fileId } of waiting) {
          try {
            await reviewFile(platform, agencyId, fileId);
          } catch (error) {
            failed.push(fileId); // one broken file must not stop the clock of all others
            log.error({ agencyId, fileId, error: errorText(error) }, 'A file could not be reviewed');
            await as((tx) => noteFailure(tx, { job: reviewFileJob.name, error: errorText(error), fileId }));
          }
        }
      };
      await Promise.all(Array.from({ length: ABREAST }, oneByOne));
      await as((tx) =>
        tx.execute(`UPDATE demo_advances SET reviewed = reviewed + $2 WHERE agency_id = $1`, [agencyId, due.length]),
      );
    }
  }

  async function letEmailsLeave(
    day: Day,
    evening: boolean,
    agencyId: string,
    as: InAgency,
  ): Promise<StopReason | null> {
    const { paused } = await as((tx) =>
      tx.one<{ paused: boolean }>('SELECT sending_paused AS paused FROM agencies WHERE id = $1', [agencyId]),
    );
    if (paused) return 'sending_paused';
    const released = await database.withoutAgency((tx) =>
      tx.query<{ message_id: string }>('SELECT message_id FROM release_demo_messages($1, $2, $3)', [
        agencyId,
        day,
        evening,
      ]),
    );
    if (released.length > 0) wakeRelay();
    for (const giveUpAt = performance.now() + EMAILS_LEAVE_WITHIN_MS; ; await wait(LOOK_AGAIN_MS)) {
      if ((await as(onTheirWay)) === 0) break;
      if (performance.now() > giveUpAt) return 'emails_do_not_leave';
    }
    const ids = released.map((row) => row.message_id);
    if (ids.length > 0) await as((tx) => countSent(tx, ids));
    return null;
  }
}

type InAgency = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Null: nobody has asked for an advance, or it has ended. */
async function readAdvance(tx: Tx): Promise<{ day: Day; to: Day } | null> {
  return tx.maybeOne<{ day: Day; to: Day }>(
    `SELECT agency_today(a.id) AS day, d.to_day AS "to" FROM agencies a JOIN demo_advances d ON d.agency_id = a.id
     WHERE a.id = $1 AND a.demo AND d.ended_at IS NULL`,
    [tx.agencyId],
  );
}

/** The day only moves on from where it was seen to be: a second worker at it changes nothing. */
const setDay = (tx: Tx, from: Day, to: Day) =>
  tx.execute(`UPDATE agencies SET demo_day = $3 WHERE id = $1 AND agency_today($1) = $2`, [tx.agencyId, from, to]);

/** What the mail server has put off is settled for today: it leaves when it may. */
async function onTheirWay(tx: Tx): Promise<number> {
  const { count } = await tx.one<{ count: string }>(
    `SELECT count(*) FROM messages WHERE agency_id = $1 AND (state = 'sending' OR state = 'queued' AND retry_at IS NULL)`,
    [tx.agencyId],
  );
  return Number(count);
}

const countSent = (tx: Tx, ids: readonly string[]) =>
  tx.execute(
    `UPDATE demo_advances SET sent = sent + (SELECT count(*) FROM messages WHERE agency_id = $1 AND id = ANY ($2) AND state = 'sent')
     WHERE agency_id = $1`,
    [tx.agencyId, ids],
  );

const end = async (tx: Tx, stopped: StopReason | null): Promise<void> => {
  await tx.execute('UPDATE demo_advances SET ended_at = now(), failure = $2 WHERE agency_id = $1', [
    tx.agencyId,
    stopped,
  ]);
};
