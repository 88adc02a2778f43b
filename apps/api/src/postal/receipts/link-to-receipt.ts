import type { ReceiptLink } from '@suivi/contracts/receipts';
import { unseal } from '@suivi/database/sealing';
import type { Colleague } from '../../accounts/person.ts';
import { linkTo } from '../../objects/links.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound } from '../../platform/problem.ts';
import { placeOfReceipt, type Sealed } from './read-box.ts';

/** An address that opens the scan of a receipt, for five minutes. @throws Problem 404 */
export async function linkToReceipt(platform: Platform, me: Colleague, id: string): Promise<ReceiptLink> {
  const { agencyId } = me;
  const row = await platform.database.asAgency(agencyId, (tx) =>
    tx.maybeOne<{ objectId: string; sealed: Buffer }>(
      'SELECT object_id AS "objectId", sealed FROM receipts WHERE agency_id = $1 AND id = $2',
      [agencyId, id],
    ),
  );
  if (!row) throw notFound('receipt');
  const { page } = unseal<Sealed>(platform.keys, placeOfReceipt(agencyId, id), row.sealed);
  return { url: linkTo(platform, me, row.objectId, { as: 'inline', name: `receipt-${page}.jpg` }) };
}
