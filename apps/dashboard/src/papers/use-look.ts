import { useState } from 'react';
import type { Paper } from '@suivi/contracts/papers';

/** Which pages of freshly sent papers have been on screen, and which papers their sender leaves for the checking round. */
export function useLook(papers: readonly Paper[]) {
  const [pages, setPages] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isSeen = (paper: Paper) =>
    paper.pages.length > 0 && paper.pages.every(({ page }) => pages.has(`${paper.id} ${page}`));
  const vouched = papers.filter(({ id, state }) => state === 'to_check' && !left.has(id));
  return {
    saw: (id: string, page: number) =>
      setPages((before) => (before.has(`${id} ${page}`) ? before : new Set([...before, `${id} ${page}`]))),
    isSeen,
    isLeft: (id: string) => left.has(id),
    leave: (id: string, is: boolean) =>
      setLeft((before) => (is ? new Set([...before, id]) : new Set([...before].filter((one) => one !== id)))),
    /** Those that can be vouched for: every page of each has been looked at. */
    ready: vouched.filter(isSeen),
    /** Those that are still to be looked at. */
    unseen: vouched.filter((paper) => !isSeen(paper)).length,
  };
}
export type Look = ReturnType<typeof useLook>;
