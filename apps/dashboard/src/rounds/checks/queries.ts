import { useQuery } from '@tanstack/react-query';
import type { CheckingRound } from '@suivi/contracts/papers';
import { answerOf, client } from '../../shell/api.ts';

export type Scope = 'mine' | 'team';

/** The documents that wait for a check, or those of one client alone. Asked again each minute: a colleague may be in the same round. */
export const useCheckingRound = (scope: Scope, file: string | null) =>
  useQuery({
    queryKey: ['checks', scope, file],
    queryFn: ({ signal }) =>
      answerOf<CheckingRound>(
        client.GET('/api/rounds/checks', { params: { query: { scope, ...(file !== null && { file }) } }, signal }),
      ),
    // What one is looking at keeps its links; new ones come with the minute, or when one has ended.
    refetchOnWindowFocus: false,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
