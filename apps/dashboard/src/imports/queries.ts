import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectImport, ImportView, MapImport, RunImport } from '@suivi/contracts/imports';
import { api } from '../shell/api.ts';
import { fileChanged } from '../shell/queries.ts';

const WORKING = ['checking', 'importing'];

/** An import, asked again twice a second while a worker is at it. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => api.get<ImportView>(`/api/imports/${id}`, {}, signal),
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
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      api.post<ImportView>('/api/imports', {
        fileName: file.name,
        content: inBase64(new Uint8Array(await file.arrayBuffer())),
      }),
    onSuccess: (view) => client.setQueryData(['import', view.id], view),
  });
}

/** What may be done with an import; each answer is the import as it then stands. */
export function useImportSteps(id: string) {
  const client = useQueryClient();
  const onSuccess = (view: ImportView) => client.setQueryData(['import', id], view);
  return {
    map: useMutation({
      mutationFn: (mapping: MapImport) => api.put<ImportView>(`/api/imports/${id}/mapping`, mapping),
      onSuccess,
    }),
    correct: useMutation({
      mutationFn: (correction: CorrectImport) => api.patch<ImportView>(`/api/imports/${id}/rows`, correction),
      onSuccess,
    }),
    drop: useMutation({
      mutationFn: (line: number) => api.delete<ImportView>(`/api/imports/${id}/rows/${line}`),
      onSuccess,
    }),
    run: useMutation({
      mutationFn: (what: RunImport) => api.post<ImportView>(`/api/imports/${id}/run`, what),
      onSuccess: async (view) => {
        onSuccess(view);
        await fileChanged(client);
      },
    }),
    abandon: useMutation({
      mutationFn: () => api.delete<void>(`/api/imports/${id}`),
      onSuccess: () => client.removeQueries({ queryKey: ['import', id] }),
    }),
  };
}
export type ImportSteps = ReturnType<typeof useImportSteps>;
