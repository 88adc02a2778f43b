import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { findNumbers } from './social-security-cells.ts';
import { readDay } from './values.ts';

/** Reads a spreadsheet as advisers export it: whatever its letters, separator and quotes. */

export type Separator = ',' | ';' | '\t';
export type Encoding = 'utf-8' | 'windows-1252';

/** One line under the headings. A cell that held a social security number is null: it was never kept. */
export type Row = { line: number; cells: (string | null)[] };

type RawRow = { line: number; cells: string[] };

export type Spreadsheet = { encoding: Encoding; separator: Separator; headings: string[]; rows: Row[] };

/** Why a file cannot be read as a whole; `detail` says what to do. */
export class UnreadableSpreadsheet extends Error {
  readonly type: string;
  readonly detail: { en: string; fr: string };
  constructor(type: string, en: string, fr: string) {
    super(type);
    this.type = type;
    this.detail = { en, fr };
  }
}

export const MOST_ROWS = 20_000;
/** Empty lines are no rows, but millions of them are minutes. */
const MOST_LINES = 100_000;
const MOST_COLUMNS = 200;
const SEPARATORS: Separator[] = [';', ',', '\t'];

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const startsWith = (...start: number[]) => start.every((byte, at) => bytes[at] === byte);
  if (startsWith(0x50, 0x4b, 3, 4) || startsWith(0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableSpreadsheet(
      'not_a_csv',
      'This is a workbook, not a CSV file. Open it, choose "Save as" and the type "CSV UTF-8", then bring that file.',
      'C’est un classeur, pas un fichier CSV. Ouvrez-le, choisissez « Enregistrer sous » et le type « CSV UTF-8 », puis déposez ce fichier-là.',
    );
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff))
    throw new UnreadableSpreadsheet(
      'unknown_letters',
      'This file is "Unicode text" (UTF-16). Save it again as "CSV UTF-8".',
      'Ce fichier est du « texte Unicode » (UTF-16). Enregistrez-le de nouveau en « CSV UTF-8 ».',
    );
  if (bytes.includes(0))
    throw new UnreadableSpreadsheet(
      'not_a_csv',
      'This file is not text. Export your list as a CSV file and bring that.',
      'Ce fichier n’est pas du texte. Exportez votre liste en fichier CSV, puis déposez-le.',
    );
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // What is not valid UTF-8 comes from a spreadsheet of an older Windows.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

const options = (delimiter: Separator) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
  // A quote that is never closed would swallow the rest of the file.
  max_record_size: 200_000,
});

/** The separator under which the first lines fall into the most columns of equal number. */
function separatorOf(text: string): Separator {
  let best: Separator = ';';
  let most = 0;
  const beginning = text
    .slice(0, 60_000)
    .split(/\r\n|\n|\r/, 60)
    .join('\n');
  for (const separator of SEPARATORS) {
    let records: string[][];
    try {
      records = parseAtOnce(beginning, { ...options(separator), to: 20 }) as string[][];
    } catch {
      continue;
    }
    const widths = records.filter((cells) => cells.some((cell) => cell.trim() !== '')).map((cells) => cells.length);
    const first = widths[0] ?? 0;
    const alike = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    const score = first > 1 ? first * alike : 0;
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/** `="0612345600"` and `'0612345600` are how spreadsheets keep digits from becoming a number. */
function cellText(cell: string): string {
  const trimmed = cell.replace(/[\u00a0\u202f]/g, ' ').trim();
  const quoted = /^="([^"]*)"$/.exec(trimmed)?.[1] ?? trimmed;
  return /^'[-=+@0-9]/.test(quoted) ? quoted.slice(1) : quoted;
}

const isEmpty = (cells: readonly (string | null)[]) => cells.every((cell) => cell === '');

/** No heading is a day, an email address, a postcode or a telephone number. */
const isOfAClient = (heading: string): boolean =>
  readDay(heading).ok || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(heading) || /^\+?\d(?:[ .-]?\d){4,}$/.test(heading);

function brokenCsv(error: unknown): UnreadableSpreadsheet {
  const line = error instanceof Error && 'lines' in error ? Number(error.lines) : null;
  return new UnreadableSpreadsheet(
    'broken_csv',
    `The file cannot be read to its end${line ? ` (near line ${line})` : ''}: a quotation mark is opened there and never closed. Put it right in the spreadsheet, or export the file again.`,
    `Le fichier ne peut pas être lu jusqu’au bout${line ? ` (vers la ligne ${line})` : ''} : un guillemet y est ouvert et jamais refermé. Corrigez-le dans le tableur, ou exportez le fichier de nouveau.`,
  );
}

const SLICE = 2_048;

/** The records of a text. The parser reads whatever it gets in one go, so it gets a little at a time. */
async function* recordsOf(text: string, separator: Separator): AsyncGenerator<string[]> {
  const bytes = Buffer.from(text);
  const parser = parse(options(separator));
  const read: string[][] = [];
  parser.on('data', (record: string[]) => read.push(record));
  const ended = finished(parser);
  ended.catch(() => {}); // thrown below, when it is waited for
  for (let from = 0; from < bytes.length && !parser.destroyed; from += SLICE) {
    parser.write(bytes.subarray(from, from + SLICE));
    await breathe();
    yield* read.splice(0);
  }
  if (!parser.destroyed) parser.end();
  await ended;
  yield* read;
}

/**
 * Reads the bytes of a CSV file. The event loop is given back every few hundred lines.
 * @throws UnreadableSpreadsheet
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Spreadsheet> {
  const { text: all, encoding } = decode(bytes);
  // Excel's own first line names the separator.
  const said = /^sep=([;,\t])\r?\n/i.exec(all);
  const text = said ? all.slice(said[0].length) : all;
  const separator = (said?.[1] as Separator | undefined) ?? separatorOf(text);

  let headings: string[] | null = null;
  const rows: RawRow[] = [];
  let line = said ? 1 : 0;
  try {
    for await (const record of recordsOf(text, separator)) {
      line++;
      if (rows.length > MOST_ROWS || line > MOST_LINES) break;
      const cells = record.map(cellText);
      if (isEmpty(cells)) continue;
      if (headings === null) headings = cells.slice(0, MOST_COLUMNS);
      else rows.push({ line, cells });
    }
  } catch (error) {
    throw brokenCsv(error);
  }
  if (rows.length > MOST_ROWS || line > MOST_LINES)
    throw new UnreadableSpreadsheet(
      'too_many_rows',
      `The file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Cut it in two and import one after the other.`,
      `Le fichier a plus de ${MOST_ROWS.toLocaleString('fr-FR')} lignes. Coupez-le en deux et importez l’un après l’autre.`,
    );
  if (headings === null || rows.length === 0)
    throw new UnreadableSpreadsheet(
      'empty_csv',
      'There is no row under the headings. The first line names the columns, each further line is one client.',
      'Il n’y a aucune ligne sous les titres. La première ligne nomme les colonnes, chaque ligne suivante est un client.',
    );
  // Read as headings, a client's line would be kept as such, and the client would be missing without a word.
  if (headings.some(isOfAClient))
    throw new UnreadableSpreadsheet(
      'no_headings',
      'The first line is a client already. Put a line above it that names the columns, then bring the file again.',
      'La première ligne est déjà un client. Ajoutez au-dessus une ligne qui nomme les colonnes, puis déposez de nouveau le fichier.',
    );
  return { encoding, separator, ...(await withoutNumbers(headings, rows)) };
}

const LETTERS_AT_ONCE = 20_000;

/** Leaves out every social security number before anything else sees the cells. */
async function withoutNumbers(
  headings: string[],
  rows: readonly RawRow[],
): Promise<Pick<Spreadsheet, 'headings' | 'rows'>> {
  const width = headings.length;
  const clean: Row[] = [];
  let letters = 0;
  for (const { line, cells } of rows) {
    const hidden = findNumbers(headings, cells);
    const kept = Array.from({ length: Math.max(width, cells.length) }, (_, at) =>
      hidden.has(at) ? null : (cells[at] ?? ''),
    );
    // Empty cells beyond the last heading are a spreadsheet's habit, not a fault.
    while (kept.length > width && kept.at(-1) === '') kept.pop();
    clean.push({ line, cells: kept });
    letters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (letters < LETTERS_AT_ONCE) continue;
    letters = 0;
    await breathe();
  }
  const found = findNumbers([], headings);
  return { headings: headings.map((heading, at) => (found.has(at) ? '' : heading)), rows: clean };
}
