import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

/** A database of its own, whose owner may not pass by the policies, and is some agency that has nothing. */
const name = `migrations_${randomUUID().slice(0, 8)}`;
const admin = new pg.Client({ connectionString: inject('database').owner });
const url = new URL(inject('database').owner);
url.pathname = `/${name}`;
url.username = name;
url.password = name;
const owner = new pg.Client({ connectionString: url.href });

const folder = path.resolve(import.meta.dirname, '../prisma/migrations');
const all = fs
  .readdirSync(folder)
  .filter((each) => /^\d{14}_/.test(each))
  .sort();
const apply = (each: string) => owner.query(fs.readFileSync(path.join(folder, each, 'migration.sql'), 'utf8'));

beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${name}' NOSUPERUSER NOBYPASSRLS CREATEROLE`);
  await admin.query(`GRANT suivi_definer TO ${name} WITH ADMIN OPTION`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  await admin.query(`ALTER DATABASE ${name} SET app.agency = '${randomUUID()}'`);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await admin.query(`DROP DATABASE ${name}`);
  await admin.query(`DROP ROLE ${name}`);
  await admin.end();
});

it('what lies ahead is reckoned of the open files that stood before it was kept', async () => {
  const last = all.findIndex((each) => each.endsWith('_foreseen'));
  expect(last).toBeGreaterThan(0);
  for (const each of all.slice(0, last)) await apply(each);
  const agency = randomUUID();
  await owner.query(`SELECT set_config('app.agency', $1, false)`, [agency]);
  await owner.query(`INSERT INTO agencies (id, name, address_lines) VALUES ($1, 'An agency', '{}')`, [agency]);
  await owner.query(
    `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, category, language, stage, step,
       applicant_sealed, client_sealed, rules_version, next_review_on, closed)
     SELECT $1, gen_random_uuid(), 'F-' || closed, '2026-01-01', 'A', 'B', 'a b', 'resident', 'en', 'with_cpam', 3, '', '', '1', '2026-01-02', closed
     FROM unnest(ARRAY[true, false]) AS closed`,
    [agency],
  );
  await owner.query('RESET app.agency');
  await apply(all[last] ?? '');
  await owner.query(`SELECT set_config('app.agency', $1, false)`, [agency]);
  const { rows } = await owner.query(
    'SELECT closed, review_marked_at IS NOT NULL AS marked FROM files ORDER BY closed',
  );
  expect(rows).toEqual([
    { closed: false, marked: true },
    { closed: true, marked: false },
  ]);
});
