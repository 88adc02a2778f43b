import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { PrintedLetter } from '@suivi/contracts/letters';
import type { Tx } from '@suivi/database/database';
import type { LetterInput } from '@suivi/letters/letter';
import { mandateFaults, writeMandate, type MandateText } from '@suivi/letters/mandate';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import { keepObject, putObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { inputOf } from './gather-letter.ts';
import { asPrinted, lastPrinted, lettersFor, lettersOf, type LetterRow } from './letter-record.ts';
import { letterBlocked, unprintable } from './letter-notes.ts';
import { lockFileRow } from './lock-file-row.ts';
import { writeRow } from './print-letter.ts';
import { PrintRoom } from './print-room.ts';

/** Two layouts of one text are two prints. */
const LAYOUT = 1;
/** How often a mandate is printed anew because its file changed meanwhile. */
const MOST_TRIES = 3;

type Gathered = { input: LetterInput; texts: MandateText[]; hash: string; rows: LetterRow[] };

/**
 * Prints the mandate to be signed, in French, and for a client who reads English its English behind it. Printed before with
 * the same content, it is the same letter, whoever prints it. @throws Problem
 */
export async function printMandate(platform: Platform, me: Colleague, fileId: string): Promise<PrintedLetter> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const gathered = await platform.database.asAgency(me.agencyId, (tx) => gatherIn(tx, platform.keys, fileId));
    const faults = mandateFaults(gathered.input);
    if (faults.length > 0) throw letterBlocked(faults);
    const letter = standing(gathered) ?? (await layOut(platform, me, fileId, gathered));
    if (letter !== 'changed') return letter;
  }
  throw new Error('A file changes faster than its mandate can be printed.');
}

async function gatherIn(tx: Tx, keys: Platform['keys'], fileId: string): Promise<Gathered> {
  const stored = await readStoredFile(tx, keys, fileId);
  if (!stored) throw notFound('file');
  const input: LetterInput = await inputOf(tx, stored, 'mandate', null);
  const texts: MandateText[] = [writeMandate(input, 'fr')];
  if (input.known.applicant.language === 'en') texts.push(writeMandate(input, 'en'));
  const said = { layout: LAYOUT, written: texts, reference: input.reference };
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { input, texts, hash, rows: lettersFor(await lettersOf(tx, keys, fileId), 'mandate', null) };
}

/** The mandate as it was printed last, when it would say the same. */
function standing({ rows, hash }: Gathered): PrintedLetter | null {
  const before = lastPrinted(rows);
  return before?.content.printed?.hash === hash ? asPrinted(before) : null;
}

/** Prints and files, unless the mandate would be another by now. */
async function layOut(
  platform: Platform,
  me: Colleague,
  fileId: string,
  { input, texts, hash }: Gathered,
): Promise<PrintedLetter | 'changed'> {
  const { database, keys } = platform;
  const room = await PrintRoom.open(platform, me.agencyId);
  try {
    const out = room.newPath();
    const answer = await room.child.print({
      kind: 'mandate',
      out,
      on: input.today,
      author: input.agency.name,
      reference: input.reference,
      texts,
    });
    if ('fault' in answer) throw letterBlocked([unprintable(answer, [])]);
    const object = await putObject(
      platform,
      me.agencyId,
      { mediaType: 'application/pdf', createdBy: me.userId },
      createReadStream(out),
    );
    return await database.asAgency(me.agencyId, async (tx) => {
      await lockFileRow(tx, fileId);
      const now = await gatherIn(tx, keys, fileId);
      if (now.hash !== hash) return 'changed';
      // A colleague was faster: theirs is the letter, and these bytes are swept away.
      const same = standing(now);
      if (same) return same;
      const [newest] = now.rows;
      await keepObject(tx, object.id);
      const content = {
        change: null,
        basedOn: null,
        revision: 0,
        printed: { hash, on: input.today, subject: 'Mandat', to: [], enclosures: [], own: answer.pages },
      };
      const which = { fileId, template: 'mandate', taskKey: null };
      const id = await writeRow(tx, keys, me, which, { newest: newest ?? null, content, pages: answer.pages, object });
      await tx.query(`SELECT append_audit($1, $2, 'letter.printed', $3)`, [
        me.agencyId,
        me.userId,
        { file: fileId, letter: id, template: 'mandate', sha256: object.sha256 },
      ]);
      const filed = (await lettersOf(tx, keys, fileId)).find((row) => row.id === id);
      const letter = filed && asPrinted(filed);
      if (!letter) throw new Error('A mandate that was just filed is not there.');
      return letter;
    });
  } finally {
    await room.close();
  }
}
