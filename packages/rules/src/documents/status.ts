import { addDays, type Day } from '../calendar/days.ts';
import { hasCome, type Context } from '../context.ts';
import { paperKey, type Facts, type Paper, type Request } from '../facts.ts';
import type { PlannedDocument } from '../plan-types.ts';
import { permitCounts } from '../eligibility.ts';
import type { DocumentNeed } from './needs.ts';
import { say } from '../because.ts';
import type { DocumentCode } from '../vocabulary.ts';

/**
 * A paper that is or may be needed, and where it stands. Days, and files in the same situation, share their rows: none is
 * ever changed.
 */
export type PaperRow = {
  need: DocumentNeed;
  /** Whether a request that names this paper asks it of this person. */
  asked: boolean;
  /** What CPAM asks for is required, whatever the rules say. */
  required: boolean;
  requestedOn: Day | null;
  paper: Paper | null;
  status: PlannedDocument['status'];
  availableOn: Day | null;
  /** The row as the plan has it, once it was asked for. */
  planned: PlannedDocument | null;
};

/** The three-month proof is asked for this long before the first possible day: it cannot exist much earlier. */
const PROOF_DAYS_BEFORE = 15;

type Now = Pick<Context, 'day' | 'wake' | 'applicant' | 'earliestSubmissionOn'>;

/** The rows of people of whom nothing has come, by what they need, and under which key it will come. */
const blanks = new WeakMap<readonly DocumentNeed[], { key: string; row: PaperRow }[]>();

function blanksOf(needs: readonly DocumentNeed[]): { key: string; row: PaperRow }[] {
  let made = blanks.get(needs);
  if (made === undefined) blanks.set(needs, (made = needs.map((need) => blankOf(need, needs))));
  return made;
}

function blankOf(need: DocumentNeed, needs: readonly DocumentNeed[]): { key: string; row: PaperRow } {
  const row: PaperRow = {
    need,
    asked: isAskedOf(need, needs),
    required: need.need === 'required',
    requestedOn: null,
    paper: null,
    status: 'missing',
    availableOn: null,
    planned: null,
  };
  // Whoever is in the same situation gets the same.
  row.planned = Object.freeze(inPlan(row));
  return { key: paperKey(need.code, need.member), row };
}

/** Where each paper stands. */
export function paperRows(needs: readonly DocumentNeed[], { papers, requestFor }: Facts, now: Now): PaperRow[] {
  const rows: PaperRow[] = [];
  for (const { key, row } of blanksOf(needs)) {
    const { code } = row.need;
    const paper = papers.get(key) ?? null;
    const request = row.asked && requestFor.size > 0 ? requestFor.get(code) : undefined;
    const isBlank = paper === null && request === undefined && code !== 'proof_of_stable_residence';
    rows.push(isBlank ? row : rowOf(row, paper, request, now));
  }
  return rows;
}

function rowOf(blank: PaperRow, paper: Paper | null, request: Request | undefined, now: Now): PaperRow {
  const { need, asked } = blank;
  const requestedOn = request?.papers.get(need.code) ?? null;
  const required = blank.required || request !== undefined;
  const row: PaperRow = {
    need,
    asked,
    required,
    requestedOn,
    paper,
    status: 'missing',
    availableOn: null,
    planned: null,
  };
  if (required && need.code === 'proof_of_stable_residence' && now.earliestSubmissionOn !== null)
    row.availableOn = addDays(now.earliestSubmissionOn, -PROOF_DAYS_BEFORE);
  row.status = statusOf(row, now);
  return row;
}

function statusOf(row: PaperRow, now: Now): PlannedDocument['status'] {
  const { paper, need, requestedOn } = row;
  if (need.code === 'residence_permit' && need.need !== 'not_needed' && !isValidated(now)) return 'missing';
  if (paper === null) return missing(row, now);
  if (requestedOn !== null && paper.on < requestedOn) return 'missing';
  if (paper.status === 'rejected') return 'rejected';
  const ends = paper.validUntil;
  if (ends !== null && hasCome(now, addDays(ends, 1))) return 'expired';
  return paper.status;
}

/** The proof of three months cannot exist before they are over; when the day is not known, nobody asks for it. */
function missing({ need, availableOn, requestedOn }: PaperRow, now: Now): 'missing' | 'not_yet' {
  if (need.code !== 'proof_of_stable_residence' || need.need !== 'required' || requestedOn !== null) return 'missing';
  return availableOn !== null && hasCome(now, availableOn) ? 'missing' : 'not_yet';
}

/** A long-stay visa counts as a permit from its validation online. */
function isValidated(now: Now): boolean {
  return permitCounts(now.applicant, now.day);
}

/** A request names a paper, not a person: papers of children are asked of each child. */
const isAskedOf = (need: DocumentNeed, needs: readonly DocumentNeed[]): boolean => {
  const ofChild =
    need.code.startsWith('child_') && needs.some(({ code, member }) => code === need.code && member !== null);
  return ofChild ? need.member !== null : need.member === null;
};

/** The rows, and what is asked about them day after day while none changes. */
export type Papers = {
  rows: readonly PaperRow[];
  /** Whether a paper keeps the file from being sent. */
  holdBack: boolean;
  /** What the client is asked for. */
  awaited: readonly PaperRow[];
  /** What waits for a look. */
  received: readonly PaperRow[];
  /** Those of each paper that a request may ask for and that are not in hand; once it was asked for. */
  toCome: Map<DocumentCode, PaperRow[]> | null;
  /** Where the applicant's proof of three months stands. */
  proof: PaperRow['status'];
};

export function papersOf(rows: readonly PaperRow[]): Papers {
  const awaited: PaperRow[] = [];
  const received: PaperRow[] = [];
  let holdBack = false;
  let proof: PaperRow['status'] = 'missing';
  for (const row of rows) {
    if (row.status === 'received') received.push(row);
    if (row.need.code === 'proof_of_stable_residence') proof = row.status;
    if (!holdsBack(row)) continue;
    holdBack = true;
    if (!isInHand(row)) awaited.push(row);
  }
  return { rows, holdBack, awaited, received, proof, toCome: null };
}

export const isInHand = ({ status }: PaperRow): boolean => status === 'received' || status === 'verified';

/** Whether a row keeps the file from being sent. */
export const holdsBack = ({ required, need, status }: PaperRow): boolean =>
  required &&
  need.neededFor === 'submission' &&
  need.need === 'required' &&
  status !== 'verified' &&
  status !== 'not_yet';

/** The rows of a request that are not in hand. */
export const awaitedFor = (request: Request, rows: readonly PaperRow[]): PaperRow[] =>
  rowsFor(request, rows).filter((row) => !isInHandFor(row, request));

/** Whether anything is left of `awaitedFor`. */
export function isAwaitedFor(request: Request, papers: Papers): boolean {
  papers.toCome ??= toComeOf(papers.rows);
  for (const code of request.papers.keys())
    if (papers.toCome.get(code)?.some((row) => !isInHandFor(row, request)) === true) return true;
  return false;
}

function toComeOf(rows: readonly PaperRow[]): Map<DocumentCode, PaperRow[]> {
  const toCome = new Map<DocumentCode, PaperRow[]>();
  for (const row of rows) {
    if (!row.asked || isInHand(row)) continue;
    const others = toCome.get(row.need.code);
    if (others) others.push(row);
    else toCome.set(row.need.code, [row]);
  }
  return toCome;
}

/** A later request may ask for the same paper anew: what came for the earlier one still counts for that. */
function isInHandFor(row: PaperRow, request: Request): boolean {
  if (isInHand(row)) return true;
  const since = request.papers.get(row.need.code);
  const { paper, requestedOn, status } = row;
  if (since === undefined || requestedOn === null || requestedOn <= since) return false;
  return status === 'missing' && paper !== null && paper.status !== 'rejected' && paper.on >= since;
}

export const rowsFor = (request: Request, rows: readonly PaperRow[]): PaperRow[] =>
  rows.filter((row) => isOf(row, request));

const isOf = ({ asked, need }: PaperRow, { papers }: Request): boolean => asked && papers.has(need.code);

/** The paper as the plan has it. */
export const plannedDocument = (row: PaperRow): PlannedDocument => (row.planned ??= inPlan(row));

function inPlan({ need, required, requestedOn, status, availableOn }: PaperRow): PlannedDocument {
  const { code, member, neededFor, because, source } = need;
  if (requestedOn !== null && need.need !== 'required')
    return {
      code,
      member,
      need: 'required',
      neededFor: need.need === 'not_needed' ? 'number' : neededFor,
      status,
      availableOn,
      because: say(
        'CPAM asked for it on {requestDay}.',
        'La CPAM l’a demandé le {requestDay}.',
        { requestDay: requestedOn },
        requestedOn,
      ),
      source: 'service-public/F32388',
    };
  return { code, member, need: required ? 'required' : need.need, neededFor, status, availableOn, because, source };
}
