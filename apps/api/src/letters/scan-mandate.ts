import type { ScanMandateQuery } from '@suivi/contracts/letters';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { readBody } from '../documents/read-body.ts';
import { sayNoNumber, scannerSilent, showsNumber } from '../documents/refusals.ts';
import { takeUpload } from '../documents/take-upload.ts';
import { inUploadTurn } from '../documents/upload-turn.ts';
import type { Body } from '../documents/upload-turn.ts';
import { eraseObject, keepObject, putObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { lockFileRow } from './lock-file-row.ts';

type Asked = { fileId: string; mandateId: string } & ScanMandateQuery;

/**
 * Keeps the scan of a signed mandate, written anew as every upload is: it goes with each letter from then on. A scan before
 * it is erased.
 * @throws Problem 404, 413, 422 `paper_refused`, `paper_bears_number`, `say_no_number`, 503
 */
export async function scanMandate(platform: Platform, me: Colleague, asked: Asked, body: Body): Promise<void> {
  await platform.database.asAgency(me.agencyId, (tx) => mandateOf(tx, asked.fileId, asked.mandateId));
  await inUploadTurn(platform, body, () => takeIn(platform, me, asked, body));
}

async function takeIn(
  platform: Platform,
  me: Colleague,
  { fileId, mandateId, noNumberShown }: Asked,
  body: Body,
): Promise<void> {
  const { database, config } = platform;
  const bytes = await readBody(body, config.UPLOAD_MAX_MB);
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
