import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Note } from '@suivi/contracts/notes';
import { answerOf, client } from '../shell/api.ts';
import { useMe, useToday } from '../shell/queries.ts';

/** A note that the server has not answered for yet. */
export type ShownNote = Note & { saving?: true };

export const notesKey = (fileId: string) => ['notes', fileId] as const;

export const useNotes = (fileId: string) =>
  useQuery({
    queryKey: notesKey(fileId),
    queryFn: ({ signal }) =>
      answerOf<Note[]>(client.GET('/api/files/{id}/notes', { params: { path: { id: fileId } }, signal })) as Promise<
        ShownNote[]
      >,
  });

export type Written =
  | { kind: 'new'; id: string; taskKey: string | null; text: string }
  | { kind: 'change'; note: Note; text: string; revision: number }
  | { kind: 'delete'; note: Note }
  | { kind: 'restore'; note: Note };

/** Notes show at once, and go back when the server refuses. */
export function useWriteNote(fileId: string) {
  const cache = useQueryClient();
  const me = useMe().data;
  const today = useToday();
  const key = notesKey(fileId);
  return useMutation({
    mutationFn: (written: Written) => send(fileId, written),
    onMutate: async (written) => {
      await cache.cancelQueries({ queryKey: key });
      const before = cache.getQueryData<ShownNote[]>(key);
      const author = { userId: me?.userId ?? '', name: me?.name ?? '' };
      cache.setQueryData<ShownNote[]>(key, (notes = []) => shown(notes, written, { author, on: today }));
      return before;
    },
    onError: (_error, _written, before) => cache.setQueryData(key, before),
    // Not waited for: what the person is told does not hang on another answer.
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: key });
      void cache.invalidateQueries({ queryKey: ['work'] });
    },
  });
}

function send(fileId: string, written: Written): Promise<unknown> {
  if (written.kind === 'new') {
    const { id, taskKey, text } = written;
    const path = { id: fileId };
    return answerOf<Note>(client.POST('/api/files/{id}/notes', { params: { path }, body: { id, taskKey, text } }));
  }
  const params = { path: { id: written.note.id } };
  if (written.kind === 'change')
    return answerOf<Note>(
      client.PATCH('/api/notes/{id}', { params, body: { text: written.text, revision: written.revision } }),
    );
  if (written.kind === 'restore') return answerOf<Note>(client.POST('/api/notes/{id}/restore', { params }));
  return answerOf<unknown>(client.DELETE('/api/notes/{id}', { params }));
}

/** The list as it will be, if the server agrees. */
export function shown(
  notes: readonly ShownNote[],
  written: Written,
  { author, on }: Pick<Note, 'author' | 'on'>,
): ShownNote[] {
  if (written.kind === 'new') {
    const { id, taskKey, text } = written;
    const writtenAt = new Date().toISOString();
    const note = { id, taskKey, text, author, on, writtenAt, changedAt: null, revision: 0, saving: true as const };
    return [...notes.filter((other) => other.id !== id), note];
  }
  const others = notes.filter(({ id }) => id !== written.note.id);
  if (written.kind === 'delete') return others;
  if (written.kind === 'restore') return [...others, { ...written.note, saving: true as const }];
  const { note } = written;
  const { text } = written;
  return notes.map((one) => (one.id === note.id ? { ...one, text, saving: true as const } : one));
}
