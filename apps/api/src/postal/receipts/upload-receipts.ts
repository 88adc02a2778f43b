import type { UploadedReceipts, UploadReceiptsQuery } from '@suivi/contracts/receipts';
import { seal } from '@suivi/database/sealing';
import { containsNir } from '@suivi/rules/numbers/nir';
import { createHash, randomUUID } from 'node:crypto';
import type { Colleague } from '../../accounts/person.ts';
import { sayNoNumber, showsNumber } from '../../documents/refusals.ts';
import { readBody } from '../../documents/read-body.ts';
import { takeReceipts } from '../../documents/take-receipts.ts';
import { inUploadTurn } from '../../documents/upload-turn.ts';
import type { Body } from '../../documents/upload-turn.ts';
import { keepObject, putObject } from '../../objects/store-object.ts';
import type { Platform } from '../../platform/platform.ts';
import { placeOfReceipt } from './read-box.ts';
import { sendingsWithNumbers } from './read-sendings.ts';

/**
 * Takes scanned receipts, a page each: looked at by the scanner, decoded in a process of its own, its number read, and kept
 * sealed. A page that has been here before is not taken twice.
 * @throws Problem 408, 413, 422 `paper_refused`, `paper_bears_number`, `say_no_number`, 503
 */
export const uploadReceipts = (
  platform: Platform,
  me: Colleague,
  asked: UploadReceiptsQuery,
  body: Body,
): Promise<UploadedReceipts> => inUploadTurn(platform, body, () => takeIn(platform, me, asked, body), { isLong: true });

async function takeIn(
  platform: Platform,
  me: Colleague,
  { name, noNumberShown }: UploadReceiptsQuery,
  body: Body,
): Promise<UploadedReceipts> {
  const bytes = await readBody(body, platform.config.UPLOAD_MAX_MB);
  const decoded = await takeReceipts(platform, bytes);
  // Nothing else says that a receipt came: what is offered is to cover the number.
  if (decoded.showsNumber) throw showsNumber([], true);
  if (decoded.hasPictures && !noNumberShown) throw sayNoNumber();
  const digest = createHash('sha256').update(bytes).digest();
  const counts = { added: 0, known: 0 };
  for (const [at, page] of decoded.pages.entries()) {
    const number = decoded.numbers?.[at]?.[0] ?? null;
    const added = await keepReceipt(platform, me, {
      name: containsNir(name) ? '–' : name.slice(0, 120),
      page: at + 1,
      number,
      jpeg: page.jpeg,
      digest: createHash('sha256').update(digest).update(`page ${at}`).digest(),
    });
    counts[added ? 'added' : 'known'] += 1;
  }
  return counts;
}

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
