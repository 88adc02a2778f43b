import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from './database.ts';
import { diff } from './migrate.ts';

const urls = inject('database');
const database = openDatabase({ url: urls.app });
const owner = new pg.Client({ connectionString: urls.owner });
const ours = { agencyId: randomUUID(), userId: randomUUID(), fileId: randomUUID() };
const theirs = { agencyId: randomUUID(), userId: randomUUID(), fileId: randomUUID() };

/** One row in every table that carries an agency. */
async function fill({ agencyId, userId, fileId }: typeof ours) {
  await owner.query('BEGIN');
  await owner.query(`SELECT set_config('app.agency', $1, true)`, [agencyId]);
  await owner.query(`INSERT INTO agencies (id, name, address_lines) VALUES ($1, 'An agency', '{}')`, [agencyId]);
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'admin', 'A', 'a@example.org')`,
    [agencyId, userId],
  );
  await owner.query(
    `INSERT INTO files (agency_id, id, reference, opened_on, adviser_id, first_name, last_name, search_text, category, language, stage, step,
       applicant_sealed, client_sealed, rules_version, next_review_on)
     VALUES ($1, $2, 'F-1', '2026-01-01', $3, 'A', 'B', 'a b', 'resident', 'en', 'gathering_documents', 1, '', '', '1', '2026-01-02')`,
    [agencyId, fileId, userId],
  );
  for (const sql of [
    `INSERT INTO events (agency_id, id, file_id, seq, type, sealed) VALUES ($1, gen_random_uuid(), $2, 1, 'withdrawn', '')`,
    `INSERT INTO tasks (agency_id, id, file_id, key, kind, due_on, source, sealed) VALUES ($1, gen_random_uuid(), $2, 'k', 'call_3646', '2026-01-01', 's', '')`,
    `INSERT INTO messages (agency_id, id, file_id, key, template, send_on, send_at, sealed, message_id) VALUES ($1, gen_random_uuid(), $2, 'k', 'welcome', '2026-01-01', '2026-01-01', '', 'm')`,
    `INSERT INTO deadlines (agency_id, id, file_id, key, kind, "on", source, sealed) VALUES ($1, gen_random_uuid(), $2, 'k', 'silence', '2026-01-01', 's', '')`,
    `INSERT INTO notes (agency_id, id, file_id, "on", sealed, author) VALUES ($1, gen_random_uuid(), $2, '2026-01-01', '', (SELECT user_id FROM members WHERE agency_id = $1))`,
    `INSERT INTO presence (agency_id, file_id, user_id, doing) VALUES ($1, $2, (SELECT user_id FROM members WHERE agency_id = $1), 'looking')`,
    `INSERT INTO foreseen (agency_id, id, file_id, key, what, "on") VALUES ($1, gen_random_uuid(), $2, 'k', 'task', '2026-01-01')`,
    `INSERT INTO failures (agency_id, id, job, file_id, error) VALUES ($1, gen_random_uuid(), 'reviews.review', $2, 'e')`,
    `INSERT INTO outbox (agency_id, job, payload) VALUES ($1, 'reviews.review', jsonb_build_object('fileId', $2::text))`,
    `INSERT INTO imports (agency_id, id, file_name, state, reading, created_by) VALUES ($1, $2, 'c.csv', 'mapping', '{}', $2)`,
    `INSERT INTO import_rows (agency_id, import_id, line, sealed) VALUES ($1, $2, 2, '')`,
    `INSERT INTO playbooks (agency_id, version, settings, published_by) VALUES ($1, 1, '{}', $2)`,
    `INSERT INTO rehearsals (agency_id, id, settings, base_version, rules_version, "on", progress, created_by) VALUES ($1, $2, '{}', 0, '1', '2026-01-01', '{}', $2)`,
    `INSERT INTO caisse_addresses (agency_id, short_name, version, lines, entered_by) VALUES ($1, 'CPAM', 1, '{}', $2)`,
    `INSERT INTO idempotency_keys (agency_id, user_id, route, key, body_hash, status, sealed) VALUES ($1, $2, 'r', 'k', '', 200, '')`,
    `INSERT INTO demo_advances (agency_id, from_day, to_day, failure) VALUES ($1, '2026-01-01', '2026-01-02', $2)`,
    `INSERT INTO saved_views (agency_id, id, owner_id, place, sealed) VALUES ($1, $2, (SELECT user_id FROM members WHERE agency_id = $1), 1, '')`,
    `INSERT INTO stored_objects (agency_id, id, media_type, key_sealed) VALUES ($1, $2, 'image/jpeg', '')`,
    `INSERT INTO papers (agency_id, id, file_id, document, object_id, pages, sealed) VALUES ($1, $2, $2, 'rib', $2, 1, '')`,
    `INSERT INTO paper_pages (agency_id, paper_id, page, object_id, width, height) VALUES ($1, $2, 1, $2, 1, 1)`,
    `INSERT INTO mandates (agency_id, id, file_id, signed_on, ends_on) VALUES ($1, $2, $2, '2026-01-01', '2027-01-01')`,
    `INSERT INTO letters (agency_id, id, file_id, template, sealed) VALUES ($1, $2, $2, 'submission', '')`,
    `INSERT INTO sendings (agency_id, id, file_id, event_id, posted_on) VALUES ($1, $2, $2, $2, '2026-01-01')`,
    `INSERT INTO tracking_events (agency_id, id, sending_id, code, label, happened) VALUES ($1, $2, $2, 'DR1', 'x', '2026-01-01')`,
    `INSERT INTO receipts (agency_id, id, object_id, sealed) VALUES ($1, $2, $2, '')`,
    `INSERT INTO calls (agency_id, id, file_id, event_id, started_at, local_minute, answered) VALUES ($1, $2, $2, $2, '2026-01-01', 600, true)`,
    `SELECT append_audit($1, NULL, 'tested', jsonb_build_object('file', $2::text))`,
  ])
    await owner.query(sql, [agencyId, fileId]);
  await owner.query('COMMIT');
}

beforeAll(async () => {
  await owner.connect();
  await fill(ours);
  await fill(theirs);
});
afterAll(async () => {
  await database.close();
  await owner.end();
});

const tablesOfAgencies = async (schema = 'public') => {
  const { rows } = await owner.query(
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced, EXISTS (
       SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'agency_id') AS "ofAgency"
     FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    [schema],
  );
  return rows as { name: string; forced: boolean; ofAgency: boolean }[];
};

describe('isolation of agencies', () => {
  it('forces the row policies on every table that carries an agency', async () => {
    const tables = await tablesOfAgencies();
    expect(tables.filter(({ forced, ofAgency }) => ofAgency && !forced)).toEqual([]);
    // What carries none is listed here, one by one.
    expect(tables.filter(({ ofAgency, forced }) => !ofAgency && !forced).map(({ name }) => name)).toEqual([
      '_prisma_migrations',
      'operators',
      'pulse',
      'unknown_objects',
    ]);
  });

  it('forces them where imports make their files ready, too', async () => {
    const tables = await tablesOfAgencies('staging');
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter(({ ofAgency, forced }) => !ofAgency || !forced)).toEqual([]);
    const row = `INSERT INTO staging.tasks (agency_id, id, file_id, key, kind, due_on, source, sealed, import_id)
      VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'k', 'k', '2026-01-01', 's', '', gen_random_uuid())`;
    await database.asAgency(ours.agencyId, (tx) => tx.execute(row, [ours.agencyId]));
    await expect(database.asAgency(ours.agencyId, (tx) => tx.execute(row, [theirs.agencyId]))).rejects.toThrow(
      'row-level security',
    );
    const seen = (agencyId: string) => database.asAgency(agencyId, (tx) => tx.query('SELECT FROM staging.tasks'));
    expect([(await seen(ours.agencyId)).length, (await seen(theirs.agencyId)).length]).toEqual([1, 0]);
  });

  it('shows an agency its own rows and no others, in every table', async () => {
    for (const { name, forced } of await tablesOfAgencies()) {
      if (!forced) continue;
      const column = name === 'agencies' ? 'id' : 'agency_id';
      const seen = await database.asAgency(ours.agencyId, (tx) =>
        tx.query<{ agency: string }>(`SELECT ${column} AS agency FROM ${name}`),
      );
      expect([name, [...new Set(seen.map(({ agency }) => agency))]]).toEqual([name, [ours.agencyId]]);
      const stranger = await database.asAgency(randomUUID(), (tx) => tx.query(`SELECT FROM ${name}`));
      expect([name, stranger.length]).toEqual([name, 0]);
    }
  });

  it('answers with an error, not with nothing, where no agency is set', async () => {
    await expect(database.withoutAgency((tx) => tx.query('SELECT id FROM files'))).rejects.toThrow();
    await database.asAgency(ours.agencyId, (tx) => tx.query('SELECT id FROM files'));
    await expect(database.withoutAgency((tx) => tx.query('SELECT id FROM files'))).rejects.toThrow();
  });

  it('lets nobody write a row of another agency, nor point at one', async () => {
    const as = (sql: string, values: unknown[]) => database.asAgency(ours.agencyId, (tx) => tx.execute(sql, values));
    const event = `INSERT INTO events (agency_id, id, file_id, seq, type, sealed) VALUES ($1, gen_random_uuid(), $2, 9, 'withdrawn', '')`;
    await expect(as(event, [theirs.agencyId, theirs.fileId])).rejects.toThrow('row-level security');
    await expect(as(event, [ours.agencyId, theirs.fileId])).rejects.toThrow('foreign key');
    expect(await as(`UPDATE files SET town = 'x' WHERE id = $1`, [theirs.fileId])).toBe(0);
  });

  it('keeps two hundred requests of two agencies apart on ten connections, with Prisma too', async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const { agencyId } = n % 2 ? ours : theirs;
        const rows =
          n % 10 === 0
            ? await database.prisma.asAgency(agencyId, (prisma) => prisma.file.findMany({ select: { agencyId: true } }))
            : await database.asAgency(agencyId, (tx) =>
                tx.query<{ agencyId: string }>('SELECT agency_id AS "agencyId" FROM files'),
              );
        return rows.length === 1 && rows[0]?.agencyId === agencyId;
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });
});

describe('the application role', () => {
  it('owns nothing, is no superuser and may not pass by the policies', async () => {
    const [role] = await database.withoutAgency((tx) =>
      tx.query<{ free: boolean; owned: string }>(
        `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS free,
           (SELECT count(*) FROM pg_class WHERE relowner = r.oid) + (SELECT count(*) FROM pg_proc WHERE proowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = current_user`,
      ),
    );
    expect(role).toEqual({ free: false, owned: '0' });
  });

  it.each([
    ['UPDATE events SET type = type', 'an event'],
    ['DELETE FROM events', 'an event'],
    ['UPDATE audit SET action = action', 'the audit'],
    ['DELETE FROM audit', 'the audit'],
    ['DELETE FROM messages', 'a message'],
    ['INSERT INTO agencies (id, name) VALUES (gen_random_uuid(), $$x$$)', 'an agency'],
    ['SELECT * FROM operators', 'an operator'],
    ['SELECT * FROM accounts."user"', 'an account'],
  ])('may not run %s', async (sql) => {
    await expect(database.asAgency(ours.agencyId, (tx) => tx.query(sql))).rejects.toThrow(
      /permission denied|row-level/,
    );
  });

  it('the accounts role sees accounts and no table of ours', async () => {
    const client = new pg.Client({ connectionString: urls.accounts });
    await client.connect();
    await expect(client.query('SELECT * FROM public.members')).rejects.toThrow('permission denied');
    expect((await client.query('SELECT * FROM accounts."user"')).rowCount).toBe(0);
    await client.end();
  });
});

describe('what looks across agencies', () => {
  it('pins its search_path, belongs to suivi_definer and is closed to the public', async () => {
    const { rows } = await owner.query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND (proowner <> 'suivi_definer'::regrole OR NOT proconfig::text LIKE '%search_path=pg_catalog, public, pg_temp%'
           OR has_function_privilege('public', oid, 'EXECUTE'))`,
    );
    expect(rows).toEqual([]);
  });

  it('takes a due file up once, with its outbox row', async () => {
    const take = () =>
      database.withoutAgency((tx) => tx.query<{ file_id: string }>('SELECT * FROM take_due_files(10)'));
    const both = (await Promise.all([take(), take()])).flat();
    expect(both.map((row) => row.file_id).sort()).toEqual([ours.fileId, theirs.fileId].sort());
    expect(await take()).toEqual([]);
    const outbox = await database.withoutAgency((tx) =>
      tx.query<{ job: string; payload: unknown }>('SELECT * FROM claim_outbox(100)'),
    );
    expect(
      outbox.filter(({ job, payload }) => job === 'reviews.review' && (payload as { agencyId?: string }).agencyId),
    ).toHaveLength(2);
  });

  it('queues a message whose hour has come, once, and none of an agency that is paused', async () => {
    await database.asAgency(theirs.agencyId, (tx) => tx.execute('UPDATE agencies SET sending_paused = true'));
    const queue = () =>
      database.withoutAgency((tx) => tx.query<{ agency_id: string }>('SELECT * FROM queue_due_messages(10)'));
    expect((await queue()).map((row) => row.agency_id)).toEqual([ours.agencyId]);
    expect(await queue()).toEqual([]);
  });

  it('hands an outbox row to one relay at a time, and forgets it when that one has finished', async () => {
    const claim = 'SELECT * FROM claim_outbox(100)';
    const all = (await database.withoutAgency((tx) => tx.query(claim))).length;
    expect(all).toBeGreaterThan(0);
    await database.withoutAgency(async (tx) => {
      const mine = await tx.query<{ id: string }>(claim);
      expect(mine).toHaveLength(all);
      expect(await database.withoutAgency((other) => other.query(claim))).toEqual([]);
      await tx.query('SELECT finish_outbox($1)', [mine.map(({ id }) => id)]);
    });
    expect(await database.withoutAgency((tx) => tx.query(claim))).toEqual([]);
  });
});

describe('the audit chain', () => {
  it('stays one line when many write at once, and shows a changed entry', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.asAgency(ours.agencyId, (tx) =>
          tx.query(`SELECT append_audit($1, NULL, 'tested', '{"n": 1}')`, [ours.agencyId]),
        ),
      ),
    );
    const broken = () =>
      database.asAgency(ours.agencyId, (tx) =>
        tx.query<{ seq: string }>('SELECT broken_audit_links AS seq FROM broken_audit_links($1)', [ours.agencyId]),
      );
    expect(await broken()).toEqual([]);
    await owner.query(`UPDATE audit SET action = 'altered' WHERE agency_id = $1 AND seq = 7`, [ours.agencyId]);
    expect(await broken()).toEqual([{ seq: '7' }]);
  });
});

it('the migrations give the very schema', async () => {
  expect(await diff(urls.owner)).toBe('');
});
