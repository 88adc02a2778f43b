import { createHash } from 'node:crypto';
import type { KeyRing } from '@suivi/database/sealing';
import { seal } from '@suivi/database/sealing';
import type { Statement, Tx } from '@suivi/database/database';
import type { Event } from '@suivi/rules/file';
import type { FileColumns } from './file-columns.ts';
import type { Foreseen, ForeseenWrites } from './foreseen.ts';
import type { Reconciled } from './reconcile.ts';

export type NewEvent = {
  event: Event;
  seq: number;
  origin: 'adviser' | 'import' | 'client' | 'la_poste';
  recordedBy: string | null;
};

/** The answer to a request with an idempotency key, kept so that the same request gets it again. */
export type KeptAnswer = {
  userId: string;
  route: string;
  key: string;
  bodyHash: Buffer;
  status: number;
  answer: unknown;
};

export type AuditEntry = { actor: string | null; action: string; subject: Record<string, unknown> };

export type FileWrite = {
  fileId: string;
  events: NewEvent[];
  reconciled: Reconciled;
  foreseen: ForeseenWrites;
  columns: FileColumns;
  answer: KeptAnswer | null;
  /** null: nothing that anybody did, as when a review changes nothing. */
  audit: AuditEntry | null;
  /** The domain of the message ids. */
  mailDomain: string;
};

/**
 * Events, tasks, messages, deadlines, the file's own row, the kept answer, the outbox and the audit: one statement. A
 * message that has begun to leave meanwhile is left alone, whatever we knew of it.
 */
const WRITE: Statement = {
  name: 'write_file',
  text: `WITH
    new_events AS (
      INSERT INTO events (agency_id, id, file_id, seq, type, "on", origin, sealed, recorded_by)
      SELECT $1, e.id, $2, e.seq, e.type, e."on", e.origin, decode(e.sealed, 'base64'), e."recordedBy"
      FROM jsonb_to_recordset($3::jsonb) AS e(id uuid, seq integer, type text, "on" date, origin text, sealed text, "recordedBy" uuid)
    ), new_tasks AS (
      INSERT INTO tasks (agency_id, id, file_id, key, kind, due_on, source, sealed)
      SELECT $1, t.id, $2, t.key, t.kind, t."dueOn", t.source, decode(t.sealed, 'base64')
      FROM jsonb_to_recordset($4::jsonb) AS t(id uuid, key text, kind text, "dueOn" date, source text, sealed text)
    ), changed_tasks AS (
      UPDATE tasks t SET state = c.state, due_on = c."dueOn", source = c.source, answered_by = c."answeredBy", snoozed_until = c."snoozedUntil",
        sealed = decode(c.sealed, 'base64'), closed_at = CASE WHEN c.state <> 'open' THEN coalesce(t.closed_at, now()) END
      FROM jsonb_to_recordset($5::jsonb) AS c(id uuid, state text, "dueOn" date, source text, "answeredBy" uuid, "snoozedUntil" date, sealed text)
      WHERE t.agency_id = $1 AND t.id = c.id
    ), new_messages AS (
      INSERT INTO messages (agency_id, id, file_id, key, template, state, send_on, send_at, held_reason, held_by, sealed, message_id, queued_at)
      SELECT $1, m.id, $2, m.key, m.template, m.state, m."sendOn", m."sendAt", m."heldReason", m."heldBy", decode(m.sealed, 'base64'),
        '<' || m.id || '@' || $8 || '>', CASE WHEN m.state = 'queued' THEN m."sendAt" END
      FROM jsonb_to_recordset($6::jsonb) AS m(id uuid, key text, template text, state text, "sendOn" date, "sendAt" timestamptz, "heldReason" text, "heldBy" uuid, sealed text)
      RETURNING id, state, send_at
    ), changed_messages AS (
      UPDATE messages m SET state = c.state, send_on = c."sendOn", send_at = c."sendAt", held_reason = c."heldReason", sealed = decode(c.sealed, 'base64'),
        held_by = CASE WHEN c.state = 'held' OR c."heldReason" = 'by_person' THEN coalesce(c."heldBy", m.held_by) END, retry_at = NULL, failure = NULL,
        queued_at = CASE WHEN c.state = 'queued' THEN coalesce(m.queued_at, c."sendAt") END
      FROM jsonb_to_recordset($7::jsonb) AS c(id uuid, was text, state text, "sendOn" date, "sendAt" timestamptz, "heldReason" text, "heldBy" uuid, sealed text)
      WHERE m.agency_id = $1 AND m.id = c.id AND m.state IN ('planned', 'held', 'queued', 'cancelled')
      RETURNING m.id, m.state, m.send_at, c.was
    ), leaving AS (
      INSERT INTO outbox (agency_id, job, payload, run_after)
      SELECT $1, 'emails.send', jsonb_build_object('agencyId', $1::uuid, 'messageId', id), send_at
      FROM (SELECT id, send_at FROM new_messages WHERE state = 'queued'
        UNION ALL SELECT id, send_at FROM changed_messages WHERE state = 'queued' AND was <> 'queued') q
    ), put_deadlines AS (
      INSERT INTO deadlines (agency_id, id, file_id, key, kind, "on", suspended, source, sealed)
      SELECT $1, d.id, $2, d.key, d.kind, d."on", d.suspended, d.source, decode(d.sealed, 'base64')
      FROM jsonb_to_recordset($9::jsonb) AS d(id uuid, key text, kind text, "on" date, suspended boolean, source text, sealed text)
      ON CONFLICT (agency_id, id) DO UPDATE SET "on" = excluded."on", suspended = excluded.suspended, source = excluded.source, sealed = excluded.sealed
    ), gone_deadlines AS (
      DELETE FROM deadlines WHERE agency_id = $1 AND id = ANY ($10::uuid[])
    ), put_foreseen AS (
      INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", listed, away, source, held_by, sealed)
      SELECT $1, s.id, $2, s.key, s.what, s.kind, s."on", s.listed, s.away, s.source, s."heldBy", decode(s.sealed, 'base64')
      FROM jsonb_to_recordset($14::jsonb) AS s(id uuid, key text, what text, kind text, "on" date, listed boolean, away boolean, source text, "heldBy" uuid,
        sealed text)
      ON CONFLICT (agency_id, id) DO UPDATE SET what = excluded.what, kind = excluded.kind, "on" = excluded."on",
        listed = excluded.listed, away = excluded.away, source = excluded.source, held_by = excluded.held_by, sealed = excluded.sealed
    ), gone_foreseen AS (
      DELETE FROM foreseen WHERE agency_id = $1 AND id = ANY ($15::uuid[])
    ), file_row AS (
      UPDATE files f SET version = c.version, town = c.town, caisse = c.caisse, department = c.department, category = c.category,
        language = c.language, stage = c.stage, step = c.step, stage_since = c."stageSince", closed = c.closed,
        next_task_key = c."nextTaskKey", next_task_kind = c."nextTaskKind", next_due_on = c."nextDueOn",
        documents_in_hand = c."documentsInHand", documents_needed = c."documentsNeeded", search_text = c."searchText",
        next_review_on = c."nextReviewOn", planned_on = c."plannedOn", rules_version = c."rulesVersion",
        playbook_version = c."playbookVersion", review_taken_at = NULL, review_marked_at = NULL, updated_at = now()
      FROM jsonb_to_record($11::jsonb) AS c(version integer, town text, caisse text, department text, category text, language text, stage text,
        step integer, "stageSince" date, closed boolean, "nextTaskKey" text, "nextTaskKind" text, "nextDueOn" date, "documentsInHand" integer,
        "documentsNeeded" integer, "searchText" text, "nextReviewOn" date, "plannedOn" date, "rulesVersion" text, "playbookVersion" integer)
      WHERE f.agency_id = $1 AND f.id = $2
    ), kept_answer AS (
      INSERT INTO idempotency_keys (agency_id, user_id, route, key, body_hash, status, sealed)
      SELECT $1, k."userId", k.route, k.key, decode(k."bodyHash", 'base64'), k.status, decode(k.sealed, 'base64')
      FROM jsonb_to_recordset($12::jsonb) AS k("userId" uuid, route text, key text, "bodyHash" text, status integer, sealed text)
    )
    SELECT append_audit($1, a.actor, a.action, a.subject)
    FROM jsonb_to_recordset($13::jsonb) AS a(actor uuid, action text, subject jsonb)`,
};

/** Makes the tables look like the plan, and keeps what caused it, in the caller's transaction. */
export async function writeFile(tx: Tx, keys: KeyRing, write: FileWrite): Promise<void> {
  const { agencyId } = tx;
  const sealed = (table: string, id: string, value: unknown) =>
    seal(keys, { agencyId, table, id, column: 'sealed' }, value).toString('base64');
  const closed = <T extends { id: string; content: unknown }>(table: string, rows: T[]) =>
    JSON.stringify(rows.map(({ content, ...row }) => ({ ...row, sealed: sealed(table, row.id, content) })));
  const { reconciled, foreseen, columns, events, answer, audit } = write;
  await tx.query(WRITE, [
    agencyId,
    write.fileId,
    JSON.stringify(
      events.map(({ event, ...rest }) => ({
        ...rest,
        id: event.id,
        type: event.type,
        on: event.on ?? null,
        sealed: sealed('events', event.id, event),
      })),
    ),
    closed('tasks', reconciled.tasks.added),
    closed('tasks', reconciled.tasks.changed),
    closed('messages', reconciled.messages.added),
    closed('messages', reconciled.messages.changed),
    write.mailDomain,
    closed('deadlines', [...reconciled.deadlines.added, ...reconciled.deadlines.changed]),
    reconciled.deadlines.gone,
    JSON.stringify(columns),
    JSON.stringify(answer ? [keptAnswer(keys, agencyId, answer)] : []),
    JSON.stringify(audit ? [audit] : []),
    JSON.stringify(foreseen.put.map((row) => sealedForeseen(keys, agencyId, row))),
    foreseen.gone,
  ]);
}

/** A row of `foreseen` with what it says sealed. What falls away says nothing. */
export const sealedForeseen = (keys: KeyRing, agencyId: string, { content, ...row }: Foreseen) => ({
  ...row,
  sealed:
    content && seal(keys, { agencyId, table: 'foreseen', id: row.id, column: 'sealed' }, content).toString('base64'),
});

/** Where a kept answer stands. */
export const answerPlace = (
  agencyId: string,
  { userId, route, key }: Pick<KeptAnswer, 'userId' | 'route' | 'key'>,
) => ({
  agencyId,
  table: 'idempotency_keys',
  id: `${userId} ${route} ${key}`,
  column: 'sealed',
});

const keptAnswer = (keys: KeyRing, agencyId: string, { answer, bodyHash, ...kept }: KeptAnswer) => ({
  ...kept,
  bodyHash: bodyHash.toString('base64'),
  sealed: seal(keys, answerPlace(agencyId, kept), answer).toString('base64'),
});

/** What tells one request's body from another's. */
export const hashOf = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest();

/** What is kept of an idempotency key: the caller may have put anything into it. */
export const keptKey = (key: string) => hashOf(key).toString('base64url');
