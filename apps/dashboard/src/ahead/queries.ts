import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AheadList } from '@suivi/contracts/ahead';
import type { MessageText } from '@suivi/contracts/messages';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged } from '../shell/queries.ts';
import type { AheadAsked } from './asked.ts';

/** What lies ahead, 50 at a time, by key: scrolling loads on. */
export const useAhead = (asked: AheadAsked) =>
  useInfiniteQuery({
    queryKey: ['ahead', asked],
    queryFn: ({ pageParam, signal }) =>
      answerOf<AheadList>(client.GET('/api/ahead', { params: { query: { ...asked, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The text of an email that has still to leave, planned or only foreseen, as it will leave. */
export const useTextAhead = (fileId: string, key: string) =>
  useQuery({
    queryKey: ['email ahead', fileId, key],
    queryFn: ({ signal }) =>
      answerOf<MessageText>(
        client.GET('/api/files/{id}/emails/{key}', { params: { path: { id: fileId, key } }, signal }),
      ),
  });

export type HoldAct = 'hold' | 'release';
export function useHoldAct() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ fileId, key, act }: { fileId: string; key: string; act: HoldAct }) =>
      answerOf<unknown>(client.POST(`/api/files/{id}/emails/{key}/${act}`, { params: { path: { id: fileId, key } } })),
    onSettled: (_answer, _error, { fileId, key }) => {
      // Its text, too, when it stands open: it may say that the email has left meanwhile.
      void cache.invalidateQueries({ queryKey: ['email ahead', fileId, key] });
      return fileChanged(cache, fileId);
    },
  });
}
