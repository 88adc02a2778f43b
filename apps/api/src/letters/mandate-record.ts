import type { Mandate } from '@suivi/contracts/letters';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';

export type MandateRow = {
  id: string;
  signedOn: Day;
  endsOn: Day;
  endedOn: Day | null;
  objectId: string | null;
  mediaType: string | null;
  sha256: string | null;
  enteredBy: string;
  enteredAt: string;
};

/** A file's mandates, the newest first. */
export const mandatesOf = (tx: Tx, fileId: string): Promise<MandateRow[]> =>
  tx.query<MandateRow>(
    `SELECT d.id, d.signed_on AS "signedOn", d.ends_on AS "endsOn", d.ended_on AS "endedOn", d.object_id AS "objectId",
       o.media_type AS "mediaType", encode(o.sha256, 'hex') AS sha256, coalesce(m.name, 'Suivi') AS "enteredBy", d.entered_at AS "enteredAt"
     FROM mandates d
     LEFT JOIN stored_objects o ON o.agency_id = d.agency_id AND o.id = d.object_id
     LEFT JOIN members m ON m.agency_id = d.agency_id AND m.user_id = d.entered_by
     WHERE d.agency_id = $1 AND d.file_id = $2 ORDER BY d.signed_on DESC, d.entered_at DESC`,
    [tx.agencyId, fileId],
  );

/** Where a mandate stands on a day. */
export function mandateState({ signedOn, endsOn, endedOn }: MandateRow, today: Day): Mandate['state'] {
  if (endedOn !== null && endedOn <= today) return 'ended';
  if (signedOn > today) return 'ahead';
  return today <= endsOn ? 'valid' : 'over';
}

export const validMandate = (rows: readonly MandateRow[], today: Day): MandateRow | null =>
  rows.find((row) => mandateState(row, today) === 'valid') ?? null;

export const asMandate = (row: MandateRow, today: Day): Mandate => ({
  id: row.id,
  signedOn: row.signedOn,
  endsOn: row.endsOn,
  endedOn: row.endedOn,
  scanned: row.objectId !== null,
  enteredBy: row.enteredBy,
  enteredAt: new Date(row.enteredAt).toISOString(),
  state: mandateState(row, today),
});
