import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Change, FileView } from '@suivi/contracts/files';
import type { Problem } from '@suivi/contracts/problem';
import { answerOf, asProblem, client } from '../shell/api.ts';
import { fileChanged, useVoidEvent } from '../shell/queries.ts';

/** One line of a round: what is to be recorded in which file. `event.id` is its own, so that sent again it is the same. */
export type Entry = {
  /** Whose place in the round this is: what came of it takes the place of what came of an earlier try. */
  line: string;
  fileId: string;
  version: number;
  event: { id: string; type: string; [field: string]: unknown };
};
/** What taking it back needs to know. */
type Recorded = Pick<Change, 'eventId' | 'version'>;
export type Outcome<E extends Entry> = E & { at: number } & (
    { change: Recorded; problem: null } | { change: null; problem: Problem }
  );

/** What could not be taken back, and why: it is recorded still. */
export type Stay<E extends Entry> = { outcome: Outcome<E>; problem: Problem };

const ABREAST = 3;

/** The server has said no: nothing of it was done. Whether a request that nobody answered was done, nobody knows. */
export const isRefused = ({ status }: Problem): boolean => status >= 400 && status < 500;

/**
 * Records the lines of a round: each in a transaction of its own, so that one that is refused keeps no other back. Sent
 * again after a broken connection, each is the same event.
 * @param lists what else is to be asked again afterwards, by the first word of its query
 */
export function useRecordEach<E extends Entry>(lists: readonly string[]) {
  const cache = useQueryClient();
  const voidEvent = useVoidEvent();
  const [outcomes, setOutcomes] = useState<readonly Outcome<E>[]>([]);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [takingBack, setTakingBack] = useState(false);
  const running = useRef(false);
  // What our own changes have made of each file: what is taken back is saved against it.
  const versions = useRef(new Map<string, number>());
  const voids = useRef(new Map<string, { id: string; version: number }>());

  async function record(all: readonly E[]): Promise<Outcome<E>[]> {
    if (running.current || all.length === 0) return [];
    running.current = true;
    setProgress({ done: 0, of: all.length });
    const made: Outcome<E>[] = [];
    // Two lines of one file go one after the other: the second needs the version that the first has made.
    const byFile = new Map<string, E[]>();
    for (const one of all) byFile.set(one.fileId, [...(byFile.get(one.fileId) ?? []), one]);
    const files = byFile.values();
    const oneByOne = async () => {
      for (const entries of files) {
        let { version } = entries[0] ?? { version: 0 };
        for (const one of entries) {
          const outcome = await recordOne(one, version);
          if (outcome.change) {
            version = Math.max(version, outcome.change.version);
            versions.current.set(one.fileId, version);
          }
          made.push(outcome);
          setProgress({ done: made.length, of: all.length });
        }
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, oneByOne));
    const place = new Map(all.map(({ line }, at) => [line, at]));
    made.sort((a, b) => (place.get(a.line) ?? 0) - (place.get(b.line) ?? 0));
    setOutcomes((before) => [...before.filter(({ line }) => !place.has(line)), ...made]);
    running.current = false;
    setProgress(null);
    await changed();
    return made;
  }

  const changed = () =>
    Promise.all([
      fileChanged(cache),
      cache.invalidateQueries({ queryKey: ['file'] }),
      ...lists.map((list) => cache.invalidateQueries({ queryKey: [list] })),
    ]);

  /**
   * Takes back what was recorded, the last first, each by itself: one that cannot be keeps no other.
   * @returns what is taken back, and what is not; null while something else runs
   */
  async function takeBack(
    made: readonly Outcome<E>[],
  ): Promise<{ back: readonly Outcome<E>[]; stay: readonly Stay<E>[] } | null> {
    if (running.current) return null;
    running.current = true;
    setTakingBack(true);
    const back: Outcome<E>[] = [];
    const stay: Stay<E>[] = [];
    for (const outcome of [...made].reverse()) {
      const { fileId, change } = outcome;
      if (!change) continue;
      // One that nobody answered is sent again as it was.
      const sent = voids.current.get(change.eventId) ?? {
        id: crypto.randomUUID(),
        version: versions.current.get(fileId) ?? change.version,
      };
      voids.current.set(change.eventId, sent);
      try {
        const { version } = await voidEvent(fileId, change.eventId, sent.version, sent.id);
        versions.current.set(fileId, version);
        back.unshift(outcome);
      } catch (error) {
        const problem = asProblem(error);
        if (isRefused(problem)) voids.current.delete(change.eventId);
        // Somebody has voided it: that is what was asked for.
        if (problem.type === 'equal_event') back.unshift(outcome);
        else stay.unshift({ outcome, problem });
      }
    }
    const gone = new Set(back.map(({ line }) => line));
    setOutcomes((before) => before.filter(({ line }) => !gone.has(line)));
    running.current = false;
    setTakingBack(false);
    await changed();
    return { back, stay };
  }

  return { outcomes, progress, takingBack, record, takeBack };
}

/** Against which version an event was sent that nobody has answered: the very same request gets the very same answer. */
const unanswered = new Map<string, number>();

/** It was sent, and nobody knows whether it is recorded: sent again it is, once. */
export const isUnsure = (eventId: string): boolean => unanswered.has(eventId);

async function recordOne<E extends Entry>(one: E, version: number): Promise<Outcome<E>> {
  const { fileId, event } = one;
  const expectedVersion = unanswered.get(event.id) ?? version;
  unanswered.set(event.id, expectedVersion);
  try {
    const change = await answerOf<Change>(
      client.POST('/api/files/{id}/events', {
        params: { path: { id: fileId }, header: { 'idempotency-key': event.id } },
        body: { event, expectedVersion, history: false },
      }),
    );
    unanswered.delete(event.id);
    return { ...one, at: Date.now(), change, problem: null };
  } catch (error) {
    const problem = asProblem(error);
    if (isRefused(problem)) unanswered.delete(event.id);
    const change = OURS_ALREADY.has(problem.type) ? await recordedBefore(fileId, event.id) : null;
    if (change) return { ...one, at: Date.now(), change, problem: null };
    return { ...one, at: Date.now(), change: null, problem };
  }
}

/** The event's id is its own: whoever meets it on the file has recorded it before, with another day perhaps. */
const OURS_ALREADY: ReadonlySet<string> = new Set(['event_exists', 'equal_event', 'idempotency_key_reused']);

async function recordedBefore(fileId: string, eventId: string): Promise<Recorded | null> {
  try {
    const { version, events } = await answerOf<FileView>(
      client.GET('/api/files/{id}', { params: { path: { id: fileId } } }),
    );
    return events.some(({ id, voided }) => id === eventId && !voided) ? { eventId, version } : null;
  } catch {
    return null;
  }
}
