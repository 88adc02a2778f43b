import type { Day } from '@suivi/rules/calendar/days';

/** Which legal deadline a task must meet: both have the same cause. The task's key begins so, the deadline's is made of its number. */
const DEADLINE_OF: [task: RegExp, deadline: string][] = [
  [/^registered_post:supplement:(\d+)/, 'reply_to_cpam'],
  [/^collect_documents:supplement:(\d+)/, 'reply_to_cpam'],
  [/^file_appeal:(\d+)/, 'appeal'],
  [/^review_file:appeal:(\d+)/, 'appeal'],
  [/^review_file:appeal_silence:(\d+)/, 'court'],
  [/^review_file:court:(\d+)/, 'court'],
  [/^registered_post:option:(\d+)/, 'swiss_option'],
  [/^review_file:swiss_option:(\d+)/, 'swiss_option'],
  [/^renew_cover:(\d+)/, 'cover_ends'],
  [/^review_file:permit:(\d+)/, 'permit_ends'],
  [/^registered_post:civil_status:(\d+)/, 'provisional_number_ends'],
  [/^(?:call_3646|review_file):rights_open:(\d+)/, 'provisional_number_ends'],
];

type Limited = { key: string; on: Day; suspended: boolean };

/** The legal deadline of the same cause as a task, or null. */
export function deadlineOf(taskKey: string, deadlines: readonly Limited[]): Day | null {
  for (const [pattern, kind] of DEADLINE_OF) {
    const n = pattern.exec(taskKey)?.[1];
    if (n === undefined) continue;
    return deadlines.find(({ key, suspended }) => key === `deadline:${kind}:${n}` && !suspended)?.on ?? null;
  }
  return null;
}

/** A snooze is cleared when the plan moves the task to it or beyond, and when a deadline has come before it. */
export function snoozeThatHolds(
  until: Day | null,
  task: { key: string; dueOn: Day },
  deadlines: readonly Limited[],
): Day | null {
  if (until === null || until <= task.dueOn) return null;
  const deadline = deadlineOf(task.key, deadlines);
  return deadline !== null && deadline < until ? null : until;
}
