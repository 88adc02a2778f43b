import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { NewView, ViewAsked } from '@suivi/contracts/views';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { listViews } from './list-views.ts';
import { changeView, deleteView, saveView } from './save-view.ts';

const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let colleague: Colleague;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'adviser', mayOperate: false, language: 'en' };
  colleague = { ...me, userId: randomUUID(), name: 'Bo' };
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'adviser', 'Bo', 'bo@example.org')`,
    [me.agencyId, colleague.userId],
  );
});

const ALL: ViewAsked = {
  q: '',
  stage: [],
  category: [],
  caisse: [],
  adviser: [],
  concern: [],
  state: 'open',
  sort: 'due',
  direction: 'asc',
  columns: ['stage', 'due'],
};
const newView = (name: string, more: Partial<NewView> = {}): NewView => ({
  id: randomUUID(),
  name,
  asked: ALL,
  shared: false,
  ...more,
});
const saved = async (as = me) => (await listViews(platform, as)).saved;
const names = async (as = me) => (await saved(as)).map(({ name }) => name);

/** One of each concern, one of none, one closed. */
async function someFiles() {
  const add = (reference: string, more: Record<string, unknown>) => {
    const row = {
      stage: 'with_cpam',
      step: 3,
      stage_since: '2026-05-01',
      closed: false,
      documents_in_hand: 5,
      documents_needed: 5,
      email_trouble: false,
      ...more,
    };
    const columns = Object.keys(row);
    return owner.query(
      `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, category, language,
         applicant_sealed, client_sealed, rules_version, ${columns.join(', ')})
       VALUES ($1, $2, $3, '2026-01-01', 'A', 'B', 'b a', 'resident', 'en', '', '', 'test', ${columns.map((_, n) => `$${n + 4}`).join(', ')})`,
      [me.agencyId, randomUUID(), reference, ...Object.values(row)],
    );
  };
  await add('S-30', { stage_since: '2026-04-21' });
  await add('S-31', { stage_since: '2026-04-20', adviser_id: me.userId });
  await add('S-us', { stage_since: '2026-01-01', stage: 'ready_to_submit' });
  await add('P-1', { stage: 'gathering_documents', documents_in_hand: 2 });
  await add('P-waits', { stage: 'waiting_for_eligibility', documents_in_hand: 4 });
  await add('M-1', { email_trouble: true });
  await add('closed', { stage: 'card_delivered', closed: true, email_trouble: true });
  for (const [reference, on, suspended] of [
    ['S-30', '2026-07-20', false],
    ['S-31', '2026-07-21', false],
    ['S-us', '2026-06-01', true],
    ['M-1', '2026-05-20', false],
  ] as const)
    await owner.query(
      `INSERT INTO deadlines (agency_id, id, file_id, key, kind, "on", suspended, source, sealed)
       SELECT agency_id, gen_random_uuid(), id, 'deadline:cover_ends:1', 'cover_ends', $3, $4, 'playbook', '' FROM files
       WHERE agency_id = $1 AND reference = $2`,
      [me.agencyId, reference, on, suspended],
    );
}

describe('the views that everybody has', () => {
  it('count the files that are open, mine, and of each concern', async () => {
    await someFiles();
    const { builtIn } = await listViews(platform, me);
    expect(Object.fromEntries(builtIn.map(({ id, count }) => [id, count]))).toEqual({
      open: 6,
      mine: 1,
      silent: 1,
      papers_missing: 1,
      cover_ends: 1,
      email_not_delivered: 1,
    });
  });
});

describe('a saved view', () => {
  it('keeps its name and its question sealed, and counts its files', async () => {
    await someFiles();
    await saveView(platform, me, newView('Mine at the CPAM', { asked: { ...ALL, q: 'b', stage: ['with_cpam'] } }));
    expect(await saved()).toMatchObject([{ name: 'Mine at the CPAM', mine: true, shared: false, count: 3 }]);
    const [row] = await owner.query<{ row: string }>('SELECT v::text AS row FROM saved_views v WHERE agency_id = $1', [
      me.agencyId,
    ]);
    const { sealed } =
      (
        await owner.query<{ sealed: Buffer }>('SELECT sealed FROM saved_views WHERE agency_id = $1', [me.agencyId])
      )[0] ?? {};
    expect([row?.row.includes('CPAM'), sealed?.includes('CPAM')]).toEqual([false, false]);
  });

  it('is renamed, moved, deleted, and back in its place by undo', async () => {
    const [one, two, three] = [newView('One'), newView('Two'), newView('Three')];
    for (const view of [one, two, three]) await saveView(platform, me, view);
    await saveView(platform, me, one); // a retry is one view
    expect(await names()).toEqual(['One', 'Two', 'Three']);
    await changeView(platform, me, three.id, { place: 0, name: 'Drei' });
    expect(await names()).toEqual(['Drei', 'One', 'Two']);
    await deleteView(platform, me, one.id);
    expect(await names()).toEqual(['Drei', 'Two']);
    await saveView(platform, me, { ...one, place: 1 });
    expect(await names()).toEqual(['Drei', 'One', 'Two']);
    await changeView(platform, me, one.id, { place: 99 });
    expect(await names()).toEqual(['Drei', 'Two', 'One']);
  });

  it('is seen by colleagues once it is shared, and changed by its owner alone', async () => {
    const view = newView('Ours');
    await saveView(platform, me, view);
    expect(await names(colleague)).toEqual([]);
    await expect(deleteView(platform, colleague, view.id)).rejects.toMatchObject({ status: 404 });
    await changeView(platform, me, view.id, { shared: true });
    expect(await saved(colleague)).toMatchObject([{ name: 'Ours', mine: false, ownerName: 'Ada Viser' }]);
    await expect(changeView(platform, colleague, view.id, { name: 'Mine' })).rejects.toMatchObject({ status: 404 });
    await expect(deleteView(platform, colleague, view.id)).rejects.toMatchObject({ status: 404 });
    await deleteView(platform, { ...colleague, role: 'lead' }, view.id);
    expect(await names()).toEqual([]);
  });

  it('is never another agency’s, shared or not', async () => {
    const view = newView('Ours', { shared: true });
    await saveView(platform, me, view);
    const they: Colleague = { ...me, ...(await owner.agency()), role: 'admin' };
    expect(await names(they)).toEqual([]);
    await expect(changeView(platform, they, view.id, { name: 'Theirs' })).rejects.toMatchObject({ status: 404 });
    await expect(deleteView(platform, they, view.id)).rejects.toMatchObject({ status: 404 });
    expect(await names()).toEqual(['Ours']);
  });

  it('has no social security number in its name or its words', async () => {
    const number = '2 69 05 49 588 157 80';
    const refused = { status: 422, type: 'invalid_request' };
    await expect(saveView(platform, me, newView(`Of ${number}`))).rejects.toMatchObject(refused);
    await expect(saveView(platform, me, newView('X', { asked: { ...ALL, q: number } }))).rejects.toMatchObject(refused);
    const view = newView('X');
    await saveView(platform, me, view);
    await expect(changeView(platform, me, view.id, { name: number })).rejects.toMatchObject(refused);
    expect(await names()).toEqual(['X']);
  });

  it('is one of thirty at most', async () => {
    for (let n = 0; n < 30; n += 1) await saveView(platform, me, newView(`View ${n}`));
    await expect(saveView(platform, me, newView('One more'))).rejects.toMatchObject({ type: 'too_many_views' });
    await saveView(platform, colleague, newView('A colleague’s'));
    expect((await names()).length).toBe(30);
  });
});
