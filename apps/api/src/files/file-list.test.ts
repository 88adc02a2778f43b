import type { FileListQuery } from '@suivi/contracts/files';
import type { TestDatabase } from '@suivi/database/test/database';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { testPlatform } from '../../test/scene.ts';
import type { Platform } from '../platform/platform.ts';
import { listFiles, PAGE } from './file-list.ts';
import { searchText } from './search-text.ts';

let database: TestDatabase;
let owner: Owner;
let platform: Platform;
let agencyId: string;
let userId: string;
let stranger: { agencyId: string; userId: string };

type Some = {
  name: [first: string, last: string];
  reference: string;
  town?: string;
  stage?: string;
  step?: number;
  due?: string | null;
  closed?: boolean;
  category?: string;
};

async function add(agency: { agencyId: string; userId: string }, files: Some[]) {
  for (const {
    name: [firstName, lastName],
    reference,
    town = 'Périgueux',
    stage = 'with_cpam',
    step = 3,
    due = null,
    closed = false,
    category = 'resident',
  } of files)
    await owner.query(
      `INSERT INTO files (agency_id, id, reference, opened_on, adviser_id, first_name, last_name, search_text, email, town, caisse, category, language,
         stage, step, closed, next_task_key, next_task_kind, next_due_on, applicant_sealed, client_sealed, rules_version)
       VALUES ($1, $2, $3, '2026-01-01', $4, $5, $6, $7, $8, $9, 'CPAM de Dordogne', $10, 'en', $11, $12, $13,
         CASE WHEN $14::date IS NOT NULL THEN 'call_3646:with_cpam:1' END, CASE WHEN $14::date IS NOT NULL THEN 'call_3646' END, $14, '', '', 'test')`,
      [
        agency.agencyId,
        randomUUID(),
        reference,
        agency.userId,
        firstName,
        lastName,
        searchText({ firstName, lastName, reference, town, email: `${reference}@example.org` }),
        `${reference}@example.org`,
        town,
        category,
        stage,
        step,
        closed,
        due,
      ],
    );
}

const ask = (query: Partial<FileListQuery> = {}, as = agencyId) =>
  listFiles(platform, as, {
    q: '',
    stage: [],
    category: [],
    caisse: [],
    adviser: [],
    concern: [],
    state: 'open',
    sort: 'due',
    direction: 'asc',
    ...query,
  });
const names = async (query: Partial<FileListQuery> = {}) => (await ask(query)).rows.map(({ clientName }) => clientName);

beforeAll(async () => {
  database = await ownDatabase();
  owner = new Owner(database.owner);
  platform = await testPlatform(database, 'smtp://127.0.0.1:1');
  const agency = await owner.agency();
  ({ agencyId, userId } = agency);
  stranger = await owner.agency();
  await add(agency, [
    { name: ['Åsa', 'Ångström'], reference: 'F-0022', due: '2026-05-22', town: 'Angoulême', category: 'student' },
    {
      name: ['Annegret', 'Müller-Lüdenscheidt'],
      reference: 'F-0006',
      due: '2026-05-21',
      stage: 'gathering_documents',
      step: 1,
    },
    { name: ['Maarten', 'van der Heijden'], reference: 'F-0040', due: '2026-05-20', town: 'Bordeaux' },
    { name: ['Maude', 'Bélanger'], reference: 'F-0010', due: null },
    { name: ['Carol', 'Washburn'], reference: 'F-0030', closed: true, stage: 'card_delivered', step: 7 },
    { name: ['Siân', 'O’Neill'], reference: 'F-0050', due: '2026-06-01' },
  ]);
  await add(stranger, [{ name: ['Stranger', 'Ångström'], reference: 'F-0022', due: '2026-05-01' }]);
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
  await database.drop();
});

describe('search', () => {
  it.each([
    ['angstrom', ['Åsa Ångström']],
    ['ÅNGSTRÖM asa', ['Åsa Ångström']],
    ['asa  angstr', ['Åsa Ångström']],
    ['ludenscheidt', ['Annegret Müller-Lüdenscheidt']],
    ['heijden maarten van', ['Maarten van der Heijden']],
    ['vanderheijden', ['Maarten van der Heijden']],
    ['oneill', ['Siân O’Neill']],
    ["o'neill", ['Siân O’Neill']],
    ['f-0010', ['Maude Bélanger']],
    ['bordeaux', ['Maarten van der Heijden']],
    ['F-0006@example.org', ['Annegret Müller-Lüdenscheidt']],
    ['angouleme perigueux', []],
    [
      '%',
      ['Maarten van der Heijden', 'Annegret Müller-Lüdenscheidt', 'Åsa Ångström', 'Siân O’Neill', 'Maude Bélanger'],
    ],
    [
      '_______',
      ['Maarten van der Heijden', 'Annegret Müller-Lüdenscheidt', 'Åsa Ångström', 'Siân O’Neill', 'Maude Bélanger'],
    ],
  ])('for "%s"', async (q, expected) => expect(await names({ q })).toEqual(expected));

  it('never finds another agency’s, whoever asks', async () => {
    expect(await names({ q: 'stranger' })).toEqual([]);
    expect((await ask({ q: 'angstrom' }, stranger.agencyId)).rows.map(({ clientName }) => clientName)).toEqual([
      'Stranger Ångström',
    ]);
    expect((await ask({ q: 'sarngstr' })).closeTo?.name).not.toBe('Stranger');
    await expect(
      platform.database.withoutAgency((tx) =>
        tx.query(`SELECT * FROM search_files('{}', '{}', '{}', '{}', '{}', 'all', '{}', 'due', false, NULL, NULL, 10)`),
      ),
    ).rejects.toThrow();
  });

  it('says what is near when it finds nothing', async () => {
    expect((await ask({ q: 'ongstrom' })).closeTo).toEqual({ name: 'Ångström', count: 1 });
    expect((await ask({ q: 'heiden' })).closeTo).toEqual({ name: 'van der Heijden', count: 1 });
    expect((await ask({ q: 'qqqqqq' })).closeTo).toBeNull();
    expect((await ask({ q: 'angstrom' })).closeTo).toBeNull();
  });

  it('goes by the trigram index, as the application', async () => {
    const many = await owner.agency();
    await owner.query(
      `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, category, language, stage, step,
         applicant_sealed, client_sealed, rules_version)
       SELECT $1, gen_random_uuid(), 'M-' || n, '2026-01-01', 'N', md5(n::text), md5(n::text) || ' n m ' || n, 'resident', 'en', 'with_cpam', 3, '', '', 'test'
       FROM generate_series(1, 5000) n`,
      [many.agencyId],
    );
    await owner.query('VACUUM ANALYZE files');
    const scans = async () => {
      const [{ n } = { n: -1 }] = await owner.query<{ n: number }>(
        `SELECT idx_scan::int AS n FROM pg_stat_user_indexes WHERE indexrelname = 'files_search'`,
      );
      return n;
    };
    const before = await scans();
    expect((await ask({ q: 'c4ca4238a0b9' }, many.agencyId)).count).toBe(1);
    await platform.database.withoutAgency((tx) => tx.query('SELECT pg_stat_force_next_flush()'));
    expect(await scans()).toBeGreaterThan(before);
  });
});

describe('a list', () => {
  it.each<[Partial<FileListQuery>, string[]]>([
    [{ sort: 'due' }, ['Maarten', 'Annegret', 'Åsa', 'Siân', 'Maude']],
    [{ sort: 'due', direction: 'desc' }, ['Siân', 'Åsa', 'Annegret', 'Maarten', 'Maude']],
    [{ sort: 'name' }, ['Åsa', 'Maude', 'Annegret', 'Siân', 'Maarten']],
    [{ sort: 'name', direction: 'desc' }, ['Maarten', 'Siân', 'Annegret', 'Maude', 'Åsa']],
    [{ sort: 'reference', state: 'all' }, ['Annegret', 'Maude', 'Åsa', 'Carol', 'Maarten', 'Siân']],
    [{ sort: 'stage', stage: ['gathering_documents', 'card_delivered'], state: 'all' }, ['Annegret', 'Carol']],
    [{ state: 'closed' }, ['Carol']],
    [{ category: ['student'] }, ['Åsa']],
    [{ caisse: ['CPAM de Paris'] }, []],
    [{ stage: ['with_cpam'], q: 'perigueux', sort: 'name' }, ['Maude', 'Siân']],
  ])('%j', async (query, expected) => {
    const { rows, count } = await ask(query);
    expect(rows.map(({ clientName }) => clientName.split(' ')[0])).toEqual(expected);
    expect(count).toBe(expected.length);
  });

  it('says of each file what the screen shows', async () => {
    expect((await ask({ q: 'angstrom' })).rows[0]).toMatchObject({
      reference: 'F-0022',
      clientName: 'Åsa Ångström',
      town: 'Angoulême',
      caisse: 'CPAM de Dordogne',
      category: 'student',
      stage: 'with_cpam',
      step: 3,
      nextTask: { key: 'call_3646:with_cpam:1', kind: 'call_3646', dueOn: '2026-05-22' },
      adviser: { userId, name: 'Ada Viser' },
      emailTrouble: false,
    });
    expect((await ask({ q: 'belanger' })).rows[0]?.nextTask).toBeNull();
  });

  it.each(['due', 'name', 'stage', 'reference'] as const)(
    'by %s gives each file once, page by page, both ways',
    async (sort) => {
      const many = await owner.agency();
      await add(
        many,
        Array.from({ length: 2 * PAGE + 7 }, (_, n) => ({
          name: [`N${n % 9}`, 'Same'],
          reference: `R-${n}`,
          due: n % 3 === 0 ? null : `2026-05-${String(1 + (n % 5)).padStart(2, '0')}`,
        })),
      );
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let after: string | undefined;
        let pages = 0;
        do {
          const page = await ask({ sort, direction, after }, many.agencyId);
          seen.push(...page.rows.map(({ reference }) => reference));
          after = page.next ?? undefined;
          pages++;
          expect(page.next === null || page.next.length <= 400).toBe(true);
        } while (after);
        expect(pages).toBe(3);
        expect(new Set(seen).size).toBe(2 * PAGE + 7);
        expect(seen).toHaveLength(2 * PAGE + 7);
      }
    },
  );

  const place = (key: string) => Buffer.from(JSON.stringify([key, randomUUID()])).toString('base64url');
  it.each(['x', 'e30', place('not a day'), place('2026-02-30'), place('9999-99-99')])(
    'does not begin at a place that is none: %s',
    (after) => expect(ask({ after }).catch((error: unknown) => error)).resolves.toMatchObject({ status: 422 }),
  );
});
