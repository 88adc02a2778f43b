import type { BulkLine, BulkPreview } from '@suivi/contracts/bulk';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { refuseStranger } from '../files/create-file.ts';
import { knownFiles, lineOf } from './known-files.ts';
import { alreadyTheirs, CLOSED } from './left-out.ts';

type Foreseen = Pick<BulkPreview, 'lines' | 'away'>;

/** Whose files these would become, and which of their tasks would go along. */
export async function previewAssign(
  tx: Tx,
  { adviser, files }: { adviser: string | null; files: string[] },
  today: Day,
): Promise<Foreseen> {
  await refuseStranger(tx, adviser);
  const name = adviser === null ? null : await nameOf(tx, adviser);
  const tasks = await openTasks(tx, files);
  const lines = (await knownFiles(tx, files)).map((file): BulkLine => {
    const line = { ...lineOf(file), ...tasks.get(file.fileId) };
    if (file.closed) return { ...line, leftOut: CLOSED };
    return (file.adviser?.userId ?? null) === adviser ? { ...line, leftOut: alreadyTheirs(name) } : line;
  });
  return { lines, away: adviser === null ? null : await absence(tx, adviser, today) };
}

const nameOf = async (tx: Tx, userId: string) =>
  (
    await tx.one<{ name: string }>('SELECT name FROM members WHERE agency_id = $1 AND user_id = $2', [
      tx.agencyId,
      userId,
    ])
  ).name;

/** How many open tasks follow the file's adviser, and how many were given to somebody by hand. */
async function openTasks(tx: Tx, files: readonly string[]) {
  const rows = await tx.query<{ fileId: string; tasks: number; tasksByHand: number }>(
    `SELECT file_id AS "fileId", count(*) FILTER (WHERE assignee IS NULL)::int AS tasks,
       count(*) FILTER (WHERE assignee IS NOT NULL)::int AS "tasksByHand"
     FROM tasks WHERE agency_id = $1 AND file_id = ANY ($2::uuid[]) AND state = 'open' GROUP BY file_id`,
    [tx.agencyId, files],
  );
  return new Map(rows.map(({ fileId, ...counts }) => [fileId, counts]));
}

/** Whoever gets the files may be away: then a colleague sees their tasks, or nobody. */
const absence = (tx: Tx, userId: string, today: Day) =>
  tx.maybeOne<{ to: Day | null; substitute: string | null }>(
    `SELECT m.absent_to AS to, s.name AS substitute FROM members m
     LEFT JOIN members s ON s.agency_id = m.agency_id AND s.user_id = m.substitute
     WHERE m.agency_id = $1 AND m.user_id = $2 AND m.absent_from <= $3::date AND (m.absent_to IS NULL OR m.absent_to >= $3::date)`,
    [tx.agencyId, userId, today],
  );
