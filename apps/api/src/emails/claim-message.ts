import type { EmailTemplate } from '@suivi/rules/vocabulary';
import type { Day } from '@suivi/rules/calendar/days';
import { daysFrom } from '@suivi/rules/calendar/days';
import { HELD_WHEN_LATER_THAN_DAYS } from '@suivi/rules/emails/late';
import type { Tx } from '@suivi/database/database';
import { SUPERSEDED } from './message-reasons.ts';

/** A message that this worker, and no other, may send now. `attempt` is what tells its claim from a later one's. */
export type ClaimedMessage = {
  id: string;
  fileId: string;
  key: string;
  template: EmailTemplate;
  sendOn: Day;
  sealed: Buffer;
  messageId: string;
  attempt: number;
  tries: number;
  /** By the database's clock. */
  claimedAt: string;
  today: Day;
  demo: boolean;
  /** A person has looked at it and wants it to leave. */
  wanted: boolean;
};

/**
 * Takes a queued message for sending, in one statement and by the database's clock: whatever the queue believes, it
 * is taken once. Null: somebody else has it, its time has not come, or it must not leave. An event that was undone and
 * recorded anew leaves the job of the first one behind, which comes before the second one can no longer be undone.
 */
export async function claimMessage(tx: Tx, messageId: string): Promise<ClaimedMessage | null> {
  const claimed = await tx.maybeOne<ClaimedMessage>(
    `UPDATE messages m
     SET state = 'sending', attempt = m.attempt + 1, claimed_at = now(), in_data = false, failure = NULL
     FROM agencies a
     WHERE a.id = $1 AND m.agency_id = $1 AND m.id = $2 AND m.state = 'queued' AND NOT a.sending_paused
       AND (m.retry_at IS NULL OR m.retry_at <= now()) AND (m.queued_at IS NULL OR m.queued_at <= now())
     RETURNING m.id, m.file_id AS "fileId", m.key, m.template, m.send_on AS "sendOn", m.sealed,
       m.message_id AS "messageId", m.attempt, m.tries, m.claimed_at AS "claimedAt", a.demo,
       m.resent OR m.held_by IS NOT NULL AS wanted,
       coalesce(a.demo_day, (now() AT TIME ZONE 'Europe/Paris')::date) AS today`,
    [tx.agencyId, messageId],
  );
  if (claimed === null) return null;
  return (await mayLeave(tx, claimed)) ? claimed : null;
}

/**
 * Of several late emails of a file only the newest leaves, or is shown to a person when it is very late: what `fatesOf`
 * says of a whole file, asked here of one message while it is claimed.
 */
async function mayLeave(tx: Tx, message: ClaimedMessage): Promise<boolean> {
  const { id, fileId, sendOn, today, tries, wanted } = message;
  // What the mail server put off had been in time.
  if (sendOn >= today || wanted || tries > 0) return true;
  const { newer } = await tx.one<{ newer: boolean }>(
    `SELECT EXISTS (
       SELECT FROM messages WHERE agency_id = $1 AND file_id = $2 AND id <> $3
         AND (state IN ('planned', 'queued', 'sending') OR (state = 'held' AND held_reason = 'late'))
         AND send_on < $4
         AND (send_on, key) > ($5, (SELECT key FROM messages WHERE agency_id = $1 AND id = $3))) AS newer`,
    [tx.agencyId, fileId, id, today, sendOn],
  );
  if (newer) {
    await supersede(tx, `id = $2`, [id]);
    return false;
  }
  if (daysFrom(sendOn, today) > HELD_WHEN_LATER_THAN_DAYS) {
    await tx.execute(`UPDATE messages SET state = 'held', held_reason = 'late' WHERE agency_id = $1 AND id = $2`, [
      tx.agencyId,
      id,
    ]);
    return false;
  }
  await supersede(tx, `file_id = $2 AND id <> $3 AND state IN ('planned', 'queued') AND tries = 0 AND send_on <= $4`, [
    fileId,
    id,
    sendOn,
  ]);
  return true;
}

const supersede = (tx: Tx, which: string, values: unknown[]) =>
  tx.execute(`UPDATE messages SET state = 'cancelled', failure = '${SUPERSEDED}' WHERE agency_id = $1 AND ${which}`, [
    tx.agencyId,
    ...values,
  ]);
