import type { KeyRing } from '@suivi/database/sealing';
import { seal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import { resolveFailures } from '../outbox/failures.ts';
import { sendEmailJob } from '../outbox/jobs.ts';
import type { ClaimedMessage } from './claim-message.ts';
import type { HeldReason } from './message-reasons.ts';
import type { FailureReason } from './verdict.ts';

/** A text as it left, kept so that the adviser sees what the client got. */
export type SentText = { to: string; subject: string; html: string; text: string };

type Claim = Pick<ClaimedMessage, 'id' | 'fileId' | 'attempt'>;

/** The claim is void when a sweep, a person or another worker has moved the message on. */
const STILL_OURS = `agency_id = $1 AND id = $2 AND attempt = $3`;

/** Keeps the text that is about to leave. */
export async function keepText(tx: Tx, keys: KeyRing, { id, attempt }: Claim, text: SentText): Promise<boolean> {
  const place = { agencyId: tx.agencyId, table: 'messages', id, column: 'text_sealed' };
  const sql = `UPDATE messages SET text_sealed = $4 WHERE ${STILL_OURS} AND state = 'sending'`;
  return (await tx.execute(sql, [tx.agencyId, id, attempt, seal(keys, place, text)])) === 1;
}

/**
 * Says, in the last moment before the server has the whole letter, that it may have it from now on. False: the claim
 * is void, and the letter must not be finished.
 */
export async function markInData(tx: Tx, { id, attempt }: Claim): Promise<boolean> {
  const sql = `UPDATE messages SET in_data = true WHERE ${STILL_OURS} AND state = 'sending'`;
  return (await tx.execute(sql, [tx.agencyId, id, attempt])) === 1;
}

/** The server took it. A late reply corrects what a sweep called uncertain meanwhile. */
export async function markSent(tx: Tx, { id, fileId, attempt }: Claim): Promise<void> {
  const sql = `UPDATE messages SET state = 'sent', sent_at = now(), in_data = false, failure = NULL, retry_at = NULL
    WHERE ${STILL_OURS} AND state IN ('sending', 'uncertain')`;
  await tx.execute(sql, [tx.agencyId, id, attempt]);
  await resolveFailures(tx, { job: sendEmailJob.name, messageId: id });
  await settleTrouble(tx, fileId);
}

/** Back into the queue, to be taken again after a while. `counted`: the server said "not now" to this very message. */
export async function putBack(
  tx: Tx,
  { id, attempt }: Claim,
  { waitMs, counted }: { waitMs: number; counted: boolean },
): Promise<void> {
  const sql = `UPDATE messages SET state = 'queued', in_data = false, queued_at = now(), tries = tries + $5,
      retry_at = now() + make_interval(secs => $4::float8 / 1000)
    WHERE ${STILL_OURS} AND state = 'sending' RETURNING retry_at`;
  const row = await tx.maybeOne<{ retry_at: string }>(sql, [tx.agencyId, id, attempt, waitMs, counted ? 1 : 0]);
  if (row === null) return;
  await tx.execute(
    `INSERT INTO outbox (agency_id, job, payload, run_after)
     VALUES ($1, $2, jsonb_build_object('agencyId', $1::uuid, 'messageId', $3::uuid), $4)`,
    [tx.agencyId, sendEmailJob.name, id, row.retry_at],
  );
}

/** It will not leave by itself any more; or, `uncertain`, nobody can say whether it has. */
export async function giveUp(
  tx: Tx,
  { id, fileId, attempt }: Claim,
  state: 'failed' | 'uncertain',
  failure: FailureReason,
): Promise<void> {
  const sql = `UPDATE messages SET state = $4, failure = $5, retry_at = NULL WHERE ${STILL_OURS} AND state = 'sending'`;
  if ((await tx.execute(sql, [tx.agencyId, id, attempt, state, failure])) === 1) await settleTrouble(tx, fileId);
}

/** It waits until what is missing is known, or until a person has looked at it. */
export async function holdClaimed(tx: Tx, { id, fileId, attempt }: Claim, reason: HeldReason): Promise<void> {
  const sql = `UPDATE messages SET state = 'held', held_reason = $4 WHERE ${STILL_OURS} AND state = 'sending'`;
  if ((await tx.execute(sql, [tx.agencyId, id, attempt, reason])) === 1) await settleTrouble(tx, fileId);
}

/** The list of files shows whose emails need a person. */
async function settleTrouble(tx: Tx, fileId: string): Promise<void> {
  await tx.execute(
    `UPDATE files f SET email_trouble = t.trouble
     FROM (SELECT EXISTS (
       SELECT FROM messages WHERE agency_id = $1 AND file_id = $2 AND (state IN ('failed', 'uncertain')
         OR state = 'held' AND held_reason <> 'by_person')) AS trouble) t
     WHERE f.agency_id = $1 AND f.id = $2 AND f.email_trouble IS DISTINCT FROM t.trouble`,
    [tx.agencyId, fileId],
  );
}
