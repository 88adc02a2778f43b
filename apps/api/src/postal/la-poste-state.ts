import type { LaPosteState } from '@suivi/contracts/post';
import type { Tx } from '@suivi/database/database';
import { askLaPosteJob } from '../outbox/jobs.ts';
import { CAUSES } from '../operations/causes.ts';
import type { Platform } from '../platform/platform.ts';

/** Whether La Poste is asked, when it last answered this agency, and what is wrong with it now. */
export async function readLaPosteState(tx: Tx, { config }: Pick<Platform, 'config'>): Promise<LaPosteState> {
  const row = await tx.one<{ heardAt: string | null; cause: string | null }>(
    `SELECT (SELECT max(asked_at) FROM sendings WHERE agency_id = $1) AS "heardAt",
       (SELECT error FROM failures WHERE agency_id = $1 AND job = $2 AND resolved_at IS NULL ORDER BY failed_at DESC LIMIT 1) AS cause`,
    [tx.agencyId, askLaPosteJob.name],
  );
  const configured = config.LA_POSTE_KEY !== '';
  return {
    configured,
    heardAt: row.heardAt,
    trouble: configured && row.cause !== null ? (CAUSES[row.cause] ?? CAUSES.la_poste_unreachable ?? null) : null,
  };
}
