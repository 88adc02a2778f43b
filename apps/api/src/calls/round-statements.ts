import type { Statement } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';

/** No person makes more in a day. */
export const SHOWN = 300;
const DUE = 'greatest(t.due_on, t.snoozed_until)';
const OPEN_CALLS = `FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
  WHERE t.agency_id = $1 AND t.state = 'open' AND t.kind = 'call_3646'`;
const OURS = `($3::uuid[] IS NULL OR coalesce(t.assignee, f.adviser_id) = ANY ($3::uuid[]))`;
const COLUMNS = `t.id AS "taskId", t.key, ${DUE} AS "dueOn", t.sealed, f.id AS "fileId", f.reference,
  f.first_name || ' ' || f.last_name AS "clientName", f.version, f.caisse, f.department`;

export const TO_MAKE: Statement = {
  name: 'calls_to_make',
  text: `SELECT ${COLUMNS} ${OPEN_CALLS} AND ${DUE} <= $2::date AND ${OURS} ORDER BY ${DUE}, t.key, t.id LIMIT ${SHOWN + 1}`,
};

/** Made today, and answered by a call that stands. */
export const MADE: Statement = {
  name: 'calls_made_today',
  text: `SELECT ${COLUMNS}, e.id AS "eventId", e.sealed AS event
    FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
      JOIN events e ON e.agency_id = t.agency_id AND e.id = t.answered_by
    WHERE t.agency_id = $1 AND t.state = 'done' AND t.kind = 'call_3646' AND t.closed_at > now() - interval '1 day'
      AND e.type = 'call_made' AND e."on" = $2::date AND ${OURS}
    ORDER BY t.closed_at LIMIT ${SHOWN}`,
};

export const COUNTS: Statement = {
  name: 'calls_counts',
  text: `SELECT count(*) FILTER (WHERE mine)::int AS mine, count(*)::int AS team,
      (SELECT ${DUE} ${OPEN_CALLS} AND ${DUE} > $2::date AND ($4 OR coalesce(coalesce(t.assignee, f.adviser_id) = ANY ($3::uuid[]), false))
        ORDER BY 1 LIMIT 1) AS "nextDueOn"
    FROM (SELECT coalesce(coalesce(t.assignee, f.adviser_id) = ANY ($3::uuid[]), false) AS mine ${OPEN_CALLS} AND ${DUE} <= $2::date) w`,
};

/** The calls of a file that nobody answered, since somebody last did. */
export const TRIED: Statement = {
  name: 'calls_tried',
  text: `SELECT file_id AS "fileId", local_minute AS minute FROM calls c
    WHERE agency_id = $1 AND file_id = ANY ($2::uuid[]) AND NOT voided AND NOT answered AND started_at > coalesce(
      (SELECT max(started_at) FROM calls a WHERE a.agency_id = $1 AND a.file_id = c.file_id AND a.answered AND NOT a.voided), '-infinity')`,
};

export type CallRow = {
  taskId: string;
  key: string;
  dueOn: Day;
  sealed: Buffer;
  fileId: string;
  reference: string;
  clientName: string;
  version: number;
  caisse: string | null;
  department: string | null;
};
export type MadeRow = CallRow & { eventId: string; event: Buffer };
