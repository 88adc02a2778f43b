import type { MessageText } from '@suivi/contracts/messages';
import { unseal } from '@suivi/database/sealing';
import type { Day } from '@suivi/rules/calendar/days';
import type { Language } from '@suivi/rules/vocabulary';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import type { SentText } from './settle-message.ts';
import { letterAhead, STILL_TO_LEAVE, unsentText } from './letter-ahead.ts';

type Row = { fileId: string; language: Language; sendOn: Day; textSealed: Buffer | null };

/** The text of a message: as it was sent, or as it will leave, with the values it still lacks. @throws Problem 404 */
export function readMessageText({ database, keys }: Platform, agencyId: string, id: string): Promise<MessageText> {
  return database.asAgency(agencyId, async (tx) => {
    const row = await tx.maybeOne<Row>(
      `SELECT m.file_id AS "fileId", f.language, m.send_on AS "sendOn", CASE WHEN m.state IN ('sent', 'uncertain', 'failed', 'sending') THEN m.text_sealed END AS "textSealed"
       FROM messages m JOIN files f ON f.agency_id = m.agency_id AND f.id = m.file_id WHERE m.agency_id = $1 AND m.id = $2`,
      [agencyId, id],
    );
    if (!row) throw notFound('email');
    if (row.textSealed) {
      const place = { agencyId, table: 'messages', id, column: 'text_sealed' };
      const { subject, html, text } = unseal<SentText>(keys, place, row.textSealed);
      return { id, language: row.language, subject, html, text, asSent: true, on: row.sendOn, missing: [] };
    }
    const stored = await readStoredFile(tx, keys, row.fileId);
    const message = stored?.messages.find((one) => one.id === id);
    if (!stored || !message) throw notFound('email');
    if (STILL_TO_LEAVE.has(message.state)) return letterAhead(tx, stored, message.key);
    return unsentText(tx, stored, message, stored.today);
  });
}
