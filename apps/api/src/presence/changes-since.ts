import type { FileChange, OtherChange } from '@suivi/contracts/changes';
import type { Tx } from '@suivi/database/database';

/** What the audit calls it, and what it is called on screen. */
const TYPE_OF: Record<string, OtherChange> = {
  'client.changed': 'client_changed',
  'task.snoozed': 'task_snoozed',
  'task.assigned': 'task_assigned',
  'note.written': 'note_written',
  'note.restored': 'note_written',
  'note.changed': 'note_changed',
  'note.deleted': 'note_deleted',
  'message.held': 'email_held',
  'message.released': 'email_released',
  'message.resent': 'email_resent',
  'email.held_ahead': 'email_held',
  'email.released_ahead': 'email_released',
};
/** What makes nothing else of a file old: told to whoever changes the same thing, not on the file's page. */
const OF_ONE_THING: Record<string, OtherChange> = { 'letter.changed': 'letter_changed' };
const SHOWN_AT_MOST = 20;

type Asked = {
  /** Only what stands behind this mark. */
  since: string;
  /** Whose own changes are left out; null: nobody’s. */
  except: string | null;
  /** Only one kind of action, on one thing of the file. */
  action?: string;
  about?: Record<string, string>;
};
type Entry = {
  action: string;
  at: string;
  by: string | null;
  eventType: string | null;
  on: string | null;
  task: string | null;
  fields: string[] | null;
};

/** What others did to a file since, the oldest first: read from the audit, where every change stands. */
export async function changesSince(tx: Tx, fileId: string, asked: Asked): Promise<FileChange[]> {
  const rows = await tx.query<Entry>(
    `SELECT a.action, a.at, m.name AS by, e.type AS "eventType", e."on", a.subject ->> 'key' AS task,
       CASE WHEN jsonb_typeof(a.subject -> 'fields') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(a.subject -> 'fields')) END AS fields
     FROM audit a
     LEFT JOIN members m ON m.agency_id = a.agency_id AND m.user_id = a.actor
     LEFT JOIN events e ON a.action = 'event.recorded' AND e.agency_id = a.agency_id AND e.id = (a.subject ->> 'event')::uuid
     WHERE a.agency_id = $1 AND a.subject ->> 'file' = $2 AND a.seq > $3::bigint AND a.actor IS DISTINCT FROM $4::uuid
       AND a.action = ANY ($5::text[]) AND a.subject @> $6::jsonb
     ORDER BY a.seq DESC LIMIT ${SHOWN_AT_MOST}`,
    [
      tx.agencyId,
      fileId,
      asked.since,
      asked.except,
      asked.action === undefined ? ['event.recorded', ...Object.keys(TYPE_OF)] : [asked.action],
      JSON.stringify(asked.about ?? {}),
    ],
  );
  return rows.reverse().map(({ action, at, by, eventType, on, task, fields }) => ({
    type: eventType ?? TYPE_OF[action] ?? OF_ONE_THING[action] ?? action,
    on,
    by: by ?? 'Suivi',
    at,
    ...(task !== null && { task }),
    ...(fields !== null && { fields }),
  }));
}

/** The last entry of the audit about a file: whoever knows a lower one shows something old. */
export async function markOf(tx: Tx, fileId: string): Promise<string> {
  const { mark } = await tx.one<{ mark: string }>(
    `SELECT coalesce(max(seq), 0)::text AS mark FROM audit WHERE agency_id = $1 AND subject ->> 'file' = $2`,
    [tx.agencyId, fileId],
  );
  return mark;
}
