import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpServer, Signed } from '../../test/http.ts';
import { ORIGIN, PASSWORD, person, startHttpServer } from '../../test/http.ts';

let server: HttpServer;
let owner: HttpServer['owner'];
let agencyId: string;
let somebody: Signed | undefined;

beforeAll(async () => {
  server = await startHttpServer();
  ({ owner } = server);
  ({ agencyId } = await owner.agency());
});
afterAll(async () => {
  await server.close();
});
const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  server.send(null)('POST', '/api/auth/sign-in/email', { email, password }, headers);

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites do not get', async () => {
    const { email } = await person(server, agencyId, 'adviser');
    const reply = await signIn(email, PASSWORD);
    expect(reply.headers.getSetCookie()[0]).toMatch(/^suivi\.session_token=.+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('does not say whether an account exists', async () => {
    const { email } = await person(server, agencyId, 'adviser');
    const wrong = await signIn(email, 'another password');
    const unknown = await signIn(`${randomUUID()}@example.org`, 'another password');
    expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
    expect(unknown.status).toBe(401);
  });

  it('ends at once when the person signs out', async () => {
    const { send } = await person(server, agencyId, 'adviser');
    expect((await send('GET', '/api/me')).status).toBe(200);
    expect((await send('POST', '/api/auth/sign-out', {})).status).toBe(200);
    expect((await send('GET', '/api/me')).status).toBe(401);
  });

  it('an account of no agency opens nothing', async () => {
    const { email, userId, send } = await person(server, null, 'operator');
    await owner.query('DELETE FROM operators WHERE user_id = $1', [userId]);
    expect((await send('GET', '/api/me')).status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it.each([
    '/sign-up/email',
    '/reset-password',
    '/request-password-reset',
    '/update-user',
    '/delete-user',
    '/change-email',
    '/verify-email',
    '/verify-password',
    '/update-session',
    '/delete-user/callback',
    '/callback/google',
    '/error?error=a',
    '/reset-password/token?callbackURL=/',
    '/list-sessions',
    '/list-accounts',
  ])('there is no %s: an admin enters people', async (path) => {
    const body = {
      email: 'new@example.org',
      password: PASSWORD,
      name: 'New',
      newPassword: PASSWORD,
      newEmail: 'x@example.org',
    };
    const { send } = (somebody ??= await person(server, agencyId, 'adviser'));
    expect((await send('POST', `/api/auth${path}`, body)).status).toBe(404);
    expect((await send('GET', `/api/auth${path}`)).status).toBe(404);
  });

  it('refuses a sign-in that another site sends', async () => {
    const { email } = await person(server, agencyId, 'adviser');
    expect((await signIn(email, PASSWORD, { origin: 'https://elsewhere.example', cookie: 'a=b' })).status).toBe(403);
    expect((await signIn(email, PASSWORD, { origin: ORIGIN, cookie: 'a=b' })).status).toBe(200);
  });

  it('reads no more than a name and a password', async () => {
    const reply = await signIn('a@example.org', 'x'.repeat(20_000));
    expect([reply.status, reply.text]).toEqual([413, expect.stringContaining('too large')]);
  });

  it('slows down whoever tries many passwords, whatever address they claim to come from', async () => {
    const answers = [];
    for (let turn = 0; turn < 25; turn++)
      answers.push(
        (
          await signIn('victim@example.org', `guess ${turn} of many`, {
            'x-client-ip': `10.0.0.${turn}`,
            'x-forwarded-for': `10.0.1.${turn}`,
          })
        ).status,
      );
    expect(answers.at(-1)).toBe(429);
  }, 30_000);
});

describe('guessing at one account from many places', () => {
  it('is slowed down, whether the account exists or not, and forgiven by the right password', async () => {
    // The library's own limit by address is not what is asked here.
    const forget = () => owner.query(`DELETE FROM accounts."rateLimit" WHERE key NOT LIKE 'wrong:%'`);
    await forget();
    const { email } = await person(server, agencyId, 'adviser');
    const tries = (who: string, count: number) =>
      owner.query(
        `UPDATE accounts."rateLimit" SET count = $2 WHERE key = 'wrong:' || translate(encode(sha256(convert_to($1, 'UTF8')), 'base64'), '+/=', '-_')`,
        [who, count],
      );
    for (const who of [email, `${randomUUID()}@example.org`]) {
      await forget();
      expect((await signIn(who, 'a wrong password')).status).toBe(401);
      await tries(who, 20);
      expect((await signIn(who, PASSWORD)).status).toBe(429);
    }
    await forget();
    await tries(email, 19);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect((await signIn(email, 'a wrong password')).status).toBe(401);
  });
});

describe('what sign-in leaves behind', () => {
  it('goes: counts after an hour, sessions when they have ended', async () => {
    const { email, userId } = await person(server, agencyId, 'adviser');
    await owner.query(`INSERT INTO accounts."rateLimit" (key, count, "lastRequest") VALUES ('wrong:old', 20, 0)`);
    await owner.query(`UPDATE accounts."session" SET "expiresAt" = now() - interval '1 minute' WHERE "userId" = $1`, [
      userId,
    ]);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect(await owner.query(`SELECT FROM accounts."rateLimit" WHERE key = 'wrong:old'`)).toEqual([]);
    expect(await owner.query(`SELECT FROM accounts."session" WHERE "userId" = $1`, [userId])).toHaveLength(1);
  });
});

describe('every answer', () => {
  it.each(['/api/me', '/API/me', '/api/nothing', '/health/live', '/nothing', '/api/auth/ok', '/admin/queues'])(
    'of %s carries the security headers',
    async (path) => {
      const { headers } = await server.send(null)('GET', path);
      expect(headers.get('content-security-policy')).toMatch(/(object|default)-src 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
      if (/^\/(api|admin)\//i.test(path)) expect(headers.get('cache-control')).toContain('no-store');
    },
  );
});
