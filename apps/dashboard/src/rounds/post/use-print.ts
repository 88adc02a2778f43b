import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, client } from '../../shell/api.ts';

const LOOK_EVERY_MS = 1_500;
/** A print dialog needs its pages for as long as it is open. */
const KEPT_MS = 10 * 60_000;

/**
 * Prints these letters as one PDF and shows it. Each is filed as it is printed, so the round, asked meanwhile, says how far
 * it is. Printed twice, or by two people, an unchanged letter is the same letter.
 */
export function usePrint(taskIds: readonly string[]) {
  const cache = useQueryClient();
  const [since, setSince] = useState<number | null>(null);
  const printing = useMutation({
    mutationFn: (page: Window | null) =>
      answerOf<Blob>(
        client.POST('/api/rounds/post/print', { body: { taskIds: [...taskIds] }, parseAs: 'blob' }) as never,
      ).then((pdf) => ({ pdf, page })),
    onSuccess: ({ pdf, page }) => {
      const address = URL.createObjectURL(pdf);
      setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
      if (page === null || page.closed) window.open(address, '_blank');
      else page.location.href = address;
    },
    onError: (_, page) => page?.close(),
    onSettled: () => {
      setSince(null);
      return cache.invalidateQueries({ queryKey: ['post'] });
    },
  });
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => void cache.invalidateQueries({ queryKey: ['post'] }), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [since, cache]);
  const print = () => {
    if (since !== null || taskIds.length === 0) return;
    // The database's clock may be a moment behind this one.
    setSince(Date.now() - 5_000);
    // Opened at once, by the person's own key: a browser stops a page that opens later.
    printing.mutate(window.open('', '_blank'));
  };
  return { print, since, error: printing.error };
}
