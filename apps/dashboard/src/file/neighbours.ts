import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { FileList } from '@suivi/contracts/files';
import type { WorkList } from '@suivi/contracts/tasks';

export type Neighbours = { previous: string | null; next: string | null };

/** The files beside one in a list, in the list's order. */
export function besides(ids: readonly string[], id: string): Neighbours | null {
  const files = [...new Set(ids)];
  const at = files.indexOf(id);
  return at < 0 ? null : { previous: files[at - 1] ?? null, next: files[at + 1] ?? null };
}

/** The files before and after one in the list one came from: the one of those still at hand that was read last. */
export function neighboursOf(client: QueryClient, id: string): Neighbours {
  const lists = [
    ...client.getQueryCache().findAll({ queryKey: ['files'] }),
    ...client.getQueryCache().findAll({ queryKey: ['work'] }),
  ]
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ state }) => idsOf(state.data));
  for (const ids of lists) {
    const found = besides(ids, id);
    if (found !== null) return found;
  }
  return { previous: null, next: null };
}

const has = <K extends string>(data: unknown, name: K): data is Record<K, unknown> =>
  typeof data === 'object' && data !== null && name in data;

function idsOf(data: unknown): string[] {
  if (has(data, 'pages')) return (data as InfiniteData<FileList>).pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  if (has(data, 'items')) return (data as unknown as WorkList).items.map(({ file }) => file.id);
  return [];
}
