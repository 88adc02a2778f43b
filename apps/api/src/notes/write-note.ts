import type { ChangeNote, Note, WriteNote } from '@suivi/contracts/notes';
import type { Tx } from '@suivi/database/database';
import { containsNir } from '@suivi/rules/numbers/nir';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { lockNote, findNote, openNote, readNotes, sealNote, textOfNote } from './stored-note.ts';
import type { NoteRow } from './stored-note.ts';

/** The notes of a file. @throws Problem 404 */
export async function listNotes({ database, keys }: Platform, me: Colleague, fileId: string): Promise<Note[]> {
  const rows = await database.asAgency(me.agencyId, async (tx) => {
    await fileMustBe(tx, fileId);
    return readNotes(tx, fileId);
  });
  return rows.map((row) => openNote(keys, me.agencyId, row));
}

/**
 * Writes a note beside a file or one of its tasks. It is no event: the plan stays as it is, and so does the version.
 * The same note sent again is one note.
 * @throws Problem 404, 409 `note_exists`, 422
 */
export async function writeNote(
  { database, keys }: Platform,
  me: Colleague,
  fileId: string,
  { id: asked, taskKey, text }: WriteNote,
): Promise<Note> {
  refuseNumber(text);
  const id = asked.toLowerCase();
  return database.asAgency(me.agencyId, async (tx) => {
    await fileMustBe(tx, fileId);
    if (taskKey !== null) await taskMustBe(tx, fileId, taskKey);
    const made = await tx.execute(
      `INSERT INTO notes (agency_id, id, file_id, task_key, "on", sealed, author) VALUES ($1, $2, $3, $4, agency_today($1), $5, $6)
       ON CONFLICT (agency_id, id) DO NOTHING`,
      [me.agencyId, id, fileId, taskKey, sealNote(keys, me.agencyId, id, text), me.userId],
    );
    const row = await lockNote(tx, id);
    if (made === 0) {
      const same = row.fileId === fileId && row.author === me.userId && row.taskKey === taskKey;
      if (!same || row.deleted || textOfNote(keys, me.agencyId, row) !== text)
        throw new Problem(409, 'note_exists', {
          en: 'A note with this id is there already. Look at the file again.',
          fr: 'Une note avec cet identifiant existe déjà. Regardez de nouveau le dossier.',
        });
    } else await audit(tx, me, 'note.written', row);
    return openNote(keys, me.agencyId, row);
  });
}

/** Changes the text of one's own note. @throws Problem 404, 403 `not_allowed`, 409 `stale_note`, 422 */
export async function changeNote(
  { database, keys }: Platform,
  me: Colleague,
  id: string,
  { text, revision }: ChangeNote,
): Promise<Note> {
  refuseNumber(text);
  return database.asAgency(me.agencyId, async (tx) => {
    const row = await lockNote(tx, id);
    if (row.deleted) throw notFound('note');
    refuseOthers(row, me);
    if (row.revision !== revision) {
      // One's own hand in another window may have sent the very same.
      if (textOfNote(keys, me.agencyId, row) === text) return openNote(keys, me.agencyId, row);
      throw new Problem(409, 'stale_note', {
        en: 'You have changed this note in another window. Look at it there, then decide which text stands.',
        fr: 'Vous avez modifié cette note dans une autre fenêtre. Relisez-la, puis choisissez le texte à garder.',
      });
    }
    await tx.execute(
      `UPDATE notes SET sealed = $3, revision = revision + 1, changed_at = now() WHERE agency_id = $1 AND id = $2`,
      [me.agencyId, id, sealNote(keys, me.agencyId, id, text)],
    );
    await audit(tx, me, 'note.changed', row);
    return openNote(keys, me.agencyId, await lockNote(tx, id));
  });
}

/** Deletes one's own note; for a day it can be taken back. @throws Problem 404, 403 `not_allowed` */
export async function deleteNote({ database }: Platform, me: Colleague, id: string): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    const row = await lockNote(tx, id);
    refuseOthers(row, me);
    if (row.deleted) return;
    await tx.execute('UPDATE notes SET deleted_at = now() WHERE agency_id = $1 AND id = $2', [me.agencyId, id]);
    await audit(tx, me, 'note.deleted', row);
  });
}

/** Takes a deletion back. @throws Problem 404 when the note is gone for good, 403 `not_allowed` */
export function restoreNote({ database, keys }: Platform, me: Colleague, id: string): Promise<Note> {
  return database.asAgency(me.agencyId, async (tx) => {
    const row = await findNote(tx, id);
    if (!row) throw notFound('note');
    refuseOthers(row, me);
    if (row.deleted) {
      await tx.execute('UPDATE notes SET deleted_at = NULL WHERE agency_id = $1 AND id = $2', [me.agencyId, id]);
      await audit(tx, me, 'note.restored', row);
    }
    return openNote(keys, me.agencyId, row);
  });
}

export const NIR_IN_NOTE: Words = {
  en: 'This note holds a social security number, which Suivi may not keep. Delete it, and record “Number received” with its day.',
  fr: 'Cette note contient un numéro de sécurité sociale, que Suivi ne peut pas conserver. Effacez-le et notez « Numéro définitif reçu » avec son jour.',
};

function refuseNumber(text: string) {
  if (containsNir(text))
    throw new Problem(422, 'invalid_request', NIR_IN_NOTE, { errors: [{ path: 'text', message: NIR_IN_NOTE }] });
}

function refuseOthers({ author, authorName }: NoteRow, me: Colleague) {
  if (author !== me.userId)
    throw new Problem(403, 'not_allowed', {
      en: `Only ${authorName} may change this note. Write one of your own beside it.`,
      fr: `Seule la personne qui l’a écrite (${authorName}) peut modifier cette note. Écrivez la vôtre à côté.`,
    });
}

async function fileMustBe(tx: Tx, fileId: string) {
  if (!(await tx.maybeOne('SELECT 1 AS one FROM files WHERE agency_id = $1 AND id = $2', [tx.agencyId, fileId])))
    throw notFound('file');
}

async function taskMustBe(tx: Tx, fileId: string, key: string) {
  const task = await tx.maybeOne('SELECT 1 AS one FROM tasks WHERE agency_id = $1 AND file_id = $2 AND key = $3', [
    tx.agencyId,
    fileId,
    key,
  ]);
  if (task) return;
  const message = {
    en: 'This task is not one of the file’s. Write the note beside the file instead.',
    fr: 'Cette tâche n’est pas de ce dossier. Écrivez plutôt la note sur le dossier.',
  };
  throw new Problem(422, 'invalid_request', message, { errors: [{ path: 'taskKey', message }] });
}

const audit = (tx: Tx, me: Colleague, action: string, { id, fileId, taskKey }: NoteRow) =>
  tx.query(
    `SELECT append_audit($1, $2, $3, jsonb_strip_nulls(jsonb_build_object('file', $4::text, 'note', $5::text, 'key', $6::text)))`,
    [me.agencyId, me.userId, action, fileId, id, taskKey],
  );
