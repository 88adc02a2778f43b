import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@suivi/contracts/me';
import { NewFile } from '@suivi/contracts/files';
import { z } from 'zod';
import { seal } from '@suivi/database/sealing';
import { createFile } from '../src/files/create-file.ts';
import { placeOfReceipt } from '../src/postal/receipts/read-box.ts';
import type { HttpServer, Send, Signed } from './http.ts';
import { person, startHttpServer } from './http.ts';
import { storedPaper } from './papers.ts';
import { RIGHTS } from './rights.ts';
import type { Rights, Things } from './rights.ts';

let server: HttpServer;
let owner: HttpServer['owner'];
let agencyId: string;
let things: Things;
const ours = new Map<Role, Signed>();
const theirs = new Map<Role, Signed>();
/** One of each role's own: nobody changes another's. */
const notes = new Map<Role, string>();
const ROLES: Role[] = ['adviser', 'lead', 'admin', 'operator'];

beforeAll(async () => {
  server = await startHttpServer();
  ({ owner } = server);
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  agencyId = agency.agencyId;
  const neighbour = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  for (const role of ROLES) {
    ours.set(role, await person(server, role === 'operator' ? null : agencyId, role));
    if (role !== 'operator') theirs.set(role, await person(server, neighbour.agencyId, role));
  }
  const me = {
    ...agency,
    name: 'Ada',
    email: 'ada@example.org',
    role: 'admin',
    mayOperate: false,
    language: 'en',
  } as const;
  const { id: fileId } = await createFile(
    server.platform,
    me,
    NewFile.parse({
      client: { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org' },
      applicant: {
        category: 'employee',
        birthDate: '1961-04-12',
        birthCountry: 'US',
        nationalities: ['US'],
        language: 'en',
        address: { postcode: '24000' },
      },
    }),
  );
  const upload = RIGHTS['POST /api/imports']?.body?.(things);
  const { body: made } = (await ours.get('admin')?.send('POST', '/api/imports', upload)) ?? {};
  const { id: importId } = z.object({ id: z.uuid() }).parse(made);
  const { body: tried } = (await ours.get('lead')?.send('POST', '/api/playbook/rehearsals', { settings: {} })) ?? {};
  const { id: rehearsalId } = z.object({ id: z.uuid() }).parse(tried);
  const viewId = crypto.randomUUID();
  const view = RIGHTS['POST /api/views']?.body?.(things);
  await ours.get('admin')?.send('POST', '/api/views', { ...(view as object), id: viewId });
  for (const role of ROLES.filter((one) => one !== 'operator')) {
    const note = { id: crypto.randomUUID(), text: 'Washburn: ring twice.' };
    notes.set(role, note.id);
    await ours.get(role)?.send('POST', `/api/files/${fileId}/notes`, note);
  }
  const first = async (table: string) =>
    (
      await owner.query<{ id: string }>(`SELECT id FROM ${table} WHERE agency_id = $1 ORDER BY key LIMIT 1`, [agencyId])
    )[0]?.id ?? '';
  things = {
    fileId,
    taskId: await first('tasks'),
    messageId: await first('messages'),
    importId,
    rehearsalId,
    paperId: await storedPaper(server.platform, me, fileId),
    receiptId: await receipt(),
    viewId,
    noteId: notes.get('admin') ?? '',
    personId: agency.userId,
    member: agency.userId,
    version: 0,
  };
});
/** A scanned receipt of no letter, its bytes left out. */
async function receipt(): Promise<string> {
  const [row] = await owner.query<{ id: string }>(
    `WITH object AS (INSERT INTO stored_objects (agency_id, id, state, media_type, key_sealed) VALUES ($1, gen_random_uuid(), 'kept', 'image/jpeg', '') RETURNING id)
     INSERT INTO receipts (agency_id, id, object_id, sealed) SELECT $1, gen_random_uuid(), id, '' FROM object RETURNING id`,
    [agencyId],
  );
  const id = row?.id ?? '';
  const sealed = seal(server.platform.keys, placeOfReceipt(agencyId, id), { name: 'scan.pdf', page: 1 });
  await owner.query('UPDATE receipts SET sealed = $2 WHERE id = $1', [id, sealed]);
  return id;
}
afterAll(async () => {
  await server.close();
});

/** The API's routes as it describes them, with our names for what stands in an address. */
function routes(): string[] {
  const { paths } = SwaggerModule.createDocument(server.app, new DocumentBuilder().build());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => {
      const thing =
        /^\/api\/(?:playbook\/)?(file|task|message|import|rehearsal|view|paper|note|member|receipt)s\/\{id\}/.exec(
          path,
        )?.[1];
      return `${method.toUpperCase()} ${thing ? path.replace('{id}', `{${thing === 'member' ? 'person' : thing}Id}`) : path}`;
    }),
  );
}

function request(route: string, { body, query = '' }: Rights): [method: string, path: string, body: unknown] {
  const [method = '', path = ''] = route.split(' ');
  const filled = path
    .replace(
      /\{(fileId|taskId|messageId|importId|rehearsalId|viewId|paperId|noteId|personId|receiptId)\}/g,
      (_, name: keyof Things) => String(things[name]),
    )
    .replace('{shortName}', encodeURIComponent('CPAM/CCSS des Hautes-Alpes'))
    .replace('{key}', 'email:welcome:1')
    .replace('{line}', '2');
  return [method, filled + query, body?.(things)];
}

/** Every row of the agency, in every table that carries one. */
async function rows(): Promise<string> {
  const tables = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id' ORDER BY 1`,
  );
  const parts = [];
  for (const { name } of tables)
    parts.push(
      name,
      ...(
        await owner.query<{ row: string }>(
          `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE agency_id = $1 ORDER BY 1`,
          [agencyId],
        )
      ).map(({ row }) => row),
    );
  return parts.join('\n');
}

type Told = { route: string; status: number; problem: boolean; tells: boolean; touched: boolean };

/** What a request came to: its answer, whether that tells anything of ours, and whether a row has changed. */
async function outcome(send: Send, route: string): Promise<Told> {
  const before = await rows();
  const reply = await send(...request(route, RIGHTS[route] ?? { roles: [] }));
  return {
    route,
    status: reply.status,
    problem: reply.headers.get('content-type')?.startsWith('application/problem+json') ?? false,
    tells: reply.text.includes('Washburn') || reply.text.includes(things.fileId),
    touched: (await rows()) !== before,
  };
}
const refused = (route: string, status: number): Told => ({
  route,
  status,
  problem: true,
  tells: false,
  touched: false,
});
const nobody = (): Send => server.send(null);

describe('rights', () => {
  it('stand written down for every route', () => {
    expect(routes().filter((route) => !(route in RIGHTS))).toEqual([]);
  });

  it('nobody gets in without a session, nor with a made-up one', async () => {
    for (const route of routes()) {
      expect(await outcome(nobody(), route)).toEqual(refused(route, 401));
      expect(await outcome(server.send('suivi.session_token=made.up'), route)).toEqual(refused(route, 401));
    }
  });

  it.each(ROLES)('%s may do what the role may, and is refused the rest', async (role) => {
    for (const route of routes().filter((one) => !RIGHTS[one]?.roles.includes(role)))
      expect(await outcome(ours.get(role)?.send ?? nobody(), route)).toEqual(refused(route, 403));
  });

  it('another agency finds nothing of ours, and changes nothing', async () => {
    for (const route of routes().filter((one) => RIGHTS[one]?.ofAgency))
      for (const role of RIGHTS[route]?.roles ?? [])
        expect(await outcome(theirs.get(role)?.send ?? nobody(), route)).toEqual(refused(route, 404));
  });

  it('another agency’s lists hold nothing of ours', async () => {
    const before = await rows();
    for (const route of routes().filter((one) => one.startsWith('GET ') && !RIGHTS[one]?.ofAgency))
      for (const [role, { send }] of theirs) {
        if (!RIGHTS[route]?.roles.includes(role)) continue;
        const reply = await send(...request(route, RIGHTS[route] ?? { roles: [] }));
        expect([
          route,
          reply.text.includes('Washburn'),
          reply.text.includes(things.fileId),
          reply.text.includes(things.member),
        ]).toEqual([route, false, false, false]);
      }
    expect(await rows()).toBe(before);
  });

  it('whoever may is let in', async () => {
    for (const route of routes()) {
      const rights = RIGHTS[route];
      for (const role of rights?.roles ?? []) {
        const [file] = await owner.query<{ version: number }>('SELECT version FROM files WHERE id = $1', [
          things.fileId,
        ]);
        things.version = file?.version ?? 0;
        things.noteId = notes.get(role) ?? '';
        const reply = await (ours.get(role)?.send ?? nobody())(...request(route, rights ?? { roles: [] }));
        expect([route, role, [401, 403, 500].includes(reply.status) ? reply.text : 'let in']).toEqual([
          route,
          role,
          'let in',
        ]);
      }
    }
  });

  it('a change from another site is refused, whoever’s browser sends it', async () => {
    const send = ours.get('admin')?.send ?? nobody();
    for (const route of routes().filter((one) => !one.startsWith('GET '))) {
      const before = await rows();
      const [method, path, body] = request(route, RIGHTS[route] ?? { roles: [] });
      const reply = await send(method, path, body, { origin: 'https://elsewhere.example' });
      expect([route, reply.status]).toEqual([route, 403]);
      expect(await rows()).toBe(before);
    }
  });

  it('somebody who has left the agency is out at once', async () => {
    const leaving = await person(server, agencyId, 'adviser');
    expect((await leaving.send('GET', '/api/me')).status).toBe(200);
    await owner.query('UPDATE members SET active = false WHERE agency_id = $1 AND user_id = $2', [
      agencyId,
      leaving.userId,
    ]);
    expect((await leaving.send('GET', '/api/me')).status).toBe(401);
  });
});
