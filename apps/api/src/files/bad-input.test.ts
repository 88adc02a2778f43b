import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import type { HttpServer, Send } from '../../test/http.ts';
import { person, startHttpServer } from '../../test/http.ts';
import { createFile } from './create-file.ts';

let server: HttpServer;
let owner: HttpServer['owner'];
let send: Send;
let path: string;

beforeAll(async () => {
  server = await startHttpServer();
  ({ owner } = server);
  const { agencyId } = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  const { send: own, userId } = await person(server, agencyId, 'adviser');
  send = own;
  const me = {
    agencyId,
    userId,
    name: 'Ada',
    email: 'a@example.org',
    role: 'adviser',
    mayOperate: false,
    language: 'en',
  } as const;
  const asked = NewFile.parse({
    client: { firstName: 'Carol', lastName: 'Washburn' },
    applicant: {
      category: 'employee',
      birthDate: '1990-01-01',
      birthCountry: 'US',
      nationalities: ['US'],
      language: 'en',
      address: { postcode: '24000' },
    },
  });
  path = `/api/files/${(await createFile(server.platform, me, asked)).id}/events`;
});
afterAll(async () => {
  await server.close();
});

const event = (more: object = {}) => ({
  id: randomUUID(),
  type: 'call_made',
  on: '2026-05-21',
  outcome: 'no_answer',
  ...more,
});
const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};
describe('what comes over the wire', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['a list', []],
    ['a text for the version', { event: event(), expectedVersion: '0' }],
    ['a broken version', { event: event(), expectedVersion: 0.5 }],
    ['a field too many', { event: event(), expectedVersion: 0, role: 'admin' }],
    ['a list for the event', { event: [event()], expectedVersion: 0 }],
    ['no id', { event: { ...event(), id: undefined }, expectedVersion: 0 }],
    ['an id that is no UUID', { event: event({ id: 'e1' }), expectedVersion: 0 }],
    ['a list for a text', { event: event({ note: ['a'] }), expectedVersion: 0 }],
    ['a very deep event', { event: event({ note: deep(3_000) }), expectedVersion: 0 }],
    ['a note as long as a book', { event: event({ note: 'x'.repeat(200_000) }), expectedVersion: 0 }],
  ])('%s is refused by name, and never breaks us', async (_name, body) => {
    const reply = await send('POST', path, body);
    expect([reply.status, (reply.body as { type?: string }).type?.startsWith('invalid')]).toEqual([422, true]);
  });

  it('is refused in the language of whoever sent it', async () => {
    await send('PATCH', '/api/me', { language: 'fr' });
    const reply = await send('POST', path, { event: event({ note: '2 55 08 14 168 025 38' }), expectedVersion: 0 });
    await send('PATCH', '/api/me', { language: 'en' });
    expect(reply.body).toMatchObject({
      status: 422,
      errors: [{ path: 'event.note', message: expect.stringContaining('numéro de sécurité sociale') }],
    });
  });

  it('loses what would reach into our objects', async () => {
    const text = JSON.stringify({ event: event({ note: 'proto' }), expectedVersion: 0 }).replace(
      '"event":{',
      '"event":{"__proto__":{"polluted":1},',
    );
    expect((await send('POST', path, text)).status).toBe(201);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['a character that no database keeps', 'a\u0000b'],
    ['a line break', 'a\r\nBcc: x@example.org'],
  ])('holds no name with %s', async (_name, firstName) => {
    const fileOf = path.replace('/events', '');
    const { version } = (await send('GET', fileOf)).body as { version: number };
    expect((await send('PATCH', fileOf, { client: { firstName }, expectedVersion: version })).status).toBe(422);
    expect((await send('GET', `/api/files?q=${encodeURIComponent(firstName)}`)).status).toBeLessThan(500);
  });

  it('is refused when it is not JSON, and not quoted', async () => {
    expect((await send('POST', path, '{"event":')).status).toBe(400);
    const quoted = await send('POST', path, 'Carol 1 85');
    expect([quoted.status, quoted.text.includes('Carol')]).toEqual([400, false]);
    const address = await send('GET', '/api/files/%E0%A4%A');
    expect([address.status, address.text.includes('%E0')]).toEqual([400, false]);
    expect((await send('POST', path, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(422);
  });

  it('full of faults is not answered at greater length than anybody reads', async () => {
    const { version } = (await send('GET', path.replace('/events', ''))).body as { version: number };
    const documents = Array.from({ length: 30_000 }, () => 'x');
    const reply = await send('POST', path, {
      event: event({ type: 'documents_requested', documents }),
      expectedVersion: version,
    });
    expect([reply.status, (reply.body as { errors: unknown[] }).errors.length]).toEqual([422, 100]);
  });

  it('is short, but for the spreadsheet of somebody who is signed in', async () => {
    const large = 'x'.repeat(1_000_000);
    expect((await send('POST', path, { event: event({ note: large }), expectedVersion: 0 })).status).toBe(413);
    const upload = { fileName: 'c.csv', content: Buffer.from(`Nom;Note\nDoe;${large}\n`).toString('base64') };
    expect((await server.send(null)('POST', '/api/imports', upload)).status).toBe(413);
    expect(
      (
        await send('POST', '/api/imports', {
          ...upload,
          content: Buffer.from(`Nom;Prénom\n${`Doe;${'x'.repeat(100_000)}\n`.repeat(4)}`).toString('base64'),
        })
      ).status,
    ).toBe(201);
  });

  it('names no file that does not exist', async () => {
    for (const id of ['1', '..%2f', randomUUID(), "' or 1=1 --"])
      expect((await send('GET', `/api/files/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});
