import { setTimeout as wait } from 'node:timers/promises';
import { openMailSink } from '../apps/api/test/mail-sink.ts';
import { UNDO_MS } from '../apps/api/src/files/send-at.ts';
import { openQueueStore } from '../apps/api/src/outbox/queue-store.ts';
import { makeLog } from '../apps/api/src/platform/logging.ts';
import { startWorker } from '../apps/api/src/worker.ts';
import { median, ms, quantile, report } from './figures.ts';
import { openScene, record, typicalFile } from './scene.ts';

/**
 * From an event that causes an email of the same day to that email accepted by the mail server: relay, queue, worker and
 * SMTP are all real. The fifteen seconds in which the event can be undone are in it.
 */
const EVENTS = 60;

const sink = await openMailSink();
const scene = await openScene(sink.url);
const { platform } = scene;
const files: string[] = [];
for (let n = 0; n < EVENTS; n++) files.push(await typicalFile(scene, n));
const store = await openQueueStore(scene.urls.owner, { log: makeLog('silent', 'bench'), namespace: 'bench' });
const worker = startWorker(platform, store);
await wait(25_000); // the welcomes of the files leave first
const before = sink.taken.length;

const began = new Map<string, number>();
for (const [n, id] of files.entries()) {
  began.set(`c${n}@example.org`, Date.now());
  await record(scene, id, 11, { type: 'provisional_number_received' });
  platform.wakeRelay();
  await wait(40);
}
for (const end = Date.now() + 60_000; sink.taken.length < before + EVENTS && Date.now() < end;) await wait(50);
const times = sink.taken.slice(before).map(({ to, at }) => at - (began.get(to) ?? Number.NaN));
const past = times.map((time) => time - UNDO_MS);
report([
  {
    what: `From an event to its email accepted by SMTP, ${times.length} of ${EVENTS} (median, p95)`,
    figure: `${ms(median(times))}, ${ms(quantile(times, 0.95))}`,
  },
  {
    what: `The same without the ${UNDO_MS / 1000} s in which the event can be undone (median, p95)`,
    figure: `${ms(median(past))}, ${ms(quantile(past, 0.95))}`,
  },
]);
await worker.stop();
await store.close();
await scene.close();
await sink.close();
