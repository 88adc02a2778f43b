import type { WORK_GROUPS } from '@suivi/contracts/tasks';
import type { TaskKind } from '@suivi/rules/vocabulary';

type Group = Exclude<(typeof WORK_GROUPS)[number], 'all' | 'others'>;

/** Which tasks are worked in a row; all the rest are `others`. */
export const KINDS_OF: Record<Group, TaskKind[]> = {
  calls: ['call_3646'],
  letters: ['registered_post', 'file_appeal'],
  checks: ['check_documents'],
};
