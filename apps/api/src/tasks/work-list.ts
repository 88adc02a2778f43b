import type { WorkItem, WorkList, WorkListQuery } from '@suivi/contracts/tasks';
import { unseal } from '@suivi/database/sealing';
import type { Statement } from '@suivi/database/database';
import { addDays } from '@suivi/rules/calendar/days';
import type { Day } from '@suivi/rules/calendar/days';
import { holidayName } from '@suivi/rules/calendar/working-days';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { KINDS_OF } from './groups.ts';
import { textOfNote } from '../notes/stored-note.ts';
import { awayColleagues } from './seats.ts';

const SHOWN = 500;
const HOLIDAY_WITHIN_DAYS = 10;

/** A list uses the later of the plan's day and the person's snooze; whose it is, unless assigned by hand, is the file's adviser. */
const OPEN = `FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id WHERE t.agency_id = $1 AND t.state = 'open'`;
const DUE = 'greatest(t.due_on, t.snoozed_until)';

const ROWS: Statement = {
  name: 'work_rows',
  text: `SELECT w.*, n.id AS "noteId", n.sealed AS "noteSealed", n.by AS "noteBy", n.count AS "noteCount" FROM (
    SELECT t.id, t.key, t.kind, t.state, t.due_on AS "dueOn", t.snoozed_until AS "snoozedUntil", t.assignee, t.source, t.sealed,
      t.answered_by AS "answeredBy", f.id AS "fileId", f.reference, f.first_name || ' ' || f.last_name AS "clientName", f.caisse, f.stage,
      f.version, f.adviser_id AS adviser
    ${OPEN} AND ${DUE} <= $2::date AND ($3::uuid[] IS NULL OR coalesce(t.assignee, f.adviser_id) = ANY ($3::uuid[]))
      AND ($4::text[] IS NULL OR t.kind = ANY ($4::text[])) AND ($5::text[] IS NULL OR t.kind <> ALL ($5::text[]))
    ORDER BY ${DUE}, t.key, t.id LIMIT ${SHOWN + 1}) w
    LEFT JOIN LATERAL (
      SELECT n.id, n.sealed, m.name AS by, count(*) OVER ()::int AS count
      FROM notes n JOIN members m ON m.agency_id = n.agency_id AND m.user_id = n.author
      WHERE n.agency_id = $1 AND n.file_id = w."fileId" AND n.task_key = w.key AND n.deleted_at IS NULL
      ORDER BY n.written_at DESC LIMIT 1) n ON true
    ORDER BY greatest(w."dueOn", w."snoozedUntil"), w.key, w.id`,
};

/** Counted among what is due, by its index; what is due next is the first row beyond it. */
const MINE = 'coalesce(coalesce(t.assignee, f.adviser_id) = ANY ($3::uuid[]), false)';
const COUNTS: Statement = {
  name: 'work_counts',
  text: `SELECT
      count(*) FILTER (WHERE $7 OR mine)::int AS "all",
      count(*) FILTER (WHERE ($7 OR mine) AND kind = ANY ($4::text[]))::int AS calls,
      count(*) FILTER (WHERE ($7 OR mine) AND kind = ANY ($5::text[]))::int AS letters,
      count(*) FILTER (WHERE ($7 OR mine) AND kind = ANY ($6::text[]))::int AS checks,
      count(*) FILTER (WHERE mine)::int AS mine,
      count(*)::int AS team,
      (SELECT ${DUE} ${OPEN} AND ${DUE} > $2::date AND ($7 OR ${MINE}) ORDER BY 1 LIMIT 1) AS "nextDueOn"
    FROM (SELECT t.kind, ${MINE} AS mine ${OPEN} AND ${DUE} <= $2::date) w`,
};

/** The first of what falls due on a day. */
const FIRST_ON = `SELECT t.id, t.key, t.kind, t.source, t.sealed, f.first_name || ' ' || f.last_name AS "clientName"
  ${OPEN} AND ${DUE} = $2::date AND ($3::uuid[] IS NULL OR ${MINE}) ORDER BY t.key, t.id LIMIT 1`;
type First = Omit<NonNullable<WorkList['nextDue']>, 'because' | 'payload'> & { id: string; sealed: Buffer };

type Row = Omit<WorkItem, 'because' | 'payload' | 'file' | 'note'> & {
  sealed: Buffer;
  fileId: string;
  reference: string;
  clientName: string;
  caisse: string | null;
  stage: WorkItem['file']['stage'];
  version: number;
  adviser: string | null;
  noteId: string | null;
  noteSealed: Buffer | null;
  noteBy: string;
  noteCount: number;
};
type Counts = {
  all: number;
  calls: number;
  letters: number;
  checks: number;
  mine: number;
  team: number;
  nextDueOn: Day | null;
};

/** What is due: overdue, today and the days ahead that were asked for, of one person or of the team. */
export async function readWorkList(
  { database, keys }: Platform,
  me: Colleague,
  query: WorkListQuery,
): Promise<WorkList> {
  const { agencyId } = me;
  const { calls, letters, checks } = KINDS_OF;
  const { group } = query;
  const only = group === 'all' || group === 'others' ? null : KINDS_OF[group];
  const without = group === 'others' ? [...calls, ...letters, ...checks] : null;
  const { today, standingIn, rows, counts, first } = await database.asAgency(agencyId, async (tx) => {
    const { today: day } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [agencyId]);
    const away = await awayColleagues(tx, me.userId, day);
    const seats = [me.userId, ...away.map(({ userId }) => userId)];
    const until = addDays(day, query.ahead);
    const team = query.scope === 'team';
    const found = await tx.query<Row>(ROWS, [agencyId, until, team ? null : seats, only, without]);
    const counted = await tx.one<Counts>(COUNTS, [agencyId, until, seats, calls, letters, checks, team]);
    const looksAhead = found.length === 0 && counted.nextDueOn !== null;
    return {
      today: day,
      standingIn: away,
      rows: found,
      counts: counted,
      first: looksAhead ? await tx.maybeOne<First>(FIRST_ON, [agencyId, counted.nextDueOn, team ? null : seats]) : null,
    };
  });
  const open = ({ id, sealed }: { id: string; sealed: Buffer }) =>
    unseal<{ because: Words; payload: Record<string, unknown> }>(
      keys,
      { agencyId, table: 'tasks', id, column: 'sealed' },
      sealed,
    );
  const { mine, team, nextDueOn, ...byGroup } = counts;
  return {
    today,
    items: rows
      .slice(0, SHOWN)
      .map(({ sealed, fileId, reference, clientName, caisse, stage, version, adviser, ...row }) => {
        const { noteId, noteSealed, noteBy, noteCount, ...task } = row;
        return {
          ...task,
          ...open({ id: task.id, sealed }),
          file: { id: fileId, reference, clientName, caisse, stage, version, adviser },
          note:
            noteId === null || noteSealed === null
              ? null
              : { text: textOfNote(keys, agencyId, { id: noteId, sealed: noteSealed }), by: noteBy, count: noteCount },
        };
      }),
    more: rows.length > SHOWN,
    counts: { ...byGroup, others: byGroup.all - byGroup.calls - byGroup.letters - byGroup.checks },
    scopes: { mine, team },
    standingIn,
    holiday: nextHoliday(today),
    nextDueOn,
    nextDue: first && nextDueOf(first, open(first)),
  };
}

const nextDueOf = (
  { id: _, sealed: __, ...first }: First,
  said: Pick<NonNullable<WorkList['nextDue']>, 'because' | 'payload'>,
) => ({
  ...first,
  ...said,
});

function nextHoliday(today: Day): WorkList['holiday'] {
  for (let ahead = 0; ahead <= HOLIDAY_WITHIN_DAYS; ahead++) {
    const on = addDays(today, ahead);
    const name = holidayName(on, 'metropole');
    if (name) return { on, name };
  }
  return null;
}
