import { APIError } from 'better-auth/api';
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** So many wrong passwords for one address, from wherever they come, and the next try waits. */
const WRONG_PASSWORDS = 20;
const WITHIN_MS = 15 * 60_000;
/** No limit looks back further. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** An address without an account counts like any other: the answer does not say whether there is one. */
const keyOf = (email: string) => `wrong:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;

/**
 * The library counts tries by the caller's address; many addresses can guess at one account. What is wrong is counted,
 * what is right begins anew.
 */
export function countGuesses(pool: pg.Pool) {
  /** The library forgets neither a count nor a session that has ended, and both say where somebody was. */
  async function forgetOld() {
    await pool.query('DELETE FROM "rateLimit" WHERE "lastRequest" < $1', [Date.now() - FORGOTTEN_AFTER_MS]);
    await pool.query('DELETE FROM "session" WHERE "expiresAt" < now()');
  }

  return {
    /** @throws APIError 429 when there were too many of late */
    async refuseMany(email: string) {
      const { rowCount } = await pool.query(
        `SELECT FROM "rateLimit" WHERE key = $1 AND count >= $2 AND "lastRequest" > $3`,
        [keyOf(email), WRONG_PASSWORDS, Date.now() - WITHIN_MS],
      );
      if (rowCount)
        throw new APIError('TOO_MANY_REQUESTS', {
          code: 'TOO_MANY_REQUESTS',
          message: 'Wait a quarter of an hour, then try again.',
        });
    },
    async right(email: string) {
      await pool.query('DELETE FROM "rateLimit" WHERE key = $1', [keyOf(email)]);
      await forgetOld();
    },
    async wrong(email: string) {
      await pool.query(
        `INSERT INTO "rateLimit" AS known (key, count, "lastRequest") VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET count = CASE WHEN known."lastRequest" > $3 THEN known.count + 1 ELSE 1 END, "lastRequest" = $2`,
        [keyOf(email), Date.now(), Date.now() - WITHIN_MS],
      );
      await forgetOld();
    },
  };
}
