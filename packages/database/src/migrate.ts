import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { urls } from '../database.config.ts';
import type { MigrationList } from './schema-engine.ts';
import { withSchemaEngine } from './schema-engine.ts';

/**
 * Applies prisma/migrations, and says how the schema differs from them.
 *   node src/migrate.ts deploy     applies what is new, sets the passwords of the narrow roles
 *   node src/migrate.ts diff       prints the SQL that is missing; nothing when there is no drift
 *   node src/migrate.ts new NAME   writes that SQL as a new migration
 */

const root = path.resolve(import.meta.dirname, '..');
const migrationsFolder = path.join(root, 'prisma/migrations');
const schemaFile = path.join(root, 'prisma/schema.prisma');
const filters = { externalTables: [], externalEnums: [] };

const schema = () => fs.readFileSync(schemaFile, 'utf8');

function migrations(): MigrationList {
  const names = fs.existsSync(migrationsFolder)
    ? fs
        .readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** The login roles that the migrations create, with the passwords of the URLs that the apps will use. */
export type RoleUrls = { app?: string; accounts?: string };

/**
 * Brings a database up to date. `url` is that of its owner; the narrow roles get the passwords of their URLs.
 * @returns the names of the migrations that were applied
 */
export async function deploy(url: string, roles: RoleUrls = {}): Promise<string[]> {
  const { appliedMigrationNames } = await withSchemaEngine(url, schema(), (engine) =>
    engine.applyMigrations({ migrationsList: migrations(), filters }),
  );
  await setPasswords(url, roles);
  return appliedMigrationNames;
}

async function setPasswords(url: string, { app, accounts }: RoleUrls) {
  const wanted = [
    ['suivi_app', app],
    ['suivi_accounts', accounts],
  ] as const;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [role, roleUrl] of wanted) {
      if (!roleUrl) continue;
      const { username, password } = new URL(roleUrl);
      // Another account than ours is the business of whoever made it; the check at the start judges it.
      if (username !== role || !password) continue;
      await client.query(`ALTER ROLE ${role} PASSWORD ${pg.escapeLiteral(decodeURIComponent(password))}`);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** SQL that turns the migrations into the schema; empty when they agree. */
export async function diff(url: string): Promise<string> {
  const { stdout } = await withSchemaEngine(url, schema(), (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations() },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema() }] },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  const sql = stdout ?? '';
  return /^\s*-- This is an empty migration\.\s*$/.test(sql) ? '' : sql;
}

function write(name: string, sql: string): string {
  const folder = path.join(migrationsFolder, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'migration.sql'), sql);
  fs.writeFileSync(path.join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return folder;
}

if (import.meta.main) {
  const { owner, app, accounts } = urls;
  const [command, name] = process.argv.slice(2);
  if (!owner) {
    console.error('Set OWNER_DATABASE_URL to the account that owns the database.');
    process.exit(1);
  }
  if (command === 'deploy') {
    const applied = await deploy(owner, { app, accounts });
    console.log(applied.length ? `applied ${applied.join(', ')}` : 'nothing to apply');
  } else if (command === 'diff') console.log(await diff(owner));
  else if (command === 'new' && name) console.log(write(name, await diff(owner)));
  else {
    console.error('migrate.ts deploy | diff | new NAME');
    process.exit(1);
  }
  process.exit(0);
}
