import type { Enclosure, LetterChanges, PrintedLetter } from '@suivi/contracts/letters';
import { unseal, type KeyRing } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { LetterTemplate } from '@suivi/rules/vocabulary';

/** What a letter's row holds sealed. */
export type LetterContent = {
  /** What a person changed, and the template's own words at that time; null: nothing. */
  change: LetterChanges | null;
  basedOn: string | null;
  /** How often it has been changed. */
  revision: number;
  /** Of a printed one: what it says, and a hash by which it is known again. */
  printed: {
    hash: string;
    /** The day it bears. */
    on: Day;
    subject: string;
    to: string[];
    enclosures: Pick<Enclosure, 'id' | 'name' | 'pages'>[];
    /** How many of its pages are the letter itself. */
    own: number;
  } | null;
};

/** A letter that nobody has changed. */
export const UNCHANGED: LetterChanges = {
  subject: null,
  body: null,
  enclosures: null,
  trackingNumber: null,
  reason: null,
};

export type LetterRow = {
  id: string;
  fileId: string;
  taskKey: string | null;
  template: LetterTemplate;
  version: number;
  pages: number;
  objectId: string | null;
  sha256: string | null;
  printedAt: string | null;
  printedBy: string;
  content: LetterContent;
};

export const letterPlace = (agencyId: string, id: string) => ({ agencyId, table: 'letters', id, column: 'sealed' });

type Unmarked = Omit<LetterContent, 'revision'> & Partial<Pick<LetterContent, 'revision'>>;

/** The letters of a file, drafts included, the newest first. */
export async function lettersOf(tx: Tx, keys: KeyRing, fileId: string): Promise<LetterRow[]> {
  type Row = Omit<LetterRow, 'content'> & { sealed: Buffer };
  const rows = await tx.query<Row>(
    `SELECT l.id, l.file_id AS "fileId", l.task_key AS "taskKey", l.template, l.version, l.pages, l.object_id AS "objectId",
       encode(o.sha256, 'hex') AS sha256, l.printed_at AS "printedAt", coalesce(m.name, 'Suivi') AS "printedBy", l.sealed
     FROM letters l
     LEFT JOIN stored_objects o ON o.agency_id = l.agency_id AND o.id = l.object_id
     LEFT JOIN members m ON m.agency_id = l.agency_id AND m.user_id = l.printed_by
     WHERE l.agency_id = $1 AND l.file_id = $2 ORDER BY l.created_at DESC, l.version DESC`,
    [tx.agencyId, fileId],
  );
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    // A row from before changes were counted has none.
    content: { revision: 0, ...unseal<Unmarked>(keys, letterPlace(tx.agencyId, row.id), sealed) },
  }));
}

/** The letters of one thing: of a task, or of what answers none. */
export const lettersFor = (rows: readonly LetterRow[], template: LetterTemplate, taskKey: string | null): LetterRow[] =>
  rows.filter((row) => row.template === template && row.taskKey === taskKey).sort((a, b) => b.version - a.version);

export function asPrinted(row: LetterRow): PrintedLetter | null {
  const { id, fileId, taskKey, template, version, pages, sha256, printedAt, printedBy, content } = row;
  if (printedAt === null || sha256 === null || content.printed === null) return null;
  const { subject } = content.printed;
  return {
    id,
    fileId,
    taskKey,
    template,
    version,
    subject,
    pages,
    sha256,
    printedAt: new Date(printedAt).toISOString(),
    printedBy,
  };
}

/** The last one that was printed. */
export const lastPrinted = (rows: readonly LetterRow[]): LetterRow | null =>
  rows.find(({ printedAt }) => printedAt !== null) ?? null;
