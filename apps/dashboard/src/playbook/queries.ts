import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlaybookView, PublishPlaybook, Rehearsal } from '@suivi/contracts/playbook';
import type { Playbook } from '@suivi/rules/playbook';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged } from '../shell/queries.ts';

/** The settings that hold, asked again while files are being planned anew. */
export const usePlaybook = () =>
  useQuery({
    queryKey: ['playbook'],
    queryFn: ({ signal }) => answerOf<PlaybookView>(client.GET('/api/playbook', { signal })),
    refetchInterval: (query) => ((query.state.data?.marked ?? 0) > 0 ? 2_000 : false),
  });

/** A trial, asked again twice a second while a worker is at it. */
export const useTrial = (id: string | null) =>
  useQuery({
    queryKey: ['trial', id],
    enabled: id !== null,
    queryFn: ({ signal }) =>
      answerOf<Rehearsal>(client.GET('/api/playbook/rehearsals/{id}', { params: { path: { id: id ?? '' } }, signal })),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 500 : false),
  });

export function useStartTrial() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (settings: Playbook) =>
      answerOf<Rehearsal>(client.POST('/api/playbook/rehearsals', { body: { settings } })),
    onSuccess: (trial) => cache.setQueryData(['trial', trial.id], trial),
  });
}

export function usePublish() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (asked: PublishPlaybook) =>
      answerOf<PlaybookView>(client.POST('/api/playbook/publish', { body: asked })),
    onSuccess: async (view) => {
      cache.setQueryData(['playbook'], view);
      await fileChanged(cache);
    },
  });
}
