import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { EndMandate, PrintedLetter, RecordMandate } from '@suivi/contracts/letters';
import type { LetterInput } from '@suivi/letters/letter';
import { mandateEnds, mandateFaults, writeMandate, type MandateText } from '@suivi/letters/mandate';
import { createHash } from 'node:crypto';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import { keepObject, putObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { inputOf } from './gather-letter.ts';
import { asPrinted, lastPrinted, lettersFor, lettersOf } from './letter-record.ts';
import { letterBlocked, unprintable } from './letter-notes.ts';
import { lockFileRow } from './lock-file-row.ts';
import { mandatesOf, mandateState } from './mandate-record.ts';
import { writeRow } from './print-letter.ts';
import { PrintRoom } from './print-room.ts';

/** Two layouts of one text are two prints. */
const LAYOUT = 1;

/**
 * Keeps that the client has signed the mandate. It lasts a year; an earlier one that still runs is left as it is.
 * @throws Problem 404, 422 for a day ahead
 */
export function recordMandate(
  { database, keys }: Platform,
  me: Colleague,
  fileId: string,
  { signedOn }: RecordMandate,
): Promise<void> {
  return database.asAgency(me.agencyId, async (tx) => {
    await lockFileRow(tx, fileId);
    const stored = await readStoredFile(tx, keys, fileId);
    if (!stored) throw notFound('file');
    if (signedOn > stored.today)
      throw dayProblem('signedOn', {
        en: 'This day lies ahead. Record the mandate once it is signed.',
        fr: 'Ce jour est à venir. Notez le mandat une fois signé.',
      });
    if (
      (await mandatesOf(tx, fileId)).some(
        (each) => each.signedOn === signedOn && mandateState(each, stored.today) === 'valid',
      )
    )
      throw new Problem(409, 'mandate_recorded', {
        en: 'A mandate of this day is recorded already.',
        fr: 'Un mandat de ce jour est déjà noté.',
      });
    const id = randomUUID();
    await tx.execute(
      `INSERT INTO mandates (agency_id, id, file_id, signed_on, ends_on, entered_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [me.agencyId, id, fileId, signedOn, mandateEnds(signedOn), me.userId],
    );
    await tx.query(`SELECT append_audit($1, $2, 'mandate.recorded', $3)`, [
      me.agencyId,
      me.userId,
      { file: fileId, mandate: id },
    ]);
  });
}

/** Keeps that the client has taken the mandate back. @throws Problem 404, 422 for a day before it was signed or ahead */
export function endMandate(
  { database, keys }: Platform,
  me: Colleague,
  fileId: string,
  mandateId: string,
  { endedOn }: EndMandate,
): Promise<void> {
  return database.asAgency(me.agencyId, async (tx) => {
    await lockFileRow(tx, fileId);
    const stored = await readStoredFile(tx, keys, fileId);
    const mandate = stored && (await mandatesOf(tx, fileId)).find(({ id }) => id === mandateId);
    if (!stored || !mandate) throw notFound('mandate');
    if (endedOn > stored.today || endedOn < mandate.signedOn)
      throw dayProblem('endedOn', {
        en: 'The mandate ends on a day from its signature up to today.',
        fr: 'Le mandat prend fin entre le jour de sa signature et aujourd’hui.',
      });
    await tx.execute(`UPDATE mandates SET ended_on = $3 WHERE agency_id = $1 AND id = $2`, [
      me.agencyId,
      mandateId,
      endedOn,
    ]);
    await tx.query(`SELECT append_audit($1, $2, 'mandate.ended', $3)`, [
      me.agencyId,
      me.userId,
      { file: fileId, mandate: mandateId },
    ]);
  });
}

const dayProblem = (path: string, message: { en: string; fr: string }) =>
  new Problem(422, 'invalid_request', message, { errors: [{ path, message }] });

/** Prints the mandate to be signed, in French, and for a client who reads English its English behind it. @throws Problem */
export async function printMandate(platform: Platform, me: Colleague, fileId: string): Promise<PrintedLetter> {
  const { database, keys } = platform;
  const { input, texts, hash, before } = await database.asAgency(me.agencyId, async (tx) => {
    const stored = await readStoredFile(tx, keys, fileId);
    if (!stored) throw notFound('file');
    const found: LetterInput = await inputOf(tx, stored, 'mandate', null);
    const written: MandateText[] = [writeMandate(found, 'fr')];
    if (found.known.applicant.language === 'en') written.push(writeMandate(found, 'en'));
    const rows = lettersFor(await lettersOf(tx, keys, fileId), 'mandate', null);
    const said = { layout: LAYOUT, written, reference: found.reference };
    return {
      input: found,
      texts: written,
      hash: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
      before: lastPrinted(rows),
    };
  });
  const faults = mandateFaults(input);
  if (faults.length > 0) throw letterBlocked(faults);
  const same = before?.content.printed?.hash === hash ? asPrinted(before) : null;
  if (same) return same;
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
      const [newest] = lettersFor(await lettersOf(tx, keys, fileId), 'mandate', null);
      await keepObject(tx, object.id);
      const content = {
        change: null,
        basedOn: null,
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
