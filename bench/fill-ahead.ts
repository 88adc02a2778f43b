import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { KeyRing } from '@suivi/database/sealing';
import { seal } from '@suivi/database/sealing';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { DAY } from './scene.ts';

/** What the plans of an agency's files list, and for one file in twelve what they do not list yet: for measuring. */

const TASKS = ['call_3646', 'office_visit', 'registered_post', 'review_file'];
const TEMPLATES = ['still_waiting', 'documents_reminder', 'rights_open'];
const BECAUSE = {
  en: 'CPAM received the file on 21 April; 30 days without news.',
  fr: 'Reçu le 21 avril ; 30 jours sans nouvelles.',
};

type Row = { id: string; file: string; key: string; kind: string; on: Day; sealed: string };

/** @param owner the URL of the account that owns the tables */
export async function fillAhead(owner: string, agencyId: string, keys: KeyRing): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows: files } = await client.query<{ id: string }>('SELECT id FROM files WHERE agency_id = $1', [agencyId]);
    const row = (table: string, file: string, key: string, kind: string, n: number): Row => {
      const id = randomUUID();
      const place = { agencyId, table, id, column: 'sealed' };
      const sealed = seal(keys, place, { because: BECAUSE, payload: {} }).toString('base64');
      return { id, file, key, kind, on: addDays(DAY as Day, (n * 37) % 150), sealed };
    };
    for (let from = 0; from < files.length; from += 2_000) {
      const part = files.slice(from, from + 2_000).map(({ id }, at) => ({ id, n: from + at }));
      const several = (table: string, of: readonly string[]) =>
        JSON.stringify(
          part.flatMap(({ id, n }) => of.map((kind, k) => row(table, id, `${kind}:${k}`, kind, n + k * 11))),
        );
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.agency', $1, true)`, [agencyId]);
      const columns = `AS r (id uuid, file uuid, key text, kind text, "on" date, sealed text)`;
      await client.query(
        `INSERT INTO tasks (agency_id, id, file_id, key, kind, due_on, source, sealed)
         SELECT $1, r.id, r.file, r.key, r.kind, r."on", 'playbook', decode(r.sealed, 'base64') FROM jsonb_to_recordset($2::jsonb) ${columns}`,
        [agencyId, several('tasks', TASKS)],
      );
      await client.query(
        `INSERT INTO messages (agency_id, id, file_id, key, template, send_on, send_at, sealed, message_id)
         SELECT $1, r.id, r.file, r.key, r.kind, r."on", r."on" + interval '7 hours', decode(r.sealed, 'base64'), r.id::text
         FROM jsonb_to_recordset($2::jsonb) ${columns}`,
        [agencyId, several('messages', TEMPLATES)],
      );
      await client.query(
        `INSERT INTO deadlines (agency_id, id, file_id, key, kind, "on", source, sealed)
         SELECT $1, r.id, r.file, r.key, r.kind, r."on", 'playbook', decode(r.sealed, 'base64') FROM jsonb_to_recordset($2::jsonb) ${columns}`,
        [agencyId, several('deadlines', ['silence'])],
      );
      const foreseen = part
        .filter(({ n }) => n % 12 === 0)
        .map(({ id, n }) => row('foreseen', id, 'email:x:1', 'welcome', n));
      await client.query(
        `INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", sealed)
         SELECT $1, r.id, r.file, r.key, 'email', r.kind, r."on", decode(r.sealed, 'base64') FROM jsonb_to_recordset($2::jsonb) ${columns}`,
        [agencyId, JSON.stringify(foreseen)],
      );
      await client.query('COMMIT');
    }
    await client.query('VACUUM ANALYZE tasks, messages, deadlines, foreseen');
  } finally {
    await client.end();
  }
}
