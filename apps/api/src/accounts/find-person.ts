import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '@suivi/contracts/me';
import type { Language } from '@suivi/rules/vocabulary';
import type { Platform } from '../platform/platform.ts';
import type { Auth } from './auth.ts';
import type { Person } from './person.ts';

type Membership = { agencyId: string | null; role: Role; mayOperate: boolean; language: Language };

/** Who a request's cookie stands for: session → user → member of an agency, or operator. Null: nobody. */
export async function findPerson(
  platform: Pick<Platform, 'database'>,
  auth: Auth,
  headers: IncomingHttpHeaders,
): Promise<Person | null> {
  if (!headers.cookie) return null;
  const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  if (!session) return null;
  const { id: userId, name, email } = session.user;
  const membership = await platform.database.withoutAgency((tx) =>
    tx.maybeOne<Membership>(
      `SELECT agency_id AS "agencyId", role, may_operate AS "mayOperate", language FROM member_of_user($1)`,
      [userId],
    ),
  );
  // Somebody who left the agency keeps an account and loses every door.
  return membership && { userId, name, email, ...membership };
}
