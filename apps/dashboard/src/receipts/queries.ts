import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConfirmReceipt, ReceiptBox, ReceiptLink, Sending, UploadedReceipts } from '@suivi/contracts/receipts';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged } from '../shell/queries.ts';

/** An image's address holds for five minutes. */
const ANEW_MS = 240_000;

export const useReceiptBox = () =>
  useQuery({
    queryKey: ['receipts'],
    queryFn: ({ signal }) => answerOf<ReceiptBox>(client.GET('/api/receipts', { signal })),
    refetchInterval: ANEW_MS,
  });

export const useLetters = (q: string) =>
  useQuery({
    queryKey: ['receipts', 'letters', q],
    queryFn: ({ signal }) =>
      answerOf<Sending[]>(client.GET('/api/receipts/letters', { params: { query: { q } }, signal })),
    enabled: q.length >= 2,
  });

/** Opens the scan of a receipt in a window of its own, by an address that holds for five minutes. */
export const useOpenReceipt = () =>
  useMutation({
    mutationFn: async (id: string) => {
      const { url } = await answerOf<ReceiptLink>(client.POST('/api/receipts/{id}/link', { params: { path: { id } } }));
      window.open(url, '_blank', 'noopener');
    },
  });

function useChanged() {
  const cache = useQueryClient();
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['receipts'] }),
      cache.invalidateQueries({ queryKey: ['file'] }),
      fileChanged(cache),
    ]);
}

/** One scan, which is read page by page. */
export function useUpload() {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ file, noNumberShown }: { file: File; noNumberShown: boolean }) =>
      answerOf<UploadedReceipts>(
        client.POST('/api/receipts', {
          params: { query: { name: file.name, noNumberShown: String(noNumberShown) } },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    onSettled: changed,
  });
}

/** What a person says of a receipt. */
export function useSettle() {
  const changed = useChanged();
  const settle = useMutation({
    mutationFn: ({ id, how, said }: { id: string; how: 'confirm' | 'discard' | 'reopen'; said?: ConfirmReceipt }) => {
      const params = { path: { id } };
      if (how === 'confirm' && said !== undefined)
        return answerOf<void>(client.POST('/api/receipts/{id}/confirm', { params, body: said }) as never);
      if (how === 'discard') return answerOf<void>(client.POST('/api/receipts/{id}/discard', { params }) as never);
      return answerOf<void>(client.POST('/api/receipts/{id}/reopen', { params }) as never);
    },
    onSettled: changed,
  });
  return settle;
}
