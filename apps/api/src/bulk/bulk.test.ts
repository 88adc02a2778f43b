import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BulkOutcome, BulkUndo, PreviewBulk } from '@suivi/contracts/bulk';
import { FILES_A_PREVIEW, FILES_A_RUN, RunBulk } from '@suivi/contracts/bulk';
import { FileListQuery, NewFile } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { snoozeTask } from '../tasks/snooze-task.ts';
import { matchingFiles } from './matching-files.ts';
import { previewBulk } from './preview-bulk.ts';
import { runBulk } from './run-bulk.ts';
import { undoBulk } from './undo-bulk.ts';

/** A Thursday; the Monday after it is Whit Monday. */
const TODAY = '2026-05-21' as Day;
const TUESDAY = '2026-05-26' as Day;
const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let bo: string;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  const agency = await owner.agency({ demo: true, demoDay: TODAY });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'lead', mayOperate: false, language: 'en' };
  bo = randomUUID();
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'adviser', 'Bo', 'bo@example.org')`,
    [me.agencyId, bo],
  );
});

type Sent = { type: string; on: string; [more: string]: unknown };
async function aFile(lastName: string, events: Sent[] = [], as = me): Promise<string> {
  const { id } = await createFile(
    platform,
    as,
    NewFile.parse({
      client: { firstName: 'Test', lastName, email: `${lastName}@example.org` },
      applicant: {
        category: 'employee',
        birthDate: '1985-03-14',
        birthCountry: 'IE',
        nationalities: ['IE'],
        language: 'en',
        arrivedOn: '2026-01-05',
        activityStartsOn: '2026-01-05',
        address: { postcode: '24000', city: 'Périgueux' },
        birthCertificate: { country: 'IE', language: 'en' },
      },
    }),
  );
  for (const [n, event] of events.entries())
    await recordEvent(platform, as, id, {
      event: { id: randomUUID(), ...event },
      expectedVersion: n,
      history: true,
    });
  return id;
}
const SILENT: Sent[] = [
  { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
  { type: 'post_delivered', on: '2026-04-21' },
];
const ASKED: Sent[] = [
  ...SILENT,
  { type: 'documents_requested', on: '2026-05-04', documents: ['rib'], replyBy: TUESDAY },
  { type: 'document_received', on: '2026-05-20', document: 'rib' },
  { type: 'document_verified', on: '2026-05-20', document: 'rib' },
];
const DELIVERED: Sent[] = [...SILENT, { type: 'card_received', on: '2026-05-20' }];

const preview = (asked: PreviewBulk) => previewBulk(platform, me, asked);
const view = (id: string) => readFileView(platform, me, id);
const done = ({ lines }: BulkOutcome) => lines.filter(({ leftOut }) => leftOut === null).map(({ fileId }) => fileId);
const undos = ({ lines }: BulkOutcome): BulkUndo[] => lines.flatMap(({ undo }) => (undo === null ? [] : [undo]));
const reasons = ({ lines }: { lines: { leftOut: { en: string } | null }[] }) =>
  lines.map(({ leftOut }) => leftOut?.en ?? null);

describe('snoozing many', () => {
  it('moves to a working day and says why it is another', async () => {
    const files = [await aFile('Silent', SILENT)];
    expect((await preview({ kind: 'snooze', until: '2026-05-25' as Day, files })).until).toEqual({
      on: TUESDAY,
      because: {
        en: 'Monday 25 May is a public holiday, Whit Monday.',
        fr: 'Le lundi 25 mai est férié : le lundi de Pentecôte.',
      },
    });
    expect((await preview({ kind: 'snooze', until: '2026-05-30' as Day, files })).until).toEqual({
      on: '2026-06-01',
      because: { en: '30 May is a Saturday.', fr: 'Le 30 mai est un samedi.' },
    });
    expect((await preview({ kind: 'snooze', until: TUESDAY, files })).until).toEqual({ on: TUESDAY, because: null });
    await expect(preview({ kind: 'snooze', until: TODAY, files })).rejects.toMatchObject({ status: 422 });
  });

  it('leaves out what the law, the day or the file forbids, and moves the rest', async () => {
    const [silent, asked, closed, later] = [
      await aFile('Silent', SILENT),
      await aFile('Asked', ASKED),
      await aFile('Closed', DELIVERED),
      await aFile('Later', SILENT),
    ];
    const waits = (await view(later)).tasks.find(({ key }) => key === 'call_3646:with_cpam:1');
    await snoozeTask(platform, me, waits?.id ?? '', '2026-06-09' as Day);
    const files = [silent, asked, closed, later];
    const seen = await preview({ kind: 'snooze', until: '2026-05-25' as Day, files });
    expect(reasons(seen)).toEqual([
      null,
      'Its legal deadline is Tuesday 26 May: it cannot wait until then.',
      'The file is closed.',
      expect.stringMatching(/^It is due on /),
    ]);
    expect(seen.lines.map(({ task }) => task?.key)).toEqual([
      'call_3646:with_cpam:1',
      'registered_post:supplement:1',
      undefined,
      'office_visit:with_cpam:1',
    ]);

    const emails = (await view(silent)).messages;
    const outcome = await runBulk(platform, me, {
      kind: 'snooze',
      key: randomUUID(),
      until: '2026-05-25' as Day,
      files: seen.lines.flatMap(({ fileId, version, task }) =>
        task === null ? [] : [{ fileId, version, taskId: task.id, due: task.due }],
      ),
    });
    expect(done(outcome)).toEqual([silent]);
    const after = await view(silent);
    expect(after.tasks.find(({ key }) => key === 'call_3646:with_cpam:1')?.snoozedUntil).toBe(TUESDAY);
    expect(after.messages).toEqual(emails);
    expect((await view(asked)).tasks.every(({ snoozedUntil }) => snoozedUntil === null)).toBe(true);

    expect(reasons(await undoBulk(platform, me, { key: randomUUID(), files: undos(outcome) }))).toEqual([null]);
    expect((await view(silent)).tasks.every(({ snoozedUntil }) => snoozedUntil === null)).toBe(true);
  });

  it('leaves a task alone that somebody moved meanwhile, before it and before its undo', async () => {
    const files = [await aFile('One', SILENT), await aFile('Two', SILENT)];
    const seen = await preview({ kind: 'snooze', until: TUESDAY, files });
    const [one, two] = seen.lines;
    await snoozeTask(platform, me, two?.task?.id ?? '', '2026-06-02' as Day);
    const outcome = await runBulk(platform, me, {
      kind: 'snooze',
      key: randomUUID(),
      until: TUESDAY,
      files: [one, two].flatMap((line) =>
        line?.task ? [{ fileId: line.fileId, version: line.version, taskId: line.task.id, due: line.task.due }] : [],
      ),
    });
    expect(reasons(outcome)).toEqual([null, expect.stringContaining('Somebody changed it')]);
    await snoozeTask(platform, me, one?.task?.id ?? '', '2026-06-03' as Day);
    expect(reasons(await undoBulk(platform, me, { key: randomUUID(), files: undos(outcome) }))).toEqual([
      'Somebody has changed it since. It stays as it is.',
    ]);
    expect((await view(files[0] ?? '')).tasks.map(({ snoozedUntil }) => snoozedUntil)).toContain('2026-06-03');
  });
});

describe('assigning many', () => {
  it('gives files to a colleague with what is not given by hand, and back', async () => {
    const [open, theirs, closed] = [
      await aFile('Open', SILENT),
      await aFile('Theirs'),
      await aFile('Closed', DELIVERED),
    ];
    await owner.query('UPDATE files SET adviser_id = $2 WHERE id = $1', [theirs, bo]);
    await owner.query(`UPDATE tasks SET assignee = $2 WHERE file_id = $1 AND key = 'call_3646:with_cpam:1'`, [
      open,
      me.userId,
    ]);
    await owner.query(
      `UPDATE members SET absent_from = '2026-05-20', absent_to = '2026-06-05', substitute = $2 WHERE user_id = $1`,
      [bo, me.userId],
    );
    const seen = await preview({ kind: 'assign', adviser: bo, files: [open, theirs, closed] });
    expect(reasons(seen)).toEqual([null, 'Bo follows it already.', 'The file is closed.']);
    expect(seen.lines[0]).toMatchObject({ tasksByHand: 1 });
    expect(seen.away).toEqual({ to: '2026-06-05', substitute: 'Ada Viser' });

    const run = RunBulk.parse({
      kind: 'assign',
      adviser: bo,
      key: randomUUID(),
      files: [{ fileId: open, version: 2, adviser: me.userId }],
    });
    const outcome = await runBulk(platform, me, run);
    expect(done(outcome)).toEqual([open]);
    expect((await view(open)).adviser?.userId).toBe(bo);
    // The same again, as after a lost answer: nothing more happens, and the answer is the first one.
    const audits = () => owner.query('SELECT 1 FROM audit WHERE agency_id = $1', [me.agencyId]);
    const before = (await audits()).length;
    expect(await runBulk(platform, me, run)).toEqual(outcome);
    expect((await audits()).length).toBe(before);

    await undoBulk(platform, me, { key: randomUUID(), files: undos(outcome) });
    expect((await view(open)).adviser?.userId).toBe(me.userId);
  });

  it('never gives a file to somebody of another agency', async () => {
    const stranger = await owner.agency();
    const files = [await aFile('Ours')];
    await expect(preview({ kind: 'assign', adviser: stranger.userId, files })).rejects.toMatchObject({ status: 422 });
    const outcome = await runBulk(platform, me, {
      kind: 'assign',
      adviser: stranger.userId,
      key: randomUUID(),
      files: files.map((fileId) => ({ fileId, version: 0, adviser: me.userId })),
    });
    expect(reasons(outcome)).toEqual(['Choose a colleague who works in your agency.']);
    expect((await view(files[0] ?? '')).adviser?.userId).toBe(me.userId);
  });
});

describe('the same event for many', () => {
  const rights = { type: 'provisional_number_received', on: TODAY } as const;

  it('says before what it causes in each file, and then causes just that', async () => {
    const [silent, early, closed] = [
      await aFile('Silent', SILENT),
      await aFile('Early'),
      await aFile('Closed', DELIVERED),
    ];
    const event = { type: 'post_delivered', on: TODAY } as const;
    const posted = await aFile('Posted', SILENT.slice(0, 1));
    const seen = await preview({ kind: 'record', event, files: [posted, early, closed] });
    expect(reasons(seen)).toEqual([
      null,
      'No registered letter was posted by that day. Record the posting first.',
      'The file is closed.',
    ]);
    const effect = (await preview({ kind: 'record', event: rights, files: [silent] })).lines[0]?.effect;
    expect(effect?.stage).toEqual({ from: 'with_cpam', to: 'rights_open' });
    expect(effect?.emails.map(({ key, fate }) => [key, fate])).toContainEqual(['email:rights_open:1', 'planned']);
    expect(effect?.tasksClosed.map(({ key }) => key)).toContain('call_3646:with_cpam:1');
    // A preview writes nothing.
    expect((await view(silent)).version).toBe(2);

    const outcome = await runBulk(platform, me, {
      kind: 'record',
      key: randomUUID(),
      event: rights,
      files: [{ fileId: silent, version: 2 }],
    });
    const after = await view(silent);
    expect(after.version).toBe(3);
    const planned = after.messages
      .filter(({ state }) => state === 'planned' || state === 'queued')
      .map(({ key }) => key);
    expect(planned).toEqual(expect.arrayContaining(effect?.emails.map(({ key }) => key) ?? ['none']));
    expect(after.tasks.filter(({ state }) => state === 'open').map(({ key }) => key)).toEqual(
      expect.arrayContaining(effect?.tasksOpened.map(({ key }) => key) ?? ['none']),
    );

    await undoBulk(platform, me, { key: randomUUID(), files: undos(outcome) });
    expect((await view(silent)).events.at(-1)?.type).toBe('voided');
    expect((await view(silent)).tasks.find(({ key }) => key === 'call_3646:with_cpam:1')?.state).toBe('open');
  });

  it('leaves out a file that is newer than its preview, and records in one once under one key', async () => {
    const [one, two] = [await aFile('One', SILENT), await aFile('Two', SILENT)];
    await recordEvent(platform, me, two, {
      event: { id: randomUUID(), type: 'call_made', on: TODAY, outcome: 'in_progress' },
      expectedVersion: 2,
      history: false,
    });
    const run: RunBulk = {
      kind: 'record',
      key: randomUUID(),
      event: rights,
      files: [one, two].map((fileId) => ({ fileId, version: 2 })),
    };
    const [first, again] = await Promise.all([runBulk(platform, me, run), runBulk(platform, me, run)]);
    expect(again).toEqual(first);
    expect(reasons(first)).toEqual([null, expect.stringContaining('Somebody changed it')]);
    expect((await view(one)).version).toBe(3);
    expect((await view(two)).version).toBe(3);
    expect((await view(two)).events.some(({ type }) => type === rights.type)).toBe(false);
  });

  it('refuses a note with a social security number, and an event that could be of no file', async () => {
    const files = [await aFile('One', SILENT)];
    const note = 'She read out 2 69 05 49 588 157 80';
    await expect(
      preview({ kind: 'record', event: { type: 'call_made', on: TODAY, outcome: 'in_progress', note }, files }),
    ).rejects.toMatchObject({ status: 422, type: 'invalid_request' });
    await expect(
      preview({ kind: 'record', event: { type: 'call_made', on: TODAY, outcome: 'sang' }, files }),
    ).rejects.toMatchObject({ status: 422, type: 'invalid_event' });
  });
});

describe('another agency', () => {
  it('finds none of our files, and changes none', async () => {
    const ours = await aFile('Ours', SILENT);
    const stranger = await owner.agency({ demo: true, demoDay: TODAY });
    const they: Colleague = { ...me, ...stranger };
    expect((await previewBulk(platform, they, { kind: 'snooze', until: TUESDAY, files: [ours] })).lines).toEqual([]);
    expect(
      (await previewBulk(platform, they, { kind: 'record', event: { type: 'gp_declared', on: TODAY }, files: [ours] }))
        .lines,
    ).toEqual([]);
    const task = (await view(ours)).tasks[0]?.id ?? '';
    const before = JSON.stringify(await view(ours));
    const key = randomUUID();
    const gone = 'The file is not one of your agency’s.';
    for (const run of [
      { kind: 'assign', adviser: null, key, files: [{ fileId: ours, version: 2, adviser: me.userId }] },
      { kind: 'snooze', until: TUESDAY, key, files: [{ fileId: ours, version: 2, taskId: task, due: TODAY }] },
      { kind: 'record', event: { type: 'gp_declared', on: TODAY }, key, files: [{ fileId: ours, version: 2 }] },
    ])
      expect(reasons(await runBulk(platform, they, RunBulk.parse(run)))).toEqual([gone]);
    expect(
      reasons(
        await undoBulk(platform, they, {
          key,
          files: [{ kind: 'assign', fileId: ours, adviser: me.userId, was: null }],
        }),
      ),
    ).toEqual([gone]);
    expect(JSON.stringify(await view(ours))).toBe(before);
    expect((await matchingFiles(platform, they.agencyId, FileListQuery.parse({}))).files).toEqual([]);
  });
});

it('takes no more than five hundred of all that match, and says that there are more', async () => {
  await owner.query(
    `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, category, language, stage, step,
       applicant_sealed, client_sealed, rules_version)
     SELECT $1, gen_random_uuid(), 'M-' || n, '2026-01-01', 'N', 'N', 'n', 'resident', 'en', 'with_cpam', 3, '', '', 'test'
     FROM generate_series(1, 501) n`,
    [me.agencyId],
  );
  const { files, more } = await matchingFiles(platform, me.agencyId, FileListQuery.parse({}));
  expect([new Set(files).size, more]).toEqual([500, true]);
});

it(
  '300 files: all that match are found, foreseen and recorded in chunks, and none is half done',
  { timeout: 180_000 },
  async () => {
    for (let n = 0; n < 300; n += 1) await aFile(`Many${n}`);
    const { files, more } = await matchingFiles(platform, me.agencyId, FileListQuery.parse({}));
    expect([files.length, more]).toEqual([300, false]);
    const event = { type: 'document_received', on: TODAY, document: 'rib' } as const;
    const lines = [];
    for (let at = 0; at < files.length; at += FILES_A_PREVIEW)
      lines.push(...(await preview({ kind: 'record', event, files: files.slice(at, at + FILES_A_PREVIEW) })).lines);
    expect(lines.filter(({ leftOut }) => leftOut === null)).toHaveLength(300);
    // One of them changes while the others are done.
    const [late] = files.slice(-1);
    await recordEvent(platform, me, late ?? '', {
      event: { id: randomUUID(), type: 'gp_declared', on: TODAY },
      expectedVersion: 0,
      history: false,
    });
    const key = randomUUID();
    const outcomes: BulkOutcome['lines'] = [];
    for (let at = 0; at < lines.length; at += FILES_A_RUN)
      outcomes.push(
        ...(
          await runBulk(platform, me, {
            kind: 'record',
            event,
            key,
            files: lines.slice(at, at + FILES_A_RUN).map(({ fileId, version }) => ({ fileId, version })),
          })
        ).lines,
      );
    expect(outcomes.filter(({ leftOut }) => leftOut === null)).toHaveLength(299);
    expect(outcomes.filter(({ leftOut }) => leftOut !== null).map(({ fileId }) => fileId)).toEqual([late]);
    const [counted] = await owner.query<{ events: number; versions: number }>(
      `SELECT (SELECT count(*)::int FROM events WHERE agency_id = $1 AND type = 'document_received') AS events,
       (SELECT sum(version)::int FROM files WHERE agency_id = $1) AS versions`,
      [me.agencyId],
    );
    expect(counted).toEqual({ events: 299, versions: 300 });
  },
);
