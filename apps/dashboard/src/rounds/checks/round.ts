import type { CheckingRound, PaperToCheck } from '@suivi/contracts/papers';
import type { Fault } from '@suivi/rules/vocabulary';

export type FileToCheck = CheckingRound['files'][number];
/** A paper with its file: one step of the round. */
export type Step = { file: FileToCheck; paper: PaperToCheck };

/** What came of a paper in this round: by this person, or by a colleague meanwhile. */
export type Outcome =
  { verdict: 'verified' | 'rejected'; byColleague: boolean } | { verdict: 'gone'; byColleague: true };
export type Outcomes = Readonly<Record<string, Outcome | undefined>>;

export const stepsOf = (files: readonly FileToCheck[]): Step[] =>
  files.flatMap((file) => file.papers.map((paper) => ({ file, paper })));

/**
 * The round grows and never shrinks while it is worked: what was judged stays where it was, so that the strip of a
 * client's documents and the count do not jump. Papers known before take their new links.
 */
export function merged(before: readonly FileToCheck[], now: readonly FileToCheck[]): FileToCheck[] {
  const fresh = new Map(now.map((file) => [file.id, file]));
  const kept = before.map((file) => {
    const other = fresh.get(file.id);
    if (other === undefined) return file;
    fresh.delete(file.id);
    const papers = new Map(other.papers.map((paper) => [paper.id, paper]));
    const known = file.papers.map((paper) => {
      const newer = papers.get(paper.id);
      papers.delete(paper.id);
      return newer ?? paper;
    });
    return { ...other, papers: [...known, ...papers.values()] };
  });
  return [...kept, ...fresh.values()];
}

/** The next paper without an outcome after this one, round the corner to those left out; null: all is done. */
export function nextOf(steps: readonly Step[], outcomes: Outcomes, after: string | null): string | null {
  const at = steps.findIndex(({ paper }) => paper.id === after);
  const inOrder = [...steps.slice(at + 1), ...steps.slice(0, at + 1)];
  return inOrder.find(({ paper }) => outcomes[paper.id] === undefined)?.paper.id ?? null;
}

/** The paper beside this one, whatever came of it: one may look back. */
export const besideOf = (steps: readonly Step[], id: string, by: 1 | -1): string =>
  steps[steps.findIndex(({ paper }) => paper.id === id) + by]?.paper.id ?? id;

/** What is written beside a paper before it is judged; typed answers stay while one looks at another paper. */
export type Draft = {
  issuedOn: string | null;
  validUntil: string | null;
  language: string | null;
  fault: Fault | null;
  /** What the client will read; the ready wording until somebody changes it. */
  note: string;
};
export const EMPTY: Draft = { issuedOn: null, validUntil: null, language: null, fault: null, note: '' };

/** The draft as it opens with a fault: its ready wording, unless something was written by hand. */
export function withFault(draft: Draft, fault: Fault, { faults }: PaperToCheck, language: 'en' | 'fr'): Draft {
  const ready = Object.values(faults).map((words) => words[language]);
  const own = draft.note.trim() !== '' && !ready.includes(draft.note);
  return { ...draft, fault, note: own ? draft.note : faults[fault][language] };
}

/** The note that is sent: none where the ready wording stands, which the email says by itself in the client's language. */
export const noteOf = ({ fault, note }: Draft, { faults }: PaperToCheck, language: 'en' | 'fr'): string | null =>
  fault !== null && note.trim() === faults[fault][language] ? null : note.trim();

/** The papers of this client that Shift V verifies: seen in full, not judged, nothing found wrong, no virus. */
export const verifiable = (file: FileToCheck, outcomes: Outcomes, seen: ReadonlySet<string>, drafts: Drafts) =>
  file.papers.filter(
    ({ id, scan }) =>
      outcomes[id] === undefined && seen.has(id) && scan !== 'infected' && (drafts[id]?.fault ?? null) === null,
  );
export type Drafts = Readonly<Record<string, Draft | undefined>>;

/** Where one is in the round. */
export type Standing = { files: readonly FileToCheck[]; outcomes: Outcomes; at: string | null };

/** What came of papers; whoever looks at one of them goes on to the next. */
export function cameOf(standing: Standing, results: Outcomes): Standing {
  const outcomes = { ...standing.outcomes, ...results };
  const { at, files } = standing;
  const goOn = at !== null && results[at] !== undefined;
  return { ...standing, outcomes, at: goOn ? nextOf(stepsOf(files), outcomes, at) : at };
}

/** Verdicts were taken back: the first of these papers is looked at again. */
export const takenBack = (standing: Standing, ids: readonly string[]): Standing => ({
  ...standing,
  outcomes: Object.fromEntries(Object.entries(standing.outcomes).filter(([id]) => !ids.includes(id))),
  at: ids[0] ?? standing.at,
});

/** New lists come while one works; after the last paper they may bring another one. */
export function withList(standing: Standing, files: readonly FileToCheck[]): Standing {
  const all = merged(standing.files, files);
  return { ...standing, files: all, at: standing.at ?? nextOf(stepsOf(all), standing.outcomes, null) };
}

/** Another paper stands in for this one. */
export const replacedBy = (
  standing: Standing,
  id: string,
  paper: Partial<PaperToCheck> & { id: string },
): Standing => ({
  ...standing,
  files: standing.files.map((file) => ({
    ...file,
    papers: file.papers.map((one) => (one.id === id ? { ...one, ...paper } : one)),
  })),
  at: standing.at === id ? paper.id : standing.at,
});
