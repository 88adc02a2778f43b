import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PaperChange, PaperList, RejectPaper, VerifyPaper } from '@suivi/contracts/papers';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged, useVoidEvent } from '../shell/queries.ts';

/** A page's link holds for five minutes: what is older is asked for anew. */
export const LINKS_HOLD_MS = 240_000;

export const papersQuery = (fileId: string) => ({
  queryKey: ['papers', fileId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answerOf<PaperList>(client.GET('/api/files/{id}/papers', { params: { path: { id: fileId } }, signal })),
  staleTime: LINKS_HOLD_MS,
});

/** The uploaded documents of a file, the newest first. */
export const usePapers = (fileId: string) => useQuery(papersQuery(fileId));

/** After anything that changes a paper: its file, the lists and the scans are asked again. */
export function usePaperChanged() {
  const cache = useQueryClient();
  return (fileId: string) =>
    Promise.all([fileChanged(cache, fileId), cache.invalidateQueries({ queryKey: ['papers', fileId] })]);
}

export type Verdict = { id: string; verdict: { verify: VerifyPaper } | { reject: RejectPaper } };
/** Says what a paper is worth. The effect must be true, so the screen waits for the server. */
export function useJudgePaper() {
  const paperChanged = usePaperChanged();
  return useMutation({
    mutationFn: ({ id, verdict }: Verdict) =>
      answerOf<PaperChange>(
        'verify' in verdict
          ? client.POST('/api/papers/{id}/verify', { params: { path: { id } }, body: verdict.verify })
          : client.POST('/api/papers/{id}/reject', { params: { path: { id } }, body: verdict.reject }),
      ),
    onSuccess: ({ paper }) => void paperChanged(paper.fileId),
  });
}

/** Takes verdicts of one file back, the last first. One that was no event of its own, as of a second scan, has none. */
export function useTakeVerdictsBack() {
  const voidEvent = useVoidEvent();
  return async (fileId: string, changes: readonly PaperChange[]) => {
    const events = changes.flatMap(({ change }) => (change === null ? [] : [change]));
    let version = events.at(-1)?.version ?? 0;
    for (const { eventId } of [...events].reverse()) ({ version } = await voidEvent(fileId, eventId, version));
  };
}

/** Takes a paper off the file, and puts it back. */
export function useRemovePaper() {
  const paperChanged = usePaperChanged();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: 'remove' | 'restore' }) =>
      answerOf<PaperChange>(client.POST(`/api/papers/{id}/${act}`, { params: { path: { id } } })),
    onSuccess: ({ paper }) => void paperChanged(paper.fileId),
  });
}
