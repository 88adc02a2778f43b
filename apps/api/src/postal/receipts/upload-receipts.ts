import type { UploadedReceipts, UploadReceiptsQuery } from '@suivi/contracts/receipts';
import { containsNir } from '@suivi/rules/numbers/nir';
import { createHash } from 'node:crypto';
import type { Colleague } from '../../accounts/person.ts';
import { sayNoNumber, showsNumber } from '../../documents/refusals.ts';
import { readBody } from '../../documents/read-body.ts';
import { takeReceipts } from '../../documents/take-receipts.ts';
import { inUploadTurn } from '../../documents/upload-turn.ts';
import type { Body } from '../../documents/upload-turn.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepReceipt } from '../keep-receipt.ts';

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
