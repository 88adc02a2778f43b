import type { Beat, Presence } from '@suivi/contracts/presence';
import { GONE_AFTER_SECONDS } from '@suivi/contracts/presence';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { changesSince, markOf } from './changes-since.ts';

/**
 * Notes that somebody has a file open and what they do there; says who else has, and what others did since. Presence
 * goes by the real clock, whatever day the agency has.
 * @throws Problem 404
 */
export function keepPresence(
  { database }: Platform,
  me: Colleague,
  fileId: string,
  { doing, since }: Beat,
): Promise<Presence> {
  return database.asAgency(me.agencyId, async (tx) => {
    const file = await tx.maybeOne<{ version: number }>('SELECT version FROM files WHERE agency_id = $1 AND id = $2', [
      me.agencyId,
      fileId,
    ]);
    if (!file) throw notFound('file');
    const here = [me.agencyId, fileId, me.userId];
    if (doing === 'leaving')
      await tx.execute('DELETE FROM presence WHERE agency_id = $1 AND file_id = $2 AND user_id = $3', here);
    else
      await tx.execute(
        `INSERT INTO presence (agency_id, file_id, user_id, doing, seen_at) VALUES ($1, $2, $3, $4, now())
         ON CONFLICT (agency_id, file_id, user_id) DO UPDATE SET doing = excluded.doing, seen_at = excluded.seen_at`,
        [...here, doing],
      );
    const others = await tx.query<Presence['others'][number]>(
      `SELECT p.user_id AS "userId", m.name, p.doing
       FROM presence p JOIN members m ON m.agency_id = p.agency_id AND m.user_id = p.user_id
       WHERE p.agency_id = $1 AND p.file_id = $2 AND p.user_id <> $3
         AND p.seen_at > now() - make_interval(secs => ${GONE_AFTER_SECONDS}) ORDER BY m.name, p.user_id`,
      here,
    );
    // The mark first: what comes in between is told once more rather than never.
    const mark = await markOf(tx, fileId);
    const changes = since === null ? [] : await changesSince(tx, fileId, { since, except: me.userId });
    return { version: file.version, mark, others, changes };
  });
}
