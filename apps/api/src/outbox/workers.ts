import { setTimeout as wait } from 'node:timers/promises';
import type { Job as QueuedJob, Worker } from 'bullmq';
import { DelayedError } from 'bullmq';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '@suivi/database/database';
import { errorText } from './error-text.ts';
import { noteFailure } from './failures.ts';
import { assertEachJobHandledOnce, type Handler } from './handlers.ts';
import { QUEUES, type QueueName } from './jobs.ts';
import type { QueueStore } from './queue-store.ts';
import { within } from './within.ts';
import { safeError } from '../platform/logging.ts';

/** How many jobs of a queue one worker process runs at once. */
const CONCURRENCY: Record<QueueName, number> = {
  reviews: 8,
  emails: 5,
  imports: 1,
  postal: 2,
  documents: 2,
  maintenance: 2,
};
/** How many jobs of a queue all workers together begin in a time. La Poste answers 100 requests a minute and key. */
const LIMITS: Partial<Record<QueueName, { max: number; duration: number }>> = {
  postal: { max: 50, duration: 60_000 },
};
const BEGIN_AGAIN_MS = 1_000;
/** A job of a newer release waits for a worker that knows it. */
const STRANGER_WAITS_MS = 30_000;

export type Workers = {
  /** Takes no more jobs of a queue for a while; those that run go on. */
  rest(queue: QueueName, ms: number): void;
  /** Takes no new jobs and waits for those that run, at most so long; what still runs then is given up. */
  stop(withinMs: number): Promise<void>;
};

type Context = { store: QueueStore; database: Database; log: Logger };

/** Starts one worker a queue. @throws before any of them starts when a job has no handler, or two */
export function startWorkers(handlers: readonly Handler[], { store, database, log }: Context): Workers {
  assertEachJobHandledOnce(handlers);
  const byName = new Map<string, Handler>(handlers.map((handler) => [handler.job, handler]));

  async function process(job: QueuedJob, token?: string): Promise<void> {
    const handler = byName.get(job.name);
    if (handler === undefined) {
      await job.moveToDelayed(Date.now() + STRANGER_WAITS_MS, token);
      throw new DelayedError();
    }
    try {
      await handler.run(job.data);
    } catch (error) {
      const text = errorText(error);
      const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      log.error(
        { job: job.name, jobId: job.id, attempt: job.attemptsMade + 1, last, ...safeError(error) },
        'A job failed',
      );
      // Should the database be away, the queue's own list shows it.
      if (last) await Promise.allSettled([note(job, text), handler.givenUp?.(job.data)]);
      // Only the cleaned text goes into the queue's tables; the error itself may quote a client.
      throw plain(text);
    }
  }

  async function note(job: QueuedJob, error: string): Promise<void> {
    const ids = Ids.safeParse(job.data);
    if (!ids.success) return;
    const { agencyId, fileId, messageId } = ids.data;
    await database.asAgency(agencyId, async (tx) => {
      await noteFailure(tx, { job: job.name, error, fileId, messageId });
    });
  }

  const workers = new Map<QueueName, Worker>();
  let stopping = false;
  function begin(name: QueueName): void {
    const worker = store.work(name, process, { concurrency: CONCURRENCY[name], limiter: LIMITS[name] });
    workers.set(name, worker);
    // One whose first connection fails would stay dead for ever.
    worker.waitUntilReady().catch(async (error: unknown) => {
      if (stopping) return;
      log.warn({ queue: name, ...safeError(error) }, 'A worker could not begin; trying again');
      // Closing one that never began may take for ever: nobody waits for it.
      worker.close(true).catch(() => {});
      await wait(BEGIN_AGAIN_MS);
      if (!stopping) begin(name);
    });
  }
  QUEUES.forEach(begin);
  const resting = new Map<QueueName, NodeJS.Timeout>();

  return {
    rest(queue, ms) {
      const worker = workers.get(queue);
      if (worker === undefined) return;
      clearTimeout(resting.get(queue));
      void worker.pause(true);
      resting.set(
        queue,
        setTimeout(() => worker.resume(), ms),
      );
    },
    async stop(withinMs) {
      stopping = true;
      for (const timer of resting.values()) clearTimeout(timer);
      const closing = Promise.all([...workers.values()].map((worker) => worker.close()));
      if ((await within(withinMs, closing)) === 'late')
        log.warn('Jobs are still running; another worker takes them up');
    },
  };
}

const Ids = z.object({ agencyId: z.uuid(), fileId: z.uuid().optional(), messageId: z.uuid().optional() });

function plain(text: string): Error {
  const error = new Error(text);
  error.stack = text;
  return error;
}
