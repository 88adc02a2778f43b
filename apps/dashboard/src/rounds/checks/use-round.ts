import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckingRound, PaperChange, PaperToCheck } from '@suivi/contracts/papers';
import { papersQuery } from '../../papers/queries.ts';
import { useNotify } from '../../shell/notify.tsx';
import { useLanguage } from '../../shell/say.ts';
import type { Draft, Drafts, Outcome, Outcomes, Standing, Step } from './round.ts';
import { EMPTY, besideOf, cameOf, nextOf, replacedBy, stepsOf, takenBack, withList } from './round.ts';

/**
 * Where one is in the round, what came of each document, and what is typed beside those to come. A document that a
 * colleague has judged meanwhile says by whom, and the round goes on.
 * @param start the document to begin with, where one was asked for
 */
export function useRound(files: CheckingRound['files'], start: string | null) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cache = useQueryClient();
  const notify = useNotify();
  const [given, setGiven] = useState(files);
  const [standing, setStanding] = useState<Standing>(() => {
    const steps = stepsOf(files);
    return {
      files,
      outcomes: {},
      at: steps.find(({ paper }) => paper.id === start)?.paper.id ?? nextOf(steps, {}, null),
    };
  });
  const [drafts, setDrafts] = useState<Drafts>({});
  const [seenPages, setSeenPages] = useState<Readonly<Record<string, ReadonlySet<number> | undefined>>>({});
  if (given !== files) {
    setGiven(files);
    setStanding(withList(standing, files));
  }
  const { outcomes, at } = standing;
  const steps = stepsOf(standing.files);

  /** A new list without a document that nobody here has judged: somebody else has. */
  const lookWhoWas = async (listed: CheckingRound['files']) => {
    const waiting = new Set(stepsOf(listed).map(({ paper }) => paper.id));
    const left = steps.filter(({ paper }) => outcomes[paper.id] === undefined && !waiting.has(paper.id));
    if (left.length === 0) return;
    const found = await whatCameOf(left, (fileId) => cache.fetchQuery({ ...papersQuery(fileId), staleTime: 0 }));
    setStanding((now) => cameOf(now, Object.fromEntries(found.map(({ id, outcome }) => [id, outcome]))));
    const here = found.find(({ id }) => id === at);
    if (here === undefined) return;
    const words = { name: here.by, document: here.paper.documentName[language] };
    notify.done(t(`checks.judged.${here.outcome.verdict}`, words), t('checks.judged.yours'));
  };
  const look = useRef(lookWhoWas);
  useEffect(() => {
    look.current = lookWhoWas;
  });
  useEffect(() => {
    void look.current(files);
  }, [files]);

  const step: Step | undefined = steps.find(({ paper }) => paper.id === at);
  const next = at === null ? null : nextOf(steps, { ...outcomes, [at]: outcomes[at] ?? HERE }, at);
  return {
    steps,
    outcomes,
    step,
    /** What comes after this one, to be fetched beforehand. */
    nextStep: steps.find(({ paper }) => paper.id === next),
    draftOf: (id: string): Draft => drafts[id] ?? EMPTY,
    drafts,
    write: (id: string, change: (draft: Draft) => Draft) =>
      setDrafts((all) => ({ ...all, [id]: change(all[id] ?? EMPTY) })),
    goTo: (id: string) => setStanding((now) => ({ ...now, at: id })),
    beside: (by: 1 | -1) => {
      if (at !== null) setStanding((now) => ({ ...now, at: besideOf(steps, at, by) }));
    },
    /** A page has been on screen. */
    saw: (id: string, page: number) =>
      setSeenPages((all) =>
        all[id]?.has(page) === true ? all : { ...all, [id]: new Set([...(all[id] ?? []), page]) },
      ),
    /** Documents of which every page has been on screen. */
    seen: new Set(
      steps.flatMap(({ paper }) =>
        paper.pages.length > 0 && paper.pages.every((_, page) => seenPages[paper.id]?.has(page)) ? [paper.id] : [],
      ),
    ),
    came: (results: Outcomes) => setStanding((now) => cameOf(now, results)),
    takenBack: (ids: readonly string[]) => setStanding((now) => takenBack(now, ids)),
    replaced: (id: string, by: PaperChange['paper']) => setStanding((now) => replacedBy(now, id, by)),
  };
}
export type Round = ReturnType<typeof useRound>;

/** The paper one is at, when the next is looked for. */
const HERE: Outcome = { verdict: 'verified', byColleague: false };

type Found = { id: string; paper: PaperToCheck; by: string; outcome: Outcome };

/** What colleagues made of documents that no longer wait. */
async function whatCameOf(
  steps: readonly Step[],
  papersOf: (fileId: string) => Promise<{ papers: readonly PaperChange['paper'][] }>,
): Promise<Found[]> {
  const lists = await Promise.all([...new Set(steps.map(({ file }) => file.id))].map((id) => papersOf(id)));
  const all = lists.flatMap(({ papers }) => papers);
  return steps.map(({ paper }) => {
    const now = all.find(({ id }) => id === paper.id);
    const verdict = now?.state === 'verified' || now?.state === 'rejected' ? now.state : 'gone';
    return { id: paper.id, paper, by: now?.verdict?.by ?? '', outcome: { verdict, byColleague: true } };
  });
}
