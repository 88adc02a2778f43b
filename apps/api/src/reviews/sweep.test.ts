import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@suivi/database/database';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { onBothQueueStores, quiet, until } from '../../test/queue-stores.ts';
import { moveOutbox } from '../outbox/relay.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import { startSweep, sweepOnce } from './sweep.ts';

const urls = await ownDatabase();
const database = openDatabase({ url: urls.app });
const owner = new Owner(urls.owner);
afterAll(async () => {
  await database.close();
  await owner.close();
  await urls.drop();
});

/** A file that is due when `reviewOn` says so, with one message in some state. */
async function scene(settings: {
  agency?: Parameters<Owner['agency']>[0];
  reviewOn?: string | null;
  takenAgo?: string;
  message?: { state: string; sendOn?: string; set?: string };
}) {
  const { agencyId, userId } = await owner.agency(settings.agency);
  const fileId = randomUUID();
  await owner.query(
    `INSERT INTO files (agency_id, id, reference, opened_on, adviser_id, first_name, last_name, search_text, category, language, stage, step,
       applicant_sealed, client_sealed, rules_version, next_review_on, review_taken_at)
     VALUES ($1, $2, 'F-1', '2026-01-01', $3, 'A', 'B', 'a b', 'resident', 'en', 'gathering_documents', 1, '', '', '1', $4, now() - $5::interval)`,
    [agencyId, fileId, userId, settings.reviewOn ?? null, settings.takenAgo ?? null],
  );
  const messageId = randomUUID();
  if (settings.message)
    await owner.query(
      `INSERT INTO messages (agency_id, id, file_id, key, template, state, send_on, send_at, sealed, message_id)
       VALUES ($1, $2::uuid, $3, 'email:welcome:1', 'welcome', $4, $5, now() - interval '1 minute', '', '<' || $2 || '@x>')`,
      [agencyId, messageId, fileId, settings.message.state, settings.message.sendOn ?? '2026-01-02'],
    );
  if (settings.message?.set)
    await owner.query(`UPDATE messages SET ${settings.message.set} WHERE id = $1`, [messageId]);
  const message = async () =>
    (
      await owner.query<{ state: string; failure: string | null }>(
        'SELECT state, failure FROM messages WHERE id = $1',
        [messageId],
      )
    )[0];
  const trouble = async () =>
    (await owner.query<{ email_trouble: boolean }>('SELECT email_trouble FROM files WHERE id = $1', [fileId]))[0]
      ?.email_trouble;
  return { agencyId, fileId, messageId, message, trouble };
}
const outboxOf = (agencyId: string) =>
  owner.query<{ job: string }>('SELECT job FROM outbox WHERE agency_id = $1', [agencyId]);

onBothQueueStores('the sweep', (open) => {
  let store: QueueStore;
  beforeEach(async () => {
    await owner.query('DELETE FROM outbox');
    await owner.query('UPDATE files SET next_review_on = NULL');
    await owner.query(`UPDATE messages SET state = 'cancelled'`);
    store = await open();
  });
  afterEach(() => store.close());
  const all = { files: true, recovery: true, tidy: true };
  const sweep = () => sweepOnce({ database, store, wakeRelay: () => {} }, all);

  it('takes up the files that a new playbook has marked, sixty a turn, and each once', async () => {
    const { agencyId, fileId } = await scene({ reviewOn: '2199-01-01' });
    await owner.query(
      `INSERT INTO files SELECT (f).* FROM (
         SELECT jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'reference', 'F-' || n)) AS f
         FROM files f, generate_series(2, 70) n WHERE f.id = $1) copies`,
      [fileId],
    );
    await owner.query('UPDATE files SET review_marked_at = now() WHERE agency_id = $1', [agencyId]);
    expect(await sweep()).toMatchObject({ files: 0, marked: 60 });
    expect(await sweep()).toMatchObject({ files: 0, marked: 10 });
    expect(await sweep()).toMatchObject({ files: 0, marked: 0 });
    expect(await outboxOf(agencyId)).toHaveLength(70);
    expect(new Set((await outboxOf(agencyId)).map(({ job }) => job))).toEqual(new Set(['reviews.review']));
    await owner.query(`UPDATE files SET review_taken_at = now() - interval '11 minutes' WHERE id = $1`, [fileId]);
    expect(await sweep()).toMatchObject({ marked: 1 });
    await owner.query('UPDATE files SET review_marked_at = NULL');
  });

  it('leaves marked files of a demo agency alone while its clock moves', async () => {
    const { agencyId, fileId } = await scene({ agency: { demo: true, demoDay: '2026-05-21' } });
    await owner.query('UPDATE files SET review_marked_at = now() WHERE id = $1', [fileId]);
    await owner.query(
      `INSERT INTO demo_advances (agency_id, from_day, to_day) VALUES ($1, '2026-05-21', '2026-05-28')`,
      [agencyId],
    );
    expect(await sweep()).toMatchObject({ marked: 0 });
    await owner.query('UPDATE demo_advances SET ended_at = now() WHERE agency_id = $1', [agencyId]);
    expect(await sweep()).toMatchObject({ marked: 1 });
    await owner.query('UPDATE files SET review_marked_at = NULL');
  });

  it('takes up a file whose review has come, once, and one that was taken up and lost', async () => {
    const due = await scene({ reviewOn: '2026-01-02' });
    const lost = await scene({ reviewOn: '2026-01-02', takenAgo: '1 minute' });
    const under = await scene({ reviewOn: '2026-01-02', takenAgo: '10 seconds' });
    const later = await scene({ reviewOn: '2199-01-01' });
    expect(await sweep()).toMatchObject({ files: 2 });
    expect(await sweep()).toMatchObject({ files: 0 });
    for (const [file, jobs] of [
      [due, 1],
      [lost, 1],
      [under, 0],
      [later, 0],
    ] as const)
      expect(await outboxOf(file.agencyId)).toHaveLength(jobs);
  });

  it('lets a file that was taken up wait ten minutes while the queue is full', async () => {
    await store.queue('reviews').add('reviews.review', {});
    const behind = await scene({ reviewOn: '2026-01-02', takenAgo: '1 minute' });
    const dead = await scene({ reviewOn: '2026-01-02', takenAgo: '11 minutes' });
    await sweep();
    expect(await outboxOf(behind.agencyId)).toHaveLength(0);
    expect(await outboxOf(dead.agencyId)).toHaveLength(1);
  });

  it('queues a message whose hour has come; none of a paused agency, none ahead of a demo day', async () => {
    const due = await scene({ message: { state: 'planned' } });
    const paused = await scene({ agency: { paused: true }, message: { state: 'planned' } });
    const demo = await scene({ agency: { demo: true, demoDay: '2026-01-01' }, message: { state: 'planned' } });
    const demoDue = await scene({ agency: { demo: true, demoDay: '2026-01-02' }, message: { state: 'planned' } });
    expect(await sweep()).toMatchObject({ messages: 2 });
    expect((await due.message())?.state).toBe('queued');
    expect((await paused.message())?.state).toBe('planned');
    expect((await demo.message())?.state).toBe('planned');
    expect((await demoDue.message())?.state).toBe('queued');
    expect(await outboxOf(due.agencyId)).toEqual([{ job: 'emails.send' }]);
  });

  describe('after a worker that died while sending', () => {
    it('queues again what cannot have left', async () => {
      const file = await scene({ message: { state: 'sending', set: `claimed_at = now() - interval '3 minutes'` } });
      await sweep();
      expect(await file.message()).toEqual({ state: 'queued', failure: null });
      expect(await outboxOf(file.agencyId)).toHaveLength(1);
    });

    it('calls uncertain what may have, and shows it in the list', async () => {
      const file = await scene({
        message: { state: 'sending', set: `in_data = true, claimed_at = now() - interval '13 minutes'` },
      });
      await sweep();
      expect(await file.message()).toEqual({ state: 'uncertain', failure: 'worker_died' });
      expect(await file.trouble()).toBe(true);
      expect(await outboxOf(file.agencyId)).toHaveLength(0);
    });

    it('leaves alone what may still be under way', async () => {
      const waiting = await scene({
        message: { state: 'sending', set: `in_data = true, claimed_at = now() - interval '5 minutes'` },
      });
      const young = await scene({ message: { state: 'sending', set: `claimed_at = now() - interval '10 seconds'` } });
      await sweep();
      expect((await waiting.message())?.state).toBe('sending');
      expect((await young.message())?.state).toBe('sending');
    });
  });

  describe('after a queue that was flushed', () => {
    const queued = (ago: string) => ({ state: 'queued', set: `queued_at = now() - interval '${ago}'` });

    it('finds the messages that are in no queue any more', async () => {
      const lost = await scene({ message: queued('1 minute') });
      const fresh = await scene({ message: queued('5 seconds') });
      expect(await sweep()).toMatchObject({ recovered: 1 });
      expect(await outboxOf(lost.agencyId)).toHaveLength(1);
      expect(await outboxOf(fresh.agencyId)).toHaveLength(0);
      expect(await sweep()).toMatchObject({ recovered: 0 });
    });

    it('does not take for lost what waits behind others, for its next try, or in the outbox', async () => {
      const retrying = await scene({
        message: {
          state: 'queued',
          set: `queued_at = now() - interval '1 hour', retry_at = now() + interval '1 minute'`,
        },
      });
      const unmoved = await scene({ message: queued('1 hour') });
      await owner.query(
        `INSERT INTO outbox (agency_id, job, payload) VALUES ($1, 'emails.send', jsonb_build_object('messageId', $2::text))`,
        [unmoved.agencyId, unmoved.messageId],
      );
      await store.queue('emails').add('emails.send', {});
      const behind = await scene({ message: queued('1 minute') });
      expect(await sweep()).toMatchObject({ recovered: 0 });
      expect(await outboxOf(retrying.agencyId)).toHaveLength(0);
      expect(await outboxOf(behind.agencyId)).toHaveLength(0);
    });

    it('the real thing: all that was due is back in the queue after one sweep', async () => {
      const file = await scene({ reviewOn: '2026-01-02', message: { state: 'planned' } });
      await sweep();
      await moveOutbox({ database, store });
      await store.queue('emails').obliterate({ force: true });
      await store.queue('reviews').obliterate({ force: true });
      // half a minute passes
      await owner.query(`UPDATE messages SET queued_at = queued_at - interval '40 seconds'`);
      await owner.query(`UPDATE files SET review_taken_at = review_taken_at - interval '40 seconds'`);
      await sweep();
      await moveOutbox({ database, store });
      expect(await store.queue('emails').getWaitingCount()).toBe(1);
      expect(await store.queue('reviews').getWaitingCount()).toBe(1);
      expect(await outboxOf(file.agencyId)).toEqual([]);
    });
  });

  it('is one at a time, however many workers there are', async () => {
    for (let n = 0; n < 20; n++) await scene({ reviewOn: '2026-01-02' });
    const found = await Promise.all(Array.from({ length: 6 }, sweep));
    expect(found.reduce((sum, one) => sum + (one?.files ?? 0), 0)).toBe(20);
    const rows = await owner.query('SELECT 1 FROM outbox');
    expect(rows).toHaveLength(20);
  });

  it('that dies at its end leaves everything as it was', async () => {
    const file = await scene({ reviewOn: '2026-01-02' });
    await database
      .withoutAgency(async (tx) => {
        await tx.query('SELECT * FROM take_due_files(10)');
        throw new Error('killed');
      })
      .catch(() => {});
    expect(await outboxOf(file.agencyId)).toEqual([]);
    expect(await sweep()).toMatchObject({ files: 1 });
  });

  it('runs by itself, leaves a pulse, and stops', async () => {
    await owner.query('DELETE FROM pulse');
    const file = await scene({ message: { state: 'planned' } });
    let woken = 0;
    const running = startSweep({ database, store, log: quiet, wakeRelay: () => void (woken += 1) });
    await until('the message to be queued', async () => (await file.message())?.state === 'queued');
    await running.stop();
    expect(woken).toBeGreaterThan(0);
    expect(
      await owner.query(`SELECT 1 FROM pulse WHERE name = 'sweep' AND at > now() - interval '5 seconds'`),
    ).toHaveLength(1);
  });
});
