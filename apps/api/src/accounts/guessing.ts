import { APIError, createAuthMiddleware } from 'better-auth/api';
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** So many wrong passwords for one address, from wherever they come, and the next try waits. */
const WRONG_PASSWORDS = 20;
const WITHIN_MS = 15 * 60_000;

const SIGN_IN = '/sign-in/email';

/** An address without an account counts like any other: the answer does not say whether there is one. */
const keyOf = (body: unknown): string | null => {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null;
  return typeof email === 'string'
    ? `wrong:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`
    : null;
};

/**
 * The library counts tries by the caller's address; many addresses can guess at one account. What is wrong is counted,
 * what is right begins anew.
 */
export function slowDownGuessing(pool: pg.Pool) {
  return {
    before: createAuthMiddleware(async ({ path, body }) => {
      const key = path === SIGN_IN ? keyOf(body) : null;
      if (key === null) return;
      const { rowCount } = await pool.query(
        `SELECT FROM "rateLimit" WHERE key = $1 AND count >= $2 AND "lastRequest" > $3`,
        [key, WRONG_PASSWORDS, Date.now() - WITHIN_MS],
      );
      if (rowCount)
        throw new APIError('TOO_MANY_REQUESTS', {
          code: 'TOO_MANY_REQUESTS',
          message: 'Wait a quarter of an hour, then try again.',
        });
    }),
    after: createAuthMiddleware(async ({ path, body, context }) => {
      const key = path === SIGN_IN ? keyOf(body) : null;
      if (key === null) return;
      if (!(context.returned instanceof APIError)) await pool.query('DELETE FROM "rateLimit" WHERE key = $1', [key]);
      else
        await pool.query(
          `INSERT INTO "rateLimit" AS known (key, count, "lastRequest") VALUES ($1, 1, $2)
           ON CONFLICT (key) DO UPDATE SET count = CASE WHEN known."lastRequest" > $3 THEN known.count + 1 ELSE 1 END, "lastRequest" = $2`,
          [key, Date.now(), Date.now() - WITHIN_MS],
        );
    }),
  };
}
