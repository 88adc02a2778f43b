import { caisseOf, departmentOf } from '../caisse.ts';
import { mergeApplicant } from '../applicant-changes.ts';
import { addDays, type Day } from '../calendar/days.ts';
import type { Deed, DeedOf } from '../events.ts';
import { isPending, lastOf, lastRefusal, paperKey, type Facts, type Raised } from '../facts.ts';
import type { Plan } from '../plan-types.ts';
import type { Playbook } from '../playbook.ts';
import { activeRound, deliver, endRaised, letterOf, letterWithNumber, openRound } from './letters.ts';
import { postFile, sendAppeal, showFile, track } from './letters.ts';
import { answerRequests, endRequests, requestByLetter, requestByPhone } from './requests.ts';

/** What the walk knows besides the facts. */
export type Folding = {
  playbook: Playbook;
  /** The way the request takes, by the facts of this day: a European card may have ended. */
  route: () => Plan['route'];
  /** The first possible day, by the facts of this day. */
  earliestSubmissionOn: () => Day | null;
};

/** Things that arrive from CPAM: they end what its calls have raised. */
const ARRIVALS = new Set<Deed['type']>([
  'provisional_number_received',
  'social_security_number_received',
  'attestation_received',
  'documents_requested',
  'refused',
  'card_received',
]);
const arrives = (deed: Deed): boolean =>
  ARRIVALS.has(deed.type) || (deed.type === 'call_made' && deed.outcome === 'documents_missing');

/** Adds one day to the facts. The deeds are in their order. */
export function foldDay(facts: Facts, day: Day, deeds: readonly Deed[], folding: Folding): void {
  const before = facts.applicant;
  const sent = wasSent(facts);
  const sameDay = {
    notFound: deeds.some((deed) => deed.type === 'call_made' && deed.outcome === 'not_found'),
    refused: deeds.some((deed) => deed.type === 'refused'),
  };
  // A return of the letter before allows a posting of the same day, so it is read first.
  const early = deeds.filter(
    (deed) =>
      deed.type === 'post_tracked' &&
      (deed.trackingNumber === null || letterWithNumber(facts, deed.trackingNumber) !== null),
  );
  for (const deed of early) if (deed.type === 'post_tracked') track(facts, deed);
  let postedAgain = false;
  for (const deed of deeds) {
    if (early.includes(deed)) continue;
    if (deed.type === 'file_submitted') {
      const letter = postFile(facts, deed, folding, postedAgain ? NOTHING : sameDay);
      if (letter === null) continue;
      postedAgain ||= letter.n > 1;
      const earliest = folding.earliestSubmissionOn();
      letter.tooEarlyFor = earliest !== null && deed.on < earliest ? earliest : null;
    } else {
      if (arrives(deed)) endRaised(facts);
      apply(facts, deed, folding, postedAgain);
    }
  }
  if (sent) changesAfterSubmission(facts, before, day);
}

/** What a withdrawn file still learns: where its client lives, and so on which days an email may leave. */
export function foldMoves(facts: Facts, deeds: readonly Deed[]): void {
  for (const deed of deeds) {
    const postcode = deed.type === 'applicant_changed' ? deed.changes.address?.postcode : undefined;
    if (postcode !== undefined) facts.days.move(deed.on, postcode);
  }
}

const NOTHING = { notFound: false, refused: false };

function apply(facts: Facts, deed: Deed, folding: Folding, postedAgain: boolean): void {
  switch (deed.type) {
    case 'applicant_changed': {
      const { postcode } = facts.applicant.address;
      facts.applicant = mergeApplicant(facts.applicant, deed.changes);
      if (facts.applicant.address.postcode !== postcode) facts.days.move(deed.on, facts.applicant.address.postcode);
      return;
    }
    case 'document_received':
    case 'document_verified':
    case 'document_rejected':
      return readPaper(facts, deed);
    case 'post_tracked':
      if (deed.trackingNumber !== null) facts.numbersNamed.push(deed.trackingNumber);
      return track(facts, deed);
    case 'post_delivered':
      if (deed.trackingNumber !== null) facts.numbersNamed.push(deed.trackingNumber);
      return deliver(facts, deed);
    case 'documents_requested':
      showFile(facts, deed.on);
      return requestByLetter(facts, deed.on, deed.documents, deed.replyBy);
    case 'supplement_sent': {
      const letter = letterOf(facts, 'supplement', facts.supplements.length + 1, deed, folding.playbook);
      facts.supplements.push(letter);
      openRound(facts, letter, deed.on);
      for (const { n } of answerRequests(facts, letter, deed.documents))
        facts.answered.set(`registered_post:supplement:${n}`, { on: deed.on, eventId: deed.id });
      return;
    }
    case 'provisional_number_received':
      facts.provisionalOn ??= deed.on;
      return numberCame(facts);
    case 'social_security_number_received':
      facts.numberOn ??= deed.on;
      return numberCame(facts);
    case 'attestation_received':
      if (facts.provisionalOn === null && facts.numberOn === null) facts.attestationOn ??= deed.on;
      return;
    case 'photo_requested':
      facts.photoOn ??= deed.on;
      return;
    case 'ameli_account_created':
      facts.accountOn ??= deed.on;
      facts.answered.set('open_ameli_account:1', { on: deed.on, eventId: deed.id });
      return;
    case 'gp_declared':
      facts.gpOn ??= deed.on;
      facts.answered.set('declare_gp:1', { on: deed.on, eventId: deed.id });
      return;
    case 'card_ordered':
    case 'card_received':
    case 'card_lost':
      return readCard(facts, deed);
    case 'call_made':
      return readCall(facts, deed, postedAgain);
    case 'office_visited':
    case 'ameli_message_sent':
    case 'letter_sent':
      if (deed.trackingNumber !== null)
        letterOf(facts, 'other', 0, { ...deed, type: 'file_submitted', method: 'registered_post' }, folding.playbook);
      return;
    case 'refused':
      return refuse(facts, deed, postedAgain);
    case 'appeal_sent':
      return sendAppeal(facts, deed, folding.playbook);
    case 'appeal_delivered': {
      const letter = lastRefusal(facts)?.appeal ?? facts.refusals.findLast(isPending)?.appeal;
      if (letter) letter.deliveredOn ??= deed.on;
      return;
    }
    case 'mediator_accepted':
      if (lastOf(facts.mediations)?.closedOn !== null)
        facts.mediations.push({ n: facts.mediations.length + 1, on: deed.on, closedOn: null });
      return;
    case 'mediator_closed': {
      const mediation = lastOf(facts.mediations);
      if (mediation) mediation.closedOn ??= deed.on;
      return;
    }
    case 'appeal_decided':
      return decide(facts, deed);
    case 'withdrawn':
      facts.withdrawnOn ??= deed.on;
      return;
    case 'file_submitted':
    case 'task_done':
      return;
  }
}

function readPaper(facts: Facts, deed: DeedOf<'document_received' | 'document_verified' | 'document_rejected'>): void {
  const key = paperKey(deed.document, deed.member);
  facts.lastDocumentOn = deed.on;
  if (deed.type === 'document_rejected') {
    facts.papers.set(key, { status: 'rejected', on: deed.on, validUntil: null, fault: deed.fault });
    return;
  }
  const before = facts.papers.get(key);
  const verified = deed.type === 'document_verified';
  // A verification speaks of the paper that came before it; another paper brings its own end.
  const validUntil = deed.validUntil ?? (verified ? (before?.validUntil ?? null) : null);
  facts.papers.set(key, { status: verified ? 'verified' : 'received', on: deed.on, validUntil, fault: null });
}

/** A number ends refusals, appeals and requests. */
function numberCame(facts: Facts): void {
  endRequests(facts);
  for (const refusal of facts.refusals) refusal.ended = true;
  for (const mediation of facts.mediations) mediation.closedOn ??= facts.numberOn ?? facts.provisionalOn;
}

function readCard(facts: Facts, deed: DeedOf<'card_ordered' | 'card_received' | 'card_lost'>): void {
  const { card } = facts;
  if (deed.type === 'card_ordered') {
    const again = card.order !== null || card.receivedOn !== null;
    const n = again ? card.n + 1 : card.n;
    const task = `order_card:${card.n}`;
    // Ordered a second time, it stays the first order that has done the task.
    if (!facts.answered.has(task)) facts.answered.set(task, { on: deed.on, eventId: deed.id });
    facts.card = { n, lostOn: card.lostOn, order: { on: deed.on, method: deed.method }, receivedOn: null };
  } else if (deed.type === 'card_received') {
    card.receivedOn ??= deed.on;
    endRequests(facts);
  } else if (card.receivedOn !== null) {
    facts.card = { n: card.n + 1, lostOn: deed.on, order: null, receivedOn: null };
    facts.photoOn = null;
  }
}

function raise(list: Raised[], n: number, on: Day, raw: Day): void {
  list.push({ n, on, raw });
}

function readCall(facts: Facts, deed: DeedOf<'call_made'>, postedAgain: boolean): void {
  const { counts } = facts;
  switch (deed.outcome) {
    case 'no_answer':
      if (lastOf(facts.again)?.on !== deed.on)
        raise(facts.again, (counts.again += 1), deed.on, facts.days.after(deed.on));
      return;
    case 'in_progress':
      return showFile(facts, deed.on);
    case 'call_back_on':
      return raise(facts.back, (counts.back += 1), deed.on, laterThan(deed.on, deed.callBackOn));
    case 'documents_missing':
      showFile(facts, deed.on);
      return requestByPhone(facts, deed.on, deed.documents ?? []);
    case 'processed':
      showFile(facts, deed.on);
      facts.toldOn.push(deed.on);
      return raise(facts.processed, (counts.processed += 1), deed.on, addDays(deed.on, 10));
    case 'not_found':
      facts.toldOn.push(deed.on);
      return notFound(facts, deed, postedAgain);
  }
}

const laterThan = (on: Day, wanted: Day | null): Day => (wanted !== null && wanted > on ? wanted : addDays(on, 1));

function notFound(facts: Facts, deed: DeedOf<'call_made'>, postedAgain: boolean): void {
  const letter = lastOf(facts.postings);
  if (letter === undefined || facts.resend !== null) return;
  // The file was sent again the same day: that has answered it.
  if (postedAgain) return;
  facts.triggers.notFound = true;
  const sentOn = letter.on;
  if (letter.silentResend !== null && activeRound(facts) === null && letter.returnedOn === null)
    facts.resend = { n: letter.silentResend, raw: facts.days.onOrAfter(addDays(sentOn, 40)), callOn: deed.on, sentOn };
  else facts.resend = { n: (facts.resends += 1), raw: facts.days.after(deed.on), callOn: deed.on, sentOn };
}

function refuse(facts: Facts, deed: DeedOf<'refused'>, postedAgain: boolean): void {
  const posting = lastOf(facts.postings);
  const answered = postedAgain && posting?.cause === 'refused';
  const refusal = {
    n: facts.refusals.length + 1,
    on: deed.on,
    notifiedOn: deed.notifiedOn,
    appeal: null,
    appealReturnedOn: null,
    appealFirstSentOn: null,
    rejectedOn: null,
    acceptedOn: null,
    postedAgainOn: answered ? deed.on : null,
    ended: false,
  };
  facts.refusals.push(refusal);
  facts.refusalMails.push({ n: facts.refusalMails.length + 1, on: deed.on, refusal, rejected: false });
  if (!answered) facts.triggers.refused = true;
}

function decide(facts: Facts, deed: DeedOf<'appeal_decided'>): void {
  const refusal = facts.refusals.findLast((each) => !each.ended && isPending(each));
  if (refusal === undefined) return;
  if (deed.outcome === 'accepted') {
    refusal.acceptedOn = deed.on;
    // CPAM takes up the file again: what it had refused before is settled with it.
    for (const other of facts.refusals) if (other !== refusal) other.ended = true;
    openRound(facts, null, deed.on);
    return;
  }
  refusal.rejectedOn = deed.on;
  refusal.postedAgainOn = null;
  facts.triggers.refused = true;
  facts.refusalMails.push({ n: facts.refusalMails.length + 1, on: deed.on, refusal, rejected: true });
}

/** After it was sent, a file never goes back to gathering: a move or another category is looked at by a person. */
function changesAfterSubmission(facts: Facts, before: Facts['applicant'], on: Day): void {
  const { applicant } = facts;
  if (applicant === before) return;
  const { postcode } = applicant.address;
  if (departmentOf(before.address.postcode) !== departmentOf(postcode))
    facts.moves.push({ n: facts.moves.length + 1, on, postcode, caisse: caisseOf(before, true).shortName });
  if (before.category !== applicant.category)
    facts.categories.push({ n: facts.categories.length + 1, on, category: applicant.category });
}

/** Whether CPAM has, or may have, anything of this file. */
export const wasSent = (facts: Facts): boolean =>
  facts.postings.length > 0 ||
  facts.supplements.length > 0 ||
  facts.requests.length > 0 ||
  facts.refusals.length > 0 ||
  facts.provisionalOn !== null ||
  facts.attestationOn !== null ||
  facts.numberOn !== null ||
  facts.card.order !== null ||
  facts.card.receivedOn !== null ||
  facts.card.n > 1;
