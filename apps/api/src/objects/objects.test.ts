import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { person, startHttpServer } from '../../test/http.ts';
import type { HttpServer, Signed } from '../../test/http.ts';
import { linkTo } from './links.ts';
import { keepObject, putObject } from './store-object.ts';

let server: HttpServer;
let agencyId: string;
let claire: Signed;
let nadege: Signed;
let stranger: Signed;

beforeAll(async () => {
  server = await startHttpServer();
  ({ agencyId } = await server.owner.agency());
  const neighbour = await server.owner.agency();
  claire = await person(server, agencyId, 'adviser');
  nadege = await person(server, agencyId, 'admin');
  stranger = await person(server, neighbour.agencyId, 'admin');
});
afterAll(async () => {
  await server.close();
});
afterEach(() => vi.useRealTimers());

async function kept(content: Buffer, mediaType = 'image/jpeg'): Promise<string> {
  const { platform } = server;
  const { id } = await putObject(platform, agencyId, { mediaType, createdBy: claire.userId }, content);
  await platform.database.asAgency(agencyId, (tx) => keepObject(tx, id));
  return id;
}
const link = (id: string, who = claire, as: 'inline' | 'attachment' = 'inline') =>
  linkTo(server.platform, { agencyId, userId: who.userId }, id, { as, name: 'identity.jpg' });
const audited = (id: string) =>
  server.owner.query<{ actor: string; action: string }>(
    `SELECT actor, action FROM audit WHERE agency_id = $1 AND subject->>'object' = $2`,
    [agencyId, id],
  );

describe('an object is read by a signed link', () => {
  it('by whom it was made for, and that stands in the audit', async () => {
    const id = await kept(Buffer.from('JPEG bytes'));
    const reply = await claire.send('GET', link(id));
    expect([reply.status, reply.text]).toEqual([200, 'JPEG bytes']);
    expect(await audited(id)).toEqual([{ actor: claire.userId, action: 'object.read' }]);
    expect(await server.owner.query('SELECT * FROM broken_audit_links($1)', [agencyId])).toEqual([]);
  });

  it('with headers that let it be no page', async () => {
    const id = await kept(Buffer.from('<script>alert(1)</script>'));
    const { headers } = await claire.send('GET', link(id));
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '25',
      'content-disposition': 'inline; filename="identity.jpg"',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });

  it('saved instead of shown, where the link says so', async () => {
    const id = await kept(Buffer.from('%PDF-'), 'application/pdf');
    const saved = await claire.send('GET', link(id, claire, 'attachment'));
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="identity.jpg"');
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
    const shown = await claire.send('GET', link(id));
    expect(shown.headers.get('content-security-policy')).not.toContain('sandbox');
  });

  it('for five minutes', async () => {
    const id = await kept(Buffer.from('x'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 299_000 });
    const young = link(id);
    vi.setSystemTime(Date.now() - 2_000);
    const old = link(id);
    vi.useRealTimers();
    expect((await claire.send('GET', young)).status).toBe(200);
    expect(await claire.send('GET', old)).toMatchObject({ status: 410, body: { type: 'link_expired' } });
  });

  it('and by nobody else: neither a colleague, nor another agency, nor without a session', async () => {
    const id = await kept(Buffer.from('x'));
    expect((await nadege.send('GET', link(id))).status).toBe(404);
    expect((await stranger.send('GET', link(id))).status).toBe(404);
    expect((await stranger.send('GET', link(id, stranger))).status).toBe(404);
    expect((await server.send(null)('GET', link(id))).status).toBe(401);
    expect(await audited(id)).toEqual([]);
  });

  it('whoever changes a sign of it finds nothing', async () => {
    const [id, other] = [await kept(Buffer.from('x')), await kept(Buffer.from('y'))];
    const good = link(id);
    for (const bad of [
      good.replace(id, other),
      good.replace('as=inline', 'as=attachment'),
      good.replace('identity', 'identitY'),
      good.replace(/until=\d+/, 'until=9999999999'),
      good.replace(/signature=.{4}/, 'signature=AAAA'),
      good.replace(/signature=.*/, 'signature='),
    ])
      expect([bad, (await claire.send('GET', bad)).status]).toEqual([bad, 404]);
    expect((await claire.send('GET', `/api/objects/${id}`)).status).toBe(422);
  });

  it('damaged bytes are not shown', async () => {
    const id = await kept(randomBytes(200_000));
    const file = path.join(server.platform.config.OBJECTS_URL.slice(5), agencyId, id.slice(0, 2), id);
    fs.truncateSync(file, 100_000);
    expect(await claire.send('GET', link(id))).toMatchObject({ status: 500, body: { type: 'damaged_object' } });
  });

  it('bytes that prove damaged on the way are cut off', async () => {
    const id = await kept(randomBytes(2_000_000));
    const file = path.join(server.platform.config.OBJECTS_URL.slice(5), agencyId, id.slice(0, 2), id);
    const handle = fs.openSync(file, 'r+');
    fs.writeSync(handle, Buffer.from([1, 2, 3, 4]), 0, 4, 1_500_000);
    fs.closeSync(handle);
    await expect(claire.send('GET', link(id))).rejects.toThrow();
  });
});
