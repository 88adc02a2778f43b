import type { Database, Tx } from '@suivi/database/database';
import { handles, type Handler } from '../outbox/handlers.ts';
import { checkImportJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import type { ImportRecord } from './import-record.ts';
import {
  lockImport,
  Overtaken,
  saveImport,
  saveProgress,
  sealFinding,
  takeOver,
  unsealCells,
} from './import-record.ts';
import { planRows, preparePlanner } from './plan-rows.ts';
import type { PlannedRow, RowToPlan } from './plan-rows.ts';

/** Rows read, planned and saved together: a worker's heartbeat, and the step of the progress bar. */
export const ROWS_AT_ONCE = 100;

/** Judges every row of a mapped spreadsheet: which files would be made, and what stands in the way. Makes none. */
export const checkImports = (platform: Platform): Handler =>
  handles(checkImportJob, ({ agencyId, importId }) =>
    orFailed(platform, agencyId, importId, () => checkImport(platform, agencyId, importId)),
  );

export async function checkImport(platform: Platform, agencyId: string, importId: string): Promise<void> {
  const { database, keys } = platform;
  const begun = await database.asAgency(agencyId, async (tx) => {
    const record = await lockImport(tx, importId);
    // Thrown away, or checked by a run that lost its job: nothing to do.
    if (record?.state !== 'checking') return null;
    return { record, token: await takeOver(tx, importId), planner: await preparePlanner(platform, tx, record) };
  });
  if (!begun) return;
  const { record, planner, token } = begun;
  const firstLine = new Map<string, number>();
  let done = 0;
  for await (const rows of rowsOf(platform, agencyId, record)) {
    const planned = await planRows(platform, planner, rows, firstOf(firstLine));
    done += rows.length;
    const stands = await database.asAgency(agencyId, async (tx) => {
      await saveFindings(tx, keys, importId, planned);
      return saveProgress(tx, importId, { done, of: record.reading.rows, token });
    });
    if (!stands) return;
  }
  await database.asAgency(agencyId, async (tx) => {
    const now = await lockImport(tx, importId);
    if (now?.state === 'checking' && now.progress.token === token) await saveImport(tx, { ...now, state: 'checked' });
  });
}

/** A fault of ours is tried again; after the last time the import says that it failed, instead of looking busy for ever. */
export async function orFailed(
  { database }: Platform,
  agencyId: string,
  importId: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Overtaken) return;
    await database.asAgency(agencyId, (tx) =>
      tx.execute(
        `UPDATE imports SET progress = progress || jsonb_build_object('failures', coalesce((progress->>'failures')::int, 0) + 1),
           state = CASE WHEN coalesce((progress->>'failures')::int, 0) + 1 >= $3 THEN 'failed' ELSE state END,
           failure = CASE WHEN coalesce((progress->>'failures')::int, 0) + 1 >= $3 THEN 'unexpected' ELSE failure END
         WHERE agency_id = $1 AND id = $2 AND state IN ('checking', 'importing')`,
        [agencyId, importId, checkImportJob.attempts],
      ),
    );
    throw error;
  }
}

/** The line on which a client stands first, as rows come in the order of their lines. */
export function firstOf(seen: Map<string, number>) {
  return (key: string, line: number): number => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    return first ?? line;
  };
}

/** The rows of an import in chunks, opened; with a verdict, only those that have it. */
export async function* rowsOf(
  { database, keys }: { database: Database; keys: Platform['keys'] },
  agencyId: string,
  { id }: Pick<ImportRecord, 'id'>,
  verdict: string | null = null,
): AsyncGenerator<RowToPlan[]> {
  let after = 0;
  for (;;) {
    const sealed = await database.asAgency(agencyId, (tx) =>
      tx.query<{ line: number; sealed: Buffer }>(
        `SELECT line, sealed FROM import_rows
         WHERE agency_id = $1 AND import_id = $2 AND line > $3 AND ($4::text IS NULL OR verdict = $4)
         ORDER BY line LIMIT $5`,
        [agencyId, id, after, verdict, ROWS_AT_ONCE],
      ),
    );
    if (sealed.length === 0) return;
    after = sealed.at(-1)?.line ?? after;
    yield sealed.map((row) => ({ line: row.line, cells: unsealCells(keys, agencyId, id, row.line, row.sealed) }));
  }
}

/** Keeps what was found of some rows, in the caller's transaction. */
export async function saveFindings(
  tx: Tx,
  keys: Platform['keys'],
  importId: string,
  rows: readonly PlannedRow[],
): Promise<void> {
  const { agencyId } = tx;
  await tx.execute(
    `UPDATE import_rows r SET verdict = f.verdict, key = f.key, summary = f.summary, checked = f.checked
     FROM unnest($3::int[], $4::text[], $5::text[], $6::jsonb[], $7::bytea[]) AS f (line, verdict, key, summary, checked)
     WHERE r.agency_id = $1 AND r.import_id = $2 AND r.line = f.line`,
    [
      agencyId,
      importId,
      rows.map(({ line }) => line),
      rows.map(({ verdict }) => verdict),
      rows.map(({ key }) => key),
      rows.map(({ summary }) => summary && JSON.stringify(summary)),
      rows.map(({ line, finding }) => sealFinding(keys, agencyId, importId, line, finding)),
    ],
  );
}
