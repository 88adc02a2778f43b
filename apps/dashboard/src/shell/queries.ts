import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DemoClock } from '@suivi/contracts/demo';
import type { CallTimes, Change, FileView } from '@suivi/contracts/files';
import type { ChangeMe, Me, MemberOfAgency } from '@suivi/contracts/me';
import type { Day } from '@suivi/rules/calendar/days';
import { answerOf, ApiProblem, client } from './api.ts';

export type Member = z.infer<typeof MemberOfAgency>;

/** Old data stays while new comes; what the server refused is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Who is signed in and what day it is for the agency. */
export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => answerOf<Me>(client.GET('/api/me', { signal })),
    refetchInterval: 60_000,
  });

export const useMembers = () =>
  useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => answerOf<Member[]>(client.GET('/api/members', { signal })),
    staleTime: 30_000,
  });

/** The agency's day. Only inside the frame, which waits for it. */
export function useToday(): Day {
  const today = useMe().data?.today;
  if (today == null) throw new Error('No day is known here: this screen stands outside the frame.');
  return today;
}

export const fileQuery = (id: string) => ({
  queryKey: ['file', id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answerOf<FileView>(client.GET('/api/files/{id}', { params: { path: { id } }, signal })),
});
export const useFile = (id: string) => useQuery(fileQuery(id));

/** After anything that changes a file: lists, counts and the file itself are asked again. */
export async function fileChanged(cache: QueryClient, fileId?: string) {
  await Promise.all([
    cache.invalidateQueries({ queryKey: ['work'] }),
    cache.invalidateQueries({ queryKey: ['ahead'] }),
    cache.invalidateQueries({ queryKey: ['files'] }),
    cache.invalidateQueries({ queryKey: ['views'] }),
    cache.invalidateQueries({ queryKey: ['me'] }),
    cache.invalidateQueries({ queryKey: ['rounds'] }),
    cache.invalidateQueries({ queryKey: ['members'] }),
    cache.invalidateQueries({ queryKey: ['presence'] }),
    fileId === undefined ? undefined : cache.invalidateQueries({ queryKey: ['file', fileId] }),
  ]);
}

export type EventToRecord = {
  fileId: string;
  /** The contract's event; its `id` is made here when left out. */
  event: { type: string; id?: string; [field: string]: unknown };
  expectedVersion: number;
  history?: boolean;
  /** How long a call took, from the round of calls. */
  call?: CallTimes;
};

/**
 * Records an event. The effect must be true, so the screen waits for the server; a retry is the same event.
 * @param changed has what shows the file asked again
 */
export function useRecordEvent(changed: (cache: QueryClient, fileId: string) => unknown = fileChanged) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ fileId, event, expectedVersion, history = false, call }: EventToRecord) => {
      const id = event.id ?? crypto.randomUUID();
      return answerOf<Change>(
        client.POST('/api/files/{id}/events', {
          params: { path: { id: fileId }, header: { 'idempotency-key': id } },
          body: { event: { ...event, id }, expectedVersion, history, ...(call && { call }) },
        }),
      );
    },
    onSuccess: (_change, { fileId }) => void changed(cache, fileId),
  });
}

/** Undo of a recorded event: it is voided, and the plan is as if it had not been. */
export function useVoidEvent() {
  const record = useRecordEvent();
  // `id`: the voiding's own, for whoever may have to send the very same again.
  return (fileId: string, eventId: string, expectedVersion: number, id?: string) =>
    record.mutateAsync({ fileId, event: { type: 'voided', event: eventId, id }, expectedVersion });
}

export function useChangeMe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeMe) => answerOf<Me>(client.PATCH('/api/me', { body: change })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** The demo clock, asked often while it moves. */
export const useDemoClock = (enabled: boolean) =>
  useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => answerOf<DemoClock>(client.GET('/api/demo', { signal })),
    enabled,
    refetchInterval: (query) => (query.state.data?.advancing ? 500 : 15_000),
  });

export function useAdvanceDemo() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (days: number) => answerOf<DemoClock>(client.POST('/api/demo/advance', { body: { days } })),
    onSuccess: (clock) => cache.setQueryData(['demo'], clock),
  });
}
