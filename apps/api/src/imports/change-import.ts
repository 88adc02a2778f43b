import type { CorrectImport, ImportField, MapImport, RunImport } from '@suivi/contracts/imports';
import type { Tx } from '@suivi/database/database';
import { CATEGORIES } from '@suivi/rules/vocabulary';
import type { Category, Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { plainText } from '../files/search-text.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { NEEDED_FIELDS } from './check-row.ts';
import { saveFindings } from './check-import.ts';
import { shownOf } from './create-import.ts';
import { guessColumns } from './headings.ts';
import type { ImportRecord, StoredCells } from './import-record.ts';
import { columnName, lockImport, saveImport, sealCells, sealShown, unsealCells } from './import-record.ts';
import { planRows, preparePlanner } from './plan-rows.ts';
import { findNumbers } from './social-security-cells.ts';

/** What a person does to an import: says what the columns are, corrects or drops a row, starts it, throws it away. */

const BUSY: Words = {
  en: 'This import is being worked on. Wait until it is done, then try again.',
  fr: 'Cet import est en cours de traitement. Attendez qu’il soit terminé, puis réessayez.',
};
const OVER: Words = {
  en: 'This import has ended. Bring the spreadsheet again.',
  fr: 'Cet import est terminé. Déposez de nouveau le tableau.',
};

/** Opens an import for a change, and keeps others waiting. */
async function change(tx: Tx, importId: string, states: readonly ImportRecord['state'][]): Promise<ImportRecord> {
  const record = await lockImport(tx, importId);
  if (!record) throw notFound('import');
  if (states.includes(record.state) && record.sealed !== null) return record;
  const busy = record.state === 'checking' || record.state === 'importing';
  throw new Problem(409, busy ? 'import_busy' : 'import_over', busy ? BUSY : OVER);
}

const queue = (tx: Tx, job: 'imports.check' | 'imports.run', importId: string) =>
  tx.execute(`INSERT INTO outbox (agency_id, job, payload) VALUES ($1, $2, $3)`, [
    tx.agencyId,
    job,
    JSON.stringify({ agencyId: tx.agencyId, importId }),
  ]);

/** Says what each column holds and each word of the category column means, and has every row checked. */
export async function mapImport(platform: Platform, me: Colleague, importId: string, asked: MapImport): Promise<void> {
  const { database, keys, wakeRelay } = platform;
  await database.asAgency(me.agencyId, async (tx) => {
    const record = await change(tx, importId, ['mapping', 'checked', 'done']);
    const { reading } = record;
    refuseMapping(asked, reading.columns.length);
    const guesses = guessColumns(reading.columns.map(({ heading }) => heading));
    const columns = reading.columns.map((column, at) => {
      const field = asked.columns[at] ?? 'ignore';
      return { ...column, field, certainty: field === guesses[at]?.field ? guesses[at].certainty : ('sure' as const) };
    });
    const categories = Object.fromEntries(
      Object.entries(asked.categories).map(([word, category]) => [plainText(word), category as Category]),
    );
    const rows = await tx.query<{ line: number; sealed: Buffer }>(
      'SELECT line, sealed FROM import_rows WHERE agency_id = $1 AND import_id = $2 ORDER BY line',
      [me.agencyId, importId],
    );
    const categoryMoved = columns.some(
      ({ field }, at) => (field === 'category') !== (reading.columns[at]?.field === 'category'),
    );
    const sealed = categoryMoved
      ? sealShown(
          keys,
          me.agencyId,
          importId,
          shownOf(
            rows.map((row) => ({ cells: unsealCells(keys, me.agencyId, importId, row.line, row.sealed) })),
            { columns },
          ),
        )
      : record.sealed;
    await tx.execute(
      `UPDATE import_rows SET verdict = NULL, checked = NULL, summary = NULL, key = NULL WHERE agency_id = $1 AND import_id = $2`,
      [me.agencyId, importId],
    );
    await saveImport(tx, {
      ...record,
      state: 'checking',
      failure: null,
      sealed,
      reading: { ...reading, columns, categories, rows: rows.length },
      progress: { ...record.progress, done: 0, of: rows.length, run: null },
    });
    await queue(tx, 'imports.check', importId);
  });
  wakeRelay();
}

function refuseMapping({ columns, categories }: MapImport, width: number) {
  const errors: { path: string; message: Words }[] = [];
  if (columns.length !== width)
    errors.push({
      path: 'columns',
      message: {
        en: `Say for each of the ${width} columns what it holds.`,
        fr: `Dites pour chacune des ${width} colonnes ce qu’elle contient.`,
      },
    });
  const seen = new Map<ImportField, number>();
  columns.forEach((field, at) => {
    const first = seen.get(field);
    if (field === 'ignore') return;
    if (first === undefined) seen.set(field, at);
    else
      errors.push({
        path: `columns.${at}`,
        message: {
          en: `Column ${first + 1} holds this already. Leave one of them out.`,
          fr: `La colonne ${first + 1} le contient déjà. Laissez l’une des deux de côté.`,
        },
      });
  });
  for (const field of NEEDED_FIELDS)
    if (!seen.has(field))
      errors.push({
        path: 'columns',
        message: {
          en: `No file can do without ${FIELD_NAMES[field].en}: say which column holds it.`,
          fr: `Un dossier ne peut pas se passer de ${FIELD_NAMES[field].fr} : dites quelle colonne le contient.`,
        },
      });
  for (const [word, category] of Object.entries(categories))
    if (!(CATEGORIES as readonly string[]).includes(category))
      errors.push({
        path: `categories.${word}`,
        message: { en: `Choose one of ${CATEGORIES.join(', ')}.`, fr: `Choisissez parmi ${CATEGORIES.join(', ')}.` },
      });
  if (errors.length > 0)
    throw new Problem(
      422,
      'incomplete_mapping',
      {
        en: 'Put right what is named below, then check the rows.',
        fr: 'Corrigez ce qui est indiqué ci-dessous, puis vérifiez les lignes.',
      },
      { errors },
    );
}

const FIELD_NAMES: Record<(typeof NEEDED_FIELDS)[number], Words> = {
  last_name: { en: 'a last name', fr: 'nom' },
  first_name: { en: 'a first name', fr: 'prénom' },
  birth_date: { en: 'a day of birth', fr: 'date de naissance' },
  nationality: { en: 'a nationality', fr: 'nationalité' },
  category: { en: 'a category', fr: 'catégorie' },
  postcode: { en: 'a postcode', fr: 'code postal' },
};

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

const numberTyped = () => {
  const message = {
    en: 'This text holds a social security number, which Suivi may not keep. Leave it out.',
    fr: 'Ce texte contient un numéro de sécurité sociale, que Suivi ne peut pas conserver. Retirez-le.',
  };
  return new Problem(422, 'invalid_request', message, { errors: [{ path: 'value', message }] });
};

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
    const record = await change(tx, importId, ['checked', 'done']);
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

/** Starts the import of the good rows, or of all when all are good. */
export async function startImport(platform: Platform, me: Colleague, importId: string, run: RunImport): Promise<void> {
  const { database, wakeRelay } = platform;
  await database.asAgency(me.agencyId, async (tx) => {
    const record = await change(tx, importId, ['checked']);
    const { good, faulty } = await tx.one<{ good: number; faulty: number }>(
      `SELECT count(*) FILTER (WHERE verdict = 'good')::int AS good, count(*) FILTER (WHERE verdict = 'faulty')::int AS faulty
       FROM import_rows WHERE agency_id = $1 AND import_id = $2`,
      [me.agencyId, importId],
    );
    if (run.which === 'all' && faulty > 0)
      throw new Problem(409, 'faulty_rows', {
        en: `${faulty} ${faulty === 1 ? 'row is' : 'rows are'} faulty. Correct or drop them, or import the good rows.`,
        fr: `${faulty} ${faulty === 1 ? 'ligne est fautive' : 'lignes sont fautives'}. Corrigez-les ou retirez-les, ou importez les bonnes lignes.`,
      });
    await saveImport(tx, {
      ...record,
      state: 'importing',
      failure: null,
      progress: { ...record.progress, run, done: 0, of: good },
    });
    await queue(tx, 'imports.run', importId);
  });
  wakeRelay();
}

/** Throws an import away with all its rows. What it has put in already stays. */
export async function removeImport({ database }: Platform, me: Colleague, importId: string): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    const record = await lockImport(tx, importId);
    if (!record) throw notFound('import');
    await tx.execute('SELECT staging.forget($1, $2)', [me.agencyId, importId]);
    await tx.execute('DELETE FROM imports WHERE agency_id = $1 AND id = $2', [me.agencyId, importId]);
  });
}
