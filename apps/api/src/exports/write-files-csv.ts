import type { FileRow } from '@suivi/contracts/files';
import type { ExportFiles, FileColumn } from '@suivi/contracts/views';
import { FILE_COLUMNS } from '@suivi/contracts/views';
import { categoryNames, stageNames, taskWords, waitingWords } from '@suivi/rules/names';
import { containsNir } from '@suivi/rules/numbers/nir';
import type { Language, Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { findFiles, readRows } from '../files/file-list.ts';
import { CSV_MARK, csvLine } from '../platform/csv.ts';
import type { Platform } from '../platform/platform.ts';

/** Rows a transaction: an export of a whole agency must not hold one snapshot open. */
const CHUNK = 500;

type Column = { heading: Words; cell: (row: FileRow, language: Language) => string };
const LANGUAGES = { en: { en: 'English', fr: 'anglais' }, fr: { en: 'French', fr: 'français' } } as const;

const CLIENT: Column[] = [
  { heading: { en: 'Client', fr: 'Client' }, cell: (row) => row.clientName },
  { heading: { en: 'Reference', fr: 'Référence' }, cell: (row) => row.reference },
];
const COLUMNS: Record<FileColumn, Column[]> = {
  stage: [{ heading: { en: 'Stage', fr: 'Étape' }, cell: (row, language) => stageNames[row.stage][language] }],
  waiting: [
    { heading: { en: 'Waiting for', fr: 'En attente de' }, cell: (row, language) => waitingWords(row)[language] },
    { heading: { en: 'Since', fr: 'Depuis' }, cell: (row) => row.stageSince ?? '' },
  ],
  next: [
    {
      heading: { en: 'Next task', fr: 'Prochaine tâche' },
      cell: (row, language) => (row.nextTask === null ? '' : taskWords(row.nextTask)[language]),
    },
  ],
  due: [{ heading: { en: 'Due', fr: 'Échéance' }, cell: (row) => row.nextTask?.dueOn ?? '' }],
  documents: [
    // "8/9" in one cell would be read as a day.
    { heading: { en: 'Documents in hand', fr: 'Pièces en main' }, cell: (row) => String(row.documentsInHand) },
    { heading: { en: 'Documents required', fr: 'Pièces exigées' }, cell: (row) => String(row.documentsNeeded) },
  ],
  caisse: [{ heading: { en: 'Caisse', fr: 'Caisse' }, cell: (row) => row.caisse ?? '' }],
  town: [{ heading: { en: 'Town', fr: 'Ville' }, cell: (row) => row.town ?? '' }],
  category: [
    { heading: { en: 'Category', fr: 'Catégorie' }, cell: (row, language) => categoryNames[row.category][language] },
  ],
  language: [{ heading: { en: 'Language', fr: 'Langue' }, cell: (row, language) => LANGUAGES[row.language][language] }],
  adviser: [{ heading: { en: 'Adviser', fr: 'Responsable' }, cell: (row) => row.adviser?.name ?? '' }],
};

/** What is never kept never leaves either, whatever a list came with. */
const withoutNumbers = (cell: string) => (containsNir(cell) ? '' : cell);

/**
 * A view as CSV, line by line: its filters, its order and its columns, in the reader's language. It stands in the audit
 * before its first line leaves.
 */
export async function* filesCsv(platform: Platform, me: Colleague, asked: ExportFiles): AsyncGenerator<string> {
  const { columns: wanted, ...question } = asked.asked;
  const columns = [...CLIENT, ...FILE_COLUMNS.filter((id) => wanted.includes(id)).flatMap((id) => COLUMNS[id])];
  yield CSV_MARK + csvLine(columns.map(({ heading }) => heading[me.language]));
  const lines = (rows: readonly FileRow[]) =>
    rows.map((row) => csvLine(columns.map(({ cell }) => withoutNumbers(cell(row, me.language))))).join('');
  if (asked.files !== undefined) {
    const { files } = asked;
    yield lines(await platform.database.asAgency(me.agencyId, (tx) => readRows(tx, files)));
    return;
  }
  let after: { id?: string; key?: string } = {};
  for (;;) {
    const { found, rows } = await platform.database.asAgency(me.agencyId, async (tx) => {
      const page = await findFiles(tx, question, after, CHUNK);
      return { found: page, rows: await readRows(tx, page.map(({ id }) => id)) }; // prettier-ignore
    });
    yield lines(rows);
    const last = found.at(-1);
    if (last === undefined || found.length < CHUNK) return;
    after = last;
  }
}

/** Says who takes which view out of Suivi: codes and counts, never what was searched for. */
export async function auditExport({ database }: Platform, me: Colleague, { asked, files }: ExportFiles): Promise<void> {
  const { q, ...filters } = asked;
  await database.asAgency(me.agencyId, (tx) =>
    tx.query(`SELECT append_audit($1, $2, 'files.exported', $3)`, [
      me.agencyId,
      me.userId,
      JSON.stringify({ ...filters, searched: q !== '', chosen: files ?? null }),
    ]),
  );
}
