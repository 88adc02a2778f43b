import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { openMailSink, type MailSink } from '../../test/mail-sink.ts';
import { onBothQueueStores, until } from '../../test/queue-stores.ts';
import { newFile, Scene, testPlatform } from '../../test/scene.ts';
import { createFile } from '../files/create-file.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import type { Platform } from '../platform/platform.ts';
import { startWorker, type RunningWorker } from '../worker.ts';
import { reviewFiles } from './review-file.ts';

const urls = await ownDatabase();
const owner = new Owner(urls.owner);
let sink: MailSink;
let platform: Platform;
beforeAll(async () => {
  sink = await openMailSink();
  platform = await testPlatform(urls, sink.url);
});
afterAll(async () => {
  await sink.close();
  await platform.database.close();
  await owner.close();
  await urls.drop();
});

type FileRow = { next_review_on: string | null; planned_on: string; taken: boolean };

onBothQueueStores('a review', (open) => {
  let store: QueueStore;
  let worker: RunningWorker;
  let scene: Scene;
  beforeEach(async () => {
    await owner.query('DELETE FROM outbox');
    store = await open();
    scene = await Scene.set(platform, owner);
    worker = startWorker(platform, store);
  });
  afterEach(async () => {
    await worker.stop();
    await store.close();
  });
  const file = async (id: string) =>
    (
      await owner.query<FileRow>(
        `SELECT next_review_on::text, planned_on::text, review_taken_at > now() AS taken FROM files WHERE id = $1`,
        [id],
      )
    )[0];
  const failures = () => owner.query<{ file_id: string }>('SELECT file_id FROM failures WHERE resolved_at IS NULL');

  it('plans a file whose day has come, and what had failed for it is settled', async () => {
    const { id } = await createFile(platform, scene.me, newFile('c@example.org'));
    const before = await file(id);
    await owner.query(
      `INSERT INTO failures (agency_id, id, job, file_id, error) VALUES ($1, gen_random_uuid(), 'reviews.review', $2, 'e')`,
      [scene.me.agencyId, id],
    );
    // As if it had been planned long ago
    await owner.query(`UPDATE files SET next_review_on = '2026-01-05', planned_on = '2026-01-02' WHERE id = $1`, [id]);
    await owner.query(
      `INSERT INTO outbox (agency_id, job, payload) VALUES ($1, 'reviews.review', jsonb_build_object('agencyId', $1::uuid, 'fileId', $2::uuid))`,
      [scene.me.agencyId, id],
    );
    platform.wakeRelay();
    await until('the review', async () => (await file(id))?.planned_on === before?.planned_on);
    expect((await file(id))?.next_review_on).toBe(before?.next_review_on);
    await until('the failure to be settled', async () => (await failures()).length === 0);
  });
});

it('of a file that is broken rests for a while when it is given up', async () => {
  const scene = await Scene.set(platform, owner);
  const { id } = await createFile(platform, scene.me, newFile('c@example.org'));
  await owner.query(`UPDATE files SET applicant_sealed = '\\x00', next_review_on = '2026-01-05' WHERE id = $1`, [id]);
  const handler = reviewFiles(platform);
  const ids = { agencyId: scene.me.agencyId, fileId: id };
  await expect(handler.run(ids)).rejects.toThrow();
  await handler.givenUp?.(ids);
  const [row] = await owner.query<{ taken: boolean }>(
    'SELECT review_taken_at > now() AS taken FROM files WHERE id = $1',
    [id],
  );
  expect(row?.taken).toBe(true);
});
