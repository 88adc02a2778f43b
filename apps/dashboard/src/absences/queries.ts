import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EnterAbsence, Workload } from '@suivi/contracts/absences';
import { answerOf, client } from '../shell/api.ts';
import { fileChanged, useMe } from '../shell/queries.ts';

export const useWorkload = (userId: string) =>
  useQuery({
    queryKey: ['workload', userId],
    queryFn: ({ signal }) =>
      answerOf<Workload>(client.GET('/api/members/{id}/workload', { params: { path: { id: userId } }, signal })),
  });

/** Enters an absence (null: it ends), one's own or, for a lead, somebody else's. */
export function useEnterAbsence() {
  const cache = useQueryClient();
  const me = useMe().data;
  return useMutation({
    mutationFn: ({ userId, absence }: { userId: string; absence: EnterAbsence | null }) => {
      const params = { path: { id: userId } };
      if (userId === me?.userId)
        return answerOf<unknown>(
          absence === null ? client.DELETE('/api/me/absence') : client.PUT('/api/me/absence', { body: absence }),
        );
      return answerOf<unknown>(
        absence === null
          ? client.DELETE('/api/members/{id}/absence', { params })
          : client.PUT('/api/members/{id}/absence', { params, body: absence }),
      );
    },
    onSettled: () => void fileChanged(cache),
  });
}
