import type { Tx } from '@suivi/database/database';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { HAS_LEFT } from './message-reasons.ts';

type Row = { state: string; heldBy: string | null; heldReason: string | null; resent: boolean; hasEmail: boolean };

/** The message with its file: whoever plans the file at this moment has read it as it was, and would write that back. */
async function lockMessage(tx: Tx, id: string): Promise<Row> {
  await tx.execute(
    `SELECT FROM files WHERE agency_id = $1 AND id = (SELECT file_id FROM messages WHERE agency_id = $1 AND id = $2)
     FOR NO KEY UPDATE`,
    [tx.agencyId, id],
  );
  const row = await tx.maybeOne<Row>(
    `SELECT m.state, m.held_by AS "heldBy", m.held_reason AS "heldReason", m.resent, f.email IS NOT NULL AS "hasEmail"
     FROM messages m JOIN files f ON f.agency_id = m.agency_id AND f.id = m.file_id
     WHERE m.agency_id = $1 AND m.id = $2 FOR UPDATE OF m`,
    [tx.agencyId, id],
  );
  if (!row) throw notFound('email');
  return row;
}

export const NOT_HELD: Words = {
  en: 'This email is not held any more. Look at the file again.',
  fr: 'Ce courriel n’est plus retenu. Regardez de nouveau le dossier.',
};
const LEFT = new Set(['sending', 'sent', 'uncertain']);
const past = (detail: Words) => new Problem(409, 'message_not_waiting', detail);
const audit = (tx: Tx, me: Colleague, action: string, id: string) =>
  tx.query(
    `SELECT append_audit($1, $2, $3, jsonb_build_object('message', $4::text, 'file', file_id::text))
     FROM messages WHERE agency_id = $1 AND id = $4::uuid`,
    [me.agencyId, me.userId, action, id],
  );

/** Keeps a planned email back until somebody releases it. @throws Problem 404, 409 `message_not_waiting` */
export const holdMessage = ({ database }: Pick<Platform, 'database'>, me: Colleague, id: string): Promise<void> =>
  database.asAgency(me.agencyId, (tx) => holdIn(tx, me, id));

/** The same, in the caller's transaction. */
export async function holdIn(tx: Tx, me: Colleague, id: string): Promise<void> {
  const { state } = await lockMessage(tx, id);
  if (state === 'held') return;
  if (LEFT.has(state)) throw past(HAS_LEFT);
  if (state !== 'planned' && state !== 'queued')
    throw past({
      en: 'This email has failed, or is cancelled: it cannot be held.',
      fr: 'L’envoi de ce courriel a échoué, ou il est annulé : il ne peut plus être retenu.',
    });
  await tx.execute(
    `UPDATE messages SET state = 'held', held_reason = 'by_person', held_by = $3, queued_at = NULL WHERE agency_id = $1 AND id = $2`,
    [me.agencyId, id, me.userId],
  );
  await audit(tx, me, 'message.held', id);
}

/**
 * Lets a held email leave at its hour, or at once when that has passed. What one held oneself one may release; what
 * Suivi or somebody else held back, a lead.
 * @throws Problem 404, 403 `not_allowed`, 409 `message_not_waiting`
 */
export const releaseMessage = ({ database }: Pick<Platform, 'database'>, me: Colleague, id: string): Promise<void> =>
  database.asAgency(me.agencyId, (tx) => releaseIn(tx, me, id));

/** The same, in the caller's transaction. */
export async function releaseIn(tx: Tx, me: Colleague, id: string): Promise<void> {
  const { state, heldBy, hasEmail } = await lockMessage(tx, id);
  // Whoever released it before is not whoever holds it.
  if (state !== 'held') throw past(LEFT.has(state) ? HAS_LEFT : NOT_HELD);
  refuseOthersHold(me, heldBy);
  if (!hasEmail)
    throw past({
      en: 'The client has no email address. Enter one, and the email leaves.',
      fr: 'Le client n’a pas d’adresse e-mail. Saisissez-en une, et le courriel partira.',
    });
  // Who released it stays: the sending does not ask again whether it is late.
  await tx.execute(
    `UPDATE messages SET state = 'planned', held_reason = NULL, held_by = $3, failure = NULL WHERE agency_id = $1 AND id = $2`,
    [me.agencyId, id, me.userId],
  );
  await audit(tx, me, 'message.released', id);
}

/** What one held oneself one may release; what Suivi or somebody else held back, a lead. @throws Problem 403 `not_allowed` */
export function refuseOthersHold(me: Colleague, heldBy: string | null): void {
  if (me.role === 'adviser' && heldBy !== me.userId)
    throw new Problem(403, 'not_allowed', {
      en: 'You did not hold this email yourself. Ask a lead of your agency to release it.',
      fr: 'Vous n’avez pas retenu ce courriel vous-même. Demandez à un responsable de le libérer.',
    });
}

/**
 * Sends a failed email again, or, once, one of which nobody knows whether it left: with the same Message-ID.
 * @throws Problem 404, 409 `message_not_waiting`
 */
export async function resendMessage({ database, wakeRelay }: Platform, me: Colleague, id: string): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    const { state, resent } = await lockMessage(tx, id);
    if (state !== 'failed' && state !== 'uncertain')
      throw past({
        en: 'Only an email that failed, or of which nobody knows whether it left, is sent again.',
        fr: 'Seul un courriel en échec, ou dont on ignore s’il est parti, se renvoie.',
      });
    if (state === 'uncertain' && resent)
      throw past({
        en: 'This email was sent again once already. Ask the client whether it arrived.',
        fr: 'Ce courriel a déjà été renvoyé une fois. Demandez au client s’il l’a reçu.',
      });
    await tx.execute(
      `UPDATE messages SET state = 'queued', queued_at = now(), tries = 0, retry_at = NULL, failure = NULL, in_data = false, held_by = $3,
         resent = resent OR state = 'uncertain' WHERE agency_id = $1 AND id = $2`,
      [me.agencyId, id, me.userId],
    );
    await tx.execute(
      `INSERT INTO outbox (agency_id, job, payload) VALUES ($1, 'emails.send', jsonb_build_object('agencyId', $1::uuid, 'messageId', $2::uuid))`,
      [me.agencyId, id],
    );
    await audit(tx, me, 'message.resent', id);
  });
  wakeRelay();
}
