import { openDatabase } from '@suivi/database/database';
import type { Database } from '@suivi/database/database';
import { z } from 'zod';
import type { Entered } from './accounts/enter-people.ts';
import { enterAgency, enterMember, enterOperator, replacePassword } from './accounts/enter-people.ts';
import type { PeopleCommand } from './accounts/people-arguments.ts';
import { readPeopleArguments, Refused } from './accounts/people-arguments.ts';

/** Does what was asked and says it, the new password with it: it is told this once. */
async function enter(owner: Database, asked: PeopleCommand): Promise<string> {
  switch (asked.command) {
    case 'agency': {
      const { agency, admin, mayOperate } = asked;
      const made = await enterAgency(owner, agency, admin, mayOperate);
      return `${agency.name} stands, and ${admin.name} is its admin.\n${signIn(admin.email, made)}`;
    }
    case 'member': {
      const made = await enterMember(owner, asked);
      return `${asked.person.name} is ${asked.role} of ${made.agencyName}.\n${signIn(asked.person.email, made)}`;
    }
    case 'operator':
      return `${asked.person.name} is an operator of the platform.\n${signIn(asked.person.email, await enterOperator(owner, asked.person))}`;
    case 'password':
      return `A new password; who was signed in with the old one is signed out.\n${signIn(asked.email, await replacePassword(owner, asked.email))}`;
  }
}

const signIn = (email: string, { password }: Entered) =>
  `\n  Sign in    ${email}\n  Password   ${password}   (shown this once; to be changed in the menu under one’s name)\n`;

/** What a database that does not answer, or is not ready, asks of the person at the terminal. */
function advice(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return 'The database does not answer. Start it (npm start, in another window), then try again.';
  if (code === '28P01' || code === '28000') return 'The database refuses the account of OWNER_DATABASE_URL.';
  if (code === '42P01' || code === '3F000' || code === '3D000')
    return 'The database holds no tables of Suivi yet. Start Suivi once (npm start), then try again.';
  if (code === '42501')
    return 'The account of OWNER_DATABASE_URL may not do this: it must be the one that owns the tables.';
  return null;
}

// Enters agencies and people: npm run agency, npm run member. In containers: node src/people.ts agency|member …
if (import.meta.main) {
  let owner: Database | null = null;
  try {
    const asked = readPeopleArguments(process.argv.slice(2));
    const url = z.string().min(1).safeParse(process.env.OWNER_DATABASE_URL);
    if (!url.success)
      throw new Refused(
        'Start Suivi here first (npm start), or set OWNER_DATABASE_URL: the account that owns the tables makes agencies.',
      );
    owner = openDatabase({ url: url.data, max: 1, applicationName: 'suivi people' });
    console.log(await enter(owner, asked));
  } catch (error) {
    console.error(error instanceof Refused ? error.message : (advice(error) ?? error));
    process.exitCode = 1;
  } finally {
    await owner?.close();
  }
}
