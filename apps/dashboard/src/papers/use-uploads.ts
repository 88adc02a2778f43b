import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PaperChange } from '@suivi/contracts/papers';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import { asProblem } from '../shell/api.ts';
import { fileChanged } from '../shell/queries.ts';
import type { Sending } from './send-paper.ts';
import { sendPaper } from './send-paper.ts';
import type { Change, Kind, Upload } from './uploads.ts';
import { changed, readyToSend, uploadOf } from './uploads.ts';
import type { PaperValue } from './which-paper.ts';
import { documentOf, whichPaper } from './which-paper.ts';

/** The files that somebody has chosen for a client, until each is a paper of theirs. Closing the list loses none. */
export function useUploads(fileId: string, documents: readonly PlannedDocument[]) {
  const cache = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  /** As they are at this moment: what is sent takes longer than a drawing holds. */
  const latest = useRef(uploads);
  const change = (one: Change) => {
    latest.current = changed(latest.current, one);
    setUploads(latest.current);
  };
  const under = useRef(new Map<string, Sending>());
  /** From the first paper to the last, with the time between two; a second sending waits for its end. */
  const running = useRef(false);
  const [sending, setSending] = useState(false);
  /** What is still to leave with the papers on their way: as it was when Send was pressed. */
  const [bound, setBound] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!sending) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [sending]);

  /** `onto`: the line of the list on which they were dropped. */
  const add = (files: readonly File[], onto: PaperValue | null = null) => {
    const taken = latest.current.flatMap(({ paper }) => (paper === null ? [] : [paper]));
    const added = files.map((file) => {
      const paper = onto ?? whichPaper(file.name, documents, taken);
      if (paper !== null) taken.push(paper);
      return uploadOf(file, paper);
    });
    change({ do: 'add', uploads: added });
  };

  /** @returns what came of it; null when it was called back or not taken */
  const sendPages = async (pages: readonly Upload[]): Promise<PaperChange | null> => {
    const [first] = pages;
    const paper = first?.paper == null ? null : documentOf(first.paper);
    if (first === undefined || paper === null) return null;
    const each = (act: (id: string) => void) => pages.forEach(({ id }) => act(id));
    each((id) => change({ do: 'send', id }));
    const going = sendPaper(
      {
        // The first page's own id: sent again after a broken connection, it is the same paper.
        id: first.id,
        fileId,
        ...paper,
        noNumberShown: pages.every(({ toLookAt, confirmed }) => !toLookAt || confirmed),
        pages: pages.map(({ file }) => file),
      },
      (share) => each((id) => change({ do: 'progress', id, share })),
    );
    each((id) => under.current.set(id, going));
    try {
      const answer = await going.answer;
      each((id) => change({ do: 'done', id }));
      await Promise.all([fileChanged(cache, fileId), cache.invalidateQueries({ queryKey: ['papers', fileId] })]);
      return answer;
    } catch (error) {
      // Called back: it waits as it did before.
      if (error instanceof DOMException) each((id) => change({ do: 'cancel', id }));
      else each((id) => change({ do: 'refuse', id, problem: asProblem(error) }));
      return null;
    } finally {
      each((id) => under.current.delete(id));
    }
  };

  /** One paper after the other: a telephone's line is narrow, and each is then told by itself. */
  const sendAll = async (papers: readonly (readonly Upload[])[]): Promise<PaperChange[]> => {
    if (running.current || papers.length === 0) return [];
    running.current = true;
    setSending(true);
    setBound(new Set(papers.flat().map(({ id }) => id)));
    const came: PaperChange[] = [];
    try {
      for (const pages of papers) {
        const one = await sendPages(pages);
        setBound((before) => new Set([...before].filter((id) => pages.every((page) => page.id !== id))));
        if (one !== null) came.push(one);
      }
    } finally {
      running.current = false;
      setSending(false);
      setBound(new Set());
    }
    return came;
  };

  return {
    uploads,
    /** Until the last paper is told: nothing else is sent meanwhile. */
    sending,
    /** Neither changed nor left out: it leaves as it was when Send was pressed. */
    isBound: (id: string) => bound.has(id),
    add,
    assign: (id: string, paper: PaperValue | null) => change({ do: 'assign', id, paper }),
    confirm: (id: string, confirmed: boolean) => change({ do: 'confirm', id, confirmed }),
    replace: (id: string, file: File, kind: Kind, parts: number) => change({ do: 'replace', id, file, kind, parts }),
    cancel: (id: string) => under.current.get(id)?.cancel(),
    remove: (id: string) => change({ do: 'remove', id }),
    clear: () => change({ do: 'clear' }),
    /** @returns what came of those that were taken; `whole`: nothing is left behind */
    send: async (): Promise<{ came: PaperChange[]; whole: boolean }> => {
      const came = await sendAll(readyToSend(latest.current));
      return { came, whole: came.length > 0 && latest.current.every(({ state }) => state === 'done') };
    },
    retry: ({ paper }: Upload) =>
      sendAll([latest.current.filter((one) => one.state === 'refused' && one.paper === paper)]),
  };
}
export type Uploads = ReturnType<typeof useUploads>;
