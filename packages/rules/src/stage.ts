import type { Day } from './calendar/days.ts';
import { isPending, lastRefusal, rightsOn, type Facts, type Refusal } from './facts.ts';
import type { ActiveRound } from './history/letters.ts';
import type { Stage } from './vocabulary.ts';

/** A refusal stands until an appeal is accepted, or a new request is posted. */
export const isStanding = ({ acceptedOn, postedAgainOn, ended }: Refusal): boolean =>
  !ended && acceptedOn === null && postedAgainOn === null;

/** The stage that facts alone decide: time never changes it. Null before anything was sent. */
export function sentStage(facts: Facts, round: ActiveRound | null): Stage | null {
  if (facts.withdrawnOn !== null) return 'withdrawn';
  const refusal = lastRefusal(facts);
  if (refusal !== null && isPending(refusal)) return 'appealing';
  if (refusal !== null && isStanding(refusal)) return 'refused';
  if (facts.openRequests.length > 0) return 'documents_requested';
  if (facts.card.receivedOn !== null) return 'card_delivered';
  if (facts.card.order !== null) return 'card_ordered';
  if (facts.numberOn !== null || facts.card.lostOn !== null) return 'number_issued';
  if (rightsOn(facts) !== null) return 'rights_open';
  if (round !== null) return 'with_cpam';
  return facts.postings.length > 0 ? 'submitted' : null;
}

/** The stage of a file that has not been sent. */
export function unsentStage(route: string, holdsBack: boolean, earliest: Day | null, day: Day): Stage {
  if (route === 'none') return 'nothing_to_file';
  if (holdsBack) return 'gathering_documents';
  if (earliest === null || earliest > day) return 'waiting_for_eligibility';
  return 'ready_to_submit';
}

const STEPS: Partial<Record<Stage, number>> = {
  submitted: 2,
  with_cpam: 3,
  rights_open: 4,
  number_issued: 5,
  card_ordered: 6,
  card_delivered: 7,
};

/** The client's seven steps; the other stages show how far the file has come. */
export function stepOf(stage: Stage, facts: Facts, round: ActiveRound | null): number {
  const own = STEPS[stage];
  if (own !== undefined) return own;
  if (facts.card.receivedOn !== null) return 7;
  if (facts.card.order !== null) return 6;
  if (facts.numberOn !== null || facts.card.lostOn !== null) return 5;
  if (rightsOn(facts) !== null) return 4;
  if (round !== null || facts.refusals.length > 0 || facts.requests.length > 0) return 3;
  return facts.postings.length > 0 ? 2 : 1;
}
