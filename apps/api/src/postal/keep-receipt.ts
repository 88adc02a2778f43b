import { seal } from '@suivi/database/sealing';
import { randomUUID } from 'node:crypto';
import type { Colleague } from '../accounts/person.ts';
import { keepObject, putObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { placeOfReceipt } from './receipts/read-box.ts';
import { sendingsWithNumbers } from './receipts/read-sendings.ts';

/** A page of a scan: its number as it was read, and what it is known by when it comes again. */
export type ReceiptPage = { name: string; page: number; number: string | null; jpeg: Uint8Array; digest: Buffer };

/** Keeps one receipt: row and bytes become true together. @returns false when this very page is here already */
export async function keepReceipt(
  platform: Platform,
  me: Pick<Colleague, 'agencyId' | 'userId'>,
  page: ReceiptPage,
): Promise<boolean> {
  const { agencyId, userId } = me;
  const { database, keys } = platform;
  const isKnown = await database.asAgency(agencyId, (tx) =>
    tx.maybeOne(`SELECT 1 AS one FROM receipts WHERE agency_id = $1 AND digest = $2 AND state <> 'discarded'`, [
      agencyId,
      page.digest,
    ]),
  );
  if (isKnown) return false;
  const object = await putObject(platform, agencyId, { mediaType: 'image/jpeg', createdBy: userId }, page.jpeg);
  return database.asAgency(agencyId, async (tx) => {
    const id = randomUUID();
    const named = page.number === null ? [] : await sendingsWithNumbers(tx, keys, [page.number]);
    const added = await tx.execute(
      `INSERT INTO receipts (agency_id, id, object_id, state, number_read, digest, sealed, uploaded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT DO NOTHING`,
      [
        agencyId,
        id,
        object.id,
        named.length > 0 ? 'proposed' : 'orphan',
        page.number,
        page.digest,
        seal(keys, placeOfReceipt(agencyId, id), { name: page.name, page: page.page }),
        userId,
      ],
    );
    if (added === 0) return false;
    await keepObject(tx, object.id);
    await tx.query('SELECT append_audit($1, $2, $3, $4)', [
      agencyId,
      userId,
      'receipt.uploaded',
      { receipt: id, object: object.id },
    ]);
    return true;
  });
}
