import type { Logger } from 'pino';
import type { Database, PlainTx } from '@suivi/database/database';
import type { QueueName } from '../outbox/jobs.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import { repeat, type Repeating } from '../outbox/repeat.ts';
import { within } from '../outbox/within.ts';

/** Messages leave within a second or so of their hour; the rest can wait a little longer. */
const EVERY_MS = 1_000;
const RECOVERY_EVERY_MS = 10_000;
const FILES_EVERY_MS = 60_000;
const TIDY_EVERY_MS = 3_600_000;
const AT_ONCE = 500;
/** Of the files that a new playbook has marked, so many a second: ten thousand take about three minutes. */
const MARKED_AT_ONCE = 60;

/** What a worker that sends may take: without its final bytes a letter is nobody's, with them a reply may take long. */
const UNSENT_AFTER = '2 minutes';
const UNSURE_AFTER = '12 minutes';
/** A job that is in no queue any more. While the queue holds others, it may only be waiting behind them. */
const LOST_AFTER = '10 minutes';
const LOST_WHEN_QUEUE_IS_EMPTY_AFTER = '30 seconds';
/** La Poste says what has become of ten letters in one answer. One that was taken up and got lost is not urgent. */
const LETTERS_A_REQUEST = 10;
const LETTERS_AGAIN_AFTER = '6 hours';

/** One sweep at a time on a database, whoever runs it. */
const LOCK = 7_403_001;

type Context = {
  database: Database;
  store: QueueStore;
  log: Logger;
  /** Called after a commit that wrote outbox rows. */
  wakeRelay(): void;
  /** There is a key to La Poste's tracking. Without one letters wait until there is. */
  asksLaPoste?: boolean;
};

export type Sweep = Repeating;

/**
 * Finds what is due, by the database's clock, and writes its outbox rows: files to review, files that a new playbook
 * has marked, messages whose hour has come, letters of which La Poste is to be asked, and what a dead worker or a flushed queue has left lying. A plain timer in
 * every worker: whoever gets the lock sweeps. It trusts nothing but the rows' own state and age.
 */
export function startSweep(context: Context): Sweep {
  const doneAt = { files: -Infinity, recovery: -Infinity, tidy: -Infinity };
  const due = (part: keyof typeof doneAt, everyMs: number) => performance.now() - doneAt[part] >= everyMs;
  return repeat({
    name: 'sweep',
    everyMs: EVERY_MS,
    log: context.log,
    async turn() {
      const parts = {
        files: due('files', FILES_EVERY_MS),
        recovery: due('recovery', RECOVERY_EVERY_MS),
        tidy: due('tidy', TIDY_EVERY_MS),
      };
      const found = await sweepOnce(context, parts);
      if (found === null) return 'wait'; // another worker sweeps
      const full = found.files >= AT_ONCE || found.messages >= AT_ONCE;
      for (const part of ['recovery', 'tidy', 'files'] as const)
        if (parts[part] && !(part === 'files' && found.files >= AT_ONCE)) doneAt[part] = performance.now();
      return full ? 'again' : 'wait';
    },
  });
}

export type Found = { files: number; marked: number; messages: number; letters: number; recovered: number };

/**
 * One sweep; null when another one is under way. Marks and outbox rows are one transaction: a sweep that dies leaves
 * everything as it was.
 */
export async function sweepOnce(
  { database, store, wakeRelay, asksLaPoste = false }: Omit<Context, 'log'>,
  parts: { files?: boolean; recovery?: boolean; tidy?: boolean },
): Promise<Found | null> {
  const empty = {
    emails: parts.recovery && (await isEmpty(store, 'emails')),
    reviews: parts.files && (await isEmpty(store, 'reviews')),
    maintenance: parts.recovery && (await isEmpty(store, 'maintenance')),
  };
  const lostAfter = (isEmpty: boolean | undefined) => (isEmpty ? LOST_WHEN_QUEUE_IS_EMPTY_AFTER : LOST_AFTER);
  const found = await database.withoutAgency(async (tx) => {
    const { mine } = await tx.one<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
    if (!mine) return null;
    const messages = await count(tx, 'queue_due_messages($1)', [AT_ONCE]);
    if (parts.files) await tx.query('SELECT mark_left_behind($1)', [AT_ONCE]);
    const marked = await count(tx, 'take_marked_files($1, $2)', [MARKED_AT_ONCE, LOST_AFTER]);
    const files = parts.files ? await count(tx, 'take_due_files($1, $2)', [AT_ONCE, lostAfter(empty.reviews)]) : 0;
    const letters =
      parts.files && asksLaPoste
        ? await count(tx, 'take_due_sendings($1, $2, $3)', [AT_ONCE, LETTERS_A_REQUEST, LETTERS_AGAIN_AFTER])
        : 0;
    let recovered = 0;
    if (parts.recovery) {
      recovered += await count(tx, 'old_sending_to_uncertain($1, $2)', [UNSENT_AFTER, UNSURE_AFTER]);
      recovered += await count(tx, 'requeue_lost_messages($1, $2)', [AT_ONCE, lostAfter(empty.emails)]);
      if (empty.maintenance) recovered += await count(tx, 'resume_demo_advances($1)', [LOST_WHEN_QUEUE_IS_EMPTY_AFTER]);
      // A run that lives moves each second or so.
      recovered += await count(tx, 'requeue_lost_imports($1)', [LOST_AFTER]);
      recovered += await count(tx, 'requeue_lost_tellings($1)', [LOST_AFTER]);
      await tx.execute(
        `INSERT INTO pulse (name, at) VALUES ('sweep', now()) ON CONFLICT (name) DO UPDATE SET at = now()`,
      );
    }
    if (parts.tidy)
      await tx.query(
        'SELECT forget_old_idempotency_keys(), forget_old_imports(), forget_old_rehearsals(), forget_deleted_notes(), forget_presence()',
      );
    return { files, marked, messages, letters, recovered };
  });
  if (found !== null && found.files + found.marked + found.messages + found.letters + found.recovered > 0) wakeRelay();
  return found;
}

const count = async (tx: PlainTx, call: string, values: unknown[]): Promise<number> =>
  Number((await tx.one<{ count: string }>(`SELECT count(*) FROM ${call}`, values)).count);

/** Whether a queue holds nothing to do. One that cannot be asked may hold much. */
async function isEmpty(store: QueueStore, name: QueueName): Promise<boolean> {
  const counting = store.queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
  const counts = await within(2_000, counting).catch(() => 'late' as const);
  if (counts === 'late') store.renew(name);
  return counts !== 'late' && Object.values(counts).every((jobs) => jobs === 0);
}
