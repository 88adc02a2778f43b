import { hashPassword } from 'better-auth/crypto';
import { randomUUID } from 'node:crypto';
import type { Database, PlainTx } from '@suivi/database/database';
import { firstPassword } from './first-password.ts';
import { Refused } from './people-arguments.ts';
import type { MemberRole, NewAgency, NewPerson } from './people-arguments.ts';

/** The password is known here and nowhere else: the database keeps its hash. */
export type Entered = { userId: string; password: string };
type Agency = { id: string; name: string; demo: boolean };

/**
 * A new agency with its first admin, all or nothing. Runs as the owner of the tables: only the owner makes agencies.
 * @throws Refused when the name or the email is taken
 */
export async function enterAgency(
  owner: Database,
  agency: NewAgency,
  admin: NewPerson,
  mayOperate: boolean,
): Promise<Entered & { agencyId: string }> {
  const agencyId = randomUUID();
  const account = await newAccount();
  return owner.asAgency(agencyId, async (tx) => {
    const known = await agencies(tx);
    const same = named(known, agency.name);
    if (same)
      throw new Refused(`There is an agency called ${same.name} already. Enter its people with  npm run member`);
    if (mayOperate) refuseSecondHouse(known);
    await insertAccount(tx, account, admin);
    await tx.execute('INSERT INTO agencies (id, name, address_lines, telephone) VALUES ($1, $2, $3, $4)', [
      agencyId,
      agency.name,
      agency.addressLines,
      agency.telephone,
    ]);
    await tx.query(`SELECT append_audit($1, NULL, 'agency.created', '{}')`, [agencyId]);
    await insertMember(tx, agencyId, account.userId, admin, 'admin', mayOperate);
    return { agencyId, userId: account.userId, password: account.password };
  });
}

/**
 * Another person of an agency.
 * @throws Refused when there is no such agency, or the email is taken
 */
export async function enterMember(
  owner: Database,
  {
    agencyName,
    role,
    person,
    mayOperate,
  }: { agencyName: string; role: MemberRole; person: NewPerson; mayOperate: boolean },
): Promise<Entered & { agencyName: string }> {
  const known = await owner.withoutAgency(agencies);
  const agency = named(known, agencyName);
  if (!agency) throw new Refused(noSuchAgency(agencyName, known));
  if (mayOperate) refuseSecondHouse(known.filter(({ id }) => id !== agency.id));
  const account = await newAccount();
  return owner.asAgency(agency.id, async (tx) => {
    await insertAccount(tx, account, person);
    await insertMember(tx, agency.id, account.userId, person, role, mayOperate);
    return { agencyName: agency.name, userId: account.userId, password: account.password };
  });
}

/**
 * The platform's operator, of no agency: sees the queues and no client.
 * @throws Refused when the email is taken
 */
export async function enterOperator(owner: Database, person: NewPerson): Promise<Entered> {
  const account = await newAccount();
  return owner.withoutAgency(async (tx) => {
    await insertAccount(tx, account, person);
    await tx.execute('INSERT INTO operators (user_id, name, email, language) VALUES ($1, $2, $3, $4)', [
      account.userId,
      person.name,
      person.email,
      person.language,
    ]);
    return { userId: account.userId, password: account.password };
  });
}

/**
 * Another password for somebody who has lost theirs. Whoever is signed in with the old one is signed out.
 * @throws Refused when nobody has that email
 */
export async function replacePassword(owner: Database, email: string): Promise<Entered> {
  const { password, hash } = await newAccount();
  const found = await owner.withoutAgency(async (tx) => {
    const user = await tx.maybeOne<{ id: string }>('SELECT id FROM accounts."user" WHERE email = $1', [email]);
    if (!user) throw new Refused(`Nobody signs in as ${email}.`);
    await asDefiner(tx);
    const membership = await tx.maybeOne<{ agencyId: string }>(
      'SELECT agency_id AS "agencyId" FROM members WHERE user_id = $1',
      [user.id],
    );
    return { userId: user.id, agencyId: membership?.agencyId ?? null };
  });
  const { userId, agencyId } = found;
  const replace = async (tx: PlainTx) => {
    await tx.execute(
      `UPDATE accounts.account SET password = $2, "updatedAt" = now() WHERE "userId" = $1 AND "providerId" = 'credential'`,
      [userId, hash],
    );
    await tx.execute('DELETE FROM accounts.session WHERE "userId" = $1', [userId]);
  };
  if (agencyId === null) await owner.withoutAgency(replace);
  else
    await owner.asAgency(agencyId, async (tx) => {
      await replace(tx);
      await tx.query(
        `SELECT append_audit($1, NULL, 'member.password_replaced', jsonb_build_object('user', $2::text))`,
        [agencyId, userId],
      );
    });
  return { userId, password };
}

type Account = Entered & { hash: string };

async function newAccount(): Promise<Account> {
  const password = firstPassword();
  return { userId: randomUUID(), password, hash: await hashPassword(password) };
}

/** The rows that the sign-in library would write itself; here they stand in the transaction of everything else. */
async function insertAccount(tx: PlainTx, { userId, hash }: Account, { name, email }: NewPerson) {
  const fresh = await tx.execute(
    `INSERT INTO accounts."user" (id, name, email, "emailVerified") VALUES ($1, $2, $3, true) ON CONFLICT (email) DO NOTHING`,
    [userId, name, email],
  );
  if (fresh === 0)
    throw new Refused(
      `Somebody signs in as ${email} already: one email is one person of one agency. For a new password:  npm run member -- --new-password --email ${email}`,
    );
  await tx.execute(
    `INSERT INTO accounts.account ("accountId", "providerId", "userId", password, "updatedAt") VALUES ($1::text, 'credential', $1::uuid, $2, now())`,
    [userId, hash],
  );
}

async function insertMember(
  tx: PlainTx,
  agencyId: string,
  userId: string,
  { name, email, telephone, language }: NewPerson,
  role: MemberRole,
  mayOperate: boolean,
) {
  await tx.execute(
    'INSERT INTO members (agency_id, user_id, role, name, email, telephone, language, may_operate) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [agencyId, userId, role, name, email, telephone, language, mayOperate],
  );
  await tx.query(
    `SELECT append_audit($1, NULL, 'member.entered', jsonb_build_object('user', $2::text, 'role', $3::text, 'mayOperate', $4::boolean))`,
    [agencyId, userId, role, mayOperate],
  );
}

/** What looks across agencies may; the owner of the tables is under their policies like anybody. */
const asDefiner = (tx: PlainTx) => tx.execute('SET LOCAL ROLE suivi_definer');

/** All agencies. Two who enter one at the same time come one after the other. */
async function agencies(tx: PlainTx): Promise<Agency[]> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('suivi agencies'))`);
  await asDefiner(tx);
  const all = await tx.query<Agency>('SELECT id, name, demo FROM agencies ORDER BY name');
  await tx.execute('RESET ROLE');
  return all;
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
const named = (known: readonly Agency[], name: string) => known.find((one) => plain(one.name) === plain(name));

function noSuchAgency(asked: string, known: readonly Agency[]): string {
  if (known.length === 0) return `There is no agency yet. Make ${asked} with  npm run agency`;
  return `There is no agency called ${asked}. There ${known.length === 1 ? 'is' : 'are'}: ${known.map(({ name }) => name).join(', ')}.`;
}

/** The queues are those of all agencies: beside others only the platform's operator sees them. */
function refuseSecondHouse(others: readonly Agency[]) {
  const real = others.filter(({ demo }) => !demo);
  if (real.length > 0)
    throw new Refused(
      `--may-operate is for a house with one agency, and here is ${real.map(({ name }) => name).join(', ')} too. Enter an operator instead:  npm run member -- --operator …`,
    );
}
