import type { ImportField } from '@suivi/contracts/imports';
import type { TestDatabase } from '@suivi/database/test/database';
import fs from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { testPlatform } from '../../test/scene.ts';
import type { Colleague } from '../accounts/person.ts';
import { listFiles } from '../files/file-list.ts';
import { reviewFile } from '../files/review-file.ts';
import type { Platform } from '../platform/platform.ts';
import { mapImport, removeImport, startImport } from './change-import.ts';
import { correctRow, dropRow } from './correct-rows.ts';
import { checkImport } from './check-import.ts';
import { createImport } from './create-import.ts';
import { writeFaultsCsv } from './faults-csv.ts';
import { readImportView } from './import-view.ts';
import { runImport, runImports } from './run-import.ts';

const TODAY = '2026-10-05';
const SIXTY = fs.readFileSync(new URL('../../test/clients.csv', import.meta.url));
const HEADINGS =
  'Réf.;Nom;Prénom;E-mail;Date de naissance;Nationalité;Situation;Arrivée en France;Code postal;Ville;Dossier envoyé le;AR reçu le';
const row = (
  reference: string,
  name: string,
  more: Partial<Record<'email' | 'birth' | 'posted' | 'received' | 'category', string>> = {},
) =>
  [
    reference,
    name,
    'Maude',
    more.email ?? `${name.toLowerCase()}@example.org`,
    more.birth ?? '11/10/1957',
    'CA',
    more.category ?? 'visiteur',
    '12/01/2026',
    '24000',
    'Périgueux',
    more.posted ?? '',
    more.received ?? '',
  ].join(';');
const csv = (...rows: string[]) => Buffer.from([HEADINGS, ...rows].join('\n'));

let database: TestDatabase;
let owner: Owner;
let platform: Platform;
let me: Colleague;

async function colleague(demoDay = TODAY): Promise<Colleague> {
  const agency = await owner.agency({ demo: true, demoDay });
  return { ...agency, name: 'Ada Viser', email: 'ada@example.org', role: 'adviser', mayOperate: false, language: 'en' };
}

beforeAll(async () => {
  database = await ownDatabase();
  owner = new Owner(database.owner);
  platform = await testPlatform(database, 'smtp://127.0.0.1:1');
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
  await database.drop();
});
beforeEach(async () => {
  me = await colleague();
});

const view = (id: string, as = me) => readImportView(platform, as.agencyId, id);

async function checked(bytes: Uint8Array, fields?: ImportField[]): Promise<string> {
  const id = await createImport(platform, me, {
    fileName: 'clients.csv',
    content: Buffer.from(bytes).toString('base64'),
  });
  const { columns } = await view(id);
  await mapImport(platform, me, id, { columns: fields ?? columns.map(({ field }) => field), categories: {} });
  await checkImport(platform, me.agencyId, id);
  return id;
}

async function run(id: string, which: 'good' | 'all' = 'good', holdEmails = false) {
  await startImport(platform, me, id, { which, holdEmails });
  await runImport(platform, me.agencyId, id);
  return view(id);
}

const count = async (table: string): Promise<number> => {
  const [found] = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE agency_id = $1`, [
    me.agencyId,
  ]);
  return found?.n ?? -1;
};

describe('the words of the category column', () => {
  it('are no place for a social security number, and no word of ours is taken for one of theirs', async () => {
    const id = await createImport(platform, me, {
      fileName: 'clients.csv',
      content: csv(row('A', 'Doe', { category: 'constructor' })).toString('base64'),
    });
    const { columns, categories } = await view(id);
    expect(categories).toEqual([{ value: 'constructor', category: null, rows: 1 }]);
    const mapping = { columns: columns.map(({ field }) => field), categories: { '2 55 08 14 168 025 38': 'resident' } };
    await expect(mapImport(platform, me, id, mapping)).rejects.toMatchObject({ status: 422 });
  });
});

describe('the sixty clients', () => {
  it('are read, checked, and become files with their history, once', async () => {
    const id = await createImport(platform, me, { fileName: 'clients.csv', content: SIXTY.toString('base64') });
    const mapping = await view(id);
    expect(mapping).toMatchObject({
      state: 'mapping',
      seen: { rows: 60, separator: ';', encoding: 'utf-8', dates: 'dd/mm/yyyy' },
      check: null,
    });
    expect(mapping.columns[0]).toMatchObject({
      heading: 'Réf.',
      field: 'reference',
      certainty: 'sure',
      samples: ['2026-001', '2026-002', '2026-003'],
    });
    expect(mapping.categories).toContainEqual({ value: 'retraité visiteur', category: 'resident', rows: 21 });

    await mapImport(platform, me, id, { columns: mapping.columns.map(({ field }) => field), categories: {} });
    expect((await view(id)).state).toBe('checking');
    await checkImport(platform, me.agencyId, id);
    const ready = await view(id);
    expect(ready).toMatchObject({
      state: 'checked',
      progress: { done: 60, of: 60 },
      check: { good: 60, faulty: 0, unchanged: 0, faults: [], advisers: 1 },
    });
    expect(ready.check?.newFiles).toBe(60 - (ready.check?.underWay ?? 0));
    expect(ready.check?.rows).toHaveLength(60);
    expect(await count('files')).toBe(0);

    const done = await run(id);
    expect(done).toMatchObject({ state: 'done', result: { created: 60, unchanged: 0, left: 0 } });
    const made = await owner.query(
      `SELECT id, reference, first_name || ' ' || last_name AS "clientName" FROM files WHERE agency_id = $1`,
      [me.agencyId],
    );
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(done.result?.files.toSorted(byId)).toEqual((made as { id: string }[]).toSorted(byId));
    expect(await count('files')).toBe(60);
    expect(await count('events')).toBe(ready.check?.pastEvents);
    expect(await count('import_rows')).toBe(0);
    for (const part of ['files', 'events', 'tasks', 'messages', 'deadlines'])
      expect(await count(`staging.${part}`)).toBe(0);
    const tasks = await owner.query<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM tasks WHERE agency_id = $1 AND due_on <= $2 GROUP BY kind`,
      [me.agencyId, TODAY],
    );
    expect(Object.fromEntries(tasks.map(({ kind, n }) => [kind, n]))).toEqual(
      Object.fromEntries(ready.check?.tasksToday.map((task) => [task.kind, task.count]) ?? []),
    );

    const again = await checked(SIXTY);
    expect((await view(again)).check).toMatchObject({ good: 0, faulty: 0, unchanged: 60 });
    expect(await run(again)).toMatchObject({
      state: 'done',
      result: { created: 0, unchanged: 60, left: 0, files: [] },
    });
    expect(await count('files')).toBe(60);
  });

  it('plan no email for what lies before today', async () => {
    await run(await checked(SIXTY));
    const early = await owner.query('SELECT key FROM messages WHERE agency_id = $1 AND send_on < $2', [
      me.agencyId,
      TODAY,
    ]);
    expect(early).toEqual([]);
    const welcomes = await owner.query<{ key: string; n: number }>(
      `SELECT key, count(*)::int AS n FROM messages WHERE agency_id = $1 AND key IN ('email:welcome:1', 'email:taken_over:1') GROUP BY key`,
      [me.agencyId],
    );
    expect(welcomes.reduce((sum, { n }) => sum + n, 0)).toBe(60);
  });

  it('can keep their first emails for a person to release', async () => {
    await run(await checked(SIXTY), 'good', true);
    const states = await owner.query<{ today: boolean; state: string; held_reason: string | null }>(
      `SELECT DISTINCT send_on <= $2 OR template IN ('welcome', 'taken_over') AS today, state, held_reason
       FROM messages WHERE agency_id = $1 ORDER BY 1`,
      [me.agencyId, TODAY],
    );
    expect(states).toEqual([
      { today: false, state: 'planned', held_reason: null },
      { today: true, state: 'held', held_reason: 'by_person' },
    ]);
  });

  it('raise one deed of those that a ladder has missed', async () => {
    await run(await checked(SIXTY));
    const due = await owner.query<{ key: string }>(
      `SELECT t.key FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
       WHERE t.agency_id = $1 AND f.reference = '2026-001' AND t.due_on <= $2 ORDER BY t.key`,
      [me.agencyId, TODAY],
    );
    // Received on 7 April and silent since: calls, a visit and the request are missed, and the letter stands for all.
    expect(due).toEqual([{ key: 'registered_post:chase:1' }]);
  });

  it('stand in the tables as a review would leave them', async () => {
    await run(await checked(SIXTY));
    const standing = () =>
      owner.query(
        `SELECT file_id, key, state, due_on AS "on", encode(sealed, 'hex') AS sealed FROM tasks WHERE agency_id = $1
         UNION ALL SELECT file_id, key, state, send_on, encode(sealed, 'hex') FROM messages WHERE agency_id = $1
         UNION ALL SELECT file_id, key, kind, "on", encode(sealed, 'hex') FROM deadlines WHERE agency_id = $1
         UNION ALL SELECT id, stage, next_task_key, next_review_on, search_text FROM files WHERE agency_id = $1 ORDER BY 1, 2, 3`,
        [me.agencyId],
      );
    const before = await standing();
    for (const { id } of await owner.query<{ id: string }>('SELECT id FROM files WHERE agency_id = $1', [me.agencyId]))
      await reviewFile(platform, me.agencyId, id);
    expect(await standing()).toEqual(before);
  });

  it('stand in the audit chain', async () => {
    const id = await checked(SIXTY);
    await run(id);
    const entries = await owner.query<{
      action: string;
      actor: string;
      subject: { importId: string; files: string[] };
    }>('SELECT action, actor, subject FROM audit WHERE agency_id = $1', [me.agencyId]);
    expect(entries).toMatchObject([{ action: 'clients.imported', actor: me.userId, subject: { importId: id } }]);
    expect(entries[0]?.subject.files).toHaveLength(60);
  });
});

describe('faulty rows', () => {
  const FAULTY = csv(
    row('A-1', 'Alba', { posted: '12/03/2026', received: '08/03/2026' }),
    row('A-2', 'Brun', { birth: '31/02/1974' }),
    row('A-3', 'Cole'),
    row('A-3', 'Dahl'),
    row('A-4', '1 85 05 78 006 084 91', { email: 'a4@example.org' }),
  );

  it('say where and why, are corrected in place, and stay until they are', async () => {
    const id = await checked(FAULTY);
    const before = await view(id);
    expect(before.check).toMatchObject({ good: 1, faulty: 4 });
    expect(before.check?.faults.map(({ line, column, value, hidden }) => [line, column, value, hidden])).toEqual([
      [2, 'AR reçu le', '08/03/2026', false],
      [3, 'Date de naissance', '31/02/1974', false],
      [5, 'Réf.', 'A-3', false],
      [6, 'Nom', '• •• •• •• ••• •••', true],
    ]);
    await correctRow(platform, me, id, { line: 2, column: 'AR reçu le', value: '14/03/2026' });
    await correctRow(platform, me, id, { line: 3, column: 'Date de naissance', value: '28/02/1974' });
    await dropRow(platform, me, id, 6);
    expect((await view(id)).check).toMatchObject({ good: 3, faulty: 1 });

    await expect(startImport(platform, me, id, { which: 'all', holdEmails: false })).rejects.toMatchObject({
      status: 409,
      type: 'faulty_rows',
    });
    expect(await run(id)).toMatchObject({ state: 'done', result: { created: 3, unchanged: 0, left: 1 } });
    expect((await view(id)).check?.faults).toHaveLength(1);
    await correctRow(platform, me, id, { line: 5, column: 'Réf.', value: 'A-5' });
    const whole = await run(id, 'all');
    expect(whole).toMatchObject({ state: 'done', result: { created: 4, unchanged: 0, left: 0 } });
    expect(whole.result?.files).toHaveLength(4);
  });

  it('of one client are good again when the first gives way', async () => {
    const id = await checked(csv(row('A-3', 'Cole'), row('A-3', 'Dahl')));
    expect((await view(id)).check).toMatchObject({ good: 1, faulty: 1 });
    await correctRow(platform, me, id, { line: 2, column: 'Réf.', value: 'A-9' });
    expect((await view(id)).check).toMatchObject({ good: 2, faulty: 0 });
    await correctRow(platform, me, id, { line: 2, column: 'Réf.', value: 'A-3' });
    expect((await view(id)).check?.faults.map(({ line }) => line)).toEqual([3]);
  });

  it('name whose a tracking number is, in Suivi or further up', async () => {
    const withNumber = (number: string, ...lines: string[]) =>
      Buffer.from([`${HEADINGS};Numéro de suivi`, ...lines.map((line) => `${line};${number}`)].join('\n'));
    const posted = { posted: '12/03/2026' };
    expect(await run(await checked(withNumber('1A 009 158 2038 0', row('A-1', 'Alba', posted))))).toMatchObject({
      result: { created: 1 },
    });
    expect(
      await owner.query('SELECT tracking_number, posted_on::text FROM sendings WHERE agency_id = $1', [me.agencyId]),
    ).toEqual([{ tracking_number: '1A00915820380', posted_on: '2026-03-12' }]);
    const taken = await view(await checked(withNumber('1A00915820380', row('A-2', 'Brun', posted))));
    expect(taken.check?.faults).toMatchObject([{ line: 2, column: 'Numéro de suivi' }]);
    expect(taken.check?.faults[0]?.reason.en).toContain('Maude Alba (A-1)');
    const twice = withNumber('1A00915820397', row('A-3', 'Cole', posted), row('A-4', 'Dahl', posted));
    const second = await view(await checked(twice));
    expect(second.check?.faults).toMatchObject([{ line: 3, column: 'Numéro de suivi' }]);
    expect(second.check?.faults[0]?.reason.en).toContain('line 2');
  });

  it('take no social security number', async () => {
    const id = await checked(FAULTY);
    await expect(
      correctRow(platform, me, id, { line: 6, column: 'Nom', value: '185057800608491' }),
    ).rejects.toMatchObject({ status: 422 });
    const stored = await owner.query<{ text: string }>(
      'SELECT reading::text AS text FROM imports WHERE agency_id = $1',
      [me.agencyId],
    );
    expect(JSON.stringify(stored)).not.toMatch(/85\s?05\s?78/);
  });

  it('leave in a spreadsheet that no formula survives in', async () => {
    const id = await checked(
      csv(row('A-1', '=HYPERLINK("http://x")', { email: 'a1@example.org' }), row('A-2', 'Brun', { email: '@SUM(A1)' })),
    );
    const text = await writeFaultsCsv(platform, { ...me, language: 'fr' }, id);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [headings, first, second] = text.slice(1).split('\r\n');
    expect(headings).toBe(`Ligne;Colonne;Pourquoi elle ne peut pas être prise;${HEADINGS}`);
    expect(first).toContain(
      `2;Nom;Cela ressemble à une formule. Écrivez le texte lui-même.;A-1;"'=HYPERLINK(""http://x"")";`,
    );
    expect(second).toContain(`;"'@SUM(A1)";`);
  });
});

describe('a client without a reference', () => {
  const without = csv(row('', 'Alba'), row('', 'Brun'));
  it('is known by name, day of birth and email the second time', async () => {
    expect(await run(await checked(without))).toMatchObject({ result: { created: 2 } });
    const references = await owner.query<{ reference: string }>(
      'SELECT reference FROM files WHERE agency_id = $1 ORDER BY reference',
      [me.agencyId],
    );
    expect(references.map(({ reference }) => reference)).toEqual(['F-0001', 'F-0002']);
    expect(await run(await checked(without))).toMatchObject({ result: { created: 0, unchanged: 2 } });
  });
  it('gets a reference that nobody has', async () => {
    await run(await checked(csv(row('F-0001', 'Cole'))));
    await run(await checked(without));
    const references = await owner.query<{ reference: string }>(
      'SELECT reference FROM files WHERE agency_id = $1 ORDER BY reference',
      [me.agencyId],
    );
    expect(references.map(({ reference }) => reference)).toEqual(['F-0001', 'F-0002', 'F-0003']);
  });
});

describe('an import', () => {
  it('does not take a reference from another client', async () => {
    await run(await checked(csv(row('A-1', 'Alba'))));
    const id = await checked(csv(row('A-1', 'Brun')));
    expect((await view(id)).check?.faults[0]?.reason.en).toBe(
      'This reference belongs to Maude Alba in Suivi. Give the row one of its own, or none.',
    );
  });

  it('asks for each column that no file can do without, once', async () => {
    const id = await createImport(platform, me, {
      fileName: 'a.csv',
      content: csv(row('A-1', 'Alba')).toString('base64'),
    });
    const refused = await mapImport(platform, me, id, {
      columns: HEADINGS.split(';').map(() => 'last_name'),
      categories: {},
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 422, type: 'incomplete_mapping' });
    expect((await view(id)).state).toBe('mapping');
  });

  it('with all or nothing puts nothing in when a row has gone bad meanwhile', async () => {
    const id = await checked(csv(row('A-1', 'Alba'), row('A-2', 'Brun')));
    await run(await checked(csv(row('A-2', 'Brun'))));
    await startImport(platform, me, id, { which: 'all', holdEmails: false });
    await runImport(platform, me.agencyId, id);
    expect(await view(id)).toMatchObject({
      state: 'checked',
      failure: 'rows_changed',
      check: { good: 1, unchanged: 1 },
    });
    expect(await count('files')).toBe(1);
  });

  it('run twice at once creates nothing twice', async () => {
    const ids = [await checked(SIXTY), await checked(SIXTY)];
    for (const id of ids) await startImport(platform, me, id, { which: 'good', holdEmails: false });
    // As the queue runs them: one that was overtaken ends in peace.
    const jobs = runImports(platform);
    await Promise.all([...ids, ...ids].map((importId) => jobs.run({ agencyId: me.agencyId, importId })));
    for (const id of ids) expect((await view(id)).state).toBe('done');
    expect(await count('files')).toBe(60);
    const [broken] = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM files f WHERE agency_id = $1 AND NOT EXISTS (SELECT FROM tasks t WHERE t.file_id = f.id) AND NOT EXISTS (SELECT FROM messages m WHERE m.file_id = f.id)`,
      [me.agencyId],
    );
    expect(broken?.n).toBe(0);
  });

  it('whose job is lost goes on', async () => {
    const id = await checked(SIXTY);
    await startImport(platform, me, id, { which: 'good', holdEmails: false });
    const lost = () =>
      platform.database.withoutAgency((tx) =>
        tx.query<{ import_id: string }>(`SELECT * FROM requeue_lost_imports('1 minute')`),
      );
    expect(await lost()).toEqual([]);
    await owner.query(`DELETE FROM outbox WHERE agency_id = $1`, [me.agencyId]);
    await owner.query(`UPDATE imports SET moved_at = now() - interval '2 minutes' WHERE id = $1`, [id]);
    expect((await lost()).map(({ import_id: found }) => found)).toEqual([id]);
    expect(await lost()).toEqual([]);
    await runImport(platform, me.agencyId, id);
    expect((await view(id)).result?.created).toBe(60);
  });

  it('is nobody else’s', async () => {
    const id = await checked(csv(row('A-1', 'Alba')));
    const stranger = await colleague();
    await expect(view(id, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(startImport(platform, stranger, id, { which: 'good', holdEmails: false })).rejects.toMatchObject({
      status: 404,
    });
    await expect(removeImport(platform, stranger, id)).rejects.toMatchObject({ status: 404 });
    await runImport(platform, stranger.agencyId, id);
    expect((await view(id)).state).toBe('checked');
  });

  it('thrown away leaves no row behind', async () => {
    const id = await checked(csv(row('A-1', 'Alba')));
    await removeImport(platform, me, id);
    await expect(view(id)).rejects.toMatchObject({ status: 404 });
    expect(await count('import_rows')).toBe(0);
  });

  it('is forgotten after a day', async () => {
    const id = await checked(csv(row('A-1', 'Alba')));
    await owner.query(`UPDATE imports SET created_at = now() - interval '25 hours' WHERE id = $1`, [id]);
    await platform.database.withoutAgency((tx) => tx.query('SELECT forget_old_imports()'));
    expect(await view(id)).toMatchObject({ state: 'failed', failure: 'expired', check: null });
    expect(await count('import_rows')).toBe(0);
  });

  it('makes files that lists find', async () => {
    await run(await checked(SIXTY));
    const list = await listFiles(platform, me.agencyId, {
      q: 'angstrom asa',
      stage: [],
      category: [],
      caisse: [],
      adviser: [],
      concern: [],
      state: 'all',
      sort: 'name',
      direction: 'asc',
    });
    expect(list.rows.map(({ clientName }) => clientName)).toEqual(['Åsa Ångström', 'Åsa Ångström']);
  });
});
