import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { notFound, Problem } from '../platform/problem.ts';

export type OpenTask = {
  id: string;
  fileId: string;
  key: string;
  dueOn: Day;
  assignee: string | null;
  adviserId: string | null;
};

/** An open task, its file locked: what a person sets and what the plan sets do not cross. @throws Problem 404, 409 `task_not_open` */
export async function lockOpenTask(tx: Tx, taskId: string): Promise<OpenTask> {
  const task = await tx.maybeOne<OpenTask & { state: string }>(
    `SELECT t.id, t.file_id AS "fileId", t.key, t.due_on AS "dueOn", t.assignee, t.state, f.adviser_id AS "adviserId"
     FROM files f JOIN tasks t ON t.agency_id = f.agency_id AND t.file_id = f.id
     WHERE f.agency_id = $1 AND t.id = $2 FOR NO KEY UPDATE OF f`,
    [tx.agencyId, taskId],
  );
  if (!task) throw notFound('task');
  if (task.state !== 'open')
    throw new Problem(409, 'task_not_open', {
      en: 'This task is not open any more. Look at the list again.',
      fr: 'Cette tâche n’est plus ouverte. Regardez de nouveau la liste.',
    });
  return task;
}

/** The list of files sorts by the next task: the later of its day and its snooze. */
export const refreshNextTask = (tx: Tx, fileId: string) =>
  tx.execute(
    `UPDATE files f SET next_task_key = n.key, next_task_kind = n.kind, next_due_on = n.due FROM (
       SELECT key, kind, greatest(due_on, snoozed_until) AS due FROM tasks
       WHERE agency_id = $1 AND file_id = $2 AND state = 'open' ORDER BY 3, 1 LIMIT 1) n
     WHERE f.agency_id = $1 AND f.id = $2`,
    [tx.agencyId, fileId],
  );
