import { errorText } from '../outbox/error-text.ts';
import { noteFailure, resolveFailures } from '../outbox/failures.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { askLaPosteJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { askAgain, keepTracking } from './keep-tracking.ts';
import { askAbout, isAskable, type Said } from './la-poste.ts';

/** Asked twice by a job that ran again, La Poste would say the same. */
const FRESH_FOR = '1 hour';
/** What La Poste does not know yet may be known at the next turn. */
const UNKNOWN_AGAIN_AFTER = '12 hours';
const AWAY_AGAIN_AFTER = '1 hour';
const AWAY_RESTS_MS = 60_000;

type Context = { platform: Platform; rest: (ms: number) => void };
type Due = { id: string; fileId: string; number: string };

/**
 * Asks La Poste about some letters of an agency. When it is away, or has had enough, nothing fails: its letters are
 * asked about later, the queue rests, and one line says so to the admin, however many letters there are.
 */
export const askLaPoste = ({ platform, rest }: Context): Handler =>
  handles(askLaPosteJob, async ({ agencyId, sendingIds }) => {
    const { config, database } = platform;
    if (config.LA_POSTE_KEY === '') return;
    const due = await database.asAgency(agencyId, (tx) =>
      tx.query<Due>(
        `SELECT id, file_id AS "fileId", tracking_number AS number FROM sendings
         WHERE agency_id = $1 AND id = ANY ($2::uuid[]) AND NOT voided AND tracking_number IS NOT NULL AND ask_at IS NOT NULL
           AND (asked_at IS NULL OR asked_at < now() - $3::interval)`,
        [agencyId, sendingIds, FRESH_FOR],
      ),
    );
    const askable = due.filter(({ number }) => isAskable(number));
    const odd = due.filter(({ number }) => !isAskable(number));
    if (odd.length > 0)
      await database.asAgency(agencyId, (tx) =>
        tx.execute('UPDATE sendings SET ask_at = NULL WHERE agency_id = $1 AND id = ANY ($2::uuid[])', [
          agencyId,
          odd.map(({ id }) => id),
        ]),
      );
    if (askable.length === 0) return;
    const answer = await askAbout(
      { url: config.LA_POSTE_URL, key: config.LA_POSTE_KEY },
      askable.map(({ number }) => number),
    );
    if (answer.kind !== 'answered') {
      const { ms, cause } =
        answer.kind === 'wait' ? { ms: answer.ms, cause: null } : { ms: AWAY_RESTS_MS, cause: answer.cause };
      rest(ms);
      await database.asAgency(agencyId, async (tx) => {
        await tx.execute(
          'UPDATE sendings SET ask_at = now() + $3::interval WHERE agency_id = $1 AND id = ANY ($2::uuid[])',
          [
            agencyId,
            askable.map(({ id }) => id),
            cause === null ? `${Math.ceil(ms / 1_000)} seconds` : AWAY_AGAIN_AFTER,
          ],
        );
        if (cause !== null) await noteFailure(tx, { job: askLaPosteJob.name, error: cause });
      });
      return;
    }
    // First, so that what fails below stays on the list.
    await database.asAgency(agencyId, (tx) => resolveFailures(tx, { job: askLaPosteJob.name }));
    for (const { id, fileId, number } of askable)
      try {
        await keep(platform, agencyId, id, answer.of.get(number));
        await database.asAgency(agencyId, (tx) => resolveFailures(tx, { job: askLaPosteJob.name, fileId }));
      } catch (error) {
        await database.asAgency(agencyId, async (tx) => {
          await askAgain(tx, [id], UNKNOWN_AGAIN_AFTER);
          await noteFailure(tx, { job: askLaPosteJob.name, error: errorText(error), fileId });
        });
      }
    platform.wakeRelay();
  });

/** One letter, one transaction: a file that is broken keeps no other letter from being heard of. */
function keep({ database, ...rest }: Platform, agencyId: string, id: string, said: Said | undefined): Promise<void> {
  return database.asAgency(agencyId, async (tx) => {
    if (said === 'refused') return askAgain(tx, [id], null);
    if (said === undefined || said === 'unknown') return askAgain(tx, [id], UNKNOWN_AGAIN_AFTER);
    return keepTracking({ database, ...rest }, tx, id, said);
  });
}
