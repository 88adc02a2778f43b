import type { Receipt, ReceiptBox } from '@suivi/contracts/receipts';
import type { Tx } from '@suivi/database/database';
import { unseal } from '@suivi/database/sealing';
import { addDays } from '@suivi/rules/calendar/days';
import type { Day } from '@suivi/rules/calendar/days';
import type { Colleague } from '../../accounts/person.ts';
import { RESTORABLE_FOR } from '../../documents/paper-rows.ts';
import { linkTo } from '../../objects/links.ts';
import type { Platform } from '../../platform/platform.ts';
import { readLaPosteState } from '../la-poste-state.ts';
import { ASKED_FOR_DAYS } from '../sendings.ts';
import { judgeReceipt } from './candidates.ts';
import { sendingsById, sendingsSince, sendingsWithNumbers } from './read-sendings.ts';

const WAITING = 50;
const SETTLED = 20;

export type Sealed = { name: string; page: number };
type Row = {
  id: string;
  objectId: string;
  state: string;
  sendingId: string | null;
  numberRead: string | null;
  deliveredOn: Day | null;
  sealed: Buffer;
  uploadedBy: string;
  uploadedAt: string;
};

export const placeOfReceipt = (agencyId: string, id: string) => ({ agencyId, table: 'receipts', id, column: 'sealed' });

/** The receipts that wait for a person, each with the letters it may belong to; those just settled; what is on its way. */
export function readReceiptBox(platform: Platform, me: Colleague): Promise<ReceiptBox> {
  const { database, keys } = platform;
  const { agencyId } = me;
  return database.asAgency(agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [agencyId]);
    const rows = await receiptRows(tx);
    const recent = await sendingsSince(tx, keys, addDays(today, -ASKED_FOR_DAYS));
    const numbers = rows.flatMap(({ numberRead }) => numberRead ?? []);
    const named = new Map((await sendingsWithNumbers(tx, keys, numbers)).map((one) => [one.trackingNumber, one]));
    const settledOf = await sendingsById(
      tx,
      keys,
      rows.flatMap(({ sendingId }) => sendingId ?? []),
    );
    const byId = new Map(settledOf.map((one) => [one.id, one]));
    const underWay = recent.filter(({ deliveredOn, receipts }) => deliveredOn === null && receipts === 0);
    const receipts = rows.map((row): Receipt => {
      const settled = row.state === 'matched' || row.state === 'discarded' ? row.state : null;
      const { name, page } = unseal<Sealed>(keys, placeOfReceipt(agencyId, row.id), row.sealed);
      const open = { sure: false, candidates: [], note: null };
      return {
        id: row.id,
        settled,
        image: linkTo(platform, me, row.objectId, { as: 'inline', name: `receipt-${page}.jpg` }),
        name,
        page,
        numberRead: row.numberRead,
        uploadedBy: row.uploadedBy,
        uploadedAt: row.uploadedAt,
        ...(settled === null ? judgeReceipt(row.numberRead, named.get(row.numberRead ?? '') ?? null, underWay) : open),
        deliveredOn: row.deliveredOn,
        letter: settled === 'matched' ? (byId.get(row.sendingId ?? '') ?? null) : null,
      };
    });
    return { receipts, underWay, laPoste: await readLaPosteState(tx, platform) };
  });
}

const COLUMNS = `r.id, r.object_id AS "objectId", r.state, r.sending_id AS "sendingId", r.number_read AS "numberRead",
  r.delivered_on AS "deliveredOn", r.sealed, coalesce(m.name, 'Suivi') AS "uploadedBy", r.uploaded_at AS "uploadedAt"`;
const FROM = `FROM receipts r LEFT JOIN members m ON m.agency_id = r.agency_id AND m.user_id = r.uploaded_by WHERE r.agency_id = $1`;

/** Which wait, the oldest first, then the last that were settled. */
async function receiptRows(tx: Tx): Promise<Row[]> {
  const waiting = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} AND r.state IN ('orphan', 'proposed') ORDER BY r.uploaded_at, r.id LIMIT ${WAITING}`,
    [tx.agencyId],
  );
  const settled = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} AND (r.state = 'matched' OR r.discarded_at > now() - interval '${RESTORABLE_FOR}')
     ORDER BY r.uploaded_at DESC, r.id LIMIT ${SETTLED}`,
    [tx.agencyId],
  );
  return [...waiting, ...settled];
}
