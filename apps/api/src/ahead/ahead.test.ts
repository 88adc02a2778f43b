import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { AheadQuery } from '@suivi/contracts/ahead';
import type { AheadItem, AheadList } from '@suivi/contracts/ahead';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import type { Event, File } from '@suivi/rules/file';
import { DAYS_AHEAD, forecast, keyOfComing } from '@suivi/rules/forecast';
import { plan } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { holdMessage, releaseMessage } from '../emails/hold-and-release.ts';
import { letterAhead } from '../emails/letter-ahead.ts';
import { insertFiles, planNewFile } from '../files/new-file.ts';
import { readNewFileContext } from '../files/new-file-context.ts';
import { recordEvent } from '../files/record-event.ts';
import { readFileView } from '../files/file-view.ts';
import { reviewFile } from '../files/review-file.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { snoozeTask } from '../tasks/snooze-task.ts';
import { holdAhead, releaseAhead } from './hold-ahead.ts';
import { listAhead } from './list-ahead.ts';

const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  me = await colleague('2026-05-21');
  few = 1_000;
});

const colleague = async (demoDay: string): Promise<Colleague> => ({
  ...(await owner.agency({ demo: true, demoDay })),
  name: 'Ada',
  email: 'ada@example.org',
  role: 'adviser',
  mayOperate: false,
  language: 'en',
});

/** A colleague of mine. */
async function other(role: Colleague['role'] = 'adviser'): Promise<Colleague> {
  const userId = randomUUID();
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, $3, 'Bo', 'b@example.org')`,
    [me.agencyId, userId, role],
  );
  return { ...me, userId, role };
}

let made = 0;
type Making = { by?: Colleague; email?: string | null };

/** Puts a file in as it stands on the agency's day. @returns its id */
async function put(file: File, { by = me, email = 'carol@example.org' }: Making = {}): Promise<string> {
  const id = randomUUID();
  await platform.database.asAgency(by.agencyId, async (tx) => {
    const context = await readNewFileContext(platform, tx, { origin: 'adviser', recordedBy: by.userId });
    const client = { firstName: 'Carol', lastName: `Washburn ${++made}`, email, telephone: null, street: null };
    await insertFiles(tx, [
      planNewFile(
        { id, reference: `${file.id}-${made}`, client, adviserId: by.userId, file: withUuids(file), importKey: null },
        context,
      ),
    ]);
  });
  return id;
}

/** Events of the tables are named by UUIDs. */
function withUuids(file: File): File {
  const ids = new Map(file.events.map(({ id }) => [id, randomUUID() as string]));
  return {
    ...file,
    events: file.events.map((event) => ({
      ...event,
      id: ids.get(event.id) ?? event.id,
      ...(event.type === 'voided' && { event: ids.get(event.event) ?? event.event }),
    })),
  };
}

function fileOf(applicant: object, events: object[] = [], openedOn = '2026-04-01'): File {
  const read = readFile({
    id: 'F',
    openedOn,
    applicant,
    events: events.map((event, n) => ({ id: `e${n}`, ...event })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.file;
}

const employee = {
  category: 'employee',
  birthDate: '1980-01-01',
  birthCountry: 'FR',
  nationalities: ['FR'],
  language: 'en',
  arrivedOn: '2026-01-05',
  activityStartsOn: '2026-01-05',
  address: { postcode: '24000' },
};
/** Posted and delivered; then nothing. */
const silent = fileOf(employee, [
  { type: 'file_submitted', on: '2026-04-17', method: 'registered_post' },
  { type: 'post_delivered', on: '2026-04-21' },
]);
/** All is verified but the proof of stable residence, which cannot exist yet. */
const resident = {
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'FR',
  nationalities: ['FR'],
  language: 'en',
  arrivedOn: '2026-04-10',
  address: { postcode: '24000' },
};
const waiting = (() => {
  const bare = fileOf(resident);
  const papers = plan(bare, '2026-05-21' as Day)
    .documents.filter(
      ({ need, neededFor, status }) => need === 'required' && neededFor === 'submission' && status === 'missing',
    )
    .map(({ code }) => code);
  return fileOf(
    resident,
    ['document_received', 'document_verified'].flatMap((type) =>
      papers.map((document) => ({ type, on: '2026-05-04', document, member: null })),
    ),
  );
})();

/** Up to how many files are looked through one by one; 0: all are read by day. */
let few = 1_000;
const ask = (query: Partial<Record<keyof AheadQuery, unknown>> = {}, by = me) =>
  listAhead(platform, by, AheadQuery.parse(query), few);
const sum = (counts: AheadList['counts']) => (counts ? counts.task + counts.email + counts.deadline : null);
const said = ({ on, key }: AheadItem) => `${on} ${key}`;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.type}` : error),
  );
async function all(query: Partial<Record<keyof AheadQuery, unknown>> = {}, by = me): Promise<AheadItem[]> {
  const rows: AheadItem[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask({ ...query, after }, by);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

const WAYS: [string, number][] = ['mine', 'team'].flatMap((scope) =>
  [0, 1_000].map((most): [string, number] => [scope, most]),
);

describe('what lies ahead', () => {
  it('is what stands in the plan, by day: tasks, emails and deadlines, each with its reason', async () => {
    const id = await put(silent);
    const { rows, until, counts } = await ask();
    expect(until).toBe('2026-08-19');
    expect(rows.map(said)).toEqual([
      '2026-05-21 call_3646:with_cpam:1',
      '2026-05-21 email:still_waiting:1',
      '2026-06-05 office_visit:with_cpam:1',
      '2026-06-21 deadline:silence:1',
      '2026-06-22 email:still_waiting:2',
      '2026-06-22 registered_post:chase:1',
      '2026-07-20 email:still_waiting:3',
      '2026-07-21 call_3646:with_cpam:2',
      '2026-07-21 seize_mediator:with_cpam:1',
      '2026-08-19 email:still_waiting:4',
    ]);
    expect(rows.every(({ planned, because }) => planned && because.en !== '' && because.fr !== '')).toBe(true);
    expect(rows.every(({ what, source }) => (what === 'email') === (source === null))).toBe(true);
    expect(rows[0]?.file).toMatchObject({ id, stage: 'with_cpam', caisse: 'CPAM de Dordogne' });
    expect(sum(counts)).toBe(rows.length);
  });

  it('is what will be planned by then, and not what falls away, if nothing happens', async () => {
    await put(waiting);
    const rows = await all();
    const [asked] = rows.filter(({ key }) => key.startsWith('collect_documents:'));
    expect(asked).toMatchObject({ planned: false, on: '2026-06-29', what: 'task' });
    expect(rows.map(({ key }) => key)).not.toContain('registered_post:file:1');
    const listed = plan(waiting, '2026-05-21' as Day).tasks.map(({ key }) => key);
    expect(listed).toContain('registered_post:file:1');
  });

  it('of every case is exactly what its forecast says', { timeout: 120_000 }, async () => {
    const folder = new URL('../../../../packages/rules/cases/', import.meta.url);
    const cases = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const { file, today } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
          file: unknown;
          today: Day;
        };
        const read = readFile(file);
        return read.ok && today >= read.file.openedOn ? [{ name, file: read.file, today }] : [];
      });
    expect(cases.length).toBeGreaterThan(50);
    for (const [n, { name, file, today }] of cases.entries()) {
      few = n % 2 === 0 ? 0 : 1_000;
      me = await colleague(today);
      await put(file);
      const files = await owner.query<{ closed: boolean }>('SELECT closed FROM files WHERE agency_id = $1', [
        me.agencyId,
      ]);
      const found = (await all()).filter(({ on }) => on > today);
      const foreseen = files[0]?.closed ? [] : forecast(file, today, DAYS_AHEAD).coming;
      expect([name, found.map(said).sort()]).toEqual([
        name,
        foreseen.map((one) => `${one.on} ${keyOfComing(one)}`).sort(),
      ]);
    }
  });

  it('is told of my files, of those of a colleague who is away, and of the team', async () => {
    const bo = await other();
    await put(silent, { by: bo });
    expect((await ask()).rows).toEqual([]);
    expect((await ask({ scope: 'team' })).rows.length).toBeGreaterThan(5);
    await owner.query(`UPDATE members SET absent_from = '2026-05-20', substitute = $2 WHERE user_id = $1`, [
      bo.userId,
      me.userId,
    ]);
    expect((await ask()).rows.length).toBeGreaterThan(5);
  });

  it('is nothing of another agency', async () => {
    await put(silent);
    const stranger = await colleague('2026-05-21');
    expect(await ask({ scope: 'team' }, stranger)).toMatchObject({
      rows: [],
      next: null,
      counts: { task: 0, email: 0, deadline: 0 },
    });
  });

  it.each(WAYS)('is narrowed to tasks, emails or deadlines, a kind and a caisse (%s, few: %i)', async (scope, most) => {
    few = most;
    await put(silent);
    await put(waiting);
    const whole = await all({ scope });
    for (const what of ['task', 'email', 'deadline'])
      expect((await all({ scope, what })).map(said)).toEqual(whole.filter((row) => row.what === what).map(said));
    expect((await all({ scope, what: 'task', kind: 'call_3646' })).map(said)).toEqual(
      whole.filter(({ kind }) => kind === 'call_3646').map(said),
    );
    expect((await all({ scope, what: 'task', kind: 'collect_documents' })).length).toBeGreaterThan(0);
    expect(await all({ scope, caisse: 'CPAM de Dordogne' })).toEqual(whole);
    expect(await all({ scope, caisse: 'CPAM du Var' })).toEqual([]);
  });

  it.each(WAYS)('comes page by page by key: every row once, in order (%s, few: %i)', async (scope, most) => {
    few = most;
    for (let n = 0; n < 14; n++) await put(n % 3 === 0 ? waiting : silent);
    const first = await ask({ scope });
    expect(first.rows).toHaveLength(50);
    const rows = await all({ scope });
    const places = rows.map(({ on, file, key }) => `${on} ${file.id} ${key}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(places.toSorted());
    expect(rows.length).toBe(sum(first.counts));
    expect((await ask({ scope, after: first.next })).counts).toBeNull();
  });

  it('of a place that is none is refused', async () => {
    for (const after of ['x', Buffer.from('["2026-02-30","a","b"]').toString('base64url')])
      expect(await refusal(ask({ after }))).toBe('422 invalid_request');
  });

  it('has a task on the later day to which a person put it off, and nothing of a closed file', async () => {
    const id = await put(silent);
    const view = await readFileView(platform, me, id);
    const call = view.tasks.find(({ key }) => key === 'call_3646:with_cpam:1');
    await snoozeTask(platform, me, call?.id ?? '', '2026-05-27' as Day);
    expect((await all()).map(said)).toContain('2026-05-27 call_3646:with_cpam:1');
    // If nothing happens, it will be due on another day: the later one counts.
    const foreseen = `INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", listed, sealed)
      SELECT agency_id, id, file_id, key, 'task', kind, $2, true, sealed FROM tasks WHERE id = $1`;
    await owner.query(foreseen, [call?.id, '2026-05-25']);
    const days = async () => (await all()).filter(({ key }) => key === call?.key).map(({ on }) => on);
    expect(await days()).toEqual(['2026-05-27']);
    await owner.query(`UPDATE foreseen SET "on" = '2026-05-28', away = true WHERE id = $1`, [call?.id]);
    expect(await days()).toEqual([]);
    await owner.query('DELETE FROM foreseen WHERE id = $1', [call?.id]);
    await owner.query('UPDATE files SET closed = true WHERE id = $1', [id]);
    expect(await all()).toEqual([]);
    expect(await all({ scope: 'team' })).toEqual([]);
  });
});

/** Records an event on a file as it stands. */
async function record(fileId: string, event: object): Promise<void> {
  const { version } = await readFileView(platform, me, fileId);
  const sent = { id: randomUUID(), ...event } as Event;
  await recordEvent(platform, me, fileId, { event: sent, expectedVersion: version, history: false });
}

/** The day comes, and the file is reviewed as the night does. */
async function dayComes(fileId: string, day: string) {
  await owner.query('UPDATE agencies SET demo_day = $2 WHERE id = $1', [me.agencyId, day]);
  await reviewFile(platform, me.agencyId, fileId);
}

describe('an email that is foreseen and not planned yet', () => {
  const KEY = 'email:documents_reminder:4';
  let fileId: string;
  const seen = async () => (await all()).find(({ key }) => key === KEY);
  const day = async () => (await seen())?.on ?? '';

  beforeEach(async () => {
    fileId = await put(waiting);
    expect(await seen()).toMatchObject({ planned: false, state: 'planned', heldBy: null });
  });

  it('is held ahead, and its message is held from the moment that plans it', async () => {
    await holdAhead(platform, me, fileId, KEY);
    expect(await seen()).toMatchObject({ state: 'held', heldBy: 'Ada Viser' });
    expect((await readFileView(platform, me, fileId)).heldAhead).toEqual([{ key: KEY, heldBy: 'Ada Viser' }]);
    const on = await day();
    // A review that changes nothing leaves the hold.
    await reviewFile(platform, me.agencyId, fileId);
    expect(await seen()).toMatchObject({ state: 'held' });
    await dayComes(fileId, addDays(on as Day, -1));
    const view = await readFileView(platform, me, fileId);
    expect(view.messages.find(({ key }) => key === KEY)).toMatchObject({
      state: 'held',
      heldBy: 'Ada Viser',
      sendOn: on,
    });
    expect(view.heldAhead).toEqual([]);
    await releaseAhead(platform, me, fileId, KEY);
    expect((await readFileView(platform, me, fileId)).messages.find(({ key }) => key === KEY)?.state).toBe('planned');
  });

  it('is released by whoever holds it, or by a lead', async () => {
    await holdAhead(platform, me, fileId, KEY);
    expect(await refusal(releaseAhead(platform, await other(), fileId, KEY))).toBe('403 not_allowed');
    expect(await refusal(releaseAhead(platform, await other('lead'), fileId, KEY))).toBeNull();
    expect(await seen()).toMatchObject({ state: 'planned', heldBy: null });
    expect(await refusal(releaseAhead(platform, await other('lead'), fileId, KEY))).toBe('409 message_not_waiting');
  });

  it('stays held though a mistake takes it away, and is seen again when that is undone', async () => {
    await holdAhead(platform, me, fileId, KEY);
    await record(fileId, { type: 'withdrawn', on: '2026-05-21' });
    const closed = await readFileView(platform, me, fileId);
    // What voiding that would do is reckoned with it.
    expect(closed.heldAhead).toEqual([{ key: KEY, heldBy: 'Ada Viser' }]);
    expect(await refusal(holdAhead(platform, me, fileId, KEY))).toBe('409 message_not_waiting');
    await reviewFile(platform, me.agencyId, fileId);
    await record(fileId, { type: 'voided', event: closed.events.at(-1)?.id });
    expect((await readFileView(platform, me, fileId)).heldAhead).toEqual([{ key: KEY, heldBy: 'Ada Viser' }]);
    const on = await day();
    expect(await seen()).toMatchObject({ state: 'held', heldBy: 'Ada Viser' });
    await dayComes(fileId, addDays(on as Day, -1));
    const { messages } = await readFileView(platform, me, fileId);
    expect(messages.find(({ key }) => key === KEY)).toMatchObject({ state: 'held', heldBy: 'Ada Viser' });
  });

  it('is read as it will leave: with the papers that will be missing then', async () => {
    const text = await read(fileId, KEY);
    expect(text).toMatchObject({ id: null, asSent: false, on: await day(), missing: [], language: 'en' });
    expect(text.text).toContain('Carol');
    expect(text.text.toLowerCase()).toContain('residence');
    // Whoever asks for one that the file has no more has seen it in a list of before.
    expect(await refusal(read(fileId, 'email:card_late:1'))).toBe('409 message_not_waiting');
    expect(await refusal(read(fileId, 'email:no_such_thing:1'))).toBe('404 not_found');
  });
});

const read = (fileId: string, key: string) =>
  platform.database.asAgency(me.agencyId, async (tx) => {
    const stored = await readStoredFile(tx, platform.keys, fileId);
    if (!stored) throw new Error('no file');
    return letterAhead(tx, stored, key);
  });

describe('an email that is planned', () => {
  it('is held and released by its key, as by its message', async () => {
    const fileId = await put(silent);
    const KEY = 'email:still_waiting:2';
    const seen = async () => (await all()).find(({ key }) => key === KEY);
    await holdAhead(platform, me, fileId, KEY);
    expect(await seen()).toMatchObject({
      state: 'held',
      heldBy: 'Ada Viser',
      reason: { en: expect.stringContaining('Held by hand') },
    });
    const id = (await readFileView(platform, me, fileId)).messages.find(({ key }) => key === KEY)?.id ?? '';
    await releaseMessage(platform, me, id);
    await holdMessage(platform, me, id);
    await releaseAhead(platform, me, fileId, KEY);
    expect(await seen()).toMatchObject({ state: 'planned', heldBy: null });
    expect(await refusal(holdAhead(platform, me, randomUUID(), KEY))).toBe('404 not_found');
  });

  it('is read as it will leave on its day, after what the client will have read before', async () => {
    const fileId = await put(silent);
    const first = await read(fileId, 'email:still_waiting:1');
    const second = await read(fileId, 'email:still_waiting:2');
    expect([first.on, second.on]).toEqual(['2026-05-21', '2026-06-22']);
    expect(second.text).not.toBe(first.text);
    // By then the formal request is the next step that is told.
    expect(second.text).toContain('22 June');
  });

  it('is read without what a held email before it would have told', async () => {
    const fileId = await put({
      ...silent,
      events: [
        ...silent.events,
        { id: 'call', type: 'call_made', on: '2026-05-20' as Day, outcome: 'in_progress' } as Event,
      ],
    });
    const third = async () => (await read(fileId, 'email:still_waiting:3')).text;
    expect(await third()).not.toContain('20 May');
    // Held ahead; no review has come since.
    await owner.query(`DELETE FROM messages WHERE file_id = $1 AND key LIKE 'email:still_waiting:_'`, [fileId]);
    for (const n of [1, 2])
      await owner.query(
        `INSERT INTO foreseen (agency_id, id, file_id, key, what, "on", held_by) VALUES ($1, $2, $3, $4, 'email', $5, $6)`,
        [
          me.agencyId,
          randomUUID(),
          fileId,
          `email:still_waiting:${n}`,
          n === 1 ? '2026-05-21' : '2026-06-22',
          me.userId,
        ],
      );
    expect(await third()).toContain('20 May');
  });

  it('lies ahead no more once it has left, though its day moves', async () => {
    me = await colleague('2026-04-22');
    const fileId = await put(silent);
    const KEY = 'email:file_received:1';
    const sent = `UPDATE messages SET state = 'sent', sent_at = now() WHERE file_id = $1 AND key = $2`;
    await owner.query(sent, [fileId, KEY]);
    const delivered = (await readFileView(platform, me, fileId)).events.at(-1);
    await owner.query('UPDATE agencies SET demo_day = $2 WHERE id = $1', [me.agencyId, '2026-04-24']);
    await record(fileId, { type: 'voided', event: delivered?.id });
    await record(fileId, { type: 'post_delivered', on: '2026-04-24' });
    const file = await platform.database.asAgency(me.agencyId, (tx) => readStoredFile(tx, platform.keys, fileId));
    const coming = file ? forecast(file.file, file.today, DAYS_AHEAD).coming.map(keyOfComing) : [];
    expect(coming).toContain(KEY);
    expect((await all()).map(({ key }) => key)).not.toContain(KEY);
    // Nor does it when that day is another one than the plan's.
    await owner.query(
      `INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", listed, sealed)
       SELECT agency_id, id, file_id, key, 'email', template, '2026-04-28', true, NULL FROM messages WHERE file_id = $1 AND key = $2`,
      [fileId, KEY],
    );
    expect((await all()).map(({ key }) => key)).not.toContain(KEY);
    // Whoever clicks on it in a list of before is told that it has left.
    expect(await refusal(read(fileId, KEY))).toBe('409 message_not_waiting');
    expect(await refusal(holdAhead(platform, me, fileId, KEY))).toBe('409 message_not_waiting');
    // Somebody else had released it: that is not whose hold it is.
    await owner.query('UPDATE messages SET held_by = $2 WHERE file_id = $1', [fileId, (await other('lead')).userId]);
    await expect(releaseAhead(platform, me, fileId, KEY)).rejects.toThrow('has left, or is leaving');
  });

  it('says so when it is planned no more, whatever is asked of it', async () => {
    const fileId = await put(silent);
    const KEY = 'email:still_waiting:2';
    await record(fileId, { type: 'withdrawn', on: '2026-05-21' });
    const said = 'not planned any more';
    await expect(read(fileId, KEY)).rejects.toThrow(said);
    await expect(holdAhead(platform, me, fileId, KEY)).rejects.toThrow(said);
    await expect(releaseAhead(platform, me, fileId, KEY)).rejects.toThrow(said);
  });

  it('lies ahead no more once it gave way to a newer one, though its day moves', async () => {
    me = await colleague('2026-04-22');
    const fileId = await put(silent);
    const KEY = 'email:still_waiting:1';
    expect((await all()).map(({ key }) => key)).toContain(KEY);
    await owner.query(
      `UPDATE messages SET state = 'cancelled', failure = 'superseded' WHERE file_id = $1 AND key = $2`,
      [fileId, KEY],
    );
    await owner.query(
      `INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", listed, sealed)
       SELECT agency_id, id, file_id, key, 'email', template, '2026-05-28', false, NULL FROM messages WHERE file_id = $1 AND key = $2`,
      [fileId, KEY],
    );
    expect((await all()).map(({ key }) => key)).not.toContain(KEY);
    expect(await refusal(read(fileId, KEY))).toBe('409 message_not_waiting');
    expect(await refusal(holdAhead(platform, me, fileId, KEY))).toBe('409 message_not_waiting');
    const view = await readFileView(platform, me, fileId);
    expect(view.messages.find(({ key }) => key === KEY)).toMatchObject({ state: 'cancelled', superseded: true });
  });

  it('stays held though a mistake takes it away, when that is undone', async () => {
    const fileId = await put(silent);
    const KEY = 'email:still_waiting:2';
    const message = async () => (await readFileView(platform, me, fileId)).messages.find(({ key }) => key === KEY);
    await holdAhead(platform, me, fileId, KEY);
    expect(await message()).toMatchObject({ state: 'held', heldReason: 'by_person', heldBy: 'Ada Viser' });
    await record(fileId, { type: 'withdrawn', on: '2026-05-21' });
    expect(await message()).toMatchObject({ state: 'cancelled', heldReason: null, heldBy: null });
    await record(fileId, { type: 'voided', event: (await readFileView(platform, me, fileId)).events.at(-1)?.id });
    expect(await message()).toMatchObject({ state: 'held', heldReason: 'by_person', heldBy: 'Ada Viser' });
    await releaseAhead(platform, me, fileId, KEY);
    expect(await message()).toMatchObject({ state: 'planned', heldReason: null });
  });

  it.each([
    ['stays held', 'held'],
    ['is released', 'planned'],
  ])('%s when it is foreseen for another day instead, and is seen so', async (what, state) => {
    const KEY = 'email:documents_reminder:4';
    const isOf = (document: unknown) => (event: Event) => 'document' in event && event.document === document;
    const first = waiting.events.find(({ type }) => type === 'document_received');
    const last = first?.type === 'document_received' ? first.document : null;
    const fileId = await put({ ...waiting, events: waiting.events.filter((event) => !isOf(last)(event)) });
    const seen = async () => (await all()).find(({ key }) => key === KEY);
    await holdAhead(platform, me, fileId, KEY);
    expect(await seen()).toMatchObject({ planned: true, on: '2026-05-26', state: 'held' });
    for (const type of ['document_received', 'document_verified'])
      await record(fileId, { type, on: '2026-05-21', document: last, member: null });
    expect(await seen()).toMatchObject({ planned: false, on: '2026-06-29', state: 'held', heldBy: 'Ada Viser' });
    expect((await readFileView(platform, me, fileId)).heldAhead).toEqual([{ key: KEY, heldBy: 'Ada Viser' }]);
    expect(await refusal(releaseAhead(platform, await other(), fileId, KEY))).toBe('403 not_allowed');
    if (what === 'is released') await releaseAhead(platform, me, fileId, KEY);
    expect(await seen()).toMatchObject({ planned: false, state });
    await dayComes(fileId, '2026-06-28');
    expect(await seen()).toMatchObject({ planned: true, on: '2026-06-29', state });
  });
});
