import type { ViewAsked } from '@suivi/contracts/views';
import { seal, unseal } from '@suivi/database/sealing';
import type { KeyRing } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';

/** A saved view as its row has it, opened. */
export type ViewRecord = {
  id: string;
  ownerId: string;
  ownerName: string;
  shared: boolean;
  name: string;
  asked: ViewAsked;
};

/** The name and what is searched for may name a client. */
type Content = Pick<ViewRecord, 'name' | 'asked'>;
const place = (agencyId: string, id: string) => ({ agencyId, table: 'saved_views', id, column: 'sealed' });
export const sealView = (keys: KeyRing, agencyId: string, id: string, { name, asked }: Content) =>
  seal(keys, place(agencyId, id), { name, asked } satisfies Content);

type Row = Omit<ViewRecord, keyof Content> & { sealed: Buffer };
const open = (keys: KeyRing, agencyId: string, { sealed, ...row }: Row): ViewRecord => ({
  ...row,
  ...unseal<Content>(keys, place(agencyId, row.id), sealed),
});

const COLUMNS = `v.id, v.owner_id AS "ownerId", m.name AS "ownerName", v.shared, v.sealed
  FROM saved_views v JOIN members m ON m.agency_id = v.agency_id AND m.user_id = v.owner_id`;

/** A person's own views in their order. */
export async function ownViews(tx: Tx, keys: KeyRing, userId: string): Promise<ViewRecord[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} WHERE v.agency_id = $1 AND v.owner_id = $2 ORDER BY v.place, v.created_at, v.id`,
    [tx.agencyId, userId],
  );
  return rows.map((row) => open(keys, tx.agencyId, row));
}

/** What colleagues share, by name. */
export async function sharedViews(tx: Tx, keys: KeyRing, userId: string): Promise<ViewRecord[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} WHERE v.agency_id = $1 AND v.owner_id <> $2 AND v.shared ORDER BY v.created_at LIMIT 100`,
    [tx.agencyId, userId],
  );
  return rows.map((row) => open(keys, tx.agencyId, row)).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** One view that this person sees. Null: there is none. */
export async function oneView(tx: Tx, keys: KeyRing, userId: string, id: string): Promise<ViewRecord | null> {
  const row = await tx.maybeOne<Row>(
    `SELECT ${COLUMNS} WHERE v.agency_id = $1 AND v.id = $2 AND (v.owner_id = $3 OR v.shared)`,
    [tx.agencyId, id, userId],
  );
  return row && open(keys, tx.agencyId, row);
}
