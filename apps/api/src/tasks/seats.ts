import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';

/** A colleague who is away today, and until when; null as long as nobody knows. */
export type AwayColleague = { userId: string; name: string; to: Day | null };

/**
 * For whom somebody stands in today: colleagues who are away and named them, and those whose own substitute is away,
 * too, and named them in turn.
 */
export const awayColleagues = (tx: Tx, userId: string, today: Day): Promise<AwayColleague[]> =>
  tx.query<AwayColleague>(
    `WITH RECURSIVE seats AS (
       SELECT $2::uuid AS user_id, NULL::text AS name, NULL::date AS absent_to
       UNION
       SELECT m.user_id, m.name, m.absent_to FROM seats JOIN members m ON m.agency_id = $1 AND m.substitute = seats.user_id
       WHERE m.absent_from <= $3::date AND (m.absent_to IS NULL OR m.absent_to >= $3::date)
     )
     SELECT user_id AS "userId", name, absent_to AS "to" FROM seats WHERE user_id <> $2::uuid ORDER BY name, user_id`,
    [tx.agencyId, userId, today],
  );

/** Whose work somebody sees as their own: theirs, and that of those for whom they stand in. */
export async function seatsOf(tx: Tx, userId: string, today: Day): Promise<string[]> {
  const away = await awayColleagues(tx, userId, today);
  return [userId, ...away.map((member) => member.userId)];
}
