import type { Note } from '@suivi/contracts/notes';
import type { KeyRing } from '@suivi/database/sealing';
import { seal, unseal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import { notFound } from '../platform/problem.ts';

/** A note as its row holds it. */
export type NoteRow = Omit<Note, 'text' | 'author'> & {
  fileId: string;
  sealed: Buffer;
  author: string;
  authorName: string;
  deleted: boolean;
};
const COLUMNS = `n.id, n.file_id AS "fileId", n.task_key AS "taskKey", n."on", n.sealed, n.author, n.revision, n.written_at AS "writtenAt",
  n.changed_at AS "changedAt", n.deleted_at IS NOT NULL AS deleted, m.name AS "authorName"`;
const FROM = `FROM notes n JOIN members m ON m.agency_id = n.agency_id AND m.user_id = n.author WHERE n.agency_id = $1`;

const place = (agencyId: string, id: string) => ({ agencyId, table: 'notes', id, column: 'sealed' });

export const sealNote = (keys: KeyRing, agencyId: string, id: string, text: string): Buffer =>
  seal(keys, place(agencyId, id), { text });

export const textOfNote = (keys: KeyRing, agencyId: string, { id, sealed }: Pick<NoteRow, 'id' | 'sealed'>): string =>
  unseal<{ text: string }>(keys, place(agencyId, id), sealed).text;

/** The note as people read it. */
export function openNote(keys: KeyRing, agencyId: string, row: NoteRow): Note {
  const { sealed: _, author, authorName, deleted: __, fileId: ___, ...note } = row;
  return { ...note, text: textOfNote(keys, agencyId, row), author: { userId: author, name: authorName } };
}

/** What stands beside a file, the oldest first. */
export const readNotes = (tx: Tx, fileId: string): Promise<NoteRow[]> =>
  tx.query<NoteRow>(
    `SELECT ${COLUMNS} ${FROM} AND n.file_id = $2 AND n.deleted_at IS NULL ORDER BY n.written_at, n.id`,
    [tx.agencyId, fileId],
  );

export const findNote = (tx: Tx, id: string): Promise<NoteRow | null> =>
  tx.maybeOne<NoteRow>(`SELECT ${COLUMNS} ${FROM} AND n.id = $2 FOR UPDATE OF n`, [tx.agencyId, id]);

/** A note, locked. @throws Problem 404 */
export async function lockNote(tx: Tx, id: string): Promise<NoteRow> {
  const row = await findNote(tx, id);
  if (!row) throw notFound('note');
  return row;
}
