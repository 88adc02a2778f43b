import type { MemberOfAgency } from '@suivi/contracts/me';
import type { Day } from '@suivi/rules/calendar/days';
import type { Platform } from '../platform/platform.ts';

type Row = Omit<MemberOfAgency, 'work' | 'absence'> &
  MemberOfAgency['work'] & {
    from: Day | null;
    to: Day | null;
    substitute: string | null;
    substituteName: string | null;
  };

/** The colleagues of an agency, how much each has to do, and who is away. */
export async function listMembers({ database }: Platform, agencyId: string): Promise<MemberOfAgency[]> {
  const rows = await database.asAgency(agencyId, (tx) =>
    tx.query<Row>(
      `WITH day AS (SELECT agency_today($1) AS today), work AS (
         SELECT coalesce(t.assignee, f.adviser_id) AS user_id, greatest(t.due_on, t.snoozed_until) - day.today AS ahead
         FROM day, tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
         WHERE t.agency_id = $1 AND t.state = 'open' AND greatest(t.due_on, t.snoozed_until) <= day.today + 7
       ), counts AS (
         SELECT user_id, count(*) FILTER (WHERE ahead < 0) AS overdue, count(*) FILTER (WHERE ahead = 0) AS today,
           count(*) FILTER (WHERE ahead > 0) AS week
         FROM work GROUP BY 1
       )
       SELECT m.user_id AS "userId", m.name, m.role, m.active, coalesce(c.overdue, 0)::int AS overdue, coalesce(c.today, 0)::int AS today,
         coalesce(c.week, 0)::int AS week, away.*
       FROM day, members m LEFT JOIN counts c ON c.user_id = m.user_id
       LEFT JOIN LATERAL (
         SELECT m.absent_from AS "from", m.absent_to AS "to", s.user_id AS substitute, s.name AS "substituteName"
         FROM (SELECT) one LEFT JOIN members s ON s.agency_id = m.agency_id AND s.user_id = m.substitute
         WHERE m.absent_from IS NOT NULL AND (m.absent_to IS NULL OR m.absent_to >= day.today)) away ON true
       WHERE m.agency_id = $1 ORDER BY m.name`,
      [agencyId],
    ),
  );
  return rows.map(({ overdue, today, week, from, to, substitute, substituteName, ...member }) => ({
    ...member,
    work: { overdue, today, week },
    absence: from && {
      from,
      to,
      substitute: substitute === null ? null : { userId: substitute, name: substituteName ?? '' },
    },
  }));
}
