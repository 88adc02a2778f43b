import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@suivi/database/database';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { onBothQueueStores, quiet, until } from '../../test/queue-stores.ts';
import { relayBell } from '../platform/relay-bell.ts';
import { listenForBell } from './bell-listener.ts';
import { handles, type Handler } from './handlers.ts';
import { JOBS, reviewFileJob } from './jobs.ts';
import { moveOutbox, startRelay } from './relay.ts';
import type { QueueStore } from './queue-store.ts';
import { startWorkers, type Workers } from './workers.ts';

const urls = await ownDatabase();
const database = openDatabase({ url: urls.app });
const owner = new Owner(urls.owner);
afterAll(async () => {
  await database.close();
  await owner.close();
  await urls.drop();
});

const fileId = '018f0000-0000-7000-8000-000000000002';
let agencyId: string;
beforeAll(async () => {
  agencyId = (await owner.agency()).agencyId;
});
beforeEach(() => owner.query('DELETE FROM outbox'));

/** Due for a while already: a machine's clock may be set back between two statements. */
const ask = (job: string, payload: object = { agencyId, fileId }) =>
  database.asAgency(agencyId, (tx) =>
    tx.execute(
      `INSERT INTO outbox (agency_id, job, payload, run_after) VALUES ($1, $2, $3, now() - interval '10 seconds')`,
      [agencyId, job, JSON.stringify(payload)],
    ),
  );
const waiting = async () => (await owner.query<{ id: string }>('SELECT id FROM outbox')).length;

onBothQueueStores('the relay', (open) => {
  let store: QueueStore;
  let workers: Workers | null = null;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await workers?.stop(2_000);
    workers = null;
    await store.close();
  });
  const inQueue = () =>
    store.queue('reviews').getJobCountByTypes('waiting', 'active', 'delayed', 'completed', 'failed');
  /** Every job has its handler, as a worker wants it; one of them is the test's. */
  const work = (reviews: (ids: { fileId: string }) => Promise<void>) => {
    const others: Handler[] = JOBS.filter((job) => job !== reviewFileJob).map((job) => ({
      job: job.name,
      run: async () => {},
    }));
    workers = startWorkers([handles(reviewFileJob, reviews), ...others], { store, database, log: quiet });
  };

  it('puts each row into its queue, with the row’s id, and forgets it', async () => {
    await ask('reviews.review');
    const [row] = await owner.query<{ id: string; created_at: Date }>('SELECT id, created_at FROM outbox');
    expect(await moveOutbox({ database, store })).toBe(1);
    expect(await waiting()).toBe(0);
    const job = await store.queue('reviews').getJob(`o${row?.id}-${row?.created_at.getTime().toString(36)}`);
    expect(job?.data).toEqual({ agencyId, fileId });
    expect(job?.name).toBe('reviews.review');
  });

  it('leaves a row of an unknown job to the release that wrote it', async () => {
    await ask('tomorrow.job');
    await ask('reviews.review');
    expect(await moveOutbox({ database, store })).toBe(1);
    expect(await waiting()).toBe(1);
  });

  it('shared by four, moves each row once', async () => {
    for (let n = 0; n < 60; n++) await ask('reviews.review');
    const moved = await Promise.all([1, 2, 3, 4].map(() => moveOutbox({ database, store })));
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(await inQueue()).toBe(60);
  });

  it('that dies between adding and forgetting, adds twice, and the job runs once while its row is kept', async () => {
    await ask('reviews.review');
    let ran = 0;
    const dying: Database = {
      ...database,
      withoutAgency: (turn) =>
        database.withoutAgency(async (tx) => {
          await turn(tx);
          throw new Error('killed');
        }),
    };
    await expect(moveOutbox({ database: dying, store })).rejects.toThrow('killed');
    expect(await waiting()).toBe(1);
    work(async () => void ran++);
    await until('the first job to run', () => ran === 1);
    await moveOutbox({ database, store });
    await wait(200);
    expect(ran).toBe(1);
    expect(await waiting()).toBe(0);
  });

  it('after its database was made anew, is not fooled by an old job of the same number', async () => {
    let ran = 0;
    work(async () => void ran++);
    for (let round = 1; round <= 2; round++) {
      await owner.query(`ALTER SEQUENCE outbox_id_seq RESTART WITH 7000`);
      await ask('reviews.review');
      await moveOutbox({ database, store });
      await until('the job to run', () => ran === round);
      await wait(5);
    }
  });

  /** A poll that comes too late for any test: what is moved, something else has moved. */
  const NEVER_MS = 3_600_000;

  it('hears the bell and does not wait for its poll', async () => {
    const relay = startRelay({ database, store, log: quiet }, NEVER_MS);
    const ear = listenForBell(urls.app, () => relay.wake(), quiet);
    await until('the ear to hear', () => ear.hears());
    await wait(100);
    await ask('reviews.review');
    relayBell(database)();
    await until('the row to be moved', async () => (await waiting()) === 0);
    await relay.stop();
    await ear.close();
  });

  it('is there when the moment of a row comes, between two polls', async () => {
    await owner.query(
      `INSERT INTO outbox (agency_id, job, payload, run_after) VALUES ($1, 'reviews.review', $2, now() + interval '1500 milliseconds')`,
      [agencyId, JSON.stringify({ agencyId, fileId })],
    );
    const relay = startRelay({ database, store, log: quiet }, NEVER_MS);
    await wait(500);
    expect(await waiting()).toBe(1);
    await until('the row to be moved', async () => (await waiting()) === 0);
    await relay.stop();
  });

  it('needs no bell', async () => {
    const relay = startRelay({ database, store, log: quiet });
    await ask('reviews.review');
    await until('the poll to find the row', async () => (await waiting()) === 0);
    await relay.stop();
  });

  describe('a job', () => {
    it('that fails is tried again, then noted once, with its file and without the text of others', async () => {
      let tries = 0;
      work(async () => {
        tries += 1;
        throw new Error('mail from jane@example.org was "secret"');
      });
      await store
        .queue('reviews')
        .add(
          'reviews.review',
          { agencyId, fileId },
          { attempts: 2, backoff: { type: 'fixed', delay: 50 }, removeOnFail: true },
        );
      const notes = () =>
        owner.query<{ error: string; file_id: string; times: number }>(
          'SELECT error, file_id, times FROM failures WHERE agency_id = $1',
          [agencyId],
        );
      await until('the failure to be noted', async () => (await notes()).length === 1);
      expect(tries).toBe(2);
      expect(await notes()).toEqual([{ error: 'Error: mail from … was …', file_id: fileId, times: 1 }]);
      await until('the dead job to be gone', async () => (await inQueue()) === 0);
      await owner.query('DELETE FROM failures');
    });

    it.each([
      ['text', 'a string'],
      ['nothing', undefined],
      ['megabytes', new Error('x'.repeat(20_000_000))],
    ])('that throws %s does not hurt the others', async (_, thrown) => {
      const done: string[] = [];
      work(async ({ fileId }) => {
        if (done.push(fileId) === 1) throw thrown;
      });
      await store.queue('reviews').add('reviews.review', { agencyId, fileId }, { attempts: 1 });
      await store.queue('reviews').add('reviews.review', { agencyId, fileId });
      await until('both to run', () => done.length === 2);
      const job = async () => (await store.queue('reviews').getFailed())[0];
      await until('the failure to be kept', async () => (await job()) !== undefined);
      expect(((await job()) as Job).failedReason.length).toBeLessThan(400);
      await owner.query('DELETE FROM failures');
    });

    it('of another release is left in the queue, not failed', async () => {
      work(async () => {});
      const job = await store.queue('reviews').add('reviews.tomorrow', {});
      await until('it to be put aside', async () => (await job.getState()) === 'delayed');
    });

    it('that runs is waited for when the worker stops; no other begins', async () => {
      let ended = 0;
      work(async () => {
        await wait(400);
        ended += 1;
      });
      for (let n = 0; n < 20; n++) await store.queue('reviews').add('reviews.review', { agencyId, fileId });
      await until('jobs to run', async () => (await store.queue('reviews').getActiveCount()) > 0);
      await workers?.stop(5_000);
      expect(ended).toBeGreaterThan(0);
      expect(ended).toBeLessThanOrEqual(8);
      expect(await store.queue('reviews').getActiveCount()).toBe(0);
    });
  });
});
