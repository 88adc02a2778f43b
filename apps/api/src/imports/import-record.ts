import { randomUUID } from 'node:crypto';
import type { ImportField, ImportView, RunImport } from '@suivi/contracts/imports';
import type { Tx } from '@suivi/database/database';
import type { KeyRing } from '@suivi/database/sealing';
import { seal, unseal } from '@suivi/database/sealing';
import type { Category, Stage, Words } from '@suivi/rules/vocabulary';
import { plainText } from '../files/search-text.ts';
import type { Mapping } from './check-row.ts';
import type { Certainty } from './headings.ts';

/** An import as it stands in the tables: `imports` and `import_rows`. */

/** How the file was read, and what its columns are taken for. No cell of a client. */
export type Reading = {
  rows: number;
  separator: ImportView['seen']['separator'];
  encoding: ImportView['seen']['encoding'];
  dates: ImportView['seen']['dates'];
  columns: { heading: string; field: ImportField; certainty: Certainty; hiddenCells: number }[];
  /** Categories chosen by hand, by the plain text of the word. */
  categories: Record<string, Category>;
};

/** Cells of clients: sealed, and gone with the rows. */
export type Shown = { samples: string[][]; words: { value: string; rows: number }[] };

export type Progress = {
  done: number;
  of: number;
  run: RunImport | null;
  result: Omit<NonNullable<ImportView['result']>, 'files'> | null;
  /** The first of the files that were made. */
  made?: string[];
  token?: string;
};

export type ImportRecord = {
  id: string;
  fileName: string;
  state: ImportView['state'];
  reading: Reading;
  progress: Progress;
  failure: ImportView['failure'];
  createdBy: string;
  createdAt: string;
  sealed: Buffer | null;
};

export type Verdict = 'good' | 'faulty' | 'unchanged';
/** What a good row will cause, in codes and counts: what the sums of the check are made of. */
export type RowSummary = {
  stage: Stage;
  underWay: boolean;
  pastEvents: number;
  adviserId: string;
  tasksToday: string[];
  emailsToday: number;
};
/** What the check says of one row to a person. */
export type RowFinding = {
  faults: { at: number; reason: Words }[];
  clientName: string;
  stage: Stage | null;
  firstTask: { key: string; dueOn: string } | null;
};

const place = (agencyId: string, importId: string, column: string) => ({
  agencyId,
  table: 'imports',
  id: importId,
  column,
});
const rowPlace = (agencyId: string, importId: string, line: number, column: string) => ({
  agencyId,
  table: 'import_rows',
  id: `${importId} ${line}`,
  column,
});

export const sealShown = (keys: KeyRing, agencyId: string, importId: string, shown: Shown) =>
  seal(keys, place(agencyId, importId, 'sealed'), shown);
export const unsealShown = (keys: KeyRing, agencyId: string, importId: string, sealed: Buffer) =>
  unseal<Shown>(keys, place(agencyId, importId, 'sealed'), sealed);

export type StoredCells = (string | null)[];
export const sealCells = (keys: KeyRing, agencyId: string, importId: string, line: number, cells: StoredCells) =>
  seal(keys, rowPlace(agencyId, importId, line, 'sealed'), cells);
export const unsealCells = (keys: KeyRing, agencyId: string, importId: string, line: number, sealed: Buffer) =>
  unseal<StoredCells>(keys, rowPlace(agencyId, importId, line, 'sealed'), sealed);
export const sealFinding = (keys: KeyRing, agencyId: string, importId: string, line: number, finding: RowFinding) =>
  seal(keys, rowPlace(agencyId, importId, line, 'checked'), finding);
export const unsealFinding = (keys: KeyRing, agencyId: string, importId: string, line: number, sealed: Buffer) =>
  unseal<RowFinding>(keys, rowPlace(agencyId, importId, line, 'checked'), sealed);

const COLUMNS = `id, file_name AS "fileName", state, reading, progress, failure, created_by AS "createdBy",
  created_at AS "createdAt", sealed`;

export const readImport = (tx: Tx, importId: string) =>
  tx.maybeOne<ImportRecord>(`SELECT ${COLUMNS} FROM imports WHERE agency_id = $1 AND id = $2`, [tx.agencyId, importId]);

/** Keeps every other request and job of this import waiting until the transaction ends. */
export const lockImport = (tx: Tx, importId: string) =>
  tx.maybeOne<ImportRecord>(`SELECT ${COLUMNS} FROM imports WHERE agency_id = $1 AND id = $2 FOR UPDATE`, [
    tx.agencyId,
    importId,
  ]);

/** What changes of an import on its way. */
export async function saveImport(tx: Tx, record: ImportRecord): Promise<void> {
  await tx.execute(
    `UPDATE imports SET state = $3, reading = $4, progress = $5, failure = $6, sealed = $7, moved_at = now(),
       ended_at = CASE WHEN $3 IN ('done', 'failed') THEN now() END
     WHERE agency_id = $1 AND id = $2`,
    [
      tx.agencyId,
      record.id,
      record.state,
      JSON.stringify(record.reading),
      JSON.stringify(record.progress),
      record.failure,
      record.sealed,
    ],
  );
}

/**
 * How far a job has come, while it runs. False: it has been overtaken by another run of the same import (its token is the
 * one that counts), or somebody has thrown the import away.
 */
export const saveProgress = async (
  tx: Tx,
  importId: string,
  { done, of, token }: Pick<Progress, 'done' | 'of' | 'token'>,
): Promise<boolean> =>
  (await tx.execute(
    `UPDATE imports SET progress = progress || jsonb_build_object('done', $3::int, 'of', $4::int), moved_at = now()
     WHERE agency_id = $1 AND id = $2 AND progress->>'token' = $5`,
    [tx.agencyId, importId, done, of, token],
  )) === 1;

/** Takes an import over for one run: whoever ran it before stops at its next step. */
export async function takeOver(tx: Tx, importId: string): Promise<string> {
  const token = randomUUID();
  await tx.execute(
    `UPDATE imports SET progress = progress || jsonb_build_object('token', $3::text), moved_at = now() WHERE agency_id = $1 AND id = $2`,
    [tx.agencyId, importId, token],
  );
  return token;
}

/** Another run of the same import has taken over: this one ends without a word. */
export class Overtaken extends Error {}

export const mappingOf = ({ columns, categories }: Reading): Mapping => ({
  headings: columns.map(({ heading }) => heading),
  fields: columns.map(({ field }) => field),
  categories: new Map(Object.entries(categories).map(([word, category]) => [plainText(word), category])),
});

/** A heading, or "Column 18" for a cell beyond the last one. */
export const columnName = ({ columns }: Reading, at: number): string => columns[at]?.heading || `Column ${at + 1}`;
