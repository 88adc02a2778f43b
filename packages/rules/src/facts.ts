import type { ClientDays } from './calendar/client-days.ts';
import type { Day } from './calendar/days.ts';
import type { Applicant } from './file.ts';
import type { DocumentCode, Fault, SubmissionMethod } from './vocabulary.ts';

/** A letter of ours, or what stands for one: a file handed in at a counter is received the same day. */
export type Letter = {
  kind: 'file' | 'supplement' | 'appeal' | 'other';
  /** Its number among those of its kind; an appeal has that of its refusal. */
  n: number;
  on: Day;
  method: SubmissionMethod;
  trackingNumber: string | null;
  /** The day on which its delivery is assumed when no receipt comes. */
  assumedOn: Day;
  deliveredOn: Day | null;
  returnedOn: Day | null;
  undeliverable: boolean;
  /** Since when it waits at the post office, and the number of that visit. */
  counter: { on: Day; n: number } | null;
  /** Files: why it was posted, when CPAM showed that it has it, the round of waiting it opens. */
  cause: 'first' | 'returned' | 'resend' | 'refused';
  shownOn: Day | null;
  round: number;
  /** The number of the resend that fell due because nobody knew of this letter. */
  silentResend: number | null;
  /** The first possible day, when it was posted before that. */
  tooEarlyFor: Day | null;
  eventId: string;
};

/** One wait for CPAM's answer: from a delivery, or from an appeal that was accepted. */
export type Round = {
  r: number;
  letter: Letter | null;
  startsOn: Day;
  /** The highest number of a `still_waiting` email when it began; null until then. */
  waitingBase: number | null;
};

/** CPAM asks for papers. */
export type Request = {
  n: number;
  phoneOn: Day | null;
  letterOn: Day | null;
  /** Its days count from here. */
  from: Day;
  /** What it names, and since when. */
  papers: Map<DocumentCode, Day>;
  replyBy: Day | null;
  /** Its letter names more than its call did. */
  moreOn: Day | null;
  /** What was sent in answer. */
  answers: { letter: Letter; documents: readonly DocumentCode[] }[];
  /** A number came, or the card. */
  ended: boolean;
};

export type Refusal = {
  n: number;
  on: Day;
  notifiedOn: Day;
  appeal: Letter | null;
  /** The day on which an appeal came back, until it is sent again. */
  appealReturnedOn: Day | null;
  /** The first sending: it alone is told to the client. */
  appealFirstSentOn: Day | null;
  rejectedOn: Day | null;
  acceptedOn: Day | null;
  /** A new request was posted after it: the stage is over, its limits are not. */
  postedAgainOn: Day | null;
  /** A number came. */
  ended: boolean;
};

/** The last word on a paper. */
export type Paper = {
  status: 'received' | 'verified' | 'rejected';
  on: Day;
  validUntil: Day | null;
  fault: Fault | null;
};

export type Card = {
  n: number;
  /** The one before was lost on this day. */
  lostOn: Day | null;
  order: { on: Day; method: 'online' | 'post' } | null;
  receivedOn: Day | null;
};

/** A task that a call has raised. */
export type Raised = { n: number; on: Day; raw: Day };

/** The keys of the calls that a call has raised. */
export const againKey = (n: number): string => `call_3646:again:${n}`;
export const backKey = (n: number): string => `call_3646:back:${n}`;

/** An end that the client told us of, and the number of its reminder. */
export type End = {
  n: number;
  until: Day | null;
  knownOn: Day;
  /** Its reminder has had its day. */
  settled: boolean;
  /** Ends whose reminder was settled, with their numbers: one that is told again is no new one. */
  told: Map<Day, number>;
};

/** What the events up to the end of a day add up to. Changed in place by the walk alone. */
export type Facts = {
  applicant: Applicant;
  days: ClientDays;
  papers: Map<string, Paper>;
  lastDocumentOn: Day | null;
  letters: Letter[];
  /** The last letter of each tracking number, as normalised. */
  numbered: Map<string, Letter>;
  postings: Letter[];
  supplements: Letter[];
  rounds: Round[];
  /** What allows the file to be posted again, since it was last posted. */
  triggers: { returned: boolean; notFound: boolean; refused: boolean };
  /** How often a file letter came back: the next one has the next number. */
  fileReturns: number;
  countersSeen: number;
  resends: number;
  resend: { n: number; raw: Day; callOn: Day; sentOn: Day } | null;
  again: Raised[];
  back: Raised[];
  processed: Raised[];
  counts: { again: number; back: number; processed: number };
  requests: Request[];
  /** Those of them that are open, kept at hand: a file may have had hundreds. */
  openRequests: Request[];
  /** The last request that names a paper. */
  requestFor: Map<DocumentCode, Request>;
  /** The last day on which a letter of CPAM asked for papers. */
  lastLetterOn: Day | null;
  /** The last day on which CPAM asked for anything. */
  lastAskedOn: Day | null;
  refusals: Refusal[];
  /** Refusals and rejections, counted together. */
  refusalMails: { n: number; on: Day; refusal: Refusal; rejected: boolean }[];
  mediations: { n: number; on: Day; closedOn: Day | null }[];
  provisionalOn: Day | null;
  attestationOn: Day | null;
  numberOn: Day | null;
  photoOn: Day | null;
  accountOn: Day | null;
  gpOn: Day | null;
  card: Card;
  withdrawnOn: Day | null;
  /** Moves after the file was sent, with the caisse it lies with. */
  moves: { n: number; on: Day; postcode: string; caisse: string | null }[];
  categories: { n: number; on: Day; category: Applicant['category'] }[];
  /** Days of calls that said `not_found` or `processed`. */
  toldOn: Day[];
  /** What answered a task: its key → the event and its day. */
  answered: Map<string, { on: Day; eventId: string }>;
  /** Every tracking number that an event names, as written. */
  numbersNamed: string[];
};

/** A file of which nothing is known but its applicant. */
export const factsOf = (applicant: Applicant, days: ClientDays): Facts => ({
  applicant,
  days,
  papers: new Map(),
  lastDocumentOn: null,
  letters: [],
  numbered: new Map(),
  postings: [],
  supplements: [],
  rounds: [],
  triggers: { returned: false, notFound: false, refused: false },
  fileReturns: 0,
  countersSeen: 0,
  resends: 0,
  resend: null,
  again: [],
  back: [],
  processed: [],
  counts: { again: 0, back: 0, processed: 0 },
  requests: [],
  openRequests: [],
  requestFor: new Map(),
  lastLetterOn: null,
  lastAskedOn: null,
  refusals: [],
  refusalMails: [],
  mediations: [],
  provisionalOn: null,
  attestationOn: null,
  numberOn: null,
  photoOn: null,
  accountOn: null,
  gpOn: null,
  card: { n: 1, lostOn: null, order: null, receivedOn: null },
  withdrawnOn: null,
  moves: [],
  categories: [],
  toldOn: [],
  answered: new Map(),
  numbersNamed: [],
});

export const paperKey = (code: DocumentCode, member: string | null): string =>
  member === null ? code : `${code}/${member}`;

/** The rights are open: a number of either kind, or an attestation. */
export const rightsOn = (facts: Facts): Day | null => {
  const { provisionalOn, attestationOn } = facts;
  if (provisionalOn === null) return attestationOn;
  return attestationOn !== null && attestationOn < provisionalOn ? attestationOn : provisionalOn;
};

/** The last of a list. An empty one is not asked: V8 looks up its place -1 slowly, as a name. */
export const lastOf = <T>(list: readonly T[]): T | undefined => (list.length === 0 ? undefined : list[list.length - 1]);

/** The last refusal that still counts. */
export const lastRefusal = (facts: Facts): Refusal | null => {
  const last = lastOf(facts.refusals);
  return last === undefined || last.ended ? null : last;
};

/** Whether an appeal is under way: sent, not come back, not decided. */
export const isPending = ({ appeal, rejectedOn, acceptedOn }: Refusal): boolean =>
  appeal !== null && rejectedOn === null && acceptedOn === null;

/** Whether each paper that a request names has been sent, or a number has made it void. */
export function isOpen({ ended, papers, answers }: Request): boolean {
  if (ended) return false;
  const sent = answers.filter(({ letter }) => letter.returnedOn === null);
  if (papers.size === 0) return sent.length === 0;
  return [...papers.keys()].some((code) => !sent.some(({ documents }) => documents.includes(code)));
}
