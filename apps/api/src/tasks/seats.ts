import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';

/** Whose work somebody sees as their own: theirs, and that of colleagues who are away and named them. */
export async function seatsOf(tx: Tx, userId: string, today: Day): Promise<string[]> {
  const away = await tx.query<{ userId: string }>(
    `SELECT user_id AS "userId" FROM members
     WHERE agency_id = $1 AND substitute = $2 AND absent_from <= $3::date AND (absent_to IS NULL OR absent_to >= $3::date)`,
    [tx.agencyId, userId, today],
  );
  return [userId, ...away.map((member) => member.userId)];
}
