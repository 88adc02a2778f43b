import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CallRound, CallRoundQuery, CallToMake } from '@suivi/contracts/calls';
import type { CallOutcome } from '@suivi/rules/vocabulary';
import { answerOf, client } from '../../shell/api.ts';
import { inKeptOrder } from './kept-order.ts';

const roundQuery = (query: CallRoundQuery) =>
  queryOptions({
    queryKey: ['rounds', 'calls', query],
    queryFn: ({ signal }) => answerOf<CallRound>(client.GET('/api/rounds/calls', { params: { query }, signal })),
    // The order was that of the hour at which the round began; nothing moves under the hand of who works through it.
    structuralSharing: (before, fresh) => inKeptOrder(before as CallRound | undefined, fresh as CallRound),
    refetchInterval: 60_000,
  });
export const useCallRound = (query: CallRoundQuery) => useQuery(roundQuery(query));

/** It stands under its file: asked again when that changes, and not with every other call that is made. */
const callQuery = ({ taskId, file }: Asked) =>
  queryOptions({
    queryKey: ['file', file.id, 'call', taskId],
    queryFn: ({ signal }) =>
      answerOf<CallToMake>(client.GET('/api/rounds/calls/{taskId}', { params: { path: { taskId } }, signal })),
  });
type Asked = { taskId: string; file: { id: string } };
/** Null asks for nothing. */
export const useCallToMake = (call: Asked | null) =>
  useQuery({ ...callQuery(call ?? { taskId: '', file: { id: '' } }), enabled: call !== null });

/** What was just recorded stands in the round at once; the server's own word follows. */
export const markMade = (cache: QueryClient, taskId: string, outcome: CallOutcome) =>
  cache.setQueriesData<CallRound>({ queryKey: ['rounds', 'calls'] }, (round) =>
    round === undefined
      ? round
      : {
          ...round,
          groups: round.groups.map((group) => ({
            ...group,
            calls: group.calls.map((call) => (call.taskId === taskId ? { ...call, outcome } : call)),
          })),
        },
  );
