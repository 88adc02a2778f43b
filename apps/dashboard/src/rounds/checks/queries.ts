import { useQuery } from '@tanstack/react-query';
import type { CheckingRound } from '@suivi/contracts/papers';
import { answerOf, client } from '../../shell/api.ts';

export type Scope = 'mine' | 'team';

/** The documents that wait for a check. Asked again each minute: a colleague may be in the same round. */
export const useCheckingRound = (scope: Scope) =>
  useQuery({
    queryKey: ['checks', scope],
    queryFn: ({ signal }) =>
      answerOf<CheckingRound>(client.GET('/api/rounds/checks', { params: { query: { scope } }, signal })),
    // What one is looking at keeps its links; new ones come with the minute, or when one has ended.
    refetchOnWindowFocus: false,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
