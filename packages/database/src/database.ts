import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inTransaction } from './transaction.ts';
import type { PlainTx, Tx } from './transaction.ts';
import { SteadyClient } from './steady-client.ts';
import { openPrisma } from './prisma.ts';
import type { PrismaAsAgency } from './prisma.ts';

export type { PlainTx, Statement, Tx } from './transaction.ts';

export type DatabaseOptions = {
  url: string;
  /** Connections at most; Prisma keeps two more of its own once it is used. */
  max?: number;
  applicationName?: string;
  /** No statement takes longer: a half-open connection would otherwise hang its caller for ever. */
  queryTimeoutMs?: number;
  /** A connection that died in the pool. */
  onIdleError?: (error: Error) => void;
};

export type Database = {
  /**
   * Runs `work` in one transaction as one agency: the row policies show it that agency's rows and no others.
   * A deadlock or a serialisation failure runs the whole of it again, so it must do nothing but speak to the database.
   */
  asAgency<T>(agencyId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction of no agency: tables refuse, the functions that return ids only answer. */
  withoutAgency<T>(work: (tx: PlainTx) => Promise<T>): Promise<T>;
  /** Prisma, for what is read and written rarely. */
  prisma: PrismaAsAgency;
  close(): Promise<void>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Serialisation failure, deadlock: the same transaction may succeed when it is run again. */
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01']);
const TRIES = 4;

const DATE = 1082;
const DATES = 1182;
const TIMESTAMPTZ = 1184;
const textArray = pg.types.getTypeParser(1009 as number, 'text');

/** Days stay `2026-06-21`, instants are ISO text in UTC, bigint is text: what comes back goes into JSON as it is. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === DATE) return (text: string) => text;
      if (oid === DATES) return textArray;
      if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    }
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export function openDatabase(options: DatabaseOptions): Database {
  const { url, max = 10, applicationName = 'suivi', queryTimeoutMs = 30_000, onIdleError = () => {} } = options;
  const pool = new pg.Pool({
    Client: SteadyClient,
    connectionString: url,
    max,
    application_name: applicationName,
    query_timeout: queryTimeoutMs,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // One transaction left open slows the relay four to nine times.
    idle_in_transaction_session_timeout: 30_000,
    types,
  });
  pool.on('error', onIdleError);
  const prisma = openPrisma({ url, applicationName, queryTimeoutMs });

  async function again<T>(run: () => Promise<T>): Promise<T> {
    for (let turn = 1; ; turn++) {
      try {
        return await run();
      } catch (error) {
        const code = error instanceof pg.DatabaseError ? error.code : undefined;
        if (code === undefined || !WORTH_ANOTHER_TRY.has(code) || turn === TRIES) throw error;
        await wait(10 * 2 ** turn * Math.random());
      }
    }
  }

  return {
    asAgency(agencyId, work) {
      // Begin and agency go in one round trip, which takes no parameters: what is put into the text is a UUID and no more.
      if (!UUID.test(agencyId)) return Promise.reject(new TypeError('An agency is named by a UUID.'));
      const begin = `BEGIN; SELECT set_config('app.agency', '${agencyId}', true)`;
      return again(() => inTransaction(pool, begin, (tx) => work({ agencyId, ...tx })));
    },
    withoutAgency: (work) => again(() => inTransaction(pool, 'BEGIN', work)),
    prisma,
    close: async () => {
      await Promise.all([pool.end(), prisma.close()]);
    },
  };
}
