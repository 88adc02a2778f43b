import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeClient, FileView } from '@suivi/contracts/files';
import type { MessageText } from '@suivi/contracts/messages';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged, fileQuery } from '../shell/queries.ts';

/** The file, looked at again each minute: somebody else, or the night, may change it. */
export const useWatchedFile = (id: string) => useQuery({ ...fileQuery(id), refetchInterval: 60_000 });

export const useMessageText = (id: string, state: string) =>
  useQuery({
    queryKey: ['message', id, state],
    queryFn: ({ signal }) =>
      answerOf<MessageText>(client.GET('/api/messages/{id}', { params: { path: { id } }, signal })),
  });

export type MessageAct = 'hold' | 'release' | 'resend';
export function useMessageAct(fileId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: MessageAct }) =>
      answerOf<unknown>(client.POST(`/api/messages/{id}/${act}`, { params: { path: { id } } })),
    onSettled: () => void fileChanged(cache, fileId),
  });
}

export function useChangeClient(fileId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeClient) =>
      answerOf<FileView>(client.PATCH('/api/files/{id}', { params: { path: { id: fileId } }, body })),
    onSuccess: (view) => {
      cache.setQueryData(['file', fileId], view);
      void fileChanged(cache);
    },
  });
}
