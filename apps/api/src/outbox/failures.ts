import { randomUUID } from 'node:crypto';
import type { Tx } from '@suivi/database/database';

export type Failure = { job: string; error: string; fileId?: string | null; messageId?: string | null };

/** Notes what could not be done, for the people who can act. The same thing failing again is counted, not listed again. */
export async function noteFailure(tx: Tx, { job, error, fileId = null, messageId = null }: Failure): Promise<void> {
  await tx.execute(
    `INSERT INTO failures (agency_id, id, job, error, file_id, message_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (agency_id, job, error, file_id, message_id) WHERE resolved_at IS NULL
     DO UPDATE SET times = failures.times + 1, failed_at = now()`,
    [tx.agencyId, randomUUID(), job, error, fileId, messageId],
  );
}

/** What had failed has been done since. */
export async function resolveFailures(
  tx: Tx,
  { job, fileId = null, messageId = null }: Omit<Failure, 'error'>,
): Promise<void> {
  await tx.execute(
    `UPDATE failures SET resolved_at = now()
     WHERE agency_id = $1 AND job = $2 AND file_id IS NOT DISTINCT FROM $3 AND message_id IS NOT DISTINCT FROM $4
       AND resolved_at IS NULL`,
    [tx.agencyId, job, fileId, messageId],
  );
}
