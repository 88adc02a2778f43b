import { betterAuth } from 'better-auth';
import pg from 'pg';
import type { Logger } from 'pino';
import { SteadyClient } from '@suivi/database/steady-client';
import type { Config } from '../platform/config.ts';
import { safeError } from '../platform/logging.ts';
import { authHooks, PASSWORD_LENGTH } from './auth-hooks.ts';

/**
 * Sign-in by email and password, on tables that are reached through a role of their own. As few features as can be:
 * most faults of such libraries were found in plugins.
 */
export function makeAuth(config: Pick<Config, 'ACCOUNTS_DATABASE_URL' | 'APP_URL' | 'AUTH_SECRET'>, log: Logger) {
  const pool = new pg.Pool({
    Client: SteadyClient,
    connectionString: config.ACCOUNTS_DATABASE_URL,
    max: 4,
    application_name: 'suivi accounts',
    options: '-c search_path=accounts',
    query_timeout: 10_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on('error', (error) => log.warn(safeError(error), 'a database connection of the accounts was lost'));
  const auth = betterAuth({
    appName: 'Suivi',
    baseURL: config.APP_URL,
    basePath: '/api/auth',
    secret: config.AUTH_SECRET,
    trustedOrigins: [new URL(config.APP_URL).origin],
    database: pool,
    emailAndPassword: { enabled: true, disableSignUp: true, ...PASSWORD_LENGTH },
    // Sessions are asked of the database each time: one that was ended ends at once.
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    hooks: authHooks(pool, log),
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/change-password': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'suivi',
      useSecureCookies: config.APP_URL.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // Written by us from the true address, over whatever the caller sent.
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
      // The library leaves these checks out where it believes to be in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: 'uuid' },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
  return { auth, close: () => pool.end() };
}
export type Auth = ReturnType<typeof makeAuth>['auth'];
/** Nest's token for it. */
export const AUTH = Symbol('auth');
