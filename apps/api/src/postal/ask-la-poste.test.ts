import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays } from '@suivi/rules/calendar/days';
import type { Day } from '@suivi/rules/calendar/days';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { openLaPosteServer, type ItsEvent, type LaPosteServer } from '../../test/la-poste-server.ts';
import { onBothQueueStores, until } from '../../test/queue-stores.ts';
import { newFile, Scene, testPlatform } from '../../test/scene.ts';
import { createFile } from '../files/create-file.ts';
import { recordEvent } from '../files/record-event.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import { moveOutbox } from '../outbox/relay.ts';
import type { Platform } from '../platform/platform.ts';
import { sweepOnce } from '../reviews/sweep.ts';
import { startWorker, type RunningWorker } from '../worker.ts';
import { askLaPoste } from './ask-la-poste.ts';

const urls = await ownDatabase();
const owner = new Owner(urls.owner);
let laPoste: LaPosteServer;
let platform: Platform;
let scene: Scene;
let today: Day;
let rested: number[];

beforeAll(async () => {
  laPoste = await openLaPosteServer();
  const plain = await testPlatform(urls, 'smtp://127.0.0.1:1');
  platform = { ...plain, config: { ...plain.config, LA_POSTE_KEY: 'the-key', LA_POSTE_URL: laPoste.url } };
});
afterAll(async () => {
  await laPoste.close();
  await platform.database.close();
  await owner.close();
  await urls.drop();
});
beforeEach(async () => {
  laPoste.weather = 'fine';
  laPoste.letters.clear();
  laPoste.asked = [];
  rested = [];
  await owner.query('UPDATE sendings SET ask_at = NULL');
  await owner.query('DELETE FROM outbox');
  scene = await Scene.set(platform, owner);
  const [row] = await owner.query<{ today: Day }>(`SELECT (now() AT TIME ZONE 'Europe/Paris')::date::text AS today`);
  today = row?.today ?? today;
});

const ago = (days: number) => addDays(today, -days);
const at = (day: string, code: string, label?: string): ItsEvent => ({
  code,
  date: `${day}T10:00:00+02:00`,
  ...(label && { label }),
});

/** A file posted so many days ago, whose letter La Poste is to be asked about now. */
async function letter(number: string, daysAgo = 6) {
  const { id: fileId } = await createFile(platform, scene.me, newFile(null));
  await record(fileId, { type: 'file_submitted', method: 'registered_post', trackingNumber: number, on: ago(daysAgo) });
  const [row] = await owner.query<{ id: string }>(
    'UPDATE sendings SET ask_at = now() WHERE file_id = $1 RETURNING id',
    [fileId],
  );
  return { fileId, sendingId: row?.id ?? '' };
}
async function record(fileId: string, event: Record<string, unknown>) {
  const [file] = await owner.query<{ version: number }>('SELECT version FROM files WHERE id = $1', [fileId]);
  const id = randomUUID();
  await recordEvent(platform, scene.me, fileId, {
    event: { id, ...event },
    expectedVersion: file?.version ?? 0,
    history: true,
  });
  return id;
}
const run = (...sendingIds: string[]) =>
  askLaPoste({ platform, rest: (ms) => rested.push(ms) }).run({ agencyId: scene.me.agencyId, sendingIds });
const askAnew = () => owner.query('UPDATE sendings SET ask_at = now(), asked_at = NULL WHERE NOT voided');
const eventsOf = (fileId: string) =>
  owner.query<{ type: string; on: string; origin: string }>(
    `SELECT type, "on"::text, origin FROM events WHERE file_id = $1 AND type <> 'file_submitted' ORDER BY seq`,
    [fileId],
  );
const stateOf = async (sendingId: string) =>
  (
    await owner.query<{ asked: boolean; next: number | null }>(
      `SELECT asked_at IS NOT NULL AS asked, extract(epoch FROM ask_at - now())::float AS next FROM sendings WHERE id = $1`,
      [sendingId],
    )
  )[0];
const failures = () =>
  owner.query<{ error: string; times: number; file: string | null }>(
    `SELECT error, times, file_id AS file FROM failures WHERE agency_id = $1 AND resolved_at IS NULL`,
    [scene.me.agencyId],
  );

it('keeps each state once, and records on the file what means something there, on its own day', async () => {
  const { fileId, sendingId } = await letter('1A00915820380');
  laPoste.letters.set('1A00915820380', { events: [at(ago(4), 'ET1'), at(ago(5), 'PC1'), at(ago(6), 'DR1')] });
  await run(sendingId);
  expect(await eventsOf(fileId)).toEqual([
    { type: 'post_tracked', on: ago(5), origin: 'la_poste' },
    { type: 'post_tracked', on: ago(4), origin: 'la_poste' },
  ]);
  expect((await stateOf(sendingId))?.next).toBeGreaterThan(10 * 3_600);

  laPoste.letters.set('1A00915820380', {
    isFinal: true,
    events: [
      at(ago(2), 'DI1', 'Distribué'),
      at(ago(3), 'ET1'),
      at(ago(4), 'ET1'),
      at(ago(5), 'PC1'),
      at(ago(6), 'DR1'),
    ],
  });
  await askAnew();
  await run(sendingId);
  await askAnew();
  await run(sendingId);
  expect((await eventsOf(fileId)).map(({ type }) => type)).toEqual(['post_tracked', 'post_tracked', 'post_delivered']);
  const kept = await owner.query<{ code: string; told: boolean }>(
    'SELECT code, event_id IS NOT NULL AS told FROM tracking_events WHERE sending_id = $1 ORDER BY happened',
    [sendingId],
  );
  expect(kept).toEqual([
    { code: 'DR1', told: false },
    { code: 'PC1', told: true },
    { code: 'ET1', told: true },
    { code: 'ET1', told: false },
    { code: 'DI1', told: true },
  ]);
  // Delivered is the end of it.
  expect((await stateOf(sendingId))?.next).toBeNull();
  const [file] = await owner.query<{ stage: string }>('SELECT stage FROM files WHERE id = $1', [fileId]);
  expect(file?.stage).toBe('with_cpam');
});

it('asks again half a day later when a delivery is dated ahead of the agency’s day, and records it then', async () => {
  const { fileId, sendingId } = await letter('1A00915820380');
  laPoste.letters.set('1A00915820380', { isFinal: true, events: [at(addDays(today, 1), 'DI1')] });
  await run(sendingId);
  expect(await eventsOf(fileId)).toEqual([]);
  expect(await owner.query('SELECT FROM tracking_events WHERE sending_id = $1', [sendingId])).toEqual([]);
  const { asked, next } = (await stateOf(sendingId)) ?? { asked: false, next: null };
  expect([asked, Math.round((next ?? 0) / 3_600)]).toEqual([true, expect.toSatisfy((h: number) => h >= 11 && h <= 13)]);

  laPoste.letters.set('1A00915820380', { isFinal: true, events: [at(today, 'DI1')] });
  await askAnew();
  await run(sendingId);
  expect(await eventsOf(fileId)).toEqual([{ type: 'post_delivered', on: today, origin: 'la_poste' }]);
  expect((await stateOf(sendingId))?.next).toBeNull();
});

it.each([
  ['AG1', 'at_counter', 'submitted'],
  ['RE1', 'returned', 'submitted'],
  ['ND1', 'undeliverable', 'submitted'],
])('%s is %s on the file', async (code, status, stage) => {
  const { fileId, sendingId } = await letter('1A00915820380');
  laPoste.letters.set('1A00915820380', { events: [at(ago(3), code)] });
  await run(sendingId);
  expect(await eventsOf(fileId)).toMatchObject([{ type: 'post_tracked', on: ago(3) }]);
  const [file] = await owner.query<{ stage: string }>('SELECT stage FROM files WHERE id = $1', [fileId]);
  expect([status, file?.stage]).toEqual([status, stage]);
});

it('leaves a delivery that a person has noted as it is, and one that a person has voided away', async () => {
  const { fileId, sendingId } = await letter('1A00915820380');
  const byHand = await record(fileId, { type: 'post_delivered', trackingNumber: '1A00915820380', on: ago(1) });
  laPoste.letters.set('1A00915820380', { events: [at(ago(2), 'DI1')] });
  await run(sendingId);
  expect(await eventsOf(fileId)).toEqual([{ type: 'post_delivered', on: ago(1), origin: 'adviser' }]);
  await record(fileId, { type: 'voided', event: byHand });
  await askAnew();
  await run(sendingId);
  expect((await eventsOf(fileId)).filter(({ origin }) => origin === 'la_poste')).toEqual([]);
});

it('keeps a state of before the posting, and records nothing of it', async () => {
  const { fileId, sendingId } = await letter('1A00915820380', 3);
  laPoste.letters.set('1A00915820380', { events: [at(ago(5), 'DI1')] });
  await run(sendingId);
  expect(await eventsOf(fileId)).toEqual([]);
  expect(await owner.query('SELECT FROM tracking_events WHERE sending_id = $1', [sendingId])).toHaveLength(1);
});

it('asks later about what La Poste does not know yet, never again about what is no number, nor after sixty days', async () => {
  const unknown = await letter('1A00915820380');
  const odd = await letter('RK 12');
  const old = await letter('1A00915820397', 61);
  await run(unknown.sendingId, odd.sendingId, old.sendingId);
  expect((await stateOf(unknown.sendingId))?.next).toBeGreaterThan(10 * 3_600);
  expect((await stateOf(odd.sendingId))?.next).toBeNull();
  expect((await stateOf(old.sendingId))?.next).toBeNull();
  expect(laPoste.asked.map(({ url }) => url.includes('RK'))).toEqual([false]);
});

it('is told once that La Poste is away, however many letters wait, and is quiet again when it is back', async () => {
  const letters = [await letter('1A00915820380'), await letter('1A00915820397'), await letter('1A00915820403')];
  laPoste.weather = 'down';
  for (const { sendingId } of letters) await run(sendingId);
  expect(await failures()).toEqual([{ error: 'la_poste_unreachable', times: 3, file: null }]);
  expect(rested).toEqual([60_000, 60_000, 60_000]);
  for (const { sendingId } of letters) {
    const state = await stateOf(sendingId);
    expect(state?.asked).toBe(false);
    expect(state?.next).toBeGreaterThan(3_000);
  }
  laPoste.weather = 'fine';
  await askAnew();
  await run(...letters.map(({ sendingId }) => sendingId));
  expect(await failures()).toEqual([]);
});

it('waits as long as La Poste says when it has had enough, and calls nothing a failure', async () => {
  const { sendingId } = await letter('1A00915820380');
  laPoste.weather = { busy: '30' };
  await run(sendingId);
  expect([rested, await failures()]).toEqual([[30_000], []]);
  expect((await stateOf(sendingId))?.next).toBeLessThan(31);
});

it('hears of the other letters when a file is broken, notes which, and asks of its letter in twelve hours', async () => {
  const [broken, sound] = [await letter('1A00915820380'), await letter('1A00915820397')];
  for (const number of ['1A00915820380', '1A00915820397']) laPoste.letters.set(number, { events: [at(ago(3), 'DI1')] });
  await owner.query(`UPDATE files SET applicant_sealed = '' WHERE id = $1`, [broken.fileId]);
  await run(broken.sendingId, sound.sendingId);
  expect(await eventsOf(sound.fileId)).toMatchObject([{ type: 'post_delivered' }]);
  expect(await failures()).toMatchObject([{ times: 1, file: broken.fileId }]);
  expect((await stateOf(broken.sendingId))?.next).toBeGreaterThan(10 * 3_600);
});

it('asks nothing twice within the hour, whatever the queue holds', async () => {
  const { sendingId } = await letter('1A00915820380');
  await run(sendingId);
  await owner.query('UPDATE sendings SET ask_at = now()');
  await run(sendingId);
  expect(laPoste.asked).toHaveLength(1);
});

onBothQueueStores('La Poste', (open) => {
  let store: QueueStore;
  let worker: RunningWorker | undefined;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await store.close();
  });
  const sweep = (asksLaPoste: boolean) =>
    sweepOnce({ database: platform.database, store, wakeRelay: () => {}, asksLaPoste }, { files: true });

  it('is asked of ten letters in a request, of no demo agency, and of nothing without a key', async () => {
    for (let n = 0; n < 23; n += 1) await letter(`1A0091582${String(n).padStart(4, '0')}`);
    const [demo] = await owner.query<{ id: string }>('SELECT id FROM agencies WHERE id = $1', [scene.me.agencyId]);
    expect((await sweep(false))?.letters).toBe(0);
    await owner.query(`UPDATE agencies SET demo = true, demo_day = $2 WHERE id = $1`, [demo?.id, today]);
    expect((await sweep(true))?.letters).toBe(0);
    await owner.query(`UPDATE agencies SET demo = false, demo_day = NULL WHERE id = $1`, [demo?.id]);
    expect((await sweep(true))?.letters).toBe(3);
    expect((await sweep(true))?.letters).toBe(0);
    await moveOutbox({ database: platform.database, store });
    const jobs = await store.queue('postal').getJobs(['waiting', 'prioritized', 'delayed']);
    const sizes = jobs.map(({ data }) => (data as { sendingIds: string[] }).sendingIds.length);
    expect(sizes.sort((a, b) => a - b)).toEqual([3, 10, 10]);
  });

  it('is asked by the worker, from the sweep to the file', async () => {
    const { fileId } = await letter('1A00915820380');
    laPoste.letters.set('1A00915820380', { events: [at(ago(2), 'DI1')] });
    worker = startWorker(platform, store);
    await until('the delivery', async () => (await eventsOf(fileId)).length === 1);
    expect(await eventsOf(fileId)).toEqual([{ type: 'post_delivered', on: ago(2), origin: 'la_poste' }]);
  });
});
