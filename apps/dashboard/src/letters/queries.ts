import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileLetters, LetterChanges, LetterLink, LetterView, PrintedLetter } from '@suivi/contracts/letters';
import type { Day } from '@suivi/rules/calendar/days';
import { staleChanges } from '../beside/conflict-dialog.tsx';
import { answerOf, client } from '../shell/api.ts';

const lettersKey = (fileId: string) => ['letters', fileId];

/** What was printed for a file, and its mandates. */
export const useFileLetters = (fileId: string) =>
  useQuery({
    queryKey: lettersKey(fileId),
    queryFn: ({ signal }) =>
      answerOf<FileLetters>(client.GET('/api/files/{id}/letters', { params: { path: { id: fileId } }, signal })),
  });

/** A letter as it would be printed now: looked at anew each time it is opened. */
export const useLetter = (taskId: string | undefined) =>
  useQuery({
    queryKey: ['letter', taskId],
    queryFn: ({ signal }) =>
      answerOf<LetterView>(client.GET('/api/tasks/{id}/letter', { params: { path: { id: taskId ?? '' } }, signal })),
    enabled: taskId !== undefined,
    staleTime: 0,
  });

/** A change of a letter, and the letter that it was made on: all else stays as it was there. */
export type LetterEdit = { began: LetterView; edit: Partial<LetterChanges> };

/** Changes a letter, unless somebody was faster: then it is asked anew. The post round tells how many pages it has. */
export function useChangeLetter(taskId: string) {
  const cache = useQueryClient();
  return useMutation({
    // What was said of one letter is not said of the next.
    mutationKey: ['change letter', taskId],
    mutationFn: ({ began, edit }: LetterEdit) =>
      answerOf<LetterView>(
        client.PUT('/api/tasks/{id}/letter', {
          params: { path: { id: taskId } },
          body: { ...began.changes, ...edit, revision: began.revision },
        }),
      ),
    onSuccess: (letter) => {
      cache.setQueryData(['letter', taskId], letter);
      void cache.invalidateQueries({ queryKey: ['post'] });
    },
    onError: async (error) => {
      if (staleChanges(error) !== null) await cache.invalidateQueries({ queryKey: ['letter', taskId] });
    },
  });
}
export type ChangingLetter = ReturnType<typeof useChangeLetter>;

/** Prints and files: what a task asks for, the mandate, or the statement of a lost card. */
export function usePrint(fileId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (what: { taskId: string } | 'mandate' | 'lost_card') =>
      answerOf<PrintedLetter>(
        what === 'mandate'
          ? client.POST('/api/files/{id}/mandate/print', { params: { path: { id: fileId } } })
          : what === 'lost_card'
            ? client.POST('/api/files/{id}/letters/lost-card', { params: { path: { id: fileId } } })
            : client.POST('/api/tasks/{id}/letter/print', { params: { path: { id: what.taskId } } }),
      ),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: lettersKey(fileId) });
      void cache.invalidateQueries({ queryKey: ['letter'] });
    },
  });
}

/** Opens a printed letter in a window of its own, by an address that holds for five minutes. */
export function useOpenLetter(fileId: string) {
  return useMutation({
    mutationFn: async (letterId: string) => {
      const path = { id: fileId, letterId };
      const { url } = await answerOf<LetterLink>(
        client.POST('/api/files/{id}/letters/{letterId}/link', { params: { path } }),
      );
      window.open(url, '_blank', 'noopener');
    },
  });
}

export type MandateAct = { act: 'record'; on: Day } | { act: 'end'; id: string; on: Day };

export function useMandateAct(fileId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (what: MandateAct) =>
      answerOf<FileLetters>(
        what.act === 'record'
          ? client.POST('/api/files/{id}/mandates', { params: { path: { id: fileId } }, body: { signedOn: what.on } })
          : client.POST('/api/files/{id}/mandates/{mandateId}/end', {
              params: { path: { id: fileId, mandateId: what.id } },
              body: { endedOn: what.on },
            }),
      ),
    onSuccess: (letters) => cache.setQueryData(lettersKey(fileId), letters),
  });
}

/** Sends the scan of a mandate as it lies on the machine. */
export function useScanMandate(fileId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, file, noNumberShown }: { id: string; file: File; noNumberShown: boolean }) =>
      answerOf<FileLetters>(
        client.PUT('/api/files/{id}/mandates/{mandateId}/scan', {
          params: { path: { id: fileId, mandateId: id }, query: { noNumberShown: String(noNumberShown) } },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'content-type': file.type || 'application/octet-stream' },
        }),
      ),
    onSuccess: (letters) => cache.setQueryData(lettersKey(fileId), letters),
  });
}
