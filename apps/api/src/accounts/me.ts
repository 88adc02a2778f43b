import type { Me } from '@suivi/contracts/me';
import type { Day } from '@suivi/rules/calendar/days';
import type { Language } from '@suivi/rules/vocabulary';
import type { Platform } from '../platform/platform.ts';
import { KINDS_OF } from '../tasks/groups.ts';
import { seatsOf } from '../tasks/seats.ts';
import type { Person } from './person.ts';

type Agency = { id: string; name: string; demo: boolean; sendingPaused: boolean; today: Day };

/** Who is signed in, what day it is for their agency, and how much is to do. */
export async function readMe({ database }: Platform, person: Person): Promise<Me> {
  const { agencyId, userId } = person;
  const { name, email, role, mayOperate, language } = person;
  const me = { userId, name, email, role, mayOperate, language };
  if (agencyId === null) return { ...me, agency: null, today: null, counts: null };
  return database.asAgency(agencyId, async (tx) => {
    const { today, ...agency } = await tx.one<Agency>(
      `SELECT id, name, demo, sending_paused AS "sendingPaused", agency_today(id) AS today FROM agencies WHERE id = $1`,
      [agencyId],
    );
    const seats = await seatsOf(tx, userId, today);
    const counts = await tx.one<NonNullable<Me['counts']>>(
      `SELECT (SELECT count(*)::int FROM files WHERE agency_id = $1 AND NOT closed) AS "openFiles", count(*)::int AS today,
         count(*) FILTER (WHERE t.kind = ANY ($4::text[]))::int AS letters,
         count(*) FILTER (WHERE t.kind = ANY ($5::text[]))::int AS calls,
         (SELECT count(*)::int FROM papers p JOIN files o ON o.agency_id = p.agency_id AND o.id = p.file_id
          WHERE p.agency_id = $1 AND p.state = 'to_check' AND o.adviser_id = ANY ($3::uuid[])) AS checks
       FROM tasks t JOIN files f ON f.agency_id = t.agency_id AND f.id = t.file_id
       WHERE t.agency_id = $1 AND t.state = 'open' AND greatest(t.due_on, t.snoozed_until) <= $2::date
         AND coalesce(t.assignee, f.adviser_id) = ANY ($3::uuid[])`,
      [agencyId, today, seats, KINDS_OF.letters, KINDS_OF.calls],
    );
    return { ...me, agency, today, counts };
  });
}

/** The language is kept with the person, so that emails to them and refusals speak it too. */
export async function changeLanguage(
  { database }: Platform,
  { agencyId, userId }: Person,
  language: Language,
): Promise<void> {
  if (agencyId === null)
    await database.withoutAgency((tx) => tx.query('SELECT set_operator_language($1, $2)', [userId, language]));
  else
    await database.prisma.asAgency(agencyId, (prisma) =>
      prisma.member.update({ where: { agencyId_userId: { agencyId, userId } }, data: { language } }),
    );
}
