import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SqlMigrationAwareDriverAdapterFactory, SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';

/**
 * Prisma's schema engine as WebAssembly: the same package on every platform, and no binary to download.
 * Around it stand the mends that adapter and engine of 7.10 need on PostgreSQL 18.
 */

export type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[];
};

type Filters = { externalTables: string[]; externalEnums: string[] };

export type SchemaEngine = {
  applyMigrations(input: {
    migrationsList: MigrationList;
    filters: Filters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: {
    from: { tag: 'migrations' } & MigrationList;
    to: { tag: 'schemaDatamodel'; files: { path: string; content: string }[] };
    script: true;
    exitCode: null;
    filters: Filters;
  }): Promise<{ stdout: string | null }>;
};

type EngineModule = Record<string, unknown> & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] },
      log: () => void,
      adapter: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>,
    ) => Promise<SchemaEngine>;
  };
};

/** The parts of adapter-pg's connection that the mends reach into; its own types keep them private. */
type Connection = {
  dispose(): Promise<void>;
  executeScript(script: string): Promise<void>;
  underlyingDriver(): { query(text: string): Promise<unknown> };
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
  performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }>;
};

/** The engine says only that a script failed; PostgreSQL says why. */
type Failed = { scripts: Error[] };

const CHAR = 18;
const TEXT = 25;

/**
 * One engine a process, however often this file is loaded (each vitest project loads it anew): its JavaScript side keeps
 * the instance in a variable of its own, and a second one would pull the memory from under the first.
 */
const ENGINE = Symbol.for('suivi.schema-engine');
const loaded = globalThis as { [ENGINE]?: Promise<EngineModule> };

async function loadEngine(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  const engine = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule;
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
  const wasm = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  // Its advisory-lock timer (10 s) would keep the process alive.
  const timer = Object.keys(engine).find((name) => name.startsWith('__wbg_setTimeout_'));
  if (!timer) throw new Error('The schema engine has no timer: its version is not the one of package.json.');
  const imports = { ...engine, [timer]: (run: () => void, ms: number) => setTimeout(run, ms >>> 0).unref() };
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': imports as WebAssembly.ModuleImports });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

async function connect(config: pg.ClientConfig, open: Set<Connection>, failed: Failed): Promise<Connection> {
  const connection = (await new PrismaPg(config).connect()) as unknown as Connection;
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    open.delete(connection);
    await dispose();
  };
  // The adapter splits scripts at every ';', also inside function bodies. One simple query runs them as one transaction.
  connection.executeScript = async (script) => {
    await connection
      .underlyingDriver()
      .query(script)
      .catch((error: Error) => {
        failed.scripts.push(error);
        throw error;
      });
  };
  // The engine's describe queries select columns of the internal type "char", which the adapter refuses.
  const queryRaw = connection.queryRaw;
  connection.queryRaw = async (query) => {
    const chars: number[] = [];
    const call = Object.create(connection) as Connection;
    call.performIO = async (asked) => {
      const result = await connection.performIO(asked);
      result.fields.forEach((field, at) => {
        if (field.dataTypeID !== CHAR) return;
        chars.push(at);
        field.dataTypeID = TEXT;
      });
      return result;
    };
    const result = await queryRaw.call(call, query);
    for (const at of chars) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  open.add(connection);
  return connection;
}

function factory(url: string, open: Set<Connection>, failed: Failed): SqlMigrationAwareDriverAdapterFactory {
  const config = parts(url);
  const made = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(config, open, failed),
    // The adapter's own shadow database is dropped before its pool is closed, which PostgreSQL refuses.
    connectToShadowDb: async () => {
      const database = `shadow_${crypto.randomUUID().replaceAll('-', '')}`;
      const run = async (text: string) => {
        const client = new pg.Client(config);
        await client.connect();
        await client.query(text).finally(() => client.end());
      };
      await run(`CREATE DATABASE ${database} TEMPLATE template0`);
      const shadow = await connect({ ...config, database }, open, failed);
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await run(`DROP DATABASE ${database} WITH (FORCE)`);
      };
      return shadow;
    },
  };
  return made as unknown as SqlMigrationAwareDriverAdapterFactory;
}

/** Never a connection string: pg lets it win over `database`, and the shadow database would be the real one. */
function parts(url: string): pg.ClientConfig {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  };
}

/** Opens an engine for one piece of work and closes every connection it leaves behind. */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const open = new Set<Connection>();
  const failed: Failed = { scripts: [] };
  const { SchemaEngine } = await (loaded[ENGINE] ??= loadEngine());
  const adapter = bindMigrationAwareSqlAdapterFactory(factory(url, open, failed));
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
  try {
    return await work(engine);
  } catch (error) {
    throw failed.scripts[0] ?? error;
  } finally {
    for (const connection of open) await connection.dispose();
  }
}
