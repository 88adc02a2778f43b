import type { Tx } from '@suivi/database/database';
import type { KeyRing } from '@suivi/database/sealing';
import { letterOfTask } from '@suivi/letters/which-letter';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { gatherLetter, type Gathered } from './gather-letter.ts';

export type LetterTask = { id: string; fileId: string; key: string; template: Gathered['template'] };

/** Those of these tasks that are open and ask for a letter, in the order asked for. */
export async function letterTasks(tx: Tx, taskIds: readonly string[]): Promise<LetterTask[]> {
  const rows = await tx.query<{ id: string; fileId: string; key: string }>(
    `SELECT id, file_id AS "fileId", key FROM tasks WHERE agency_id = $1 AND id = ANY($2::uuid[]) AND state = 'open'`,
    [tx.agencyId, taskIds],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return taskIds.flatMap((id) => {
    const row = byId.get(id.toLowerCase());
    const template = row ? letterOfTask(row.key) : null;
    return row && template !== null && template !== 'mandate' ? [{ ...row, template }] : [];
  });
}

/** Gathers the letter of a task within a transaction. @throws Problem 404 */
export async function gatherForTask(
  tx: Tx,
  keys: KeyRing,
  taskId: string,
): Promise<{ task: LetterTask; gathered: Gathered }> {
  const [task] = await letterTasks(tx, [taskId]);
  const stored = task && (await readStoredFile(tx, keys, task.fileId));
  if (!task || !stored) throw notFound('task');
  return { task, gathered: await gatherLetter(tx, keys, stored, { template: task.template, taskKey: task.key }) };
}

export const gatherTask = ({ database, keys }: Platform, agencyId: string, taskId: string) =>
  database.asAgency(agencyId, (tx) => gatherForTask(tx, keys, taskId));
