import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FileChange } from '@suivi/contracts/changes';
import type { Doing, Presence } from '@suivi/contracts/presence';
import { BEAT_MS } from '@suivi/contracts/presence';
import { answerOf, client } from '../shell/api.ts';

const NOBODY: Presence['others'] = [];
const NOTHING: readonly FileChange[] = [];

export type Beside = {
  /** Who else has the file open. */
  others: Presence['others'];
  /** What others did since this person last looked; saving waits until they have seen it. */
  unseen: readonly FileChange[];
  /** They have been seen. */
  see: () => void;
};

/**
 * Says that this file is open here and what is done with it, and asks who else has it open and what they did. While the
 * page is hidden it says nothing: nobody looks.
 * @param onOld something has changed that `mark` does not know
 */
export function usePresence(fileId: string, mark: string, doing: Doing, onOld: () => void): Beside {
  /** Up to here this person has seen everything; what stands on the page when it opens counts as seen. */
  const seen = useRef<string | null>(null);
  const now = useRef(doing);
  const [unseen, setUnseen] = useState(NOTHING);
  const { data, refetch } = useQuery({
    queryKey: ['presence', fileId],
    queryFn: async ({ signal }) => {
      const since = seen.current;
      const answer = await answerOf<Presence>(
        client.POST('/api/files/{id}/presence', {
          params: { path: { id: fileId } },
          body: { doing: now.current, since },
          signal,
        }),
      );
      if (since === null) seen.current = answer.mark;
      // Seen while it was under way: the next answer knows.
      else if (since === seen.current) setUnseen(answer.changes);
      return answer;
    },
    refetchInterval: BEAT_MS,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    now.current = doing;
    void refetch();
  }, [doing, refetch]);

  const latest = data?.mark;
  const isOld = latest !== undefined && Number(latest) > Number(mark);
  const tell = useRef(onOld);
  useEffect(() => {
    tell.current = onOld;
  });
  useEffect(() => {
    if (isOld) tell.current();
  }, [isOld, latest]);

  useEffect(() => {
    const leave = () =>
      void client
        .POST('/api/files/{id}/presence', {
          params: { path: { id: fileId } },
          body: { doing: 'leaving', since: null },
          keepalive: true,
        })
        .catch(() => undefined);
    const back = () => void refetch();
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', back);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', back);
      leave();
    };
  }, [fileId, refetch]);

  return {
    others: data?.others ?? NOBODY,
    unseen,
    see: () => {
      if (latest !== undefined) seen.current = latest;
      setUnseen(NOTHING);
    },
  };
}
