import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { openMailSink, type MailSink } from '../../test/mail-sink.ts';
import { onBothQueueStores, until } from '../../test/queue-stores.ts';
import { newFile, Scene, testPlatform } from '../../test/scene.ts';
import { createFile } from '../files/create-file.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import type { Platform } from '../platform/platform.ts';
import { startWorker, type RunningWorker } from '../worker.ts';
import { readDemoClock, startAdvance } from './demo-clock.ts';

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

const from = '2026-03-02' as Day;

onBothQueueStores('the demo clock', (open) => {
  let store: QueueStore;
  let worker: RunningWorker | null = null;
  let scene: Scene;
  beforeEach(async () => {
    await owner.query('DELETE FROM outbox');
    sink.weather = 'fine';
    sink.taken.length = sink.seen.length = 0;
    store = await open();
    scene = await Scene.set(platform, owner, { demo: true, demoDay: from });
  });
  afterEach(async () => {
    await worker?.stop();
    worker = null;
    await store.close();
  });
  const as = <T>(work: Parameters<typeof platform.database.asAgency<T>>[1]) =>
    platform.database.asAgency(scene.me.agencyId, work);
  const pulse = () =>
    owner.query(`INSERT INTO pulse (name, at) VALUES ('sweep', now()) ON CONFLICT (name) DO UPDATE SET at = now()`);
  const arrived = async () => (await as(readDemoClock)).advancing === null;

  it('lives each day through: every email that the plans promise arrives once, on its day', async () => {
    const files = [];
    for (let n = 0; n < 6; n++) files.push((await createFile(platform, scene.me, newFile(`c${n}@example.org`))).id);
    await pulse();
    await as((tx) => startAdvance(tx, 45));
    worker = startWorker(platform, store);
    await until('the day to arrive', arrived, 60_000);

    const to = addDays(from, 45);
    const clock = await as(readDemoClock);
    expect(clock).toMatchObject({ day: to, advancing: null, stopped: null });
    const promised: string[] = [];
    for (const [n, id] of files.entries()) {
      const stored = await as((tx) => readStoredFile(tx, platform.keys, id));
      for (const email of plan(stored!.file, to).emails)
        if (email.sendOn <= to) promised.push(`c${n}@example.org ${email.key} ${email.sendOn}`);
    }
    const came = sink.taken.map(
      ({ to: address, mail }) =>
        `${address} ${String(mail.headers.get('x-suivi-key'))} ${String(mail.headers.get('x-suivi-day'))}`,
    );
    expect(promised.length).toBeGreaterThan(12);
    expect(came.sort()).toEqual(promised.sort());
    const [{ sent }] = (await owner.query<{ sent: number }>('SELECT sent FROM demo_advances WHERE agency_id = $1', [
      scene.me.agencyId,
    ])) as [{ sent: number }];
    expect(sent).toBe(came.length);
  }, 90_000);

  it('goes on where a killed worker left it', async () => {
    await createFile(platform, scene.me, newFile('c@example.org'));
    await pulse();
    await as((tx) => startAdvance(tx, 10));
    await owner.query(`UPDATE agencies SET demo_day = '2026-03-05' WHERE id = $1`, [scene.me.agencyId]);
    worker = startWorker(platform, store);
    await until('the day to arrive', arrived, 30_000);
    expect((await as(readDemoClock)).day).toBe('2026-03-12');
  }, 40_000);

  it('says so when emails do not leave', async () => {
    await createFile(platform, scene.me, newFile('c@example.org'));
    await owner.query('UPDATE agencies SET sending_paused = true WHERE id = $1', [scene.me.agencyId]);
    worker = startWorker(platform, store);
    await pulse();
    await as((tx) => startAdvance(tx, 3));
    await until('the clock to stop', arrived);
    const clock = await as(readDemoClock);
    expect(clock.day).toBe(from);
    expect(clock.stopped?.en).toContain('Sending is paused');
  });

  it('does not start without a worker, nor twice, nor for an agency whose days are real', async () => {
    await owner.query('DELETE FROM pulse');
    await expect(as((tx) => startAdvance(tx, 1))).rejects.toMatchObject({ type: 'no_worker', status: 503 });
    await pulse();
    await as((tx) => startAdvance(tx, 1));
    await expect(as((tx) => startAdvance(tx, 1))).rejects.toMatchObject({ type: 'already_advancing', status: 409 });
    scene = await Scene.set(platform, owner);
    await expect(as(readDemoClock)).rejects.toMatchObject({ status: 404 });
  });
});
