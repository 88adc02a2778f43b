import type { Colleague } from '../accounts/person.ts';
import { refuseStranger } from '../files/create-file.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { lockOpenTask, refuseStaleTask } from './open-task.ts';

/**
 * Gives a task to somebody, or back to the file's adviser (null). It outlives planning. An adviser takes tasks and gives
 * back what they took; a lead assigns for others.
 * @param was whose the person saw it to be; left out, whoever has it
 * @throws Problem 404, 409 `task_not_open`, `stale_task`, 403 `not_allowed`, 422
 */
export async function assignTask(
  { database }: Platform,
  me: Colleague,
  taskId: string,
  assignee: string | null,
  was?: string | null,
): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    const task = await lockOpenTask(tx, taskId);
    await refuseStaleTask(tx, task, { is: task.assignee, was, action: 'task.assigned', me: me.userId });
    const forOthers =
      assignee === null ? task.assignee !== null && task.assignee !== me.userId : assignee !== me.userId;
    if (forOthers && me.role === 'adviser')
      throw new Problem(403, 'not_allowed', {
        en: 'An adviser takes tasks; a lead assigns them to others. Ask a lead of your agency.',
        fr: 'Un conseiller prend des tâches ; un responsable les confie à d’autres. Demandez à un responsable.',
      });
    await refuseStranger(tx, assignee);
    await tx.execute('UPDATE tasks SET assignee = $3 WHERE agency_id = $1 AND id = $2', [
      me.agencyId,
      taskId,
      assignee,
    ]);
    await tx.query(
      `SELECT append_audit($1, $2, 'task.assigned', jsonb_build_object('task', $3::text, 'to', $4::text, 'file', $5::text, 'key', $6::text))`,
      [me.agencyId, me.userId, taskId, assignee, task.fileId, task.key],
    );
  });
}
