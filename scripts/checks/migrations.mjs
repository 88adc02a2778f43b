// An empty database, migrated, is the schema: nobody changed one of the two alone.
import fs from 'node:fs';
import { at, run } from '../servers/processes.mjs';
import { withPostgres } from '../servers/temporary.mjs';

export const title = 'migrations lead to the schema';

const SCHEMA = 'packages/database/prisma/schema.prisma';

export async function check() {
  if (!fs.existsSync(at('packages/database/src/migrate.ts'))) return { findings: [], note: 'no migrations yet' };
  const drift = await withPostgres((url) =>
    run('migrate', process.execPath, ['src/migrate.ts', 'diff'], {
      cwd: at('packages/database'),
      env: { OWNER_DATABASE_URL: url, DATABASE_URL: url, ACCOUNTS_DATABASE_URL: url },
    }),
  );
  const sql = drift
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('--') && !/ExperimentalWarning|--trace-warnings/.test(line))
    .join('\n');
  if (sql === '') return { findings: [] };
  return {
    findings: [
      {
        file: SCHEMA,
        line: 1,
        problem: `differs from the migrations; write one (node packages/database/src/migrate.ts new NAME) with\n${sql}`,
      },
    ],
  };
}
