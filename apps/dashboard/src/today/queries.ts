import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WorkItem, WorkList, WorkListQuery } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { answerOf, client } from '../shell/api.ts';

export const useWork = (query: WorkListQuery) =>
  useQuery({
    queryKey: ['work', query],
    queryFn: ({ signal }) => answerOf<WorkList>(client.GET('/api/work', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** The day that counts for a person: the plan's, or the later one they snoozed it to. */
export const dayOf = ({ dueOn, snoozedUntil }: Pick<WorkItem, 'dueOn' | 'snoozedUntil'>): Day =>
  snoozedUntil !== null && snoozedUntil > dueOn ? snoozedUntil : dueOn;

/** `force`: over whatever somebody else has set meanwhile. */
type Optimistic<T> = { items: readonly WorkItem[]; value: T; force?: boolean };

/** Snooze and assign show at once, and go back when the server refuses. */
function useOptimistic<T>(
  change: (item: WorkItem, value: T) => WorkItem,
  send: (item: WorkItem, value: T, force: boolean) => Promise<unknown>,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ items, value, force = false }: Optimistic<T>) => {
      for (const item of items) await send(item, value, force);
    },
    onMutate: ({ items, value }) => {
      const before = cache.getQueriesData<WorkList>({ queryKey: ['work'] });
      const ids = new Set(items.map((item) => item.id));
      cache.setQueriesData<WorkList>({ queryKey: ['work'] }, (list) =>
        list === undefined
          ? list
          : { ...list, items: list.items.map((item) => (ids.has(item.id) ? change(item, value) : item)) },
      );
      return before;
    },
    onError: (_error, _asked, before) => before?.forEach(([key, list]) => cache.setQueryData(key, list)),
    // Not waited for: what the person is told does not hang on another answer.
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['work'] });
      void cache.invalidateQueries({ queryKey: ['me'] });
      void cache.invalidateQueries({ queryKey: ['members'] });
      void cache.invalidateQueries({ queryKey: ['presence'] });
      void cache.invalidateQueries({ queryKey: ['file'] });
    },
  });
}

export const useSnooze = () =>
  useOptimistic<Day | null>(
    (item, until) => ({ ...item, snoozedUntil: until }),
    ({ id, snoozedUntil: was }, until, force) =>
      answerOf<unknown>(
        client.POST('/api/tasks/{id}/snooze', {
          params: { path: { id } },
          body: force ? { until } : { until, was },
        }),
      ),
  );

export const useAssign = () =>
  useOptimistic<string | null>(
    (item, assignee) => ({ ...item, assignee }),
    ({ id, assignee: was }, assignee, force) =>
      answerOf<unknown>(
        client.POST('/api/tasks/{id}/assign', {
          params: { path: { id } },
          body: force ? { assignee } : { assignee, was },
        }),
      ),
  );
