import type { CorrectImport } from '@suivi/contracts/imports';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { NIR_FOUND } from '../files/client-texts.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { openForChange } from './change-import.ts';
import { saveFindings } from './check-import.ts';
import type { ImportRecord, StoredCells } from './import-record.ts';
import { columnName, saveImport, sealCells, unsealCells } from './import-record.ts';
import { planRows, preparePlanner } from './plan-rows.ts';
import { findNumbers } from './social-security-cells.ts';

/** Rows of a checked import, corrected or dropped one at a time, each judged again at once. */

/** Puts another value into a cell and checks the row at once, and with it those that it stood in the way of. */
export function correctRow(
  platform: Platform,
  me: Colleague,
  importId: string,
  { line, column, value }: CorrectImport,
): Promise<void> {
  return changeRows(platform, me, importId, async (tx, record) => {
    const { keys } = platform;
    const { agencyId } = me;
    const at = Array.from({ length: 250 }, (_, place) => columnName(record.reading, place)).indexOf(column);
    const row = await tx.maybeOne<{ sealed: Buffer; key: string | null }>(
      'SELECT sealed, key FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND line = $3',
      [agencyId, importId, line],
    );
    if (!row || at < 0) throw noSuch(row ? 'column' : 'line');
    const cells: StoredCells = unsealCells(keys, agencyId, importId, line, row.sealed);
    const typed = (value ?? '').trim();
    const headings = record.reading.columns.map(({ heading }) => heading);
    if (findNumbers(headings.slice(at, at + 1), [typed]).size > 0) throw numberTyped();
    cells[at] = typed;
    await tx.execute('UPDATE import_rows SET sealed = $4 WHERE agency_id = $1 AND import_id = $2 AND line = $3', [
      agencyId,
      importId,
      line,
      sealCells(keys, agencyId, importId, line, cells),
    ]);
    return [line, ...(await linesWithKey(tx, importId, row.key))];
  });
}

/** Leaves a row out of the import. */
export function dropRow(platform: Platform, me: Colleague, importId: string, line: number): Promise<void> {
  return changeRows(platform, me, importId, async (tx) => {
    const row = await tx.maybeOne<{ key: string | null }>(
      'DELETE FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND line = $3 RETURNING key',
      [me.agencyId, importId, line],
    );
    if (!row) throw noSuch('line');
    return linesWithKey(tx, importId, row.key);
  });
}

const noSuch = (path: 'line' | 'column') => {
  const message = {
    en: 'This row or column is not in the spreadsheet. Load the page again.',
    fr: 'Cette ligne ou colonne n’est pas dans le tableau. Rechargez la page.',
  };
  return new Problem(404, 'not_found', message, { errors: [{ path, message }] });
};

const numberTyped = () =>
  new Problem(422, 'invalid_request', NIR_FOUND, { errors: [{ path: 'value', message: NIR_FOUND }] });

/** The lines of the same client: of several only the first is taken. */
const linesWithKey = async (tx: Tx, importId: string, key: string | null): Promise<number[]> =>
  (
    await tx.query<{ line: number }>(
      'SELECT line FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND key = $3 ORDER BY line LIMIT 50',
      [tx.agencyId, importId, key],
    )
  ).map(({ line }) => line);

/** Changes rows of a checked import and judges anew the lines that it may concern. */
async function changeRows(
  platform: Platform,
  me: Colleague,
  importId: string,
  work: (tx: Tx, record: ImportRecord) => Promise<number[]>,
): Promise<void> {
  const { database, keys } = platform;
  const { agencyId } = me;
  const { lines, planner } = await database.asAgency(agencyId, async (tx) => {
    const record = await openForChange(tx, importId, ['checked', 'done']);
    const concerned = await work(tx, record);
    await saveImport(tx, { ...record, state: 'checked', failure: null });
    return { lines: [...new Set(concerned)], planner: await preparePlanner(platform, tx, record) };
  });
  // Whoever comes first by line is the client; the others say where.
  const judged = async (asked: readonly number[]) => {
    const { rows, others } = await database.asAgency(agencyId, async (tx) => ({
      rows: await tx.query<{ line: number; sealed: Buffer }>(
        'SELECT line, sealed FROM import_rows WHERE agency_id = $1 AND import_id = $2 AND line = ANY ($3) ORDER BY line',
        [agencyId, importId, asked],
      ),
      others: await tx.query<{ line: number; key: string }>(
        `SELECT min(line)::int AS line, key FROM import_rows
         WHERE agency_id = $1 AND import_id = $2 AND key IS NOT NULL AND line <> ALL ($3) GROUP BY key`,
        [agencyId, importId, asked],
      ),
    }));
    const first = new Map(others.map(({ line, key }) => [key, line]));
    const opened = rows.map((row) => ({
      line: row.line,
      cells: unsealCells(keys, agencyId, importId, row.line, row.sealed),
    }));
    const lineOf = (key: string, line: number) => {
      const other = first.get(key);
      if (other === undefined || other > line) first.set(key, line);
      return Math.min(other ?? line, line);
    };
    const planned = await planRows(platform, planner, opened, lineOf);
    await database.asAgency(agencyId, (tx) => saveFindings(tx, keys, importId, planned));
    return planned;
  };
  const planned = await judged(lines);
  // A row corrected into the reference of a later one takes it from there.
  const later = await database.asAgency(agencyId, async (tx) => {
    const found = new Set<number>();
    for (const { key } of planned) for (const line of await linesWithKey(tx, importId, key)) found.add(line);
    return [...found].filter((line) => !lines.includes(line));
  });
  if (later.length > 0) await judged([...lines, ...later]);
}
