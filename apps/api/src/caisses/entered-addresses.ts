import type { Tx } from '@suivi/database/database';

export type EnteredAddress = {
  shortName: string;
  lines: string[];
  enteredBy: string;
  enteredAt: string;
  version: number;
};

/** The filing addresses that the agency's admins have entered, the latest of each. */
export const enteredAddresses = (tx: Tx) =>
  tx.query<EnteredAddress>(
    `SELECT DISTINCT ON (a.short_name) a.short_name AS "shortName", a.lines, a.version, coalesce(m.name, 'Suivi') AS "enteredBy",
       a.entered_at AS "enteredAt"
     FROM caisse_addresses a LEFT JOIN members m ON m.agency_id = a.agency_id AND m.user_id = a.entered_by
     WHERE a.agency_id = $1 ORDER BY a.short_name, a.version DESC`,
    [tx.agencyId],
  );
