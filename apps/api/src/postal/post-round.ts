import type { LetterStanding } from '@suivi/contracts/letters';
import type { PostLetter, PostRound, PostRoundQuery } from '@suivi/contracts/post';
import { unseal } from '@suivi/database/sealing';
import type { Statement } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { describeLetters } from '../letters/describe-letters.ts';
import type { Platform } from '../platform/platform.ts';
import { KINDS_OF } from '../tasks/groups.ts';
import { seatsOf } from '../tasks/seats.ts';
import { readLaPosteState } from './la-poste-state.ts';

const SHOWN = 200;

/**
 * Letters, and what keeps a file that is ready from having one: of a file whose caisse has no address, or is not chosen,
 * the plan lists no letter yet.
 */
const LETTERS = `FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
  WHERE t.agency_id = $1 AND t.state = 'open' AND (t.kind = ANY ($2::text[])
    OR f.stage = 'ready_to_submit' AND (t.kind = 'choose_caisse' OR t.key = 'review_file:caisse_address:1'))`;
const DUE = 'greatest(t.due_on, t.snoozed_until)';
const MINE = 'coalesce(coalesce(t.assignee, f.adviser_id) = ANY ($4::uuid[]), false)';

const ROWS: Statement = {
  name: 'post_round_rows',
  text: `SELECT t.id AS "taskId", t.key, t.kind, t.due_on AS "dueOn", t.source, t.sealed, f.id AS "fileId", f.reference,
      f.first_name || ' ' || f.last_name AS "clientName", f.caisse, f.version
    ${LETTERS} AND ${DUE} <= $3::date AND ($5 OR ${MINE})
    ORDER BY t.kind = ANY ($2::text[]) DESC, ${DUE}, f.caisse, f.reference, t.key LIMIT ${SHOWN + 1}`,
};
const COUNTS: Statement = {
  name: 'post_round_counts',
  text: `SELECT count(*) FILTER (WHERE ${MINE})::int AS mine, count(*)::int AS team,
      (SELECT min(${DUE}) ${LETTERS} AND ${DUE} > $3::date AND ($5 OR ${MINE})) AS "nextDueOn"
    ${LETTERS} AND ${DUE} <= $3::date`,
};

type Row = Omit<PostLetter, 'because' | 'payload' | 'file' | 'letter' | 'blocked'> & {
  sealed: Buffer;
  fileId: string;
  reference: string;
  clientName: string;
  caisse: string | null;
  version: number;
};

const blockOf = ({ kind, key }: Row): PostLetter['blocked'] =>
  kind === 'choose_caisse' ? 'choose_caisse' : key.startsWith('review_file:caisse_address') ? 'no_address' : null;

/** All letters due today or late, of one person or of the team, and what blocks those that cannot be posted. */
export async function readPostRound(platform: Platform, me: Colleague, { scope }: PostRoundQuery): Promise<PostRound> {
  const { database, keys } = platform;
  const { agencyId } = me;
  const { rows, ...round } = await database.asAgency(agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [agencyId]);
    const asked = [agencyId, KINDS_OF.letters, today, await seatsOf(tx, me.userId, today), scope === 'team'];
    const found = await tx.query<Row>(ROWS, asked);
    const { nextDueOn, ...scopes } = await tx.one<{ mine: number; team: number; nextDueOn: Day | null }>(COUNTS, asked);
    return { today, rows: found, scopes, nextDueOn, laPoste: await readLaPosteState(tx, platform) };
  });
  const shown = rows.slice(0, SHOWN);
  const described = await describeLetters(
    platform,
    me,
    shown.filter((row) => blockOf(row) === null).map(({ taskId }) => taskId),
  );
  const standing = new Map<string, LetterStanding>(described.map((letter) => [letter.taskId, letter]));
  return {
    ...round,
    more: rows.length > SHOWN,
    letters: shown.map((row) => {
      const { sealed, fileId, reference, clientName, caisse, version, ...task } = row;
      return {
        ...task,
        ...unseal<{ because: Words; payload: Record<string, unknown> }>(
          keys,
          { agencyId, table: 'tasks', id: task.taskId, column: 'sealed' },
          sealed,
        ),
        blocked: blockOf(row),
        file: { id: fileId, reference, clientName, caisse, version },
        letter: standing.get(task.taskId) ?? null,
      };
    }),
  };
}
