import type { BulkLine } from '@suivi/contracts/bulk';
import type { Tx } from '@suivi/database/database';

export type KnownFile = Pick<BulkLine, 'fileId' | 'reference' | 'clientName' | 'version' | 'adviser'> & {
  closed: boolean;
  nextTaskKey: string | null;
};

type Row = Omit<KnownFile, 'adviser'> & { adviserId: string | null; adviserName: string | null };

/** The files of these ids that are the agency's, in the order named. */
export async function knownFiles(tx: Tx, ids: readonly string[]): Promise<KnownFile[]> {
  const rows = await tx.query<Row>(
    `SELECT f.id AS "fileId", f.reference, f.first_name || ' ' || f.last_name AS "clientName", f.version, f.closed,
       f.next_task_key AS "nextTaskKey", m.user_id AS "adviserId", m.name AS "adviserName"
     FROM (SELECT id, min(place) AS place FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, place) GROUP BY id) AS wanted
     JOIN files f ON f.id = wanted.id
     LEFT JOIN members m ON m.agency_id = f.agency_id AND m.user_id = f.adviser_id
     WHERE f.agency_id = $1 ORDER BY wanted.place`,
    [tx.agencyId, ids],
  );
  return rows.map(({ adviserId, adviserName, ...row }) => ({
    ...row,
    adviser: adviserId && adviserName ? { userId: adviserId, name: adviserName } : null,
  }));
}

/** A line of which nothing is known yet but the file. */
export const lineOf = ({ closed: _, nextTaskKey: __, ...file }: KnownFile): BulkLine => ({
  ...file,
  leftOut: null,
  tasks: 0,
  tasksByHand: 0,
  task: null,
  effect: null,
});
