import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import type { ViewAsked } from '@suivi/contracts/views';
import type { HttpServer, Signed } from '../../test/http.ts';
import { person, startHttpServer } from '../../test/http.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';

let server: HttpServer;
let me: Colleague;
let adviser: Signed;
let stranger: Signed;

const ALL: ViewAsked = {
  q: '',
  stage: [],
  category: [],
  caisse: [],
  adviser: [],
  concern: [],
  state: 'open',
  sort: 'name',
  direction: 'asc',
  columns: ['stage', 'due', 'documents'],
};
const aFile = (firstName: string, lastName: string) =>
  createFile(
    server.platform,
    me,
    NewFile.parse({
      client: { firstName, lastName },
      applicant: {
        category: 'employee',
        birthDate: '1990-01-01',
        birthCountry: 'US',
        nationalities: ['US'],
        language: 'en',
        address: { postcode: '24000', city: 'Périgueux' },
      },
    }),
  );
const ids: string[] = [];

beforeAll(async () => {
  server = await startHttpServer();
  const agency = await server.owner.agency({ demo: true, demoDay: '2026-05-21' });
  me = { ...agency, name: 'Ada', email: 'a@example.org', role: 'adviser', mayOperate: false, language: 'en' };
  adviser = await person(server, agency.agencyId, 'adviser');
  stranger = await person(server, (await server.owner.agency()).agencyId, 'adviser');
  for (const [first, last] of [
    ['Åsa', 'Ångström'],
    ['=HYPERLINK("x")', 'Bad; “quoted”'],
    ['@Chris', 'Cross'],
    ['-Dash', 'Dot'],
    ['+Plus', 'Eve'],
  ] as const)
    ids.push((await aFile(first, last)).id);
});
afterAll(async () => {
  await server.close();
});

const take = (asked: Partial<ViewAsked> = {}, files?: string[], as = adviser) =>
  as.send('POST', '/api/exports/files.csv', { asked: { ...ALL, ...asked }, ...(files && { files }) });
const lines = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');

describe('a view as CSV', () => {
  it('has exactly its columns and its files, in its order, and no cell that a spreadsheet runs', async () => {
    const reply = await take();
    expect(reply.headers.get('content-type')).toContain('text/csv');
    expect(lines(reply.text)).toEqual([
      'Client;Reference;Stage;Due;Documents in hand;Documents required',
      expect.stringMatching(/^Åsa Ångström;F-0001;Gathering documents;\d{4}-\d\d-\d\d;0;\d+$/),
      expect.stringMatching(/^"'=HYPERLINK\(""x""\) Bad; “quoted”";F-0002;/),
      expect.stringMatching(/^"'@Chris Cross";F-0003;/),
      expect.stringMatching(/^"'-Dash Dot";F-0004;/),
      expect.stringMatching(/^"'\+Plus Eve";F-0005;/),
    ]);
    expect(lines((await take({ q: 'angstrom', columns: [] })).text)).toEqual([
      'Client;Reference',
      'Åsa Ångström;F-0001',
    ]);
    expect(lines((await take({ columns: [] }, [ids[2] ?? ''])).text)).toEqual([
      'Client;Reference',
      `"'@Chris Cross";F-0003`,
    ]);
  });

  it('is read in the reader’s language', async () => {
    await adviser.send('PATCH', '/api/me', { language: 'fr' });
    const [head, first] = lines((await take({ columns: ['waiting', 'category', 'language'] })).text);
    expect(head).toBe('Client;Référence;En attente de;Depuis;Catégorie;Langue');
    expect(first).toMatch(/^Åsa Ångström;F-0001;Le client\u00a0: \d+ pièces;.*;Salarié;anglais$/);
    await adviser.send('PATCH', '/api/me', { language: 'en' });
  });

  it('holds nothing of another agency, not even by id', async () => {
    expect(lines((await take({}, undefined, stranger)).text)).toHaveLength(1);
    expect(lines((await take({}, ids, stranger)).text)).toHaveLength(1);
  });

  it('stands in the audit, without what was searched for', async () => {
    await take({ q: 'Ångström', state: 'all' });
    const [entry] = await server.owner.query<{ actor: string; subject: object }>(
      `SELECT actor, subject FROM audit WHERE action = 'files.exported' AND actor = $1 ORDER BY seq DESC LIMIT 1`,
      [adviser.userId],
    );
    expect(entry?.subject).toMatchObject({ state: 'all', searched: true, columns: ['stage', 'due', 'documents'] });
    expect(JSON.stringify(entry)).not.toContain('ngstr');
  });

  it('leaves in parts, so that a thousand files are all there, once', { timeout: 60_000 }, async () => {
    await server.owner.query(
      `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, category, language, stage, step,
         applicant_sealed, client_sealed, rules_version)
       SELECT $1, gen_random_uuid(), 'M-' || n, '2026-01-01', 'Many', 'N' || n, 'n many', 'resident', 'en', 'with_cpam', 3, '', '', 'test'
       FROM generate_series(1, 1200) n`,
      [me.agencyId],
    );
    const all = lines((await take({ columns: [] })).text);
    expect(all).toHaveLength(1 + 5 + 1200);
    expect(new Set(all).size).toBe(all.length);
  });
});
