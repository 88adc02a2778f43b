import { useRef, useState } from 'react';
import type { Line } from './lines.ts';
import { keepLines, readLines } from './lines.ts';

/** The list, kept on this machine until it is recorded: leaving the round or a closed tab loses none of it. */
export function useLines(userId: string) {
  const [lines, setLines] = useState(() => readLines(userId));
  // What is taken back after the round was left is kept all the same.
  const latest = useRef(lines);
  const change = (next: (before: readonly Line[]) => Line[]) => {
    latest.current = next(latest.current);
    keepLines(userId, latest.current);
    setLines(latest.current);
  };
  return {
    lines,
    add: (line: Line) => change((before) => [...before, line]),
    // On another day it is another event.
    date: (id: string, on: Line['on']) =>
      change((before) => before.map((line) => (line.id === id ? { ...line, eventId: crypto.randomUUID(), on } : line))),
    remove: (ids: readonly string[]) => change((before) => before.filter(({ id }) => !ids.includes(id))),
    /** Back in the list, as events of their own: what was taken back is not recorded by the same one again. */
    putBack: (gone: readonly Line[]) =>
      change((before) => [...gone.map((line) => ({ ...line, eventId: crypto.randomUUID() })), ...before]),
  };
}
