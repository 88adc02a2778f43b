import type { Tx } from '@suivi/database/database';
import { seal } from '@suivi/database/sealing';
import type { Day } from '@suivi/rules/calendar/days';
import { zoneOf } from '@suivi/rules/calendar/working-days';
import { applicantOn } from '../files/applicant-on.ts';
import { instantOf } from '../files/send-at.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { readCorrespondents, writeMessage } from '../emails/write-message.ts';

type Past = { fileId: string; today: Day; trouble: Record<string, 'failed' | 'uncertain'> };

/**
 * Makes the emails of a demo file's past look as if they had left on their day, with the text of that day. Nothing is
 * sent: those people were never written to.
 */
export async function sendPastEmails({ keys }: Platform, tx: Tx, { fileId, today, trouble }: Past): Promise<void> {
  const stored = await readStoredFile(tx, keys, fileId);
  if (!stored || stored.client.email === null) return;
  const people = await readCorrespondents(tx, stored.adviserId);
  const zone = zoneOf(applicantOn(stored.file, today).address.postcode);
  for (const message of stored.messages) {
    if (message.sendOn >= today) continue;
    const state = trouble[message.key] ?? 'sent';
    const at = new Date(
      instantOf(message.sendOn, message.template === 'still_waiting' ? 16 : 9, zone).getTime() + 4_000,
    );
    // The plan of that day knew the events up to that day, and the emails that had left by then.
    const then = {
      ...stored,
      file: { ...stored.file, events: stored.file.events.filter(({ on }) => !on || on <= message.sendOn) },
    };
    const written = writeMessage(then, message, people, message.sendOn);
    const place = { agencyId: tx.agencyId, table: 'messages', id: message.id, column: 'text_sealed' };
    const { subject = '', html = '', text = '' } = written.held ? {} : written;
    await tx.execute(
      `UPDATE messages SET state = $3, send_at = $4, sent_at = CASE WHEN $3 = 'sent' THEN $4::timestamptz END, failure = $5, resent = $3 = 'uncertain', text_sealed = $6
       WHERE agency_id = $1 AND id = $2`,
      [
        tx.agencyId,
        message.id,
        state,
        at.toISOString(),
        state === 'failed' ? 'address_refused' : state === 'uncertain' ? 'no_reply' : null,
        seal(keys, place, { to: stored.client.email, subject, html, text }),
      ],
    );
    message.sentAt = at.toISOString();
    if (state === 'failed')
      await tx.execute('UPDATE files SET email_trouble = true WHERE agency_id = $1 AND id = $2', [tx.agencyId, fileId]);
  }
}
