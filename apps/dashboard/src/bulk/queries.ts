import { useQuery } from '@tanstack/react-query';
import type { BulkLine, BulkOutcome, BulkPreview, BulkUndo, PreviewBulk, RunBulk } from '@suivi/contracts/bulk';
import { FILES_A_PREVIEW, FILES_A_RUN } from '@suivi/contracts/bulk';
import { useState } from 'react';
import { answerOf, client } from '../shell/api.ts';

type WithoutFiles<T> = T extends unknown ? Omit<T, 'files'> : never;
/** What is to be done, whichever files it is done to. */
export type Action = WithoutFiles<PreviewBulk>;

const parts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** What the server says an action would do, a hundred files at a time. Null: there is nothing to ask yet. */
export function usePreview(action: Action | null, ids: readonly string[]) {
  const [looked, setLooked] = useState(0);
  const query = useQuery({
    queryKey: ['bulk', action, ids],
    queryFn: async ({ signal }) => {
      const pages: BulkPreview[] = [];
      setLooked(0);
      for (const files of parts(ids, FILES_A_PREVIEW)) {
        const body = { ...action, files } as PreviewBulk;
        pages.push(await answerOf<BulkPreview>(client.POST('/api/bulk/preview', { body, signal })));
        setLooked((before) => before + files.length);
      }
      const [first] = pages;
      return first === undefined ? null : { ...first, lines: pages.flatMap(({ lines }) => lines) };
    },
    enabled: action !== null && ids.length > 0,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return { preview: query.data ?? null, looked, error: query.error, again: () => void query.refetch() };
}

/** One request's worth of an action, each file as its preview saw it. */
function runOf(action: Action, key: string, lines: readonly BulkLine[]): RunBulk {
  switch (action.kind) {
    case 'assign':
      return {
        ...action,
        key,
        files: lines.map(({ fileId, version, adviser }) => ({ fileId, version, adviser: adviser?.userId ?? null })),
      };
    case 'snooze':
      return {
        ...action,
        key,
        files: lines.flatMap(({ fileId, version, task }) =>
          task === null ? [] : [{ fileId, version, taskId: task.id, due: task.due }],
        ),
      };
    case 'record':
      return { ...action, key, files: lines.map(({ fileId, version }) => ({ fileId, version })) };
  }
}

export type Progress = { done: number; of: number };
type Line = BulkOutcome['lines'][number];

/**
 * Does an action to the files of a preview, a few at a time. Called again with the same key after a failure it does the
 * rest: what is done already gets its first answer again.
 */
export async function runAll(
  action: Action,
  key: string,
  lines: readonly BulkLine[],
  { tell, stopped }: { tell: (progress: Progress) => void; stopped: () => boolean },
): Promise<Line[]> {
  const outcome: Line[] = [];
  tell({ done: 0, of: lines.length });
  for (const part of parts(lines, FILES_A_RUN)) {
    if (stopped()) break;
    const answer = await answerOf<BulkOutcome>(client.POST('/api/bulk/run', { body: runOf(action, key, part) }));
    outcome.push(...answer.lines);
    tell({ done: outcome.length, of: lines.length });
  }
  return outcome;
}

/** Takes it back. @returns how many files stay as they are, because somebody has changed them since */
export async function undoAll(undos: readonly BulkUndo[], key: string): Promise<number> {
  let stay = 0;
  for (const files of parts(undos, FILES_A_RUN)) {
    const answer = await answerOf<BulkOutcome>(client.POST('/api/bulk/undo', { body: { key, files } }));
    stay += answer.lines.filter(({ leftOut }) => leftOut !== null).length;
  }
  return stay;
}
