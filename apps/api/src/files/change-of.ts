import type { Change } from '@suivi/contracts/files';
import type { InLine } from './bring-in-line.ts';
import type { StoredFile } from './stored-file.ts';

/** What a recorded event changed, for the person who recorded it. */
export function changeOf(
  eventId: string,
  before: StoredFile,
  { plan, reconciled: { tasks, messages } }: InLine,
): Change {
  const open = new Set(before.tasks.filter(({ state }) => state === 'open').map(({ key }) => key));
  return {
    eventId,
    version: before.version + 1,
    stage: plan.stage,
    tasksOpened: [...tasks.added, ...tasks.changed]
      .filter(({ state, key }) => state === 'open' && !open.has(key))
      .map(({ key, dueOn }) => ({ key, dueOn })),
    tasksClosed: tasks.changed.filter(({ state, key }) => state !== 'open' && open.has(key)).map(({ key }) => key),
    emailsPlanned: [...messages.added, ...messages.changed]
      .filter(({ state, was }) => state !== 'cancelled' && (was === null || was === 'cancelled'))
      .map(({ key, sendOn }) => ({ key, sendOn })),
    emailsCancelled: messages.changed.filter(({ state }) => state === 'cancelled').map(({ key }) => key),
    nextReviewOn: plan.nextReviewOn,
  };
}
