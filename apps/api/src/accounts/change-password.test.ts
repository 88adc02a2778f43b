import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpServer, Send } from '../../test/http.ts';
import { PASSWORD, person, startHttpServer } from '../../test/http.ts';

const NEW = 'quatre mots sans rapport';
let server: HttpServer;
let agencyId: string;

beforeAll(async () => {
  server = await startHttpServer();
  ({ agencyId } = await server.owner.agency());
});
afterAll(() => server.close());

const change = (send: Send, currentPassword: string, newPassword: string) =>
  send('POST', '/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
const signIn = (email: string, password: string) =>
  server.send(null)('POST', '/api/auth/sign-in/email', { email, password });

describe('changing one’s password', () => {
  it('asks for the present one, and ends every session but this', async () => {
    const { email, send } = await person(server, agencyId, 'adviser');
    const elsewhere = await server.signIn(email);
    const reply = await change(send, PASSWORD, NEW);
    expect(reply.status).toBe(200);
    expect((await elsewhere('GET', '/api/me')).status).toBe(401);
    const here = server.send((reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
    expect((await here('GET', '/api/me')).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, NEW)).status).toBe(200);
  });

  it.each([
    ['not the present one', NEW, 'INVALID_PASSWORD'],
    [PASSWORD, 'too short', 'PASSWORD_TOO_SHORT'],
    [PASSWORD, 'x'.repeat(129), 'PASSWORD_TOO_LONG'],
    [PASSWORD, 'motdepasse2026', 'PASSWORD_GUESSABLE'],
  ])('from %j to %j is refused: %s', async (current, next, code) => {
    const { email, send } = await person(server, agencyId, 'adviser');
    expect(await change(send, current, next)).toMatchObject({ status: 400, body: { code } });
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is nobody’s who is not signed in', async () => {
    expect((await change(server.send(null), PASSWORD, NEW)).status).toBe(401);
  });

  it('counts wrong present passwords like wrong sign-ins', async () => {
    const { email, send } = await person(server, agencyId, 'adviser');
    expect((await change(send, 'not the present one', NEW)).status).toBe(400);
    await server.owner.query(
      `UPDATE accounts."rateLimit" SET count = 20 WHERE key = 'wrong:' || translate(encode(sha256(convert_to($1, 'UTF8')), 'base64'), '+/=', '-_')`,
      [email],
    );
    expect((await change(send, PASSWORD, NEW)).status).toBe(429);
  });
});

describe('signing out everywhere', () => {
  it('ends every session', async () => {
    const { email, send } = await person(server, agencyId, 'adviser');
    const elsewhere = await server.signIn(email);
    expect((await send('POST', '/api/auth/revoke-sessions', {})).status).toBe(200);
    expect([(await send('GET', '/api/me')).status, (await elsewhere('GET', '/api/me')).status]).toEqual([401, 401]);
  });
});
