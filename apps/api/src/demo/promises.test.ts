import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportView } from '@suivi/contracts/imports';
import type { TestDatabase } from '@suivi/database/test/database';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import type { Plan, PlannedDocument } from '@suivi/rules/plan-types';
import { plan } from '@suivi/rules/plan';
import type { Colleague } from '../accounts/person.ts';
import { recordEvent } from '../files/record-event.ts';
import { readStoredFile } from '../files/stored-file.ts';
import { mapImport, startImport } from '../imports/change-import.ts';
import { createImport } from '../imports/create-import.ts';
import { readImportView } from '../imports/import-view.ts';
import { openQueueStore, type QueueStore } from '../outbox/queue-store.ts';
import type { Platform } from '../platform/platform.ts';
import { startWorker, type RunningWorker } from '../worker.ts';
import { openMailSink, type MailSink } from '../../test/mail-sink.ts';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { quiet, until } from '../../test/queue-stores.ts';
import { testPlatform } from '../../test/scene.ts';
import { readDemoClock, startAdvance } from './demo-clock.ts';

/** The last day in the spreadsheet is 21 September: all its history is past. */
const FIRST = '2026-09-22' as Day;
const DAYS = 183;
const LAST = addDays(FIRST, DAYS);

let urls: TestDatabase;
let sink: MailSink;
let owner: Owner;
let platform: Platform;
let store: QueueStore;
let worker: RunningWorker;
let me: Colleague;

beforeAll(async () => {
  urls = await ownDatabase();
  sink = await openMailSink();
  owner = new Owner(urls.owner);
  platform = await testPlatform(urls, sink.url);
  store = await openQueueStore(urls.owner, { log: quiet, namespace: 'promises' });
  worker = startWorker(platform, store);
  me = {
    ...(await owner.agency({ demo: true, demoDay: FIRST })),
    name: 'Ada Viser',
    email: 'ada@example.org',
    role: 'admin',
    mayOperate: false,
    language: 'en',
  };
}, 60_000);

afterAll(async () => {
  await worker.stop();
  await store.close();
  await platform.database.close();
  await owner.close();
  await sink.close();
  await urls.drop();
}, 60_000);

const as = <T>(work: Parameters<Platform['database']['asAgency']>[1]) =>
  platform.database.asAgency(me.agencyId, work) as Promise<T>;

/** Brings the spreadsheet in as the screen does: read, columns as guessed, checked by a worker, the good rows. */
async function importClients(): Promise<ImportView> {
  const content = fs.readFileSync(new URL('../../test/clients.csv', import.meta.url)).toString('base64');
  const id = await createImport(platform, me, { fileName: 'clients.csv', content });
  const view = () => readImportView(platform, me.agencyId, id);
  const { columns } = await view();
  await mapImport(platform, me, id, { columns: columns.map(({ field }) => field), categories: {} });
  platform.wakeRelay();
  await until('the rows are checked', async () => (await view()).state === 'checked', 30_000);
  await startImport(platform, me, id, { which: 'good', holdEmails: false });
  platform.wakeRelay();
  await until('the files are in', async () => (await view()).state === 'done', 30_000);
  return view();
}

const fileIds = async () =>
  (
    await owner.query<{ id: string }>('SELECT id FROM files WHERE agency_id = $1 ORDER BY reference', [me.agencyId])
  ).map(({ id }) => id);

async function planOf(fileId: string, today: Day): Promise<{ plan: Plan; version: number; reference: string }> {
  const stored = await as<Awaited<ReturnType<typeof readStoredFile>>>((tx) =>
    readStoredFile(tx, platform.keys, fileId),
  );
  if (!stored) throw new Error('no such file');
  return { plan: plan(stored.file, today), version: stored.version, reference: stored.reference };
}

/**
 * An adviser's afternoon: every file that still gathers papers gets them and is posted; of the others some move on, some
 * are called about, some stay silent. What is done depends on the file's place in the list alone.
 */
async function workOn(fileId: string, place: number): Promise<void> {
  const today = (await as<{ day: Day }>(readDemoClock)).day;
  const record = async (event: Record<string, unknown>) => {
    const { version } = await planOf(fileId, today);
    await recordEvent(platform, me, fileId, {
      event: { id: crypto.randomUUID(), on: today, ...event },
      expectedVersion: version,
      history: false,
    });
  };
  const missing = ({ need, neededFor, status }: PlannedDocument) =>
    need === 'required' && neededFor === 'submission' && status !== 'verified' && status !== 'not_yet';
  const { stage } = (await planOf(fileId, today)).plan;
  if (stage === 'gathering_documents' || stage === 'ready_to_submit') {
    for (const { code, member } of (await planOf(fileId, today)).plan.documents.filter(missing))
      await record({ type: 'document_verified', document: code, member });
    const { plan: now } = await planOf(fileId, today);
    if (now.tasks.some(({ key }) => key === 'registered_post:file:1'))
      await record({
        type: 'file_submitted',
        method: 'registered_post',
        trackingNumber: `1A${String(place).padStart(11, '0')}`,
      });
  } else if (stage === 'submitted' && place % 2 === 0) await record({ type: 'post_delivered' });
  else if (stage === 'with_cpam') {
    if (place % 4 === 0) await record({ type: 'call_made', outcome: 'in_progress' });
    if (place % 4 === 1) await record({ type: 'provisional_number_received' });
    if (place % 4 === 2) await record({ type: 'documents_requested', documents: ['rib'] });
  } else if (stage === 'documents_requested') {
    await record({ type: 'document_verified', document: 'rib', member: null });
    await record({ type: 'supplement_sent', method: 'online', documents: ['rib'] });
  } else if (stage === 'rights_open' && place % 3 === 0) await record({ type: 'social_security_number_received' });
  else if (stage === 'number_issued') await record({ type: 'card_ordered', method: 'online' });
  else if (stage === 'card_ordered') await record({ type: 'card_received' });
}

async function advance(days: number): Promise<void> {
  await as((tx) => startAdvance(tx, days));
  platform.wakeRelay();
  type Clock = Awaited<ReturnType<typeof readDemoClock>>;
  await until('the day has come', async () => (await as<Clock>(readDemoClock)).advancing === null, 240_000);
  expect((await as<Clock>(readDemoClock)).stopped).toBeNull();
}

type Letter = { file: string; key: string; day: string };
const letters = (): Letter[] =>
  sink.taken.map(({ mail }) => ({
    file: String(mail.headers.get('x-suivi-file')),
    key: String(mail.headers.get('x-suivi-key')),
    day: String(mail.headers.get('x-suivi-day')),
  }));

test('sixty clients over six months get every email that their plans promise, on its day, once', async () => {
  const imported = await importClients();
  expect(imported.result).toMatchObject({ created: 60, left: 0 });
  await until('a sweep has been', async () => (await as<{ workersRunning: boolean }>(readDemoClock)).workersRunning);
  const ids = await fileIds();
  expect(ids).toHaveLength(60);

  let lived = 0;
  for (const afternoon of [3, 33, 75, 120]) {
    await advance(afternoon - lived);
    lived = afternoon;
    for (const [place, id] of ids.entries()) await workOn(id, place);
  }
  await advance(DAYS - lived);

  const promised: Letter[] = [];
  for (const id of ids) {
    const { plan: now, reference } = await planOf(id, LAST);
    for (const { key, sendOn } of now.emails) if (sendOn <= LAST) promised.push({ file: reference, key, day: sendOn });
  }
  const order = (a: Letter, b: Letter) => `${a.file} ${a.key}`.localeCompare(`${b.file} ${b.key}`);
  expect(letters().sort(order)).toEqual(promised.sort(order));
  // The test would prove little if little had been promised.
  expect(promised.length).toBeGreaterThan(250);
  expect(new Set(promised.map(({ key }) => key.split(':')[1])).size).toBeGreaterThan(12);
  expect(promised.filter(({ day }) => day < FIRST)).toEqual([]);
}, 300_000);
