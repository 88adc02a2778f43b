import { addDays, type Day } from '../calendar/days.ts';
import { isPending, lastOf, lastRefusal, type Facts, type Letter, type Round } from '../facts.ts';
import type { DeedOf } from '../events.ts';
import { normaliseTracking } from '../numbers/tracking.ts';
import { reviewOpen } from './requests.ts';
import type { Plan } from '../plan-types.ts';
import type { Playbook } from '../playbook.ts';

/** A letter of which nothing is heard for this long is sent again. */
export const RESEND_AFTER_DAYS = 40;

type Sending = DeedOf<'file_submitted'> | DeedOf<'supplement_sent'> | DeedOf<'appeal_sent'>;

export function letterOf(facts: Facts, kind: Letter['kind'], n: number, sending: Sending, playbook: Playbook): Letter {
  const byPost = sending.method === 'registered_post';
  const letter: Letter = {
    kind,
    n,
    on: sending.on,
    method: sending.method,
    trackingNumber: sending.trackingNumber,
    assumedOn: facts.days.add(sending.on, playbook.assumedDeliveryWorkingDays),
    deliveredOn: byPost ? null : sending.on,
    returnedOn: null,
    undeliverable: false,
    counter: null,
    cause: 'first',
    shownOn: null,
    round: 0,
    silentResend: null,
    tooEarlyFor: null,
    eventId: sending.id,
  };
  facts.letters.push(letter);
  if (letter.trackingNumber !== null) facts.numbered.set(normaliseTracking(letter.trackingNumber), letter);
  return letter;
}

/** The steps of a round, by key: when one was answered, the round is used up though its letter came back. */
const stepsOf = (r: number): string[] => [
  `call_3646:with_cpam:${2 * r - 1}`,
  `call_3646:with_cpam:${2 * r}`,
  `office_visit:with_cpam:${r}`,
  `registered_post:chase:${r}`,
  `seize_mediator:with_cpam:${r}`,
  `review_file:with_cpam:${r}`,
];

/** Opens the next round, or takes over the one of a letter that came back before anything was done about it. */
export function openRound(facts: Facts, letter: Letter | null, startsOn: Day): Round {
  const last = lastOf(facts.rounds);
  const cameBack = last?.letter?.returnedOn != null && last.letter.deliveredOn === null;
  // A round that CPAM's word has begun was told to the client.
  const begun = last?.letter?.shownOn != null || stepsOf(last?.r ?? 0).some((key) => facts.answered.has(key));
  const unused = cameBack && !begun;
  if (unused) facts.rounds.pop();
  const round = {
    r: last === undefined ? 1 : unused ? last.r : last.r + 1,
    letter,
    startsOn,
    waitingBase: null,
  };
  facts.rounds.push(round);
  if (letter) letter.round = round.r;
  return round;
}

/** Whether the last posting has been silent for so long that it is to be sent again. */
export const isResendDue = (facts: Facts, letter: Letter, day: Day): boolean =>
  letter.deliveredOn === null &&
  letter.returnedOn === null &&
  letter.shownOn === null &&
  facts.days.onOrAfter(addDays(letter.on, RESEND_AFTER_DAYS)) <= day;

/** What else happened on the day of a posting and lets it count. */
export type SameDay = { notFound: boolean; refused: boolean };

/**
 * The file is sent. A second time counts only when the first has come to nothing.
 * @returns whether it counts
 */
export function postFile(
  facts: Facts,
  deed: DeedOf<'file_submitted'>,
  { playbook, route }: { playbook: Playbook; route: () => Plan['route'] },
  sameDay: SameDay,
): Letter | null {
  const before = lastOf(facts.postings);
  let cause: Letter['cause'] = facts.triggers.refused ? 'refused' : 'first';
  if (before) {
    const { returned, notFound, refused } = facts.triggers;
    if (refused || sameDay.refused) cause = 'refused';
    else if (notFound || sameDay.notFound || isResendDue(facts, before, deed.on)) cause = 'resend';
    else if (returned) cause = 'returned';
    else {
      letterOf(facts, 'other', 0, deed, playbook);
      return null;
    }
  }
  for (const key of answeredBySending(facts, before, cause, route()))
    facts.answered.set(key, { on: deed.on, eventId: deed.id });
  const letter = letterOf(facts, 'file', facts.postings.length + 1, deed, playbook);
  letter.cause = cause;
  facts.postings.push(letter);
  facts.triggers = { returned: false, notFound: false, refused: false };
  facts.resend = null;
  openRound(facts, letter, deed.on);
  if (cause === 'refused') for (const refusal of facts.refusals) refusal.postedAgainOn ??= deed.on;
  return letter;
}

/** The tasks that a posting that counts has done. A resend due the same day uses up its number. */
function answeredBySending(
  facts: Facts,
  before: Letter | undefined,
  cause: Letter['cause'],
  route: Plan['route'],
): string[] {
  const letter = `registered_post:${route === 'option_form' ? 'option' : 'file'}:${facts.fileReturns + 1}`;
  if (before === undefined) return route === 'online' ? ['submit_online:1', letter] : [letter];
  const keys = before.returnedOn === null ? [] : [letter];
  const resend = facts.resend?.n ?? before.silentResend;
  if (resend !== null) keys.push(`registered_post:resend:${resend}`);
  else if (cause === 'resend') keys.push(`registered_post:resend:${(facts.resends += 1)}`);
  return keys;
}

export const letterWithNumber = (facts: Facts, trackingNumber: string): Letter | null =>
  facts.numbered.get(normaliseTracking(trackingNumber)) ?? null;

/** The last letter on its way. Without a number, news never concern a letter posted the same day. */
const lastUnderWay = (facts: Facts, day: Day, sameDay: boolean): Letter | null =>
  facts.letters.findLast(
    (letter) =>
      letter.kind !== 'other' &&
      letter.deliveredOn === null &&
      letter.returnedOn === null &&
      (sameDay || letter.on < day),
  ) ?? null;

export function deliver(facts: Facts, deed: DeedOf<'post_delivered'>): void {
  const letter =
    deed.trackingNumber === null
      ? lastUnderWay(facts, deed.on, false)
      : (letterWithNumber(facts, deed.trackingNumber) ?? lastUnderWay(facts, deed.on, true));
  if (letter === null || letter.deliveredOn !== null) return;
  letter.deliveredOn = deed.on;
  if (letter.returnedOn === null) return;
  letter.returnedOn = null;
  if (letter.kind === 'supplement') reviewOpen(facts);
}

export function track(facts: Facts, deed: DeedOf<'post_tracked'>): void {
  const letter =
    deed.trackingNumber === null ? lastUnderWay(facts, deed.on, false) : letterWithNumber(facts, deed.trackingNumber);
  if (letter === null || letter.deliveredOn !== null || letter.returnedOn !== null || letter.kind === 'other') return;
  if (deed.status === 'at_counter' && letter.kind === 'file')
    letter.counter ??= { on: deed.on, n: (facts.countersSeen += 1) };
  if (deed.status !== 'returned' && deed.status !== 'undeliverable') return;
  letter.returnedOn = deed.on;
  letter.undeliverable = deed.status === 'undeliverable';
  endRaised(facts);
  if (letter.kind === 'supplement') reviewOpen(facts);
  if (letter.kind === 'appeal') {
    const refusal = facts.refusals.find((each) => each.appeal === letter);
    if (refusal && isPending(refusal)) {
      refusal.appeal = null;
      refusal.appealReturnedOn = deed.on;
    }
  }
  if (letter.kind !== 'file' || letter !== lastOf(facts.postings)) return;
  facts.fileReturns += 1;
  facts.triggers.returned = true;
}

/** What calls have raised ends with the next thing that arrives, and with a letter's return. */
export function endRaised(facts: Facts): void {
  facts.again = [];
  facts.back = [];
  facts.processed = [];
  facts.resend = null;
}

/** CPAM showed that it has the file of which we hold no receipt. Its word counts more than a letter that came back. */
export function showFile(facts: Facts, day: Day): void {
  const letter = lastOf(facts.postings);
  if (!letter || letter.deliveredOn !== null || activeRound(facts) !== null) return;
  letter.shownOn = day;
  letter.returnedOn = null;
}

/** The wait that runs, and from when. */
export type ActiveRound = {
  r: number;
  /** A of the contract. */
  anchor: Day;
  /** No receipt has come: the anchor is reckoned from the posting. */
  assumed: boolean;
  letter: Letter | null;
  /** The first day on which it is known that CPAM has it; null while only assumed. */
  receivedOn: Day | null;
};

/**
 * The round that stands: the latest whose start is known. A posting on its way hides what came before it,
 * but for a delivery on its day or later.
 */
export function activeRound(facts: Facts): ActiveRound | null {
  const lastPosting = lastOf(facts.postings);
  for (let i = facts.rounds.length - 1; i >= 0; i -= 1) {
    const round = facts.rounds[i];
    if (round === undefined) continue;
    const { letter, r } = round;
    const stale = lastPosting !== undefined && letter !== lastPosting;
    if (letter === null) {
      if (stale && round.startsOn < lastPosting.on) continue;
      return { r, anchor: round.startsOn, assumed: false, letter, receivedOn: round.startsOn };
    }
    if (letter.deliveredOn !== null) {
      if (stale && letter.deliveredOn < lastPosting.on) continue;
      const { deliveredOn, shownOn } = letter;
      const receivedOn = shownOn !== null && shownOn < deliveredOn ? shownOn : deliveredOn;
      return { r, anchor: deliveredOn, assumed: false, letter, receivedOn };
    }
    if (letter.returnedOn !== null) continue;
    const known = letter.kind === 'supplement' ? !stale || letter.on >= lastPosting.on : letter.shownOn !== null;
    if (known && (!stale || letter.on >= lastPosting.on))
      return { r, anchor: letter.assumedOn, assumed: true, letter, receivedOn: letter.shownOn };
  }
  return earlierDelivery(facts, lastPosting);
}

/** A letter that came back gave its round to the next one; should it have arrived all the same, the round is its own. */
function earlierDelivery(facts: Facts, lastPosting: Letter | undefined): ActiveRound | null {
  if (lastPosting === undefined) return null;
  const letter = facts.postings.findLast((each) => each.deliveredOn !== null && each.deliveredOn >= lastPosting.on);
  if (letter === undefined || letter.deliveredOn === null) return null;
  return {
    r: letter.round,
    anchor: letter.deliveredOn,
    assumed: false,
    letter,
    receivedOn: letter.deliveredOn,
  };
}

/** The letter that is on its way while nobody knows whether CPAM has it, with the round it would open. */
export function assumedRound(facts: Facts): ActiveRound | null {
  const letter = lastOf(facts.postings);
  if (!letter || letter.returnedOn !== null || letter.deliveredOn !== null) return null;
  return { r: letter.round, anchor: letter.assumedOn, assumed: true, letter, receivedOn: null };
}

/** The appeal is sent: once for a refusal, unless it came back. */
export function sendAppeal(facts: Facts, deed: DeedOf<'appeal_sent'>, playbook: Playbook): void {
  const refusal = lastRefusal(facts);
  if (refusal === null || refusal.appeal !== null || refusal.acceptedOn !== null) {
    letterOf(facts, 'other', 0, deed, playbook);
    return;
  }
  refusal.appeal = letterOf(facts, 'appeal', refusal.n, deed, playbook);
  refusal.appealReturnedOn = null;
  refusal.appealFirstSentOn ??= deed.on;
  facts.answered.set(`file_appeal:${refusal.n}`, { on: deed.on, eventId: deed.id });
}
