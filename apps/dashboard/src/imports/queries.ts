import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectImport, ImportView, MapImport, RunImport } from '@suivi/contracts/imports';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged } from '../shell/queries.ts';

const WORKING = ['checking', 'importing'];

/** An import, asked again twice a second while a worker is at it. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) =>
      answerOf<ImportView>(client.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (WORKING.includes(query.state.data?.state ?? '') ? 500 : false),
  });

const inBase64 = (bytes: Uint8Array): string => {
  let text = '';
  // In pieces: an argument list has a limit.
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
};

/** Sends the spreadsheet as it is, so that its letters are read where its rows are. */
export function useNewImport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      answerOf<ImportView>(
        client.POST('/api/imports', {
          body: { fileName: file.name, content: inBase64(new Uint8Array(await file.arrayBuffer())) },
        }),
      ),
    onSuccess: (view) => cache.setQueryData(['import', view.id], view),
  });
}

/** What may be done with an import; each answer is the import as it then stands. */
export function useImportSteps(id: string) {
  const cache = useQueryClient();
  const onSuccess = (view: ImportView) => cache.setQueryData(['import', id], view);
  return {
    map: useMutation({
      mutationFn: (mapping: MapImport) =>
        answerOf<ImportView>(client.PUT('/api/imports/{id}/mapping', { params: { path: { id } }, body: mapping })),
      onSuccess,
    }),
    correct: useMutation({
      mutationFn: (correction: CorrectImport) =>
        answerOf<ImportView>(client.PATCH('/api/imports/{id}/rows', { params: { path: { id } }, body: correction })),
      onSuccess,
    }),
    drop: useMutation({
      mutationFn: (line: number) =>
        answerOf<ImportView>(
          client.DELETE('/api/imports/{id}/rows/{line}', { params: { path: { id, line: String(line) } } }),
        ),
      onSuccess,
    }),
    run: useMutation({
      mutationFn: (what: RunImport) =>
        answerOf<ImportView>(client.POST('/api/imports/{id}/run', { params: { path: { id } }, body: what })),
      onSuccess: async (view) => {
        onSuccess(view);
        await fileChanged(cache);
      },
    }),
    abandon: useMutation({
      mutationFn: () => answerOf<void>(client.DELETE('/api/imports/{id}', { params: { path: { id } } })),
      onSuccess: () => cache.removeQueries({ queryKey: ['import', id] }),
    }),
  };
}
export type ImportSteps = ReturnType<typeof useImportSteps>;
