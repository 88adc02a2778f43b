import { randomUUID } from 'node:crypto';
import type { EndMandate, RecordMandate } from '@suivi/contracts/letters';
import { mandateEnds } from '@suivi/letters/mandate';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { lockFileRow } from './lock-file-row.ts';
import { mandatesOf, mandateState } from './mandate-record.ts';

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
