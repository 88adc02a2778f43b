import { useEffect, useRef, useState } from 'react';
import type { Paper } from '@suivi/contracts/papers';
import type { Lying } from './page-view.tsx';
import { FLAT, zoomed } from './page-view.tsx';

/**
 * Which page of a paper is looked at, how it lies, and its link. Links end after some minutes: one that has ended is
 * asked for anew once, and only if the new one fails, too, is that said.
 */
export function usePages({ id, pages }: Pick<Paper, 'id' | 'pages'>, renew: () => Promise<unknown>) {
  const [at, setAt] = useState({ id, page: 0, lying: FLAT });
  // Another paper begins at its first page, lying as it was scanned.
  const now = at.id === id ? at : { id, page: 0, lying: FLAT };
  const [failed, setFailed] = useState<string | null>(null);
  // The same link may be tried again: a picture that failed does not ask by itself.
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(false);
  const desk = useRef<HTMLDivElement>(null);
  const src = pages[now.page]?.url ?? null;

  useEffect(() => {
    // The page after this one, so that turning shows it at once.
    const next = pages[now.page + 1]?.url;
    if (next !== undefined) new Image().src = next;
  }, [pages, now.page]);

  const go = (by: 1 | -1) => {
    const page = now.page + by;
    if (page >= 0 && page < pages.length) setAt({ ...now, page, lying: { ...now.lying, turns: 0 } });
  };
  const lie = (change: (lying: Lying) => Partial<Lying>) =>
    setAt({ ...now, lying: { ...now.lying, ...change(now.lying) } });
  return {
    page: now.page,
    lying: now.lying,
    src,
    attempt,
    /** Where the page lies, for the keys that move it. */
    desk,
    move: (across: number, down: number) => desk.current?.scrollBy({ left: across * STEP, top: down * STEP }),
    failed: failed !== null && failed === src,
    next: () => go(1),
    previous: () => go(-1),
    zoomIn: () => lie(({ zoom }) => ({ zoom: zoomed(zoom, 1) })),
    zoomOut: () => lie(({ zoom }) => ({ zoom: zoomed(zoom, -1) })),
    turn: () => lie(({ turns }) => ({ turns: (turns + 1) % 4 })),
    onShown: () => {
      asked.current = false;
      setFailed(null);
    },
    onFailed: () => {
      if (asked.current) return setFailed(src);
      asked.current = true;
      renew().then(
        () => setAttempt((n) => n + 1),
        () => setFailed(src),
      );
    },
  };
}
/** How far a key moves a page that is larger than its place. */
const STEP = 80;
export type Pages = ReturnType<typeof usePages>;
