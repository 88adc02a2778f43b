import { useTranslation } from 'react-i18next';
import type { Note } from '@suivi/contracts/notes';
import { askConflict, staleChanges } from '../beside/conflict-dialog.tsx';
import { ApiProblem } from '../shell/api.ts';
import { keepDraft } from '../shell/drafts.ts';
import { useNotify } from '../shell/notify.tsx';
import type { Written } from './queries.ts';
import { useWriteNote } from './queries.ts';

/** The name under which a begun note is kept. */
export const draftName = (fileId: string, note: Note | null): string => `note.${note?.id ?? fileId}`;

/** Saves, changes and deletes notes of one file; says what came of it, and lets a deletion be taken back. */
export function useNotesOfFile(fileId: string) {
  const { t } = useTranslation();
  const notify = useNotify();
  const write = useWriteNote(fileId);
  /** The composer is gone before the answer comes: what was typed is kept until it is saved. @returns when it is saved or not */
  const save = async (written: Extract<Written, { kind: 'new' | 'change' }>, again: () => void): Promise<void> => {
    const name = draftName(fileId, written.kind === 'new' ? null : written.note);
    try {
      await write.mutateAsync(written);
      keepDraft(name, '');
      notify.done(t(written.kind === 'new' ? 'notes.done' : 'notes.changed'));
    } catch (error) {
      keepDraft(name, written.text);
      if (written.kind === 'change' && staleChanges(error) !== null)
        askConflict({
          changes: [],
          mine: t('notes.mine', { text: written.text }),
          kind: 'both',
          // The newer text is one's own, too, from another window: this one stands beside it as a note of its own.
          onMine: () => {
            const { text, note } = written;
            void save({ kind: 'new', id: crypto.randomUUID(), taskKey: note.taskKey, text }, again);
            keepDraft(name, '');
          },
        });
      else notify.failed(t('notes.failed'), error, refusedForGood(error) ? again : () => void save(written, again));
    }
  };
  const remove = (note: Note) => {
    const go = () =>
      void write.mutateAsync({ kind: 'delete', note }).then(
        () => notify.done(t('notes.deleted'), undefined, () => write.mutateAsync({ kind: 'restore', note })),
        (error: unknown) => notify.failed(t('notes.notDeleted'), error, go),
      );
    go();
  };
  return { save, remove };
}

/** The same sent once more would be refused once more: the text is to be looked at. */
const refusedForGood = (error: unknown): boolean => error instanceof ApiProblem && error.status === 422;
