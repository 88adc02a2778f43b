import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MatchingFiles } from '@suivi/contracts/bulk';
import type { Caisse } from '@suivi/contracts/caisses';
import type { FileList } from '@suivi/contracts/files';
import type { ChangeView, ExportFiles, NewView, ViewList } from '@suivi/contracts/views';
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

/** The views that everybody has and the saved ones, each with how many files it has. */
export const useViews = () =>
  useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => answerOf<ViewList>(client.GET('/api/views', { signal })),
    refetchInterval: 60_000,
  });

/** Saves, changes and deletes views; the tabs follow the answer. */
export function useChangeViews() {
  const cache = useQueryClient();
  const put = (list: ViewList) => cache.setQueryData(['views'], list);
  const save = useMutation({
    mutationFn: (view: NewView) => answerOf<ViewList>(client.POST('/api/views', { body: view })),
    onSuccess: put,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: ChangeView & { id: string }) =>
      answerOf<ViewList>(client.PATCH('/api/views/{id}', { params: { path: { id } }, body })),
    onSuccess: put,
  });
  const remove = useMutation({
    mutationFn: (id: string) => answerOf<void>(client.DELETE('/api/views/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['views'] }),
  });
  return { save, change, remove };
}

/** Every file that a list has, up to the most that may be acted on together. */
export const readMatching = (asked: FilesAsked) =>
  answerOf<MatchingFiles>(client.GET('/api/bulk/matching', { params: { query: asked } }));

/** A view, or the files chosen in it, as a CSV file that the browser keeps. */
export async function takeCsv(asked: ExportFiles, name: string): Promise<void> {
  const sent = client.POST('/api/exports/files.csv', { body: asked, parseAs: 'blob' });
  const csv = await answerOf<Blob>(sent);
  const address = URL.createObjectURL(csv);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
