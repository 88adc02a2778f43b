import type { JobsOptions } from 'bullmq';
import type { Logger } from 'pino';
import type { Database } from '@suivi/database/database';
import { JOBS, jobNamed, type Job, type QueueName } from './jobs.ts';
import { repeat, type Repeating } from './repeat.ts';
import type { QueueStore } from './queue-store.ts';
import { within } from './within.ts';

const AT_ONCE = 200;
const POLL_MS = 1_000;
/** A queue store that does not answer gives the rows back; the next turn tries again. */
const STORE_TIMEOUT_MS = 10_000;

type OutboxRow = { id: string; job: string; payload: unknown; createdAt: string };
type Context = { database: Database; store: QueueStore; log: Logger };

export type Relay = Repeating;

/**
 * Moves outbox rows into the queues, after the commit that wrote them. It is woken by a notification, is there when a
 * row's moment comes, and relies on the poll. Any number of relays may run: each claims rows that no other holds.
 */
export function startRelay(context: Context, pollMs = POLL_MS): Relay {
  return repeat({
    name: 'relay',
    everyMs: pollMs,
    log: context.log,
    // A full hand means that more is waiting.
    turn: async () => ((await moveOutbox(context)) === AT_ONCE ? 'again' : ((await msToNextRow(context)) ?? 'wait')),
  });
}

const KNOWN = JOBS.map((job) => job.name);

/** In how many milliseconds a row that has to wait may go; null when none waits. */
async function msToNextRow({ database }: Pick<Context, 'database'>): Promise<number | null> {
  const { ms } = await database.withoutAgency((tx) =>
    tx.one<{ ms: number | null }>('SELECT outbox_next($1) AS ms', [KNOWN]),
  );
  // A timer may ring a little early.
  return ms === null ? null : Math.max(1, Math.ceil(ms) + 1);
}

/**
 * Puts what waits in the outbox into the queues. The rows stay locked until their jobs stand there, and go in the same
 * transaction: a relay that dies in between leaves them free, and the second job of a row does nothing new.
 * @returns how many were moved
 */
export async function moveOutbox({ database, store }: Pick<Context, 'database' | 'store'>): Promise<number> {
  return database.withoutAgency(async (tx) => {
    const rows = await tx.query<OutboxRow>(
      'SELECT id, job, payload, created_at AS "createdAt" FROM claim_outbox($1, $2)',
      [AT_ONCE, KNOWN],
    );
    if (rows.length === 0) return 0;
    await addAll(store, rows);
    await tx.execute('SELECT finish_outbox($1)', [rows.map((row) => row.id)]);
    return rows.length;
  });
}

async function addAll(store: QueueStore, rows: readonly OutboxRow[]): Promise<void> {
  const byQueue = new Map<QueueName, { name: string; data: unknown; opts: JobsOptions }[]>();
  for (const row of rows) {
    const job = jobNamed(row.job);
    if (job === undefined) continue; // not claimed: the claim names the jobs we know
    const list = byQueue.get(job.queue) ?? [];
    list.push({ name: job.name, data: row.payload, opts: { ...optionsOf(job), jobId: jobIdOf(row) } });
    byQueue.set(job.queue, list);
  }
  for (const [queue, jobs] of byQueue) {
    try {
      if ((await within(STORE_TIMEOUT_MS, store.queue(queue).addBulk(jobs))) === 'late')
        throw new Error('The queue store takes too long.');
    } catch (error) {
      store.renew(queue);
      throw error;
    }
  }
}

/**
 * The same each time a row is handed over, so that a relay that died in between adds its job once. The moment is part
 * of it: the numbers of a restored database begin again, and a kept job of the same id would swallow the new one.
 */
const jobIdOf = ({ id, createdAt }: OutboxRow) => `o${id}-${Date.parse(createdAt).toString(36)}`;

const DAY_SECONDS = 86_400;

/** What BullMQ does with a job: how often it tries, and how long its row is kept to be looked at. */
export const optionsOf = ({ attempts, backoff, keepFailed }: Job): JobsOptions => ({
  attempts,
  backoff: { type: 'exponential', delay: backoff.delayMs, jitter: backoff.jitter },
  removeOnComplete: { count: 1_000, age: DAY_SECONDS },
  removeOnFail: keepFailed ? { count: 5_000, age: 30 * DAY_SECONDS } : true,
  stackTraceLimit: 1,
});
