import type { MemberOfAgency } from '@suivi/contracts/me';
import type { Platform } from '../platform/platform.ts';

/** The colleagues of an agency, and how much each has to do today. */
export function listMembers({ database }: Platform, agencyId: string): Promise<MemberOfAgency[]> {
  return database.asAgency(agencyId, (tx) =>
    tx.query<MemberOfAgency>(
      `SELECT m.user_id AS "userId", m.name, m.role, m.active, coalesce(w.due, 0)::int AS "openTasks"
       FROM members m LEFT JOIN (
         SELECT coalesce(t.assignee, f.adviser_id) AS user_id, count(*) AS due
         FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
         WHERE t.agency_id = $1 AND t.state = 'open' AND greatest(t.due_on, t.snoozed_until) <= agency_today($1) GROUP BY 1) w ON w.user_id = m.user_id
       WHERE m.agency_id = $1 ORDER BY m.name`,
      [agencyId],
    ),
  );
}
