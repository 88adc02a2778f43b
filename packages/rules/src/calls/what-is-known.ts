import { addMonths, type Day } from '../calendar/days.ts';
import type { Context } from '../context.ts';
import type { Deed } from '../events.ts';
import { historyOf } from '../events.ts';
import { againKey, backKey, lastOf, type Facts, type Letter, type Request } from '../facts.ts';
import type { File } from '../file.ts';
import { settledBy } from '../history/requests.ts';
import { CHANNELS } from '../ladders/card.ts';
import { monthsIn } from '../ladders/payloads.ts';
import { provisionalEnd } from '../ladders/rights.ts';
import { Walk } from '../walk.ts';
import type { Known } from './fill-sentences.ts';
import type { ScriptId } from './scripts.ts';

/** What the file tells of one call: which script it takes, and the days that it may name. */
export type CallFacts = {
  script: ScriptId;
  /** Nobody answered, or the agent asked for this call, on that day. */
  raised: { by: 'again' | 'back'; on: Day } | null;
  /** A number was given: of the kind that the client holds. */
  number: 'none' | 'provisional' | 'permanent';
  known: Known;
};

/** Reads a file for the call of one of its tasks. */
export function callFacts(file: File, today: Day, key: string): CallFacts {
  const { context } = new Walk(file).to(today < file.openedOn ? file.openedOn : today);
  const { facts } = context;
  const deeds = historyOf(file.events).days.flatMap((each) => (each.day <= today ? each.deeds : []));
  const raised = raisedBy(key, facts);
  const step = raised === null ? key : stepBehind(key, facts, deeds);
  const script = raised?.by === 'back' ? 'back' : scriptOf(step, facts);
  const callDay = raised === null ? null : { day: raised.on };
  return {
    script,
    raised,
    number: facts.numberOn !== null ? 'permanent' : facts.provisionalOn !== null ? 'provisional' : 'none',
    known: { callDay, ...fileSent(facts), ...factsFor(script, step, context, deeds, today) },
  };
}

/** The call that this one follows: the one that nobody answered, or that asked for it. */
function raisedBy(key: string, facts: Facts): CallFacts['raised'] {
  const again = facts.again.find(({ n }) => againKey(n) === key);
  if (again) return { by: 'again', on: again.on };
  const back = facts.back.find(({ n }) => backKey(n) === key);
  return back ? { by: 'back', on: back.on } : null;
}

/** The step of a ladder that a call was first made for, through all its repetitions; null when it answered none. */
function stepBehind(key: string, facts: Facts, deeds: readonly Deed[]): string | null {
  const [, what, n] = key.split(':');
  if (what !== 'again' && what !== 'back') return key;
  const raiser = raisers(what, deeds)[Number(n) - 1];
  const [before] = [...facts.answered].find(([, { eventId }]) => eventId === raiser?.id) ?? [];
  // What was answered came before: this ends.
  return before === undefined || before === key ? null : stepBehind(before, facts, deeds);
}

/** The calls that raised another, in the order of their numbers: of one day, only the first that nobody answered. */
function raisers(what: 'again' | 'back', deeds: readonly Deed[]): Deed[] {
  const outcome = what === 'again' ? 'no_answer' : 'call_back_on';
  const days = new Set<Day>();
  return deeds.filter((deed) => {
    if (deed.type !== 'call_made' || deed.outcome !== outcome) return false;
    if (what === 'again' && days.has(deed.on)) return false;
    days.add(deed.on);
    return true;
  });
}

/** The round that a call of the wait belongs to, and whether it is its second. */
function waitCall(key: string): { r: number; second: boolean } | null {
  const n = /^call_3646:with_cpam:(\d+)$/.exec(key)?.[1];
  return n === undefined ? null : { r: Math.ceil(Number(n) / 2), second: Number(n) % 2 === 0 };
}

function scriptOf(key: string | null, facts: Facts): ScriptId {
  if (key === null) return 'any';
  const wait = waitCall(key);
  if (wait?.second) return 'second';
  if (wait) return letterOf(wait.r, facts)?.cause === 'resend' ? 'resent' : 'first';
  const what = key.split(':')[1];
  return what === 'supplement' || what === 'rights_open' || what === 'card' ? what : 'any';
}

const letterOf = (r: number, facts: Facts): Letter | null =>
  facts.rounds.find((round) => round.r === r)?.letter ?? null;
const dayOf = (day: Day | null | undefined): Known[string] => (day == null ? null : { day });

/** The file itself, as it was last sent, and the proof of it. */
function fileSent({ postings }: Facts): Known {
  const letter = lastOf(postings);
  const byPost = letter?.method === 'registered_post';
  return {
    sentDay: dayOf(letter?.on),
    deliveredDay: dayOf(letter?.deliveredOn),
    trackingNumber: byPost ? spaced(letter.trackingNumber) : null,
    receiptDay: byPost ? dayOf(letter.deliveredOn) : null,
  };
}

/** Read out in groups: 1A 009 158 2038 0. Another form is left as it was typed. */
function spaced(number: string | null): string | null {
  const plain = number?.replace(/[\s.-]/g, '').toUpperCase() ?? '';
  const parts = /^(\d[A-Z])(\d{3})(\d{3})(\d{4})(\d)$/.exec(plain);
  return parts === null ? number : parts.slice(1).join(' ');
}

function factsFor(
  script: ScriptId,
  step: string | null,
  { facts }: Context,
  deeds: readonly Deed[],
  today: Day,
): Known {
  switch (script) {
    case 'second':
      return wait(waitCall(step ?? '')?.r ?? 0, facts, today);
    case 'resent': {
      const sentOn = lastOf(facts.postings)?.on ?? today;
      const lost = deeds.findLast(
        (deed) => deed.type === 'call_made' && deed.outcome === 'not_found' && deed.on <= sentOn,
      );
      return { notFoundDay: dayOf(lost?.on) };
    }
    case 'supplement':
      return request(facts.requests.find(({ n }) => step === `call_3646:supplement:${n}`));
    case 'rights_open': {
      const { provisionalOn, attestationOn } = facts;
      return {
        rightsDay: dayOf(provisionalOn),
        provisionalEndsDay: provisionalOn === null ? null : { day: provisionalEnd(provisionalOn) },
        attestationDay: provisionalOn === null ? dayOf(attestationOn) : null,
      };
    }
    case 'card': {
      const { order } = facts.card;
      return { orderDay: dayOf(order?.on), channel: order === null ? null : CHANNELS[order.method] };
    }
    default:
      return {};
  }
}

/** The silence of one round, counted from the best that is known of its start. */
function wait(r: number, facts: Facts, today: Day): Known {
  const round = facts.rounds.find((each) => each.r === r);
  const letter = round?.letter ?? null;
  const supplement = letter?.kind === 'supplement' ? letter : null;
  const file = letter?.kind === 'file' ? letter : null;
  const acceptedOn = round && letter === null ? round.startsOn : null;
  const since = letter?.deliveredOn ?? letter?.on ?? acceptedOn;
  const months = since == null ? 0 : wholeMonths(since, today);
  return {
    supplementDeliveredDay: dayOf(supplement?.deliveredOn),
    supplementDay: dayOf(supplement?.on),
    acceptedDay: dayOf(acceptedOn),
    deliveredDay: dayOf(file?.deliveredOn),
    sentDay: dayOf((file ?? lastOf(facts.postings))?.on),
    months: months === 0 ? null : monthsIn(months),
    chaseDay: dayOf(facts.answered.get(`registered_post:chase:${r}`)?.on),
  };
}

function wholeMonths(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

function request(asked: Request | undefined): Known {
  const letter = asked === undefined ? null : settledBy(asked);
  return {
    requestDay: dayOf(asked?.letterOn ?? asked?.phoneOn),
    supplementDay: dayOf(letter?.on),
    supplementDeliveredDay: dayOf(letter?.deliveredOn),
  };
}
