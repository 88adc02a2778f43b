import type { ImportField, MapImport, RunImport } from '@suivi/contracts/imports';
import type { Tx } from '@suivi/database/database';
import { containsNir } from '@suivi/rules/numbers/nir';
import { CATEGORIES } from '@suivi/rules/vocabulary';
import type { Category, Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { NIR_FOUND } from '../files/client-texts.ts';
import { plainText } from '../files/search-text.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { NEEDED_FIELDS } from './check-row.ts';
import { shownOf } from './create-import.ts';
import { guessColumns } from './headings.ts';
import type { ImportRecord } from './import-record.ts';
import { lockImport, saveImport, sealShown, unsealCells } from './import-record.ts';

/** What a person does to an import: says what the columns are, starts it, throws it away. */

const BUSY: Words = {
  en: 'This import is being worked on. Wait until it is done, then try again.',
  fr: 'Cet import est en cours de traitement. Attendez qu’il soit terminé, puis réessayez.',
};
const OVER: Words = {
  en: 'This import has ended. Bring the spreadsheet again.',
  fr: 'Cet import est terminé. Déposez de nouveau le tableau.',
};

/** Opens an import for a change, and keeps others waiting. @throws Problem 404, 409 `import_busy`, `import_over` */
export async function openForChange(
  tx: Tx,
  importId: string,
  states: readonly ImportRecord['state'][],
): Promise<ImportRecord> {
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
    const record = await openForChange(tx, importId, ['mapping', 'checked', 'done']);
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
  for (const word of Object.keys(categories))
    if (containsNir(word)) errors.push({ path: 'categories', message: NIR_FOUND });
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

/** Starts the import of the good rows, or of all when all are good. */
export async function startImport(platform: Platform, me: Colleague, importId: string, run: RunImport): Promise<void> {
  const { database, wakeRelay } = platform;
  await database.asAgency(me.agencyId, async (tx) => {
    const record = await openForChange(tx, importId, ['checked']);
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
