import type { Tx } from '@suivi/database/database';
import type { Event } from '@suivi/rules/file';

/** A verdict that is voided is none: its paper waits for a check again. Voiding that brings the verdict back. */
export async function papersFollow(tx: Tx, events: readonly Event[], added: Event): Promise<void> {
  if (added.type !== 'voided') return;
  const named = events.find(({ id }) => id === added.event);
  const verdict = named?.type === 'voided' ? events.find(({ id }) => id === named.event) : named;
  if (verdict?.type !== 'document_verified' && verdict?.type !== 'document_rejected') return;
  const back = named?.type === 'voided';
  const stands = verdict.type === 'document_verified' ? 'verified' : 'rejected';
  await tx.execute(`UPDATE papers SET state = $3 WHERE agency_id = $1 AND verdict_event = $2 AND state = $4`, [
    tx.agencyId,
    verdict.id,
    back ? stands : 'to_check',
    back ? 'to_check' : stands,
  ]);
}

/** A verdict that an adviser records without opening the paper is about all that wait of it. */
export async function checkedByHand(tx: Tx, fileId: string, event: Event): Promise<void> {
  if (event.type !== 'document_verified' && event.type !== 'document_rejected') return;
  await tx.execute(
    `UPDATE papers SET state = $5, verdict_event = $6
     WHERE agency_id = $1 AND file_id = $2 AND document = $3 AND member IS NOT DISTINCT FROM $4 AND state = 'to_check'`,
    [
      tx.agencyId,
      fileId,
      event.document,
      event.member,
      event.type === 'document_verified' ? 'verified' : 'rejected',
      event.id,
    ],
  );
}
