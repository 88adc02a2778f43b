import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { WriteNote } from '@suivi/contracts/notes';
import { WorkListQuery } from '@suivi/contracts/tasks';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { TwoPeople } from '../../test/two-people.ts';
import { problemOf, twoPeople, typeOf } from '../../test/two-people.ts';
import { readFileView } from '../files/file-view.ts';
import type { Platform } from '../platform/platform.ts';
import { readWorkList } from '../tasks/work-list.ts';
import { changeNote, deleteNote, listNotes, restoreNote, writeNote } from './write-note.ts';

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

const write = (text: string, more: Partial<WriteNote> = {}, who = people.me) =>
  writeNote(platform, who, people.fileId, { id: randomUUID(), taskKey: null, text, ...more });
const texts = async () => (await listNotes(platform, people.me, people.fileId)).map(({ text }) => text);
/** 13 digits and the right key. */
const NIR = '2 58 03 99 404 123 ';
const withKey = (body: string) => {
  const digits = body.replaceAll(' ', '');
  return `${body}${String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0')}`;
};

describe('a note', () => {
  it('stands beside the file with who wrote it and the agency’s day, and moves nothing', async () => {
    const before = await readFileView(platform, people.me, people.fileId);
    await write('Her husband answers the telephone.');
    const [note] = await listNotes(platform, people.colleague, people.fileId);
    expect(note).toMatchObject({
      text: 'Her husband answers the telephone.',
      author: { userId: people.me.userId, name: 'Ada Viser' },
      on: '2026-05-21',
      taskKey: null,
      changedAt: null,
    });
    const { mark: _, ...after } = await readFileView(platform, people.me, people.fileId);
    const { mark: __, ...was } = before;
    expect(after).toEqual(was);
  });

  it('is sealed: the database holds no word of it', async () => {
    await write('Her husband answers the telephone.');
    const [row] = await owner.query<{ row: string }>(
      `SELECT to_jsonb(n)::text || encode(n.sealed, 'escape') AS row FROM notes n WHERE agency_id = $1`,
      [people.me.agencyId],
    );
    expect(row?.row).not.toContain('husband');
  });

  it('sent again is one note; another text under its id is refused', async () => {
    const id = randomUUID();
    await write('Once.', { id });
    await write('Once.', { id: id.toUpperCase() });
    expect(await texts()).toEqual(['Once.']);
    expect(await typeOf(write('Twice.', { id }))).toBe('409 note_exists');
    expect(await typeOf(write('Once.', { id }, people.colleague))).toBe('409 note_exists');
  });

  it('that holds a social security number is refused with what to do, and nothing is kept', async () => {
    const problem = await problemOf(write(`The agent gave ${withKey(NIR)}.`));
    expect(problem?.body('en')).toMatchObject({
      status: 422,
      detail: expect.stringContaining('record “Number received” with its day'),
      errors: [{ path: 'text' }],
    });
    expect(problem?.body('fr').detail).toContain('notez «\u00a0Numéro définitif reçu\u00a0»');
    const note = await write('Fine.');
    expect(await typeOf(changeNote(platform, people.me, note.id, { text: withKey(NIR), revision: 0 }))).toBe(
      '422 invalid_request',
    );
    expect(await texts()).toEqual(['Fine.']);
  });

  it('holds 4,000 characters and no more, and is not empty', () => {
    const asked = (text: string) => WriteNote.safeParse({ id: randomUUID(), text }).success;
    expect([asked('x'.repeat(4000)), asked('x'.repeat(4001)), asked('  ')]).toEqual([true, false, false]);
  });

  it('may stand beside a task of the file, where the work list shows the newest', async () => {
    await write('First.', { taskKey: 'collect_documents:1' });
    await write('Second.', { taskKey: 'collect_documents:1' }, people.colleague);
    await write('Of the file.');
    const { items } = await readWorkList(platform, people.me, WorkListQuery.parse({}));
    expect(items.map(({ key, note }) => [key, note])).toEqual([
      ['collect_documents:1', { text: 'Second.', by: 'Bo', count: 2 }],
    ]);
    expect(await typeOf(write('Nowhere.', { taskKey: 'call_3646:with_cpam:1' }))).toBe('422 invalid_request');
  });
});

describe('changing a note', () => {
  it('is its author’s alone', async () => {
    const { id } = await write('Mine.');
    const other = people.colleague;
    expect(await typeOf(changeNote(platform, other, id, { text: 'Yours.', revision: 0 }))).toBe('403 not_allowed');
    expect(await typeOf(deleteNote(platform, { ...other, role: 'admin' }, id))).toBe('403 not_allowed');
    const changed = await changeNote(platform, people.me, id, { text: 'Still mine.', revision: 0 });
    expect(changed).toMatchObject({ text: 'Still mine.', revision: 1, changedAt: expect.any(String) });
  });

  it('from an old window is refused, unless it says the same', async () => {
    const { id } = await write('One.');
    await changeNote(platform, people.me, id, { text: 'Two.', revision: 0 });
    expect(await typeOf(changeNote(platform, people.me, id, { text: 'Three.', revision: 0 }))).toBe('409 stale_note');
    expect(await typeOf(changeNote(platform, people.me, id, { text: 'Two.', revision: 0 }))).toBe(null);
    expect(await texts()).toEqual(['Two.']);
  });

  it('deleted, it can be taken back for a day, and is then gone', async () => {
    const { id } = await write('Away.');
    await deleteNote(platform, people.me, id);
    expect(await texts()).toEqual([]);
    await restoreNote(platform, people.me, id);
    expect(await texts()).toEqual(['Away.']);
    await deleteNote(platform, people.me, id);
    await owner.query(`UPDATE notes SET deleted_at = deleted_at - interval '25 hours' WHERE id = $1`, [id]);
    await platform.database.withoutAgency((tx) => tx.query('SELECT forget_deleted_notes()'));
    expect(await typeOf(restoreNote(platform, people.me, id))).toBe('404 not_found');
  });
});
