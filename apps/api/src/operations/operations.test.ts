import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@suivi/database/database';
import type { Automation } from '@suivi/contracts/automation';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import type { HttpServer } from '../../test/http.ts';
import { person, startHttpServer } from '../../test/http.ts';
import { noteFailure, resolveFailures } from '../outbox/failures.ts';
import { readReadiness, readWorkerReadiness } from './readiness.ts';

let server: HttpServer;
let owner: Owner;
let database: Database;
let agencyId: string;
beforeAll(async () => {
  server = await startHttpServer();
  ({ owner } = server);
  ({ database } = server.platform);
  ({ agencyId } = await owner.agency());
});
afterAll(async () => {
  await server.close();
});

describe('the board of the queues', () => {
  const board = '/admin/queues';

  it('opens for the operator and shows each queue', async () => {
    const { send } = await person(server, null, 'operator');
    const page = await send('GET', board);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain(`base-uri 'self'`);
    const { text } = await send('GET', `${board}/api/queues`);
    expect((JSON.parse(text) as { queues: { name: string }[] }).queues.map(({ name }) => name)).toEqual([
      'reviews',
      'emails',
      'imports',
      'postal',
      'documents',
      'maintenance',
    ]);
  });

  it('opens for an admin who holds the right too, and for no other member', async () => {
    const { send, userId } = await person(server, agencyId, 'admin');
    expect((await send('GET', board)).status).toBe(403);
    await owner.query('UPDATE members SET may_operate = true WHERE user_id = $1', [userId]);
    expect((await send('GET', board)).status).toBe(200);
    for (const role of ['adviser', 'lead'] as const)
      expect((await (await person(server, agencyId, role)).send('GET', `${board}/api/queues`)).status).toBe(403);
  });

  it('is closed to nobody in particular', async () => {
    for (const path of [board, `${board}/api/queues`, `${board}/static/js/main.js`])
      expect((await server.send(null)('GET', path)).status).toBe(401);
  });

  it('takes no deed from another site', async () => {
    const { send } = await person(server, null, 'operator');
    const pause = `${board}/api/queues/emails/pause`;
    expect((await send('PUT', pause, {}, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send('PUT', pause, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('automation', () => {
  const read = async () => {
    const { send } = await person(server, agencyId, 'admin');
    return JSON.parse((await send('GET', '/api/automation')).text) as Automation;
  };

  it('shows queues, pulse, and what failed with its files, counted once', async () => {
    const userId = randomUUID();
    await owner.query(
      `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'adviser', 'A', 'a@example.org')`,
      [agencyId, userId],
    );
    const fileId = randomUUID();
    await owner.query(
      `INSERT INTO files (agency_id, id, reference, opened_on, adviser_id, first_name, last_name, search_text, category, language, stage, step,
         applicant_sealed, client_sealed, rules_version)
       VALUES ($1, $2, 'F-77', '2026-01-01', $3, 'A', 'B', 'a b', 'resident', 'en', 'gathering_documents', 1, '', '', '1')`,
      [agencyId, fileId, userId],
    );
    const note = (error: string, ids: object) =>
      database.asAgency(agencyId, (tx) => noteFailure(tx, { job: 'emails.send', error, ...ids }));
    await note('mail_server_unreachable', {});
    await note('mail_server_unreachable', {});
    await note('Error: odd', { fileId });
    const { failures, queues, emails } = await read();
    expect(failures.find(({ cause }) => cause === 'mail_server_unreachable')).toMatchObject({ times: 2, files: [] });
    expect(failures.find(({ cause }) => cause === 'Error: odd')).toMatchObject({
      times: 1,
      files: [{ id: fileId, reference: 'F-77' }],
      moreFiles: 0,
    });
    expect(queues?.map(({ name }) => name)).toEqual([
      'reviews',
      'emails',
      'imports',
      'postal',
      'documents',
      'maintenance',
    ]);
    expect(emails).toEqual({ failed: 0, uncertain: 0, held: 0 });
    await database.asAgency(agencyId, (tx) => resolveFailures(tx, { job: 'emails.send' }));
    expect((await read()).failures.map(({ cause }) => cause)).toEqual(['Error: odd']);
  });

  it('of another agency shows none of it', async () => {
    const other = await owner.agency();
    const { send } = await person(server, other.agencyId, 'admin');
    expect((JSON.parse((await send('GET', '/api/automation')).text) as Automation).failures).toEqual([]);
  });
});

describe('health', () => {
  it.each(['/health/live', '/health/ready'])('%s answers to anybody', async (path) => {
    expect((await server.send(null)('GET', path)).status).toBe(200);
  });

  it('a worker is ready when somebody sweeps, or when it has just begun', async () => {
    // The pulse is everybody's: other tests need theirs.
    const urls = await ownDatabase();
    const [database, owner] = [openDatabase({ url: urls.app }), new Owner(urls.owner)];
    const longAgo = Date.now() - 600_000;
    expect(await readWorkerReadiness(database, longAgo)).toMatchObject({ ready: false, sweep: 'no_sweep' });
    expect(await readWorkerReadiness(database, Date.now())).toMatchObject({ ready: true });
    await owner.query(`INSERT INTO pulse (name) VALUES ('sweep')`);
    expect(await readWorkerReadiness(database, longAgo)).toMatchObject({ ready: true });
    await database.close();
    await owner.close();
    await urls.drop();
  });

  it('a clock that is off, or a database that is away, is not ready', async () => {
    const now = Date.now;
    Date.now = () => now() + 90_000;
    const off = await readReadiness(database).finally(() => (Date.now = now));
    expect(off).toMatchObject({ ready: false, clock: 'clock_differs' });
    const away = openDatabase({ url: 'postgresql://suivi_app:x@127.0.0.1:1/none' });
    expect(await readReadiness(away)).toEqual({ ready: false, database: 'unreachable', clock: 'unreachable' });
    await away.close();
  });
});
