import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { deadlineOf } from '../files/snooze.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { lockOpenTask, refreshNextTask, refuseStaleTask } from './open-task.ts';

/**
 * Puts a task off, or back (`until` null). It moves no email, and no law.
 * @param was what the person saw; left out, whatever stands is put off
 * @throws Problem 404, 409 `task_not_open`, `stale_task`, 422 for a day that is over or beyond the legal deadline of the same cause
 */
export async function snoozeTask(
  { database }: Platform,
  me: Colleague,
  taskId: string,
  until: Day | null,
  was?: Day | null,
): Promise<void> {
  await database.asAgency(me.agencyId, (tx) => snoozeTaskIn(tx, me, taskId, until, was));
}

/** The same, in a transaction of the caller's. */
export async function snoozeTaskIn(
  tx: Tx,
  me: Colleague,
  taskId: string,
  until: Day | null,
  was?: Day | null,
): Promise<void> {
  const task = await lockOpenTask(tx, taskId);
  await refuseStaleTask(tx, task, { is: task.snoozedUntil, was, action: 'task.snoozed', me: me.userId });
  const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [me.agencyId]);
  if (until !== null && until <= today)
    throw refused({ en: 'Choose a day after today.', fr: 'Choisissez un jour après aujourd’hui.' });
  const deadlines = await tx.query<{ key: string; on: Day; suspended: boolean }>(
    'SELECT key, "on", suspended FROM deadlines WHERE agency_id = $1 AND file_id = $2',
    [me.agencyId, task.fileId],
  );
  const deadline = deadlineOf(task.key, deadlines);
  if (until !== null && deadline !== null && until > deadline)
    throw refused({
      en: `The legal deadline is ${inWords(deadline, 'en', { weekday: true })}. Choose a day up to it.`,
      fr: `L’échéance légale est le ${inWords(deadline, 'fr', { weekday: true })}. Choisissez un jour qui ne la dépasse pas.`,
    });
  await tx.execute('UPDATE tasks SET snoozed_until = $3 WHERE agency_id = $1 AND id = $2', [
    me.agencyId,
    taskId,
    until,
  ]);
  await refreshNextTask(tx, task.fileId);
  await tx.query(
    `SELECT append_audit($1, $2, 'task.snoozed', jsonb_build_object('task', $3::text, 'until', $4::text, 'file', $5::text, 'key', $6::text))`,
    [me.agencyId, me.userId, taskId, until, task.fileId, task.key],
  );
}

const refused = (message: Words) =>
  new Problem(422, 'invalid_request', message, { errors: [{ path: 'until', message }] });
