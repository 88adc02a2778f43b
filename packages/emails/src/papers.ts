import { wordsOf } from '@suivi/rules/documents/wording';
import type { RejectedPaper } from '@suivi/rules/emails/payloads';
import { historyOf } from '@suivi/rules/events';
import type { Event } from '@suivi/rules/file';
import type { Plan, PlannedDocument } from '@suivi/rules/plan-types';
import type { Category, DocumentCode, Language, Words } from '@suivi/rules/vocabulary';
import type { Value } from './fill.ts';

/** A line of a list of papers, in words: what it says, and the values it names. */
export type PaperLine = { words: Words; values: Record<string, Value> };

/** One paper of one person; `member` is null for the applicant's. */
type Paper = { code: DocumentCode; member: string | null };

type Context = { plan: Plan; category: Category; language: Language; memberNames: Readonly<Record<string, string>> };

const missingLine: Words = { en: '{docName}: {whyAsked} {mustShow}', fr: '{docName} : {whyAsked} {mustShow}' };
const requestedLine: Words = { en: '{docName}: {mustShow}', fr: '{docName} : {mustShow}' };
const redoLine: Words = { en: '{docName}: {faultText}', fr: '{docName} : {faultText}' };
/** The checker’s own sentence takes the place of the ready one: it began as that one, and was changed on purpose. */
const redoLineWithNote: Words = {
  en: '{docName}: “{note}”',
  fr: '{docName} : « {note} »',
};

/** What the file still needs before it can go: each with why it is asked for and what it must show. */
export const missingForSubmission = (context: Context): PaperLine[] =>
  context.plan.documents.filter(isMissingForSubmission).map((paper) => missing(paper, context));

export const isMissingForSubmission = (paper: PlannedDocument): boolean =>
  paper.need === 'required' && paper.neededFor === 'submission' && isAwaited(paper);

/** What of CPAM's request has not come yet. */
export const missingOfRequest = (requested: readonly DocumentCode[], context: Context): PaperLine[] =>
  context.plan.documents
    .filter((paper) => requested.includes(paper.code) && isAwaited(paper) && isAskedOf(paper))
    .map((paper) => missing(paper, context));

/** All that CPAM asks for, in hand or not: each with what it must show. */
export function requestedPapers(requested: readonly DocumentCode[], context: Context): PaperLine[] {
  return requested.flatMap((code) => {
    const rows = context.plan.documents.filter((paper) => paper.code === code && isAskedOf(paper));
    const papers: Paper[] = rows.length > 0 ? rows : [{ code, member: null }];
    return papers.map((paper) => ({
      words: requestedLine,
      values: {
        docName: { text: nameOf(paper, context), isName: true },
        mustShow: { text: textOf(paper, context).mustShow[context.language] },
      },
    }));
  });
}

/** What was rejected: the fault in our words, then the checker's own. */
export function papersToRedo(
  rejected: readonly RejectedPaper[],
  events: readonly Event[],
  context: Context,
): PaperLine[] {
  return rejected.map(({ document, member, fault }) => {
    const paper = { code: document, member };
    const note = noteOn({ document, member, fault }, events);
    return {
      words: note === null ? redoLine : redoLineWithNote,
      values: {
        docName: { text: nameOf(paper, context), isName: true },
        faultText: { text: textOf(paper, context).faults[fault][context.language] },
        note: note === null ? null : { text: note },
      },
    };
  });
}

const isAwaited = ({ status }: PlannedDocument): boolean =>
  status === 'missing' || status === 'rejected' || status === 'expired';

/** The rows that the plan lists only for the order's sake are nobody's paper. */
const isAskedOf = ({ need }: PlannedDocument): boolean => need !== 'not_needed';

const missing = (paper: Paper, context: Context): PaperLine => ({
  words: missingLine,
  values: {
    docName: { text: nameOf(paper, context), isName: true },
    whyAsked: { text: textOf(paper, context).whyAsked[context.language] },
    mustShow: { text: textOf(paper, context).mustShow[context.language] },
  },
});

/** What the checker wrote when this fault was last found; an older note is about an older paper. */
function noteOn({ document, member, fault }: RejectedPaper, events: readonly Event[]): string | null {
  const found = historyOf(events)
    .days.flatMap(({ deeds }) => deeds)
    .findLast(
      (deed) =>
        deed.type === 'document_rejected' &&
        deed.document === document &&
        deed.member === member &&
        deed.fault === fault,
    );
  return found?.type === 'document_rejected' ? found.note : null;
}

function nameOf(paper: Paper, context: Context): string {
  const name = textOf(paper, context).name[context.language];
  const child = paper.member === null ? undefined : context.memberNames[paper.member];
  return child === undefined || child === '' ? name : `${name}, ${child}`;
}

const textOf = ({ code, member }: Paper, { category }: Context) => wordsOf(code, member, category);
