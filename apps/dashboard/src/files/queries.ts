import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Caisse } from '@suivi/contracts/caisses';
import type { FileList } from '@suivi/contracts/files';
import { answerOf, client } from '../shell/api.ts';
import type { FilesAsked } from './asked.ts';

/** Files 50 at a time, by key: scrolling loads on. */
export const useFileList = (asked: FilesAsked) =>
  useInfiniteQuery({
    queryKey: ['files', asked],
    queryFn: ({ pageParam, signal }) =>
      answerOf<FileList>(client.GET('/api/files', { params: { query: { ...asked, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useCaisses = () =>
  useQuery({
    queryKey: ['caisses'],
    queryFn: ({ signal }) => answerOf<Caisse[]>(client.GET('/api/caisses', { signal })),
    staleTime: 3_600_000,
  });
