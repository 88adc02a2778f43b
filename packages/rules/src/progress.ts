import { addDays, type Day } from './calendar/days.ts';
import type { Context } from './context.ts';
import type { Deed } from './events.ts';
import type { End } from './facts.ts';
import { groupOf } from './eligibility.ts';
import type { Applicant } from './file.ts';
import { rowsFor, type PaperRow } from './documents/status.ts';
import type { RejectedPaper } from './emails/payloads.ts';
import { DOCUMENTS, type Stage } from './vocabulary.ts';

/** What only the walk from day to day knows: entries, spells, and the numbers that have been used. */
export type Progress = {
  stage: Stage | null;
  /** The file had been sent before Suivi followed it. */
  hasHistory: boolean;
  /** Entries to `gathering_documents`: those since the opening, and all. */
  gathering: { n: number; inLife: number; since: Day };
  waiting: { n: number; since: Day };
  hasWaited: boolean;
  /** The day that the last `too_early` told. */
  toldEarliest: { day: Day | null } | null;
  completeSince: Day | null;
  /** Since when it is known that the file can leave. */
  readySince: Day | null;
  /** Which caisse, or which address, is not settled, and since when. */
  caisseOpen: { status: 'choose' | 'address_missing'; since: Day } | null;
  caisseSettledOn: Day | null;
  check: { n: number; since: Day | null };
  redo: { n: number; sendOn: Day; on: Day; rejected: RejectedPaper[] } | null;
  redoCount: number;
  remindersUsed: number;
  /** The highest number of `still_waiting` that was used. */
  waitingUsed: number;
  proofWasNotYet: boolean;
  cover: End;
  permit: End;
  /** Half-way: the one step that stays of each ladder. */
  kept: Map<string, string | null>;
};

const noEnd = (day: Day): End => ({ n: 1, until: null, knownOn: day, settled: false, told: new Map() });

export const progressFrom = (day: Day): Progress => ({
  stage: null,
  hasHistory: false,
  gathering: { n: 0, inLife: 0, since: day },
  waiting: { n: 0, since: day },
  hasWaited: false,
  toldEarliest: null,
  completeSince: null,
  readySince: null,
  caisseOpen: null,
  caisseSettledOn: null,
  check: { n: 0, since: null },
  redo: null,
  redoCount: 0,
  remindersUsed: 0,
  waitingUsed: 0,
  proofWasNotYet: false,
  cover: noEnd(day),
  permit: noEnd(day),
  kept: new Map(),
});

const UNSENT = new Set<Stage | null>([
  'gathering_documents',
  'waiting_for_eligibility',
  'ready_to_submit',
  'nothing_to_file',
]);
const COMPLETE = new Set<Stage | null>(['waiting_for_eligibility', 'ready_to_submit']);

export const isUnsent = (stage: Stage): boolean => UNSENT.has(stage);

/** Takes the end of a day into account. */
export function advance(progress: Progress, c: Context, deeds: readonly Deed[]): void {
  const { day, openedOn, stage } = c;
  const before = progress.stage;
  if (day === openedOn) progress.hasHistory = before !== null && !UNSENT.has(before);
  enter(progress, c, before);
  if (COMPLETE.has(stage)) progress.completeSince = COMPLETE.has(before) ? progress.completeSince : day;
  else progress.completeSince = null;
  if (stage !== 'ready_to_submit') progress.readySince = null;
  else progress.readySince ??= day;
  watchCaisse(progress, c);
  watchUnchecked(progress, c);
  if (day >= openedOn) {
    noteRejections(progress, c, deeds);
    noteEnd(progress.cover, c.applicant.privateInsuranceUntil, day);
    noteEnd(progress.permit, permitEndsOn(c.applicant), day);
  }
  progress.stage = stage;
}

/** Entries are counted from the opening: what began before it counts as entered on it. */
function enter(progress: Progress, c: Context, before: Stage | null): void {
  const { day, openedOn, stage } = c;
  const counts = day >= openedOn;
  const opening = day === openedOn;
  const { proof } = c.papers;
  const asked = progress.proofWasNotYet && proof === 'missing';
  progress.proofWasNotYet = proof === 'not_yet';
  if (stage === 'gathering_documents') {
    const entered = before !== stage || asked;
    const { gathering } = progress;
    if (entered) {
      gathering.since = day;
      gathering.inLife += 1;
    }
    if (counts && (entered || opening)) gathering.n += 1;
  }
  if (stage === 'waiting_for_eligibility') {
    const entered = before !== stage;
    progress.hasWaited = true;
    if (entered) progress.waiting.since = day;
    if (counts && (entered || opening)) progress.waiting.n += 1;
  }
}

/** Nationals of the EU need no permit: the end of one they still have concerns nobody. */
const permitEndsOn = ({ nationalities, residencePermit }: Applicant): Day | null =>
  groupOf(nationalities) === 'eu' ? null : (residencePermit?.validUntil ?? null);

function watchCaisse(progress: Progress, c: Context): void {
  const { status } = c.caisse;
  const open = (status === 'choose' || status === 'address_missing') && isUnsent(c.stage) && c.route !== 'none';
  if (open) {
    if (progress.caisseOpen?.status !== status) progress.caisseOpen = { status, since: c.day };
  } else if (progress.caisseOpen) {
    progress.caisseOpen = null;
    progress.caisseSettledOn = c.day;
  }
}

const NO_ROWS: readonly PaperRow[] = [];

/** The papers that wait for a look. */
export function unchecked(c: Pick<Context, 'stage' | 'papers' | 'facts'>): readonly PaperRow[] {
  if (c.stage !== 'gathering_documents' && c.stage !== 'documents_requested') return NO_ROWS;
  const { received, rows } = c.papers;
  // On most days nothing has come, and a file may have hundreds of requests.
  if (received.length === 0) return NO_ROWS;
  if (c.stage === 'gathering_documents')
    return received.filter((row) => row.required || row.need.need !== 'not_needed');
  const asked = new Set(c.facts.openRequests.flatMap((request) => rowsFor(request, rows)));
  return [...asked].filter(({ status }) => status === 'received');
}

function watchUnchecked(progress: Progress, c: Context): void {
  const { check } = progress;
  if (unchecked(c).length === 0) {
    check.since = null;
    return;
  }
  const begins = check.since === null;
  check.since ??= c.day;
  if (c.day >= c.openedOn && (begins || c.day === c.openedOn)) check.n += 1;
}

function noteRejections(progress: Progress, c: Context, deeds: readonly Deed[]): void {
  if (c.stage !== 'gathering_documents' && c.stage !== 'documents_requested') return;
  const rejected = new Map<string, RejectedPaper>();
  for (const deed of deeds) {
    if (deed.type !== 'document_rejected') continue;
    const key = deed.member === null ? deed.document : `${deed.document}/${deed.member}`;
    if (c.facts.papers.get(key)?.status === 'rejected')
      rejected.set(key, { document: deed.document, member: deed.member, fault: deed.fault });
  }
  if (rejected.size === 0) return;
  const sendOn = c.days.onOrAfter(c.day);
  const pending = progress.redo?.sendOn === sendOn ? progress.redo : null;
  const all = [...(pending?.rejected ?? []), ...rejected.values()].sort(
    (a, b) =>
      DOCUMENTS.indexOf(a.document) - DOCUMENTS.indexOf(b.document) || ((a.member ?? '') < (b.member ?? '') ? -1 : 1),
  );
  if (pending === null) progress.redoCount += 1;
  progress.redo = { n: progress.redoCount, sendOn, on: pending?.on ?? c.day, rejected: all };
}

/** A new end takes the next number once the reminder of the one before is settled. */
function noteEnd(end: End, until: Day | null, day: Day): void {
  if (end.until === until) return;
  if (until !== null && (end.settled || end.told.size > 0)) {
    const before = end.told.get(until);
    end.n = before ?? Math.max(...end.told.values()) + 1;
    end.settled = before !== undefined;
  }
  end.until = until;
  end.knownOn = day;
}

/** The day of its reminder is over: the next end has the next number. */
export function settleEnd(end: End): void {
  if (end.until === null) return;
  end.settled = true;
  end.told.set(end.until, end.n);
}

/** The unmoved day of a reminder; an end that is known too late is due the day it is known. */
export function reminderOn(end: End, daysBefore: number): Day | null {
  if (end.until === null) return null;
  const day = addDays(end.until, -daysBefore);
  return day < end.knownOn ? end.knownOn : day;
}
