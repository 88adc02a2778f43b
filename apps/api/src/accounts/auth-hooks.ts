import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type pg from 'pg';
import type { Logger } from 'pino';
import { isGuessable } from './guessable-password.ts';
import { countGuesses } from './guessing.ts';

/** No rule about which signs it must hold: length is what protects. */
export const PASSWORD_LENGTH = { minPasswordLength: 12, maxPasswordLength: 128 };

const SIGN_IN = '/sign-in/email';
const CHANGE_PASSWORD = '/change-password';
/**
 * The doors of the library that are open; all others answer 404. Whoever may sign in is entered by an admin, and a door
 * that a later release of the library brings stays shut until somebody has looked at it.
 */
const DOORS = new Set([SIGN_IN, '/sign-out', '/get-session', CHANGE_PASSWORD, '/revoke-sessions', '/ok']);

const textOf = (body: unknown, field: string): string | null => {
  const text: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : null;
  return typeof text === 'string' ? text : null;
};

/** What we add to the library's own doors: which are open, slow guessing, and no new password that is guessed first. */
export function authHooks(pool: pg.Pool, log: Logger) {
  const guesses = countGuesses(pool);
  return {
    before: createAuthMiddleware(async (context) => {
      const { path, body } = context;
      if (!DOORS.has(path)) throw new APIError('NOT_FOUND');
      if (path === SIGN_IN) {
        const email = textOf(body, 'email');
        if (email !== null) await guesses.refuseMany(email);
      }
      if (path === CHANGE_PASSWORD) {
        const session = await getSessionFromCtx(context);
        if (!session) return; // the door itself says so
        const { email, name } = session.user;
        await guesses.refuseMany(email);
        const password = textOf(body, 'newPassword') ?? '';
        const { minPasswordLength, maxPasswordLength } = PASSWORD_LENGTH;
        // Of another length the door refuses it itself.
        const fits = password.length >= minPasswordLength && password.length <= maxPasswordLength;
        if (fits && isGuessable(password, [email, name]))
          throw new APIError('BAD_REQUEST', {
            code: 'PASSWORD_GUESSABLE',
            message:
              'This password is guessed early. Choose another, for example four words that have nothing in common.',
          });
      }
    }),
    after: createAuthMiddleware(async (context) => {
      const { path, body } = context;
      const { returned } = context.context;
      const failed = returned instanceof APIError;
      if (path === SIGN_IN) {
        const email = textOf(body, 'email');
        if (email !== null) await (failed ? guesses.wrong(email) : guesses.right(email));
      }
      if (path === CHANGE_PASSWORD) {
        const session = context.context.newSession ?? (await getSessionFromCtx(context));
        if (!session) return;
        if (!failed) log.info({ userId: session.user.id }, 'password changed');
        else if (returned.body?.code === 'INVALID_PASSWORD') await guesses.wrong(session.user.email);
      }
    }),
  };
}
