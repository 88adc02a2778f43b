import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WorkItem, WorkList, WorkListQuery } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import { api } from '../shell/api.ts';

export const useWork = (query: WorkListQuery) =>
  useQuery({
    queryKey: ['work', query],
    queryFn: ({ signal }) => api.get<WorkList>('/api/work', query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** The day that counts for a person: the plan's, or the later one they snoozed it to. */
export const dayOf = ({ dueOn, snoozedUntil }: Pick<WorkItem, 'dueOn' | 'snoozedUntil'>): Day =>
  snoozedUntil !== null && snoozedUntil > dueOn ? snoozedUntil : dueOn;

/** Snooze and assign show at once, and go back when the server refuses. */
function useOptimistic<T>(
  change: (item: WorkItem, value: T) => WorkItem,
  send: (item: WorkItem, value: T) => Promise<unknown>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ items, value }: { items: readonly WorkItem[]; value: T }) => {
      for (const item of items) await send(item, value);
    },
    onMutate: ({ items, value }) => {
      const before = client.getQueriesData<WorkList>({ queryKey: ['work'] });
      const ids = new Set(items.map((item) => item.id));
      client.setQueriesData<WorkList>({ queryKey: ['work'] }, (list) =>
        list === undefined
          ? list
          : { ...list, items: list.items.map((item) => (ids.has(item.id) ? change(item, value) : item)) },
      );
      return before;
    },
    onError: (_error, _asked, before) => before?.forEach(([key, list]) => client.setQueryData(key, list)),
    // Not waited for: what the person is told does not hang on another answer.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['work'] });
      void client.invalidateQueries({ queryKey: ['me'] });
    },
  });
}

export const useSnooze = () =>
  useOptimistic<Day | null>(
    (item, until) => ({ ...item, snoozedUntil: until }),
    (item, until) => api.post(`/api/tasks/${item.id}/snooze`, { until }),
  );

export const useAssign = () =>
  useOptimistic<string | null>(
    (item, assignee) => ({ ...item, assignee }),
    (item, assignee) => api.post(`/api/tasks/${item.id}/assign`, { assignee }),
  );
