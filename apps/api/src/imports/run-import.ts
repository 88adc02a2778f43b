import type { Tx } from '@suivi/database/database';
import { insertFiles } from '../files/new-file.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { runImportJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { firstOf, orFailed, rowsOf, saveFindings } from './check-import.ts';
import type { ImportRecord } from './import-record.ts';
import { lockImport, Overtaken, saveImport, saveProgress, takeOver } from './import-record.ts';
import { planRows, preparePlanner } from './plan-rows.ts';
import type { PlannedRow } from './plan-rows.ts';
import { reserveReferences } from './reserve-references.ts';

/** Turns the good rows of a checked spreadsheet into files: made ready in chunks, put in at once. */
export const runImports = (platform: Platform): Handler =>
  handles(runImportJob, ({ agencyId, importId }) =>
    orFailed(platform, agencyId, importId, () => runImport(platform, agencyId, importId)),
  );

export async function runImport(platform: Platform, agencyId: string, importId: string): Promise<void> {
  const { database } = platform;
  const begun = await database.asAgency(agencyId, async (tx) => {
    const record = await lockImport(tx, importId);
    // Thrown away, or put in by a run that died before it could say so: nothing to do.
    if (record?.state !== 'importing' || record.progress.run === null) return null;
    const token = await takeOver(tx, importId);
    await tx.execute('SELECT staging.forget($1, $2)', [agencyId, importId]);
    const { count } = await tx.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND verdict = 'good'`,
      [agencyId, importId],
    );
    return {
      record,
      token,
      run: record.progress.run,
      good: count,
      planner: await preparePlanner(platform, tx, record),
    };
  });
  if (!begun) return;
  const { record, token, run, good, planner } = begun;
  const firstLine = new Map<string, number>();
  let done = 0;
  let ready = 0;
  for await (const rows of rowsOf(platform, agencyId, record, 'good')) {
    const references = await database.asAgency(agencyId, (tx) => reserveReferences(tx, rowsWithout(record, rows)));
    const options = { holdEmails: run.holdEmails, reference: (line: number) => references.get(line) ?? `L-${line}` };
    const planned = await planRows(platform, planner, rows, firstOf(firstLine), options);
    done += rows.length;
    await database.asAgency(agencyId, async (tx) => {
      if (!(await saveProgress(tx, importId, { done, of: good, token }))) throw new Overtaken();
      await stage(tx, importId, planned);
      // A row that was good at the check and is not any more says why, and stays.
      await saveFindings(
        tx,
        platform.keys,
        importId,
        planned.filter(({ verdict }) => verdict !== 'good'),
      );
    });
    ready += planned.filter(({ verdict }) => verdict === 'good').length;
  }
  await database.asAgency(agencyId, (tx) => putIn(tx, importId, { token, ready, changed: ready < good }));
  await database.asAgency(agencyId, (tx) => tx.execute('SELECT staging.forget($1, $2)', [agencyId, importId]));
  platform.wakeRelay();
}

/** So many of its files an import tells by name when it is done. */
const MOST_SHOWN = 100;

const rowsWithout = (
  { reading }: ImportRecord,
  rows: readonly { line: number; cells: (string | null)[] }[],
): number[] => {
  const at = reading.columns.findIndex(({ field }) => field === 'reference');
  return rows.flatMap(({ line, cells }) => (cells[at] ? [] : [line]));
};

/** Puts the rows of planned files beside the real ones. */
async function stage(tx: Tx, importId: string, planned: readonly PlannedRow[]): Promise<void> {
  const files = planned.flatMap((row) => (row.verdict === 'good' && row.planned ? [row.planned] : []));
  if (files.length === 0) return;
  // The same statement that makes a file by hand: under this path its tables are those of the staging schema.
  await tx.execute(`SELECT set_config('search_path', 'staging, public', true), set_config('app.import', $1, true)`, [
    importId,
  ]);
  await insertFiles(tx, files);
  await tx.execute(`SELECT set_config('search_path', 'public', true)`);
}

/** One short transaction: all the files with their events, tasks, messages and deadlines, or none of it. */
async function putIn(
  tx: Tx,
  importId: string,
  { token, ready, changed }: { token: string; ready: number; changed: boolean },
): Promise<void> {
  const record = await lockImport(tx, importId);
  if (record?.state !== 'importing' || record.progress.token !== token) throw new Overtaken();
  const { agencyId } = tx;
  const { run } = record.progress;
  if (run?.which === 'all' && changed) {
    await saveImport(tx, { ...record, state: 'checked', failure: 'rows_changed' });
    return;
  }
  const made = await tx.query<{ id: string }>('SELECT staging.pour($1) AS id', [importId]);
  if (run?.which === 'all' && made.length < ready) throw new RowsTaken();
  await tx.query(`SELECT append_audit($1, $2, 'clients.imported', $3)`, [
    agencyId,
    record.createdBy,
    JSON.stringify({ importId, files: made.map(({ id }) => id) }),
  ]);
  const counts = await tx.one<{ unchanged: number; faulty: number }>(
    `SELECT count(*) FILTER (WHERE verdict = 'unchanged')::int AS unchanged,
       count(*) FILTER (WHERE verdict = 'faulty')::int AS faulty
     FROM import_rows WHERE agency_id = $1 AND import_id = $2`,
    [agencyId, importId],
  );
  // What stays is what a person may still correct; a day at the most.
  await tx.execute(
    `DELETE FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND verdict IS DISTINCT FROM 'faulty'`,
    [agencyId, importId],
  );
  const created = (record.progress.result?.created ?? 0) + made.length;
  const unchanged = (record.progress.result?.unchanged ?? 0) + counts.unchanged + (ready - made.length);
  await saveImport(tx, {
    ...record,
    state: 'done',
    failure: null,
    sealed: counts.faulty === 0 ? null : record.sealed,
    progress: {
      ...record.progress,
      result: { created, unchanged, left: counts.faulty },
      made: [...(record.progress.made ?? []), ...made.map(({ id }) => id)].slice(0, MOST_SHOWN),
    },
  });
}

/** Somebody made one of the files in the last second: nothing is put in, and the job begins again and sees it. */
class RowsTaken extends Error {
  constructor() {
    super('A client of this import was created meanwhile.');
  }
}
