import type pg from 'pg';

/** A statement that is parsed and planned once a connection; for what runs all day. */
export type Statement = { name: string; text: string };

export type PlainTx = {
  /** All rows. */
  query<Row>(sql: string | Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** The one row there must be. */
  one<Row>(sql: string | Statement, values?: readonly unknown[]): Promise<Row>;
  maybeOne<Row>(sql: string | Statement, values?: readonly unknown[]): Promise<Row | null>;
  /** How many rows the statement touched. */
  execute(sql: string | Statement, values?: readonly unknown[]): Promise<number>;
  /** The connection itself, for what only it can do (COPY). The transaction is ours: neither commit nor roll back. */
  connection: pg.PoolClient;
};

/** A transaction of one agency. */
export type Tx = PlainTx & { agencyId: string };

function speak(client: pg.PoolClient): PlainTx {
  const run = (sql: string | Statement, values: readonly unknown[] = []) =>
    client.query(typeof sql === 'string' ? { text: sql, values: [...values] } : { ...sql, values: [...values] });
  const tx: PlainTx = {
    connection: client,
    query: async <Row>(sql: string | Statement, values?: readonly unknown[]) => (await run(sql, values)).rows as Row[],
    execute: async (sql, values) => (await run(sql, values)).rowCount ?? 0,
    maybeOne: async <Row>(sql: string | Statement, values?: readonly unknown[]) => {
      const [row, another] = (await run(sql, values)).rows as Row[];
      if (another !== undefined) throw new Error('One row was asked for, and there are more.');
      return row ?? null;
    },
    one: async <Row>(sql: string | Statement, values?: readonly unknown[]) => {
      const row = await tx.maybeOne<Row>(sql, values);
      if (row === null) throw new Error('A row that must be there is not.');
      return row;
    },
  };
  return tx;
}

/** Begin, work, commit; whatever is thrown rolls back. A connection that cannot even roll back is thrown away. */
export async function inTransaction<T>(pool: pg.Pool, begin: string, work: (tx: PlainTx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that is cut between two statements tells it by an event, and an event that nobody hears ends the
  // process. The next statement, or the commit, meets it.
  const cut = (error: Error) => (broken = error);
  client.on('error', cut);
  try {
    await client.query(begin);
    const result = await work(speak(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', cut);
    client.release(broken);
  }
}
