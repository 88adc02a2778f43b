import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import { WorkListQuery } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { assignTask } from './assign-task.ts';
import { snoozeTask } from './snooze-task.ts';
import { readWorkList } from './work-list.ts';

const TODAY = '2026-05-21' as Day;
const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let colleague: Colleague;
let fileId: string;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  const agency = await owner.agency({ demo: true, demoDay: TODAY });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'adviser', mayOperate: false, language: 'en' };
  colleague = { ...me, userId: randomUUID(), name: 'Bo' };
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'adviser', 'Bo', 'bo@example.org')`,
    [me.agencyId, colleague.userId],
  );
  const applicant = {
    category: 'employee',
    birthDate: '1990-01-01',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode: '24000' },
  };
  const client = { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org' };
  fileId = (await createFile(platform, me, NewFile.parse({ client, applicant }))).id;
});

const work = async (who: Colleague, query: Record<string, unknown> = {}) => {
  const list = await readWorkList(platform, who, WorkListQuery.parse(query));
  return { ...list, keys: list.items.map(({ key }) => key) };
};
const task = async (key: string) => (await readFileView(platform, me, fileId)).tasks.find((one) => one.key === key);
const idOf = async (key: string) => (await task(key))?.id ?? '';
const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.type}` : error),
  );

describe('the work list', () => {
  it('is the adviser’s own, or the team’s', async () => {
    expect((await work(me)).keys).toEqual(['collect_documents:1']);
    expect((await work(colleague)).keys).toEqual([]);
    const team = await work(colleague, { scope: 'team' });
    expect(team.keys).toEqual(['collect_documents:1']);
    expect(team.scopes).toEqual({ mine: 0, team: 1 });
    expect(team.items[0]).toMatchObject({
      file: { clientName: 'Carol Washburn', reference: 'F-0001' },
      because: { en: expect.any(String) },
    });
    expect(team.holiday).toEqual({ on: '2026-05-25', name: expect.anything() });
  });

  it('shows a colleague’s work to whoever stands in for them, while they are away', async () => {
    const away = (from: string, to: string) =>
      owner.query(
        'UPDATE members SET substitute = $3, absent_from = $4, absent_to = $5 WHERE agency_id = $1 AND user_id = $2',
        [me.agencyId, me.userId, colleague.userId, from, to],
      );
    await away('2026-05-20', '2026-05-25');
    expect((await work(colleague)).keys).toEqual(['collect_documents:1']);
    await away('2026-05-22', '2026-05-25');
    expect((await work(colleague)).keys).toEqual([]);
  });

  it('says when something is due next, where nothing is due', async () => {
    await snoozeTask(platform, me, await idOf('collect_documents:1'), '2026-07-01' as Day);
    const { keys, nextDueOn, nextDue, counts } = await work(me);
    expect({ keys, nextDueOn, all: counts.all }).toEqual({ keys: [], nextDueOn: '2026-07-01', all: 0 });
    expect(nextDue).toMatchObject({
      key: 'collect_documents:1',
      clientName: 'Carol Washburn',
      because: { en: expect.any(String) },
    });
    expect((await work(colleague)).nextDue).toBe(null);
  });
});

describe('putting a task off', () => {
  it('moves it in the lists, and not in the plan', async () => {
    await snoozeTask(platform, me, await idOf('collect_documents:1'), '2026-05-26' as Day);
    expect(await task('collect_documents:1')).toMatchObject({ dueOn: TODAY, snoozedUntil: '2026-05-26' });
    const [row] = await owner.query('SELECT next_due_on::text AS due FROM files WHERE id = $1', [fileId]);
    expect(row).toEqual({ due: '2026-05-26' });
    await snoozeTask(platform, me, await idOf('collect_documents:1'), null);
    expect((await work(me)).keys).toEqual(['collect_documents:1']);
  });

  it('outlives an event that leaves the task where it is', async () => {
    await snoozeTask(platform, me, await idOf('collect_documents:1'), '2026-05-26' as Day);
    const event = { id: randomUUID(), type: 'document_received', on: TODAY, document: 'rib' };
    await recordEvent(platform, me, fileId, { event, expectedVersion: 0, history: false });
    expect(await task('collect_documents:1')).toMatchObject({ snoozedUntil: '2026-05-26' });
  });

  it('never passes the legal deadline of the same cause', async () => {
    const record = (version: number, event: Record<string, unknown>) =>
      recordEvent(platform, me, fileId, {
        event: { id: randomUUID(), on: TODAY, ...event },
        expectedVersion: version,
        history: true,
      });
    await record(0, { type: 'file_submitted', method: 'online', on: '2026-04-01' });
    await record(1, { type: 'documents_requested', documents: ['rib'], replyBy: '2026-06-10', on: '2026-05-20' });
    const letter = await idOf('registered_post:supplement:1');
    expect(await statusOf(snoozeTask(platform, me, letter, '2026-06-11' as Day))).toBe('422 invalid_request');
    expect(await statusOf(snoozeTask(platform, me, letter, '2026-06-10' as Day))).toBe('done');
    expect(await statusOf(snoozeTask(platform, me, letter, TODAY))).toBe('422 invalid_request');
  });
});

describe('assigning a task', () => {
  it('an adviser takes and gives back; a lead assigns to others', async () => {
    const id = await idOf('collect_documents:1');
    expect(await statusOf(assignTask(platform, me, id, colleague.userId))).toBe('403 not_allowed');
    expect(await statusOf(assignTask(platform, colleague, id, colleague.userId))).toBe('done');
    expect((await work(colleague)).keys).toEqual(['collect_documents:1']);
    expect(await statusOf(assignTask(platform, me, id, null))).toBe('403 not_allowed');
    expect(await statusOf(assignTask(platform, { ...me, role: 'lead' }, id, null))).toBe('done');
    expect(await statusOf(assignTask(platform, { ...me, role: 'lead' }, id, randomUUID()))).toBe('422 invalid_request');
  });

  it('outlives planning', async () => {
    await assignTask(platform, colleague, await idOf('collect_documents:1'), colleague.userId);
    const event = { id: randomUUID(), type: 'document_received', on: TODAY, document: 'rib' };
    await recordEvent(platform, me, fileId, { event, expectedVersion: 0, history: false });
    expect(await task('collect_documents:1')).toMatchObject({ assignee: colleague.userId });
  });
});
