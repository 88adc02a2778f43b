import { useEffect, useState } from 'react';
import { MOST_FILES } from '@suivi/contracts/bulk';
import type { FileRow } from '@suivi/contracts/files';

/** The files that are chosen in a list, in the order in which they were. Another question begins with none. */
export function useSelection(question: string) {
  const [ids, setIds] = useState<readonly string[]>([]);
  /** All that match were taken, and there are more. */
  const [cut, setCut] = useState(false);
  useEffect(() => {
    setIds([]);
    setCut(false);
  }, [question]);
  const put = (next: readonly string[], isCut = false) => {
    setIds(next.slice(0, MOST_FILES));
    setCut(isCut || next.length > MOST_FILES);
  };
  const chosen = new Set(ids);
  return {
    ids,
    chosen,
    cut,
    clear: () => put([]),
    /** Takes all that the list has. */
    takeAll: (all: readonly string[], more: boolean) => put(all, more),
    toggle: (id: string) => put(chosen.has(id) ? ids.filter((other) => other !== id) : [...ids, id]),
    add: (rows: readonly FileRow[]) => put([...new Set([...ids, ...rows.map(({ id }) => id)])]),
    drop: (rows: readonly FileRow[]) => {
      const gone = new Set(rows.map(({ id }) => id));
      put(ids.filter((id) => !gone.has(id)));
    },
  };
}
export type Selection = ReturnType<typeof useSelection>;
