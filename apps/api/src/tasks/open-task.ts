import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { notFound, Problem } from '../platform/problem.ts';
import { changesSince } from '../presence/changes-since.ts';

export type OpenTask = {
  id: string;
  fileId: string;
  key: string;
  dueOn: Day;
  snoozedUntil: Day | null;
  assignee: string | null;
  adviserId: string | null;
};

/** An open task, its file locked: what a person sets and what the plan sets do not cross. @throws Problem 404, 409 `task_not_open` */
export async function lockOpenTask(tx: Tx, taskId: string): Promise<OpenTask> {
  const task = await tx.maybeOne<OpenTask & { state: string }>(
    `SELECT t.id, t.file_id AS "fileId", t.key, t.due_on AS "dueOn", t.snoozed_until AS "snoozedUntil", t.assignee, t.state, f.adviser_id AS "adviserId"
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

/**
 * What a person sees of a task may be old: whoever has changed it since is named, with when.
 * @throws Problem 409 `stale_task`
 */
export async function refuseStaleTask(
  tx: Tx,
  task: OpenTask,
  { is, was, action, me }: { is: string | null; was: string | null | undefined; action: string; me: string },
): Promise<void> {
  if (was === undefined || was === is) return;
  const changes = await changesSince(tx, task.fileId, { since: '0', except: me, action, about: { task: task.id } });
  throw new Problem(
    409,
    'stale_task',
    {
      en: 'Somebody has changed this task meanwhile. Look at what it is now, then decide which stands.',
      fr: 'Quelqu’un a changé cette tâche entre-temps. Voyez ce qu’il en est, puis choisissez ce qui reste.',
    },
    { changes: changes.slice(-1) },
  );
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
