import type { FileLetters, LetterLink, PrintedLetter } from '@suivi/contracts/letters';
import { mandateFaults } from '@suivi/letters/mandate';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import { linkTo } from '../objects/links.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { inputOf } from './gather-letter.ts';
import { letterBlocked } from './letter-notes.ts';
import { asPrinted, lettersOf } from './letter-record.ts';
import { asMandate, mandatesOf } from './mandate-record.ts';
import { printLetter } from './print-letter.ts';
import { PrintRoom } from './print-room.ts';

/** What the *Letters* part of a file's page shows, the newest first. @throws Problem 404 */
export function readFileLetters({ database, keys }: Platform, me: Colleague, fileId: string): Promise<FileLetters> {
  return database.asAgency(me.agencyId, async (tx) => {
    const stored = await readStoredFile(tx, keys, fileId);
    if (!stored) throw notFound('file');
    const rows = await lettersOf(tx, keys, fileId);
    return {
      letters: rows.flatMap((row) => asPrinted(row) ?? []),
      mandates: (await mandatesOf(tx, fileId)).map((row) => asMandate(row, stored.today)),
      mandateBlocked: mandateFaults(await inputOf(tx, stored, 'mandate', null)),
    };
  });
}

/** An address by which a printed letter can be opened for five minutes. @throws Problem 404 */
export async function linkToLetter(
  platform: Platform,
  me: Colleague,
  fileId: string,
  letterId: string,
): Promise<LetterLink> {
  const row = await platform.database.asAgency(me.agencyId, (tx) =>
    tx.maybeOne<{ objectId: string; template: string }>(
      `SELECT object_id AS "objectId", template FROM letters WHERE agency_id = $1 AND file_id = $2 AND id = $3 AND object_id IS NOT NULL`,
      [me.agencyId, fileId, letterId],
    ),
  );
  if (!row) throw notFound('letter');
  return { url: linkTo(platform, me, row.objectId, { as: 'inline', name: `${row.template.replace('_', '-')}.pdf` }) };
}

/** Prints what a task asks for, or the statement of a lost card, and files it. @throws Problem 404, 422 `letter_blocked` */
export async function printOne(
  platform: Platform,
  me: Colleague,
  which: Parameters<typeof printLetter>[3],
): Promise<PrintedLetter> {
  const room = await PrintRoom.open(platform, me.agencyId);
  try {
    const filed = await printLetter(platform, me, room, which);
    if ('notes' in filed) throw letterBlocked(filed.notes);
    return filed.letter;
  } finally {
    await room.close();
  }
}
