import type { BackendFactory, IQueueBackend, Job as QueuedJob, QueueOptions, WorkerOptions } from 'bullmq';
import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Cluster, Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from 'pino';
import { SteadyClient } from '@suivi/database/steady-client';
import { safeError } from '../platform/logging.ts';
import { QUEUES, type QueueName } from './jobs.ts';
import { readQueueUrl, type RedisPlace } from './queue-url.ts';

/**
 * Where BullMQ keeps its jobs: PostgreSQL or Redis, by `QUEUE_URL`. Both may lose everything they hold: the sweep
 * finds in our own tables what has to be done.
 */
export type QueueStore = {
  kind: 'postgres' | 'redis';
  /** To add to and to look at. One object a queue. */
  queue(name: QueueName): Queue;
  /**
   * Gives a queue's object up: BullMQ remembers a first connection that failed for ever, and one that is made anew
   * does not. To be called when it did not answer.
   */
  renew(name: QueueName): void;
  /** Starts taking jobs. Whoever starts a worker closes it, before the store. */
  work(
    name: QueueName,
    process: (job: QueuedJob, token?: string) => Promise<void>,
    options: { concurrency: number; limiter?: { max: number; duration: number } | undefined },
  ): Worker;
  close(): Promise<void>;
};

/** How long a worker waits at most before it asks the store by itself. A dead LISTEN would else let it sleep an hour. */
const LONGEST_WAIT_SECONDS = 15;
const QUERY_TIMEOUT_MS = 10_000;

type StoreOptions = {
  log: Logger;
  /** Schema of the PostgreSQL tables, prefix of the Redis keys. Tests give each run its own. */
  namespace?: string;
};

/** Opens the queue store and brings its tables up to date. @throws when it cannot be used, saying what to do */
export async function openQueueStore(url: string, options: StoreOptions): Promise<QueueStore> {
  const place = readQueueUrl(url);
  return place.kind === 'postgres' ? openOnPostgres(url, options) : openOnRedis(place, options);
}

async function openOnPostgres(
  connectionString: string,
  { log, namespace = 'bullmq' }: StoreOptions,
): Promise<QueueStore> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: QUERY_TIMEOUT_MS });
  client.on('error', () => {}); // told by the query that meets it
  await client.connect();
  try {
    await runMigrations(client, namespace);
  } finally {
    await client.end();
  }
  const connection = (max: number) => ({
    Client: SteadyClient,
    connectionString,
    schema: namespace,
    application_name: 'suivi queues',
    max,
    keepAlive: true,
    query_timeout: QUERY_TIMEOUT_MS,
    connectionTimeoutMillis: QUERY_TIMEOUT_MS,
  });
  return storeOf('postgres', log, {
    queue: () => ({ connection: connection(2) }),
    worker: () => ({ connection: connection(4) }),
    factory: steadyBackend as unknown as BackendFactory,
  });
}

/**
 * BullMQ's backend on PostgreSQL, but for the hour that a worker may wait for a notification, and for a listening
 * connection that ends the process when it is cut in the moment after it stood.
 */
const steadyBackend: typeof createPostgresBackend = (...args) => {
  const backend = createPostgresBackend(...args);
  Object.defineProperty(backend, 'maximumBlockTimeout', { get: () => LONGEST_WAIT_SECONDS });
  const { connection } = backend as unknown as { connection: { pgModule: unknown } };
  connection.pgModule = { Client: SteadyClient };
  return backend;
};

async function openOnRedis(place: RedisPlace, { log, namespace = 'suivi' }: StoreOptions): Promise<QueueStore> {
  // The API and the relay must hear at once that Redis is away; a worker waits until it is back.
  const adding = connectRedis(place, { maxRetriesPerRequest: 1, commandTimeout: QUERY_TIMEOUT_MS });
  const working = connectRedis(place, { maxRetriesPerRequest: null });
  const both = [adding, working];
  for (const redis of both) redis.on('error', (error: Error) => log.warn(safeError(error), 'Redis does not answer'));
  const disconnect = () => both.forEach((redis) => redis.disconnect());
  try {
    await assertNothingIsEvicted(adding);
  } catch (error) {
    disconnect();
    throw error;
  }
  // All keys of a queue must lie in one slot of a cluster: the braces say so.
  const prefix = place.kind === 'cluster' ? `{${namespace}}` : namespace;
  const store = storeOf('redis', log, {
    queue: () => ({ connection: adding, prefix }),
    worker: () => ({ connection: working, prefix }),
  });
  return {
    ...store,
    async close() {
      await store.close();
      disconnect();
    },
  };
}

function connectRedis(place: RedisPlace, options: { maxRetriesPerRequest: number | null; commandTimeout?: number }) {
  switch (place.kind) {
    case 'cluster':
      return new Cluster(place.nodes, { redisOptions: { ...place.options, ...options } });
    case 'sentinel':
      return new Redis({ ...place.options, ...options, sentinels: place.nodes, name: place.master });
    case 'redis':
      return new Redis({ ...place.options, ...options, ...place.nodes[0] });
  }
}

/** Redis may throw jobs away when it is full, unless told not to. */
async function assertNothingIsEvicted(redis: Redis | Cluster): Promise<void> {
  const answer = (await redis.call('CONFIG', 'GET', 'maxmemory-policy').catch(() => null)) as string[] | null;
  const policy = answer?.[1];
  // A hosted Redis may forbid the question; then its own setting has to be trusted.
  if (policy === undefined || policy === 'noeviction') return;
  throw new Error(
    `Redis would throw jobs away when it is full (maxmemory-policy is ${policy}). Set maxmemory-policy noeviction.`,
  );
}

type Settings = { queue(): QueueOptions; worker(): WorkerOptions; factory?: BackendFactory };

function storeOf(kind: QueueStore['kind'], log: Logger, { queue, worker, factory }: Settings): QueueStore {
  const queues = new Map<QueueName, Queue>();
  const say = (name: string) => (error: Error) =>
    log.warn({ queue: name, ...safeError(error) }, 'The queue store does not answer');
  return {
    kind,
    queue(name) {
      const known = queues.get(name);
      if (known !== undefined) return known;
      const made = new Queue(name, queue(), factory as BackendFactory<IQueueBackend> & undefined) as Queue;
      made.on('error', say(name));
      queues.set(name, made);
      return made;
    },
    renew(name) {
      const old = queues.get(name);
      queues.delete(name);
      old?.close().catch(say(name));
    },
    work(name, process, { concurrency, limiter }) {
      const made = new Worker(
        name,
        process,
        { ...worker(), concurrency, ...(limiter && { limiter }) },
        factory as BackendFactory<IQueueBackend> & undefined,
      );
      made.on('error', say(name));
      return made as Worker;
    },
    async close() {
      await Promise.all(QUEUES.map((name) => queues.get(name)?.close()));
      queues.clear();
    },
  };
}
