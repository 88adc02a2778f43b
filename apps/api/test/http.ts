import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import type { Role } from '@suivi/contracts/me';
import { makeAuth } from '../src/accounts/auth.ts';
import type { Auth } from '../src/accounts/auth.ts';
import { ensureUser } from '../src/accounts/create-user.ts';
import { makeHttpApp } from '../src/http-app.ts';
import type { Platform } from '../src/platform/platform.ts';
import { Owner, ownDatabase } from './agencies.ts';
import { openTestPlatform } from './test-platform.ts';

export const PASSWORD = 'a password of the tests';
export const ORIGIN = 'http://suivi.test';

export type Reply = { status: number; headers: Headers; body: unknown; text: string };
/** Sends a request as somebody: their cookie, our origin. A text, a form and a stream go as they are. */
export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

export type HttpServer = {
  app: NestExpressApplication;
  /** The owner of its tables. */
  owner: Owner;
  platform: Platform;
  auth: Auth;
  /** Without a session, or with the cookie given. */
  send(cookie: string | null): Send;
  signIn(email: string): Promise<Send>;
  close(): Promise<void>;
};

/** The API on a free port, as its process runs it. */
export async function startHttpServer(): Promise<HttpServer> {
  // A database of its own: sign-ins are counted by address, and all tests come from one.
  const urls = await ownDatabase();
  const owner = new Owner(urls.owner);
  const platform = await openTestPlatform(urls);
  const { auth, close } = makeAuth(platform.config, platform.log);
  const app = await makeHttpApp(platform, auth, null);
  await app.listen(0, '127.0.0.1');
  const base = await app.getUrl();
  const send =
    (cookie: string | null): Send =>
    async (method, path, body, headers = {}) => {
      const asItIs = typeof body === 'string' || body instanceof FormData || body instanceof ReadableStream;
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          ...(cookie && { cookie }),
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: asItIs ? body : JSON.stringify(body) }),
        ...(body instanceof ReadableStream && { duplex: 'half' as const }),
      });
      const text = await response.text();
      const json = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: json ? (JSON.parse(text) as unknown) : text,
      };
    };
  return {
    app,
    owner,
    platform,
    auth,
    send,
    async signIn(email) {
      const reply = await send(null)('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
      if (reply.status !== 200) throw new Error(`${email} cannot sign in: ${reply.text}`);
      return send((reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
    },
    async close() {
      await app.close();
      await platform.database.close();
      await close();
      await owner.close();
      await urls.drop();
    },
  };
}

export type Signed = { userId: string; email: string; send: Send };

/** A person of an agency (or an operator, of none) with an account, signed in. */
export async function person(server: HttpServer, agencyId: string | null, role: Role): Promise<Signed> {
  const email = `${randomUUID()}@example.org`;
  const userId = await ensureUser(server.auth, { email, name: `Some ${role}`, password: PASSWORD });
  if (agencyId === null)
    await server.owner.query('INSERT INTO operators (user_id, name, email, language) VALUES ($1, $2, $3, $4)', [
      userId,
      'Operator',
      email,
      'en',
    ]);
  else
    await server.owner.query(
      `INSERT INTO members (agency_id, user_id, role, name, email, language) VALUES ($1, $2, $3, $4, $5, 'en')`,
      [agencyId, userId, role, `Some ${role}`, email],
    );
  return { userId, email, send: await server.signIn(email) };
}
