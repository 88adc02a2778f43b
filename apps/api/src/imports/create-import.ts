import type { NewImport } from '@suivi/contracts/imports';
import type { Words } from '@suivi/rules/vocabulary';
import { containsNir } from '@suivi/rules/numbers/nir';
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { guessColumns } from './headings.ts';
import type { Reading, Shown } from './import-record.ts';
import { sealCells, sealShown } from './import-record.ts';
import type { Row, Spreadsheet } from './read-csv.ts';
import { readSpreadsheet, UnreadableSpreadsheet } from './read-csv.ts';
import { readDay } from './values.ts';

const LARGEST = 10 * 1024 * 1024;
const ROWS_AT_ONCE = 1_000;
/** A column with more different words than this is no column of categories. */
const MOST_WORDS = 60;

/** Reads an uploaded spreadsheet and keeps its rows, sealed, until the import ends. Nothing of it becomes a file yet. */
export async function createImport(
  { database, keys }: Platform,
  me: Colleague,
  { fileName, content }: NewImport,
): Promise<string> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > LARGEST) throw refused(TOO_BIG);
  const spreadsheet = await readSpreadsheet(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableSpreadsheet ? refused(error.detail) : error;
  });
  const id = randomUUID();
  const reading = firstReading(spreadsheet);
  const { agencyId } = me;
  const sealed: Buffer[] = [];
  for (const { line, cells } of spreadsheet.rows) {
    sealed.push(sealCells(keys, agencyId, id, line, cells));
    if (sealed.length % 500 === 0) await breathe();
  }
  const shown = shownOf(spreadsheet.rows, reading);
  await database.asAgency(agencyId, async (tx) => {
    await tx.execute(
      `INSERT INTO imports (agency_id, id, file_name, state, reading, progress, created_by, sealed)
       VALUES ($1, $2, $3, 'mapping', $4, $5, $6, $7)`,
      [
        agencyId,
        id,
        containsNir(fileName) ? 'clients.csv' : fileName,
        JSON.stringify(reading),
        JSON.stringify({ done: 0, of: spreadsheet.rows.length, run: null, result: null }),
        me.userId,
        sealShown(keys, agencyId, id, shown),
      ],
    );
    for (let from = 0; from < sealed.length; from += ROWS_AT_ONCE)
      await tx.execute(
        `INSERT INTO import_rows (agency_id, import_id, line, sealed)
         SELECT $1, $2, r.line, r.sealed FROM unnest($3::int[], $4::bytea[]) AS r (line, sealed)`,
        [
          agencyId,
          id,
          spreadsheet.rows.slice(from, from + ROWS_AT_ONCE).map(({ line }) => line),
          sealed.slice(from, from + ROWS_AT_ONCE),
        ],
      );
  });
  return id;
}

const TOO_BIG: Words = {
  en: 'The file is over 10 MB. Cut it in two and import one after the other.',
  fr: 'Le fichier dépasse 10 Mo. Coupez-le en deux et importez l’un après l’autre.',
};

const refused = (message: Words) =>
  new Problem(422, 'unreadable_spreadsheet', message, { errors: [{ path: 'content', message }] });

function firstReading({ headings, rows, separator, encoding }: Spreadsheet): Reading {
  const guesses = guessColumns(headings);
  return {
    rows: rows.length,
    separator,
    encoding,
    dates: datesOf(rows),
    columns: headings.map((heading, at) => ({
      heading,
      field: guesses[at]?.field ?? 'ignore',
      certainty: guesses[at]?.certainty ?? 'none',
      hiddenCells: rows.filter(({ cells }) => cells[at] === null).length,
    })),
    categories: {},
  };
}

function datesOf(rows: readonly Row[]): Reading['dates'] {
  let french = false;
  let iso = false;
  for (const { cells } of rows.slice(0, 200))
    for (const cell of cells) {
      if (!cell || cell.length < 8 || !/^\d/.test(cell) || !readDay(cell).ok) continue;
      if (/^\d{4}/.test(cell)) iso = true;
      else french = true;
    }
  return french && iso ? 'mixed' : french ? 'dd/mm/yyyy' : iso ? 'yyyy-mm-dd' : 'none';
}

/** The first values of each column, and the words of the one that says who the clients are. */
export function shownOf(rows: readonly Pick<Row, 'cells'>[], { columns }: Pick<Reading, 'columns'>): Shown {
  const samples = columns.map((_, at) => {
    const found = new Set<string>();
    for (const { cells } of rows) {
      const cell = cells[at];
      if (cell) found.add(cell.slice(0, 60));
      if (found.size === 3) break;
    }
    return [...found];
  });
  const at = columns.findIndex(({ field }) => field === 'category');
  const counts = new Map<string, number>();
  if (at >= 0)
    for (const { cells } of rows) {
      const word = cells[at];
      if (word && (counts.has(word) || counts.size < MOST_WORDS)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const words = [...counts].map(([value, count]) => ({ value: value.slice(0, 100), rows: count }));
  return { samples, words: words.sort((a, b) => b.rows - a.rows) };
}
