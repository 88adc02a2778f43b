import type { Workload } from '@suivi/contracts/absences';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';

/** How far ahead an absence is reckoned with. */
const DAYS_AHEAD = 120;

/** The open tasks of a colleague by day, for whoever decides who does them meanwhile. @throws Problem 404 */
export function readWorkload({ database }: Platform, me: Colleague, userId: string): Promise<Workload> {
  return database.asAgency(me.agencyId, async (tx) => {
    const known = await tx.maybeOne('SELECT 1 AS one FROM members WHERE agency_id = $1 AND user_id = $2', [
      me.agencyId,
      userId,
    ]);
    if (!known) throw notFound('person');
    return {
      days: await tx.query<Workload['days'][number]>(
        `SELECT greatest(t.due_on, t.snoozed_until) AS on, count(*)::int AS tasks
         FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
         WHERE t.agency_id = $1 AND t.state = 'open' AND coalesce(t.assignee, f.adviser_id) = $2
           AND greatest(t.due_on, t.snoozed_until) <= agency_today($1) + ${DAYS_AHEAD}
         GROUP BY 1 ORDER BY 1`,
        [me.agencyId, userId],
      ),
    };
  });
}
