import type { ConfirmReceipt } from '@suivi/contracts/receipts';
import type { Tx } from '@suivi/database/database';
import { plan } from '@suivi/rules/plan';
import { voidedIds } from '@suivi/rules/voided';
import { randomUUID } from 'node:crypto';
import type { Colleague } from '../../accounts/person.ts';
import { bringInLine } from '../../files/bring-in-line.ts';
import { withEvent } from '../../files/possible-event.ts';
import { lockFile } from '../../files/stored-file.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { sendingsById } from './read-sendings.ts';

type Row = { state: string; eventId: string | null; fileId: string | null; isHereAgain: boolean };

/**
 * Says which letter a receipt is of, and when that arrived. A delivery that is not known yet is an event of the file; a
 * known one keeps its day, and the receipt is its proof. One transaction.
 * @throws Problem 404, 409 `receipt_settled`, 422 `impossible_event`
 */
export async function confirmReceipt(
  platform: Platform,
  me: Colleague,
  id: string,
  { sendingId, deliveredOn }: ConfirmReceipt,
): Promise<void> {
  const { database, keys } = platform;
  await database.asAgency(me.agencyId, async (tx) => {
    const [seen] = await sendingsById(tx, keys, [sendingId]);
    if (seen === undefined) throw notFound('letter');
    const stored = await lockFile(tx, keys, seen.fileId);
    const receipt = await lockReceipt(tx, id);
    if (receipt.state === 'matched' || receipt.state === 'discarded') throw settled(receipt.state);
    // Read again under the file's lock: a colleague, or La Poste, may have recorded the delivery meanwhile.
    const [sending] = await sendingsById(tx, keys, [sendingId]);
    if (sending === undefined || stored === null) throw notFound('letter');
    // A letter of no number that answered no request, refusal or filing is none of those whose deliveries the plan counts.
    const counts = sending.type !== 'letter_sent' || sending.trackingNumber !== null;
    if (sending.deliveredOn === null && deliveredOn < sending.postedOn) throw beforePosting();
    if (sending.deliveredOn === null && deliveredOn > stored.today) throw ahead();
    let eventId: string | null = null;
    if (sending.deliveredOn === null && counts) {
      eventId = randomUUID();
      const asked = {
        id: eventId,
        type: 'post_delivered',
        on: deliveredOn,
        trackingNumber: sending.trackingNumber,
      };
      const { file, event } = withEvent(stored.file, () => plan(stored.file, stored.today), {
        event: asked,
        history: true,
        today: stored.today,
      });
      await bringInLine(platform, tx, stored, {
        file,
        added: { event, seq: stored.version + 1, origin: 'adviser', recordedBy: me.userId },
        audit: {
          actor: me.userId,
          action: 'event.recorded',
          subject: { file: sending.fileId, event: eventId, type: event.type },
        },
      });
    }
    await tx.execute(
      `UPDATE receipts SET state = 'matched', sending_id = $3, file_id = $4, delivered_on = $5, event_id = $6 WHERE agency_id = $1 AND id = $2`,
      [me.agencyId, id, sendingId, sending.fileId, sending.deliveredOn ?? deliveredOn, eventId],
    );
    await audit(tx, me, 'receipt.confirmed', { receipt: id, file: sending.fileId, sending: sendingId });
  });
  platform.wakeRelay();
}

/** Puts a page away that is no receipt, or of no letter here: it can be taken back for a day, then it is erased. @throws Problem 404, 409 `receipt_settled` */
export const discardReceipt = ({ database }: Platform, me: Colleague, id: string): Promise<void> =>
  database.asAgency(me.agencyId, async (tx) => {
    const { state } = await lockReceipt(tx, id);
    if (state === 'matched') throw settled(state);
    await tx.execute(`UPDATE receipts SET state = 'discarded' WHERE agency_id = $1 AND id = $2`, [me.agencyId, id]);
    await audit(tx, me, 'receipt.discarded', { receipt: id });
  });

/** Takes a confirming or a discarding back: the receipt waits again, and the delivery it recorded never was. @throws Problem 404, also when it has been erased; 409 `receipt_settled` */
export async function reopenReceipt(platform: Platform, me: Colleague, id: string): Promise<void> {
  await platform.database.asAgency(me.agencyId, async (tx) => {
    const { state, eventId, fileId, isHereAgain } = await lockWithItsFile(platform, tx, id);
    if (state === 'discarded' && isHereAgain) throw settled('uploaded');
    if (eventId !== null && fileId !== null) await voidEvent(platform, tx, me, fileId, eventId);
    await tx.execute(
      `UPDATE receipts SET state = 'orphan', sending_id = NULL, file_id = NULL, delivered_on = NULL, event_id = NULL
       WHERE agency_id = $1 AND id = $2`,
      [me.agencyId, id],
    );
    await audit(tx, me, 'receipt.reopened', { receipt: id });
  });
  platform.wakeRelay();
}

async function voidEvent(platform: Platform, tx: Tx, me: Colleague, fileId: string, eventId: string): Promise<void> {
  const stored = await lockFile(tx, platform.keys, fileId);
  if (stored === null || voidedIds(stored.file.events).has(eventId)) return;
  const { file, event } = withEvent(stored.file, () => plan(stored.file, stored.today), {
    event: { id: randomUUID(), type: 'voided', event: eventId },
    history: true,
    today: stored.today,
  });
  await bringInLine(platform, tx, stored, {
    file,
    added: { event, seq: stored.version + 1, origin: 'adviser', recordedBy: me.userId },
    audit: {
      actor: me.userId,
      action: 'event.recorded',
      subject: { file: fileId, event: event.id, type: event.type },
    },
  });
}

/** The file first, as everywhere. A receipt that got another file meanwhile was just confirmed by somebody. */
async function lockWithItsFile({ keys }: Platform, tx: Tx, id: string): Promise<Row> {
  const seen = await tx.maybeOne<{ fileId: string | null }>(
    'SELECT file_id AS "fileId" FROM receipts WHERE agency_id = $1 AND id = $2',
    [tx.agencyId, id],
  );
  if (seen === null) throw notFound('receipt');
  if (seen.fileId !== null) await lockFile(tx, keys, seen.fileId);
  const row = await lockReceipt(tx, id);
  if (row.fileId !== null && row.fileId !== seen.fileId) throw settled('matched');
  return row;
}

/**
 * After the file's lock, never before it: whoever voids an event has the file's, and then lets go of the receipts that
 * stood on it.
 */
async function lockReceipt(tx: Tx, id: string): Promise<Row> {
  const row = await tx.maybeOne<Row>(
    `SELECT state, event_id AS "eventId", file_id AS "fileId", EXISTS (SELECT FROM receipts other WHERE other.agency_id = $1
       AND other.digest = receipts.digest AND other.id <> $2 AND other.state <> 'discarded') AS "isHereAgain"
     FROM receipts WHERE agency_id = $1 AND id = $2 FOR UPDATE`,
    [tx.agencyId, id],
  );
  if (row === null) throw notFound('receipt');
  return row;
}

const audit = (tx: Tx, me: Colleague, action: string, subject: Record<string, string>) =>
  tx.query('SELECT append_audit($1, $2, $3, $4)', [me.agencyId, me.userId, action, subject]);

const settled = (state: string) =>
  new Problem(
    409,
    'receipt_settled',
    state === 'uploaded'
      ? {
          en: 'This page has been uploaded again since it was discarded. Work with the new one.',
          fr: 'Cette page a été déposée de nouveau depuis qu’elle a été écartée. Travaillez avec la nouvelle.',
        }
      : state === 'matched'
        ? {
            en: 'Somebody has confirmed this receipt already. Look at its letter; take it back there if it is wrong.',
            fr: 'Quelqu’un a déjà confirmé cet accusé. Voyez sa lettre ; annulez là si c’est faux.',
          }
        : {
            en: 'Somebody has discarded this receipt. Take it back first.',
            fr: 'Quelqu’un a écarté cet accusé. Reprenez-le d’abord.',
          },
  );

const ahead = () =>
  new Problem(422, 'impossible_event', {
    en: 'This day lies ahead. Enter the day that is stamped on the receipt.',
    fr: 'Ce jour est à venir. Saisissez le jour tamponné sur l’avis.',
  });

const beforePosting = () => {
  const message = {
    en: 'That is before the letter was posted. Look at the stamp, or put the posting right on the file first.',
    fr: 'C’est avant l’envoi de la lettre. Vérifiez le tampon, ou corrigez d’abord l’envoi dans le dossier.',
  };
  return new Problem(422, 'impossible_event', message, { errors: [{ path: 'deliveredOn', message }] });
};
