// Makes the databases and the queue's account; the application's own roles come with the migrations.
import pg from 'pg';
import { as } from './settings.mjs';

async function asAdministrator(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureDatabase(client, name, owner) {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0)
    await client.query(
      `create database ${pg.escapeIdentifier(name)}${owner ? ` owner ${pg.escapeIdentifier(owner)}` : ''}`,
    );
}

async function ensureRole(client, name, password) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${pg.escapeIdentifier(name)} login password ${pg.escapeLiteral(password)}`);
}

/** The database that the owner's URL names, on a server of ours. */
export async function createDatabase(ownerUrl) {
  const { username, password, pathname } = new URL(ownerUrl);
  await asAdministrator(as(ownerUrl, username, password, 'postgres'), (client) =>
    ensureDatabase(client, pathname.slice(1)),
  );
}

/** BullMQ keeps its jobs in a database of its own, whose owner reaches no client's row. */
export async function createQueueDatabase(ownerUrl, queueUrl) {
  const { username, password, pathname } = new URL(queueUrl);
  try {
    await asAdministrator(ownerUrl, async (client) => {
      await ensureRole(client, username, password);
      // A hosted database lets only a member of a role hand it a database.
      await client.query(`grant ${pg.escapeIdentifier(username)} to current_user`);
      await ensureDatabase(client, pathname.slice(1), username);
    });
  } catch (error) {
    if (error.code === '3D000')
      // invalid_catalog_name
      throw new Error(
        `The server of DATABASE_URL has no database "${new URL(ownerUrl).pathname.slice(1)}". Create it there, then start again.`,
        { cause: error },
      );
    throw new Error(
      `The queue's database could not be made with the account of DATABASE_URL (${error.message}).\n` +
        'Give that account the rights CREATEDB and CREATEROLE, or set QUEUE_URL to a PostgreSQL database or a Redis.',
      { cause: error },
    );
  }
}
