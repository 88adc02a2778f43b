import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { ArrivalsPreview, ArrivalType } from '@suivi/contracts/arrivals';
import type { BulkLine } from '@suivi/contracts/bulk';
import type { FileList } from '@suivi/contracts/files';
import type { Problem } from '@suivi/contracts/problem';
import type { Stage } from '@suivi/rules/vocabulary';
import { answerOf, asProblem, client } from '../../shell/api.ts';
import { isRefused } from '../use-record-each.ts';
import { EXPECTED_IN, rankCandidates } from './candidates.ts';
import type { Line } from './lines.ts';
import { byFile, eventOf } from './lines.ts';

/** From so many letters on it is worth looking. */
export const FEWEST_LETTERS = 2;

const find = (q: string, stage: readonly Stage[], signal: AbortSignal) =>
  answerOf<FileList>(
    client.GET('/api/files', {
      params: {
        query: { q, state: 'all', stage: [...stage], category: [], caisse: [], adviser: [], concern: [] },
      },
      signal,
    }),
  );

/** The files that these words may mean, open or closed; whoever waits for what came is not lost behind the first fifty. */
export const useCandidates = (q: string, type: ArrivalType | null) =>
  useQuery({
    queryKey: ['files', 'arrivals', type, q],
    queryFn: async ({ signal }) => {
      if (type === null) return [];
      const [waiting, all] = await Promise.all([find(q, EXPECTED_IN[type], signal), find(q, [], signal)]);
      return rankCandidates([...waiting.rows, ...all.rows], q, type);
    },
    enabled: type !== null && q.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
  });

export type Foreseen = {
  /** What the server says of a line; none while it is asked. */
  of: (line: Line) => BulkLine | undefined;
  /** Why the server says nothing of it, which asking again would not change: its file is gone, say. */
  refusal: (line: Line) => Problem | null;
  waiting: boolean;
  /** One that could not be asked, and how to ask again. */
  error: unknown;
  again: () => void;
};

/** What would become of the files of the list, each asked about when something of it changes. */
export function useForeseen(lines: readonly Line[]): Foreseen {
  const files = [...byFile(lines)];
  const asked = useQueries({
    queries: files.map(([fileId, own]) => ({
      queryKey: ['rounds', 'arrivals', fileId, own.map(eventOf)],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answerOf<ArrivalsPreview>(
          client.POST('/api/rounds/arrivals/preview', { body: { fileId, events: own.map(eventOf) }, signal }),
        ),
      staleTime: 60_000,
    })),
  });
  const refusals = asked.map(({ error }) => {
    const problem = error === null ? null : asProblem(error);
    return problem !== null && isRefused(problem) ? problem : null;
  });
  // What was foreseen of a file that is gone since holds no more.
  const found = new Map(
    files.flatMap(([, own], at) =>
      own.map((line, n) => [line.id, refusals[at] ? undefined : asked[at]?.data?.lines[n]] as const),
    ),
  );
  const refused = new Map(files.map(([fileId], at) => [fileId, refusals[at] ?? null]));
  const failed = asked.filter(({ isError }, at) => isError && refusals[at] === null);
  return {
    of: (line) => found.get(line.id),
    refusal: (line) => refused.get(line.fileId) ?? null,
    waiting: asked.some(({ isPending, isFetching }) => isPending && isFetching),
    error: failed[0]?.error ?? null,
    again: () => failed.forEach(({ refetch }) => void refetch()),
  };
}
