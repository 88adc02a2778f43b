import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { deploy } from '../src/migrate.ts';

export type TestDatabase = { owner: string; app: string; accounts: string; drop(): Promise<void> };

const as = (url: string, user: string, password: string, database: string) => {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  other.pathname = `/${database}`;
  return other.href;
};

// Roles belong to the whole server, and suites may run beside each other: one password for all of them.
const ROLE_PASSWORD = 'narrow-test-role';

/** A migrated database of its own for one run of tests, on the server whose administrator's URL is given. */
export async function makeTestDatabase(administrator: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: administrator });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name} TEMPLATE template0`);
  const { username, password } = new URL(administrator);
  const urls = {
    owner: as(administrator, username, password, name),
    app: as(administrator, 'suivi_app', ROLE_PASSWORD, name),
    accounts: as(administrator, 'suivi_accounts', ROLE_PASSWORD, name),
  };
  // Roles belong to the whole server: suites that set up at the same time would make them at the same time.
  const turn = new pg.Client({ connectionString: administrator });
  await turn.connect();
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('suivi roles'))`);
    await deploy(urls.owner, urls);
  } finally {
    await turn.end();
  }
  return { ...urls, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
