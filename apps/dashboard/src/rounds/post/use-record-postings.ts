import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Change } from '@suivi/contracts/files';
import type { PostLetter } from '@suivi/contracts/post';
import type { Problem } from '@suivi/contracts/problem';
import type { Day } from '@suivi/rules/calendar/days';
import { answerOf, asProblem, client } from '../../shell/api.ts';
import { fileChanged, useVoidEvent } from '../../shell/queries.ts';
import { postingOf } from './posting.ts';

export type ToRecord = { letter: PostLetter; number: string; eventId: string };
export type Outcome = ToRecord & { at: number } & (
    { change: Change; problem: null } | { change: null; problem: Problem }
  );

const ABREAST = 3;

/**
 * Records the postings: each file in a transaction of its own, so that one that is refused keeps no other back. Sent
 * again after a broken connection, each is the same event.
 */
export function useRecordPostings() {
  const cache = useQueryClient();
  const voidEvent = useVoidEvent();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const running = useRef(false);

  async function record(all: readonly ToRecord[], on: Day): Promise<Outcome[]> {
    if (running.current || all.length === 0) return [];
    running.current = true;
    setProgress({ done: 0, of: all.length });
    const made: Outcome[] = [];
    // Two letters of one file go one after the other: the second needs the version that the first has made.
    const byFile = new Map<string, ToRecord[]>();
    for (const one of all) byFile.set(one.letter.file.id, [...(byFile.get(one.letter.file.id) ?? []), one]);
    const files = byFile.values();
    const oneByOne = async () => {
      for (const letters of files) {
        let { version } = letters[0]?.letter.file ?? { version: 0 };
        for (const one of letters) {
          const outcome = await recordOne(one, on, version);
          if (outcome.change) ({ version } = outcome.change);
          made.push(outcome);
          setProgress({ done: made.length, of: all.length });
        }
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, oneByOne));
    const place = new Map(all.map(({ letter }, at) => [letter.taskId, at]));
    made.sort((a, b) => (place.get(a.letter.taskId) ?? 0) - (place.get(b.letter.taskId) ?? 0));
    const again = new Set(made.map(({ letter }) => letter.taskId));
    setOutcomes((before) => [...before.filter(({ letter }) => !again.has(letter.taskId)), ...made]);
    running.current = false;
    setProgress(null);
    await changed();
    return made;
  }

  const changed = () =>
    Promise.all([
      fileChanged(cache),
      cache.invalidateQueries({ queryKey: ['file'] }),
      cache.invalidateQueries({ queryKey: ['post'] }),
      cache.invalidateQueries({ queryKey: ['number-use'] }),
    ]);

  /** Takes back what was recorded, the last first. */
  async function takeBack(made: readonly Outcome[]): Promise<void> {
    const versions = new Map<string, number>();
    for (const { letter, change } of made) if (change) versions.set(letter.file.id, change.version);
    for (const { letter, change } of [...made].reverse()) {
      if (!change) continue;
      const { id } = letter.file;
      versions.set(id, (await voidEvent(id, change.eventId, versions.get(id) ?? change.version)).version);
    }
    const gone = new Set(made.map(({ letter }) => letter.taskId));
    setOutcomes((before) => before.filter(({ letter }) => !gone.has(letter.taskId)));
    await changed();
  }

  return { outcomes, progress, record, takeBack };
}

async function recordOne(one: ToRecord, on: Day, expectedVersion: number): Promise<Outcome> {
  const { letter, number, eventId } = one;
  try {
    const change = await answerOf<Change>(
      client.POST('/api/files/{id}/events', {
        params: { path: { id: letter.file.id }, header: { 'idempotency-key': eventId } },
        body: { event: { ...postingOf(letter, on, number), id: eventId }, expectedVersion, history: false },
      }),
    );
    return { ...one, at: Date.now(), change, problem: null };
  } catch (error) {
    return { ...one, at: Date.now(), change: null, problem: asProblem(error) };
  }
}
