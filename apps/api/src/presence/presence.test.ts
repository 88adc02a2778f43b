import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Beat } from '@suivi/contracts/presence';
import type { Day } from '@suivi/rules/calendar/days';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { TwoPeople } from '../../test/two-people.ts';
import { problemOf, twoPeople, typeOf } from '../../test/two-people.ts';
import { changeClient } from '../files/change-client.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import { writeNote } from '../notes/write-note.ts';
import type { Platform } from '../platform/platform.ts';
import { assignTask } from '../tasks/assign-task.ts';
import { snoozeTask } from '../tasks/snooze-task.ts';
import { keepPresence } from './keep-presence.ts';

const TODAY = '2026-05-21' as Day;
const owner = new Owner(inject('database').owner);
let platform: Platform;
let people: TwoPeople;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  people = await twoPeople(platform, owner);
});

const beat = (who: 'me' | 'colleague', doing: Beat['doing'] = 'looking', since: string | null = null) =>
  keepPresence(platform, people[who], people.fileId, { doing, since });
const view = () => readFileView(platform, people.me, people.fileId);
const taskId = async () => (await view()).tasks.find(({ key }) => key === 'collect_documents:1')?.id ?? '';
const record = (who: 'me' | 'colleague', expectedVersion: number, event: Record<string, unknown>) =>
  recordEvent(platform, people[who], people.fileId, {
    event: { id: randomUUID(), on: TODAY, ...event },
    expectedVersion,
    history: false,
  });

describe('two people with one file open', () => {
  it('see each other, and what the other does', async () => {
    expect((await beat('me')).others).toEqual([]);
    await beat('colleague', 'recording');
    const { userId, name } = people.colleague;
    expect((await beat('me')).others).toEqual([{ userId, name, doing: 'recording' }]);
    await beat('colleague', 'looking');
    expect((await beat('me')).others).toEqual([{ userId, name, doing: 'looking' }]);
  });

  it('are gone when they leave, or have not been heard of for 45 seconds', async () => {
    await beat('me');
    await beat('colleague');
    await beat('colleague', 'leaving');
    expect((await beat('me')).others).toEqual([]);
    await beat('colleague');
    const late = (seconds: number) =>
      owner.query(`UPDATE presence SET seen_at = now() - make_interval(secs => $2) WHERE user_id = $1`, [
        people.colleague.userId,
        seconds,
      ]);
    await late(40);
    expect((await beat('me')).others.length).toBe(1);
    await late(46);
    expect((await beat('me')).others).toEqual([]);
    await platform.database.withoutAgency((tx) => tx.query('SELECT forget_presence()'));
    expect(await owner.query('SELECT user_id AS who FROM presence WHERE agency_id = $1', [people.me.agencyId])).toEqual(
      [{ who: people.me.userId }],
    );
  });

  it('each learn what the other did, and nothing of what they did themselves', async () => {
    const { mark: since } = await beat('me');
    expect(since).toBe((await view()).mark);
    await record('colleague', 0, { type: 'document_received', document: 'rib' });
    await snoozeTask(platform, people.colleague, await taskId(), '2026-05-26' as Day);
    await writeNote(platform, people.colleague, people.fileId, { id: randomUUID(), taskKey: null, text: 'Note.' });
    await changeClient(platform, people.colleague, people.fileId, {
      client: { telephone: '01 02 03 04 05' },
      expectedVersion: 1,
    });
    await record('me', 1, { type: 'document_received', document: 'identity' });
    const { version, mark, changes } = await beat('me', 'looking', since);
    expect({ version, changes }).toEqual({
      version: 2,
      changes: [
        { type: 'document_received', on: TODAY, by: 'Bo', at: expect.any(String) },
        { type: 'task_snoozed', on: null, by: 'Bo', at: expect.any(String), task: 'collect_documents:1' },
        { type: 'note_written', on: null, by: 'Bo', at: expect.any(String) },
        { type: 'client_changed', on: null, by: 'Bo', at: expect.any(String), fields: ['telephone'] },
      ],
    });
    expect(mark).toBe((await view()).mark);
    expect((await beat('me', 'looking', mark)).changes).toEqual([]);
    expect((await beat('colleague', 'looking', since)).changes.map(({ type }) => type)).toEqual(['document_received']);
  });
});

describe('a save from an old page', () => {
  it('of a snooze or an assignment that somebody has changed says who, and saves nothing', async () => {
    const id = await taskId();
    await snoozeTask(platform, people.colleague, id, '2026-05-26' as Day, null);
    const problem = await problemOf(snoozeTask(platform, people.me, id, '2026-05-28' as Day, null));
    expect(problem?.body('en')).toMatchObject({
      status: 409,
      type: 'stale_task',
      changes: [{ type: 'task_snoozed', by: 'Bo', task: 'collect_documents:1' }],
    });
    expect((await view()).tasks[0]?.snoozedUntil).toBe('2026-05-26');
    expect(await typeOf(snoozeTask(platform, people.me, id, '2026-05-28' as Day, '2026-05-26' as Day))).toBe(null);

    await assignTask(platform, people.colleague, id, people.colleague.userId, null);
    expect(await typeOf(assignTask(platform, people.me, id, people.me.userId, null))).toBe('409 stale_task');
    expect(await typeOf(assignTask(platform, people.me, id, people.me.userId))).toBe(null);
  });

  it('of a client’s details: others’ details stand beside it, the same ones are refused', async () => {
    const change = (who: 'me' | 'colleague', client: Record<string, string>, was: Record<string, string | null>) =>
      changeClient(platform, people[who], people.fileId, { client, expectedVersion: 0, was: { client: was } });
    await change('colleague', { telephone: '01 01 01 01 01' }, { telephone: null });
    await change('me', { street: '1 rue Haute' }, { street: null });
    expect((await view()).client).toMatchObject({ telephone: '01 01 01 01 01', street: '1 rue Haute' });
    const problem = await problemOf(change('me', { telephone: '02 02 02 02 02' }, { telephone: null }));
    expect(problem?.body('en')).toMatchObject({
      type: 'stale_file',
      changes: [{ type: 'client_changed', by: 'Bo', fields: ['telephone'] }],
    });
    expect((await view()).client.telephone).toBe('01 01 01 01 01');
  });

  it('of details, after an event: says which, so that both can stand', async () => {
    await record('colleague', 0, { type: 'document_received', document: 'rib' });
    const problem = await problemOf(
      changeClient(platform, people.me, people.fileId, { client: { street: 'x' }, expectedVersion: 0 }),
    );
    expect(problem?.body('en')).toMatchObject({ version: 1, changes: [{ type: 'document_received', by: 'Bo' }] });
  });
});
