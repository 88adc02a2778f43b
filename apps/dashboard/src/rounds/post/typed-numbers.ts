import { useState } from 'react';
import { z } from 'zod';
import type { Typed } from './line-state.ts';

/** What was typed for each letter, by its task. `eventId`: the posting's own, so that it is recorded once, however often it is sent. */
export type TypedNumbers = Readonly<Record<string, Typed & { eventId: string }>>;

const Kept = z.record(z.string(), z.object({ number: z.string(), kept: z.boolean(), eventId: z.uuid() }));
const place = (userId: string) => `suivi.post.${userId}`;

function read(userId: string): TypedNumbers {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(place(userId)) ?? '{}'));
  } catch {
    return {};
  }
}

function keep(userId: string, typed: TypedNumbers): void {
  try {
    const some = Object.entries(typed).filter(([, { number }]) => number !== '');
    if (some.length === 0) localStorage.removeItem(place(userId));
    else localStorage.setItem(place(userId), JSON.stringify(Object.fromEntries(some)));
  } catch {
    // A browser that keeps nothing: they last as long as the page.
  }
}

/**
 * The numbers of the round. They stay on this machine until they are recorded: leaving the round, a closed tab or a
 * broken connection loses none of them.
 */
export function useTypedNumbers(userId: string) {
  const [typed, setTyped] = useState(() => read(userId));
  const change = (next: (before: TypedNumbers) => TypedNumbers) =>
    setTyped((before) => {
      const after = next(before);
      keep(userId, after);
      return after;
    });
  return {
    typed,
    type: (taskId: string, number: string) =>
      change((before) => ({
        ...before,
        // Other digits are another posting.
        [taskId]:
          before[taskId]?.number === number ? before[taskId] : { number, kept: false, eventId: crypto.randomUUID() },
      })),
    keepAsTyped: (taskId: string) =>
      change((before) => (before[taskId] ? { ...before, [taskId]: { ...before[taskId], kept: true } } : before)),
    forget: (taskIds: readonly string[]) =>
      change((before) => Object.fromEntries(Object.entries(before).filter(([taskId]) => !taskIds.includes(taskId)))),
  };
}
