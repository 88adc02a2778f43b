import { useCallback, useSyncExternalStore } from 'react';
import type { Line } from './lines.ts';
import { keepLines, readLines } from './lines.ts';

/** One list for whoever shows it, whether the round is open, was left or stands in another tab. */
const held = new Map<string, Line[]>();
/** Of whom the browser keeps nothing: what is held is all there is. */
const unkept = new Set<string>();
const listeners = new Set<() => void>();

function linesOf(userId: string): Line[] {
  const lines = held.get(userId) ?? readLines(userId);
  held.set(userId, lines);
  return lines;
}

/** What is stored, which another tab may have changed. */
function lookAgain(userId: string): void {
  if (unkept.has(userId)) return;
  const stored = readLines(userId);
  if (JSON.stringify(stored) !== JSON.stringify(held.get(userId))) held.set(userId, stored);
}

function change(userId: string, next: (before: readonly Line[]) => Line[]): void {
  lookAgain(userId);
  const lines = next(linesOf(userId));
  held.set(userId, lines);
  if (!keepLines(userId, lines)) unkept.add(userId);
  for (const listener of listeners) listener();
}

/** The list, kept on this machine until it is recorded: leaving the round or a closed tab loses none of it. */
export function useLines(userId: string) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const elsewhere = () => {
        lookAgain(userId);
        listener();
      };
      lookAgain(userId);
      listeners.add(listener);
      window.addEventListener('storage', elsewhere);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', elsewhere);
      };
    },
    [userId],
  );
  const lines = useSyncExternalStore(subscribe, () => linesOf(userId));
  return {
    lines,
    add: (line: Line) => change(userId, (before) => [...before, line]),
    // On another day it is another event.
    date: (id: string, on: Line['on']) =>
      change(userId, (before) =>
        before.map((line) => (line.id === id ? { ...line, eventId: crypto.randomUUID(), on } : line)),
      ),
    remove: (ids: readonly string[]) => change(userId, (before) => before.filter(({ id }) => !ids.includes(id))),
    /** Recorded by these events: a line that has become another since, in another tab, stays. */
    forget: (eventIds: readonly string[]) =>
      change(userId, (before) => before.filter(({ eventId }) => !eventIds.includes(eventId))),
    /** Back in the list, as events of their own: what was taken back is not recorded by the same one again. */
    putBack: (gone: readonly Line[]) =>
      change(userId, (before) => [...gone.map((line) => ({ ...line, eventId: crypto.randomUUID() })), ...before]),
  };
}
