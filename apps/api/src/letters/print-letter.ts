import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { LetterNote, PrintedLetter } from '@suivi/contracts/letters';
import { seal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import { keepObject, putObject, type StoredObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { gatherLetter, type Gathered } from './gather-letter.ts';
import {
  asPrinted,
  lastPrinted,
  letterPlace,
  lettersFor,
  lettersOf,
  type LetterContent,
  type LetterRow,
} from './letter-record.ts';
import { unprintable } from './letter-notes.ts';
import { lockFileRow } from './lock-file-row.ts';
import type { Printed } from './pdf/print-job.ts';
import type { PrintRoom } from './print-room.ts';

/** A letter that lies printed in the room, and on its client's file. */
export type Filed = { letter: PrintedLetter; path: string };

/** How often a letter is printed anew because its file changed meanwhile. */
const MOST_TRIES = 3;

type Which = Pick<Gathered, 'template' | 'taskKey'> & { fileId: string };

/**
 * Prints a letter and files it: its row, its bytes and its hash in one transaction. A letter printed before with the same
 * content is the same letter, whoever prints it. @returns why it cannot be printed, when it cannot
 */
export async function printLetter(
  platform: Platform,
  me: Colleague,
  room: PrintRoom,
  which: Which,
): Promise<Filed | { notes: LetterNote[] }> {
  for (let tries = 1; ; tries += 1) {
    const gathered = await gather(platform, me, which);
    if (gathered.blocked.length > 0) return { notes: gathered.blocked };
    const before = lastPrinted(gathered.rows);
    if (before?.objectId && before.content.printed?.hash === gathered.hash) {
      const letter = asPrinted(before);
      if (letter) return { letter, path: await room.take(before.objectId) };
    }
    const printed = await layOut(room, gathered);
    if ('notes' in printed) return printed;
    const object = await putObject(
      platform,
      me.agencyId,
      { mediaType: 'application/pdf', createdBy: me.userId },
      createReadStream(printed.path),
    );
    const letter = await file(platform, me, which, gathered, { object, printed });
    if (letter !== 'changed') return { letter, path: printed.path };
    await rm(printed.path, { force: true });
    if (tries === MOST_TRIES) throw new Error('A file changes faster than its letter can be printed.');
  }
}

const gather = ({ database, keys }: Platform, me: Colleague, which: Which) =>
  database.asAgency(me.agencyId, (tx) => gatherIn(tx, keys, which));

async function gatherIn(tx: Tx, keys: Platform['keys'], which: Which): Promise<Gathered> {
  const stored = await readStoredFile(tx, keys, which.fileId);
  if (!stored) throw notFound('file');
  return gatherLetter(tx, keys, stored, which);
}

/** Prints into the room. */
export async function layOut(
  room: PrintRoom,
  gathered: Gathered,
): Promise<(Printed & { path: string }) | { notes: LetterNote[] }> {
  const { letter, stored, agencyName, clientName } = gathered;
  const going = gathered.enclosures.filter(({ left }) => !left);
  const enclosures = [];
  for (const { name, scans } of going) {
    const files = [];
    for (const { objectId, mediaType, only } of scans)
      files.push({ path: await room.fetch(objectId), mediaType, only });
    enclosures.push({ name, files });
  }
  const path = room.newPath();
  const { blocked: _, warnings: __, template: ___, ...said } = letter;
  const answer = await room.child.print({
    kind: 'letter',
    out: path,
    on: stored.today,
    author: agencyName,
    client: clientName,
    letter: { ...said, reference: stored.reference },
    enclosures,
  });
  await room.forgetFetched();
  if ('fault' in answer) {
    await rm(path, { force: true });
    return {
      notes: [
        unprintable(
          answer,
          going.map(({ name }) => name),
        ),
      ],
    };
  }
  return { ...answer, path };
}

/** Files what was printed, unless the letter would be another by now. */
async function file(
  { database, keys }: Platform,
  me: Colleague,
  which: Which,
  gathered: Gathered,
  { object, printed }: { object: StoredObject; printed: Printed },
): Promise<PrintedLetter | 'changed'> {
  return database.asAgency(me.agencyId, async (tx) => {
    await lockFileRow(tx, which.fileId);
    const now = await gatherIn(tx, keys, which);
    if (now.hash !== gathered.hash) return 'changed';
    const before = lastPrinted(now.rows);
    // A colleague was faster: theirs is the letter, and these bytes are swept away.
    const same = before?.content.printed?.hash === gathered.hash ? asPrinted(before) : null;
    if (same) return same;
    await keepObject(tx, object.id);
    const [newest] = now.rows;
    const content: LetterContent = {
      change: newest?.content.change ?? null,
      basedOn: newest?.content.basedOn ?? null,
      revision: newest?.content.revision ?? 0,
      printed: {
        hash: gathered.hash,
        on: gathered.stored.today,
        subject: gathered.letter.subject,
        to: gathered.letter.to,
        enclosures: gathered.enclosures.filter(({ left }) => !left).map(({ id, name, pages }) => ({ id, name, pages })),
        own: printed.own,
      },
    };
    const id = await writeRow(tx, keys, me, which, { newest: newest ?? null, content, pages: printed.pages, object });
    await tx.query(`SELECT append_audit($1, $2, 'letter.printed', $3)`, [
      me.agencyId,
      me.userId,
      { file: which.fileId, letter: id, template: which.template, sha256: object.sha256 },
    ]);
    const filed = lettersFor(await lettersOf(tx, keys, which.fileId), which.template, which.taskKey).find(
      (row) => row.id === id,
    );
    const letter = filed && asPrinted(filed);
    if (!letter) throw new Error('A letter that was just filed is not there.');
    return letter;
  });
}

/** A draft becomes the letter; without one, the next version is written. */
export async function writeRow(
  tx: Tx,
  keys: Platform['keys'],
  me: Colleague,
  { fileId, template, taskKey }: { fileId: string; template: string; taskKey: string | null },
  {
    newest,
    content,
    pages,
    object,
  }: { newest: LetterRow | null; content: LetterContent; pages: number; object: StoredObject },
): Promise<string> {
  if (newest && newest.printedAt === null) {
    await tx.execute(
      `UPDATE letters SET sealed = $3, object_id = $4, pages = $5, printed_by = $6, printed_at = now() WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, newest.id, seal(keys, letterPlace(tx.agencyId, newest.id), content), object.id, pages, me.userId],
    );
    return newest.id;
  }
  const id = randomUUID();
  await tx.execute(
    `INSERT INTO letters (agency_id, id, file_id, task_key, template, version, sealed, object_id, pages, printed_by, printed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      tx.agencyId,
      id,
      fileId,
      taskKey,
      template,
      (newest?.version ?? 0) + 1,
      seal(keys, letterPlace(tx.agencyId, id), content),
      object.id,
      pages,
      me.userId,
    ],
  );
  return id;
}
