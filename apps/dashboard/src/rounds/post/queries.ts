import { useQueries, useQuery } from '@tanstack/react-query';
import type { NumberUse, PostRound } from '@suivi/contracts/post';
import { answerOf, client } from '../../shell/api.ts';

export type Scope = 'mine' | 'team';

/** The letters that are due. Asked anew now and then: a colleague may be at the same round. */
export const usePostRound = (scope: Scope) =>
  useQuery({
    queryKey: ['post', scope],
    queryFn: ({ signal }) =>
      answerOf<PostRound>(client.GET('/api/rounds/post', { params: { query: { scope } }, signal })),
    refetchInterval: 60_000,
  });

/** Whose letters have these numbers, beyond the round. */
export function useNumberUses(numbers: readonly string[]): ReadonlyMap<string, NonNullable<NumberUse['usedBy']>> {
  const asked = useQueries({
    queries: [...new Set(numbers)].map((number) => ({
      queryKey: ['number-use', number],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answerOf<NumberUse>(client.GET('/api/rounds/post/number', { params: { query: { number } }, signal })).then(
          ({ usedBy }) => ({ number, usedBy }),
        ),
      staleTime: 30_000,
    })),
  });
  return new Map(asked.flatMap(({ data }) => (data?.usedBy ? [[data.number, data.usedBy]] : [])));
}
