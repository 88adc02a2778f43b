import type { Tx } from '@suivi/database/database';

/** Keeps every other writer of a file's letters and mandates waiting until the transaction ends. */
export const lockFileRow = (tx: Tx, fileId: string) =>
  tx.query('SELECT id FROM files WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.agencyId, fileId]);
