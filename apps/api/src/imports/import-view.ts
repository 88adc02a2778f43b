import type { ImportView } from '@suivi/contracts/imports';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { categoryOf } from './values.ts';
import { plainText } from '../files/search-text.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import type { ImportRecord, RowFinding, StoredCells } from './import-record.ts';
import { columnName, readImport, unsealCells, unsealFinding, unsealShown } from './import-record.ts';

/** What an import is, wherever it stands. Lists are cut where nobody reads on; the counts and the CSV are whole. */

const MOST_FAULTS = 500;
const MOST_ROWS = 500;
/** What stands for a cell that was never kept. */
export const HIDDEN = '• •• •• •• ••• •••';

export function readImportView(platform: Platform, agencyId: string, importId: string): Promise<ImportView> {
  return platform.database.asAgency(agencyId, async (tx) => {
    const record = await readImport(tx, importId);
    if (!record) throw notFound('import');
    return viewOf(platform, tx, record);
  });
}

async function viewOf({ keys }: Platform, tx: Tx, record: ImportRecord): Promise<ImportView> {
  const { reading, progress } = record;
  const shown = record.sealed ? unsealShown(keys, tx.agencyId, record.id, record.sealed) : { samples: [], words: [] };
  const chosen = new Map(Object.entries(reading.categories));
  const looked =
    record.state === 'checked' || record.state === 'importing' || (record.state === 'done' && record.sealed !== null);
  return {
    id: record.id,
    fileName: record.fileName,
    state: record.state,
    createdAt: record.createdAt,
    seen: { rows: reading.rows, separator: reading.separator, encoding: reading.encoding, dates: reading.dates },
    columns: reading.columns.map(({ heading, field, certainty, hiddenCells }, at) => ({
      heading,
      samples: shown.samples[at] ?? [],
      field,
      certainty,
      hiddenCells,
    })),
    categories: shown.words.map(({ value, rows }) => ({
      value,
      category: chosen.get(plainText(value)) ?? categoryOf(value),
      rows,
    })),
    progress: { done: progress.done, of: progress.of },
    check: looked ? await checkOf(keys, tx, record) : null,
    result: progress.result && { ...progress.result, files: await readMade(tx, progress.made ?? []) },
    failure: record.failure,
  };
}

/** The files that an import has made, as they are called now; one that is gone meanwhile is none of them. */
const readMade = (tx: Tx, ids: readonly string[]) =>
  tx.query<{ id: string; reference: string; clientName: string }>(
    `SELECT id, reference, first_name || ' ' || last_name AS "clientName" FROM files
     WHERE agency_id = $1 AND id = ANY ($2::uuid[]) ORDER BY last_name, first_name, reference`,
    [tx.agencyId, ids],
  );

type Sums = {
  good: number;
  faulty: number;
  unchanged: number;
  underWay: number;
  pastEvents: number;
  advisers: number;
  emailsToday: number;
};

async function checkOf(keys: Platform['keys'], tx: Tx, record: ImportRecord): Promise<ImportView['check']> {
  const of = [tx.agencyId, record.id];
  const sums = await tx.one<Sums>(
    `SELECT count(*) FILTER (WHERE verdict = 'good')::int AS good, count(*) FILTER (WHERE verdict = 'faulty')::int AS faulty,
       count(*) FILTER (WHERE verdict = 'unchanged')::int AS unchanged,
       count(*) FILTER (WHERE (summary->>'underWay')::boolean)::int AS "underWay",
       coalesce(sum((summary->>'pastEvents')::int), 0)::int AS "pastEvents",
       count(DISTINCT summary->>'adviserId')::int AS advisers,
       coalesce(sum((summary->>'emailsToday')::int), 0)::int AS "emailsToday"
     FROM import_rows WHERE agency_id = $1 AND import_id = $2`,
    of,
  );
  const tasksToday = await tx.query<{ kind: string; count: number }>(
    `SELECT kind, count(*)::int AS count FROM import_rows, jsonb_array_elements_text(summary->'tasksToday') AS kind
     WHERE agency_id = $1 AND import_id = $2 GROUP BY kind ORDER BY count(*) DESC, kind`,
    of,
  );
  const { underWay, ...rest } = sums;
  return {
    ...rest,
    underWay,
    newFiles: sums.good - underWay,
    tasksToday,
    faults: (await readFaults(keys, tx, record, MOST_FAULTS))
      .map(({ cells: _, ...fault }) => fault)
      .slice(0, MOST_FAULTS),
    rows: await readGoodRows(keys, tx, record.id),
  };
}

export type ShownFault = {
  line: number;
  column: string;
  value: string;
  reason: { en: string; fr: string };
  hidden: boolean;
  cells: StoredCells;
};

/** Every fault of the first faulty rows, with the cell that it stands at. */
export async function readFaults(
  keys: Platform['keys'],
  tx: Tx,
  { id, reading }: ImportRecord,
  mostRows: number,
): Promise<ShownFault[]> {
  const rows = await tx.query<{ line: number; sealed: Buffer; checked: Buffer | null }>(
    `SELECT line, sealed, checked FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND verdict = 'faulty' ORDER BY line LIMIT $3`,
    [tx.agencyId, id, mostRows],
  );
  return rows.flatMap(({ line, sealed, checked }) => {
    const cells = unsealCells(keys, tx.agencyId, id, line, sealed);
    const finding: RowFinding | null = checked ? unsealFinding(keys, tx.agencyId, id, line, checked) : null;
    return (finding?.faults ?? []).map(({ at, reason }) => {
      const hidden = cells[at] === null;
      return {
        line,
        column: columnName(reading, at),
        value: hidden ? HIDDEN : (cells[at] ?? ''),
        reason,
        hidden,
        cells,
      };
    });
  });
}

async function readGoodRows(keys: Platform['keys'], tx: Tx, importId: string) {
  const rows = await tx.query<{ line: number; checked: Buffer | null }>(
    `SELECT line, checked FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND verdict = 'good' ORDER BY line LIMIT $3`,
    [tx.agencyId, importId, MOST_ROWS],
  );
  return rows.flatMap(({ line, checked }) => {
    if (!checked) return [];
    const { clientName, stage, firstTask } = unsealFinding(keys, tx.agencyId, importId, line, checked);
    if (stage === null) return [];
    return [{ line, clientName, stage, firstTask: firstTask && { ...firstTask, dueOn: firstTask.dueOn as Day } }];
  });
}
