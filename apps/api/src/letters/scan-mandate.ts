import type { IncomingMessage } from 'node:http';
import type { ScanMandateQuery } from '@suivi/contracts/letters';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { sayNoNumber, scannerSilent, showsNumber, tooLarge } from '../documents/refusals.ts';
import { takeUpload } from '../documents/take-upload.ts';
import { eraseObject, keepObject, putObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { lockFileRow } from './lock-file-row.ts';

/**
 * Keeps the scan of a signed mandate, written anew as every upload is: it goes with each letter from then on. A scan before
 * it is erased.
 * @throws Problem 404, 413, 422 `paper_refused`, `paper_bears_number`, `say_no_number`, 503
 */
export async function scanMandate(
  platform: Platform,
  me: Colleague,
  { fileId, mandateId, noNumberShown }: { fileId: string; mandateId: string } & ScanMandateQuery,
  request: IncomingMessage,
): Promise<void> {
  const { database, config } = platform;
  await database.asAgency(me.agencyId, (tx) => mandateOf(tx, fileId, mandateId));
  const bytes = await bodyOf(request, config.UPLOAD_MAX_MB);
  const taken = await takeUpload(platform, [{ name: 'mandate', bytes }]);
  if (taken.scan === 'not_scanned' && config.CLAMD_URL !== '') throw scannerSilent();
  if (taken.showsNumber) throw showsNumber([], true);
  if (taken.hasPictures && !noNumberShown) throw sayNoNumber();
  const { document, mediaType } = taken;
  const object = await putObject(platform, me.agencyId, { mediaType, createdBy: me.userId }, document);
  await database.asAgency(me.agencyId, async (tx) => {
    await lockFileRow(tx, fileId);
    const before = await mandateOf(tx, fileId, mandateId);
    await keepObject(tx, object.id);
    await tx.execute('UPDATE mandates SET object_id = $3 WHERE agency_id = $1 AND id = $2', [
      me.agencyId,
      mandateId,
      object.id,
    ]);
    if (before.objectId !== null) await eraseObject(tx, before.objectId);
    await tx.query(`SELECT append_audit($1, $2, 'mandate.scanned', $3)`, [
      me.agencyId,
      me.userId,
      { file: fileId, mandate: mandateId, sha256: object.sha256 },
    ]);
  });
}

async function mandateOf(tx: Tx, fileId: string, mandateId: string): Promise<{ objectId: string | null }> {
  const row = await tx.maybeOne<{ objectId: string | null }>(
    `SELECT object_id AS "objectId" FROM mandates WHERE agency_id = $1 AND file_id = $2 AND id = $3`,
    [tx.agencyId, fileId, mandateId],
  );
  if (!row) throw notFound('mandate');
  return row;
}

/** The body as it was sent, refused at the byte that is too many. */
async function bodyOf(request: IncomingMessage, maxMegabytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxMegabytes * 1_000_000) throw tooLarge(maxMegabytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
