import { addDays, daysFrom, type Day } from '../calendar/days.ts';
import { isOpen, lastOf, type Facts, type Letter, type Request } from '../facts.ts';
import type { DocumentCode } from '../vocabulary.ts';

/** A letter and a call so near each other speak of the same request. */
const SAME_REQUEST_DAYS = 15;

const near = (first: Day, second: Day): boolean => {
  const days = daysFrom(first, second);
  return days >= 0 && days <= SAME_REQUEST_DAYS;
};

function open(facts: Facts, how: 'phone' | 'letter', on: Day, documents: readonly DocumentCode[], replyBy: Day | null) {
  const request: Request = {
    n: facts.requests.length + 1,
    phoneOn: how === 'phone' ? on : null,
    letterOn: how === 'letter' ? on : null,
    from: on,
    papers: new Map(documents.map((code) => [code, on])),
    replyBy,
    moreOn: null,
    answers: [],
    ended: false,
  };
  facts.requests.push(request);
  facts.openRequests.push(request);
  facts.lastAskedOn = on;
  if (how === 'letter') facts.lastLetterOn = on;
  for (const code of documents) facts.requestFor.set(code, request);
}

/** Sees again which requests are open: after a letter of papers came back, or was found. */
export function reviewOpen(facts: Facts): void {
  facts.openRequests = facts.requests.filter(isOpen);
}

/** The last request that an agent spoke of shortly before, and that has no letter yet. */
function spokenOf(requests: readonly Request[], on: Day): Request | null {
  const oldest = addDays(on, -SAME_REQUEST_DAYS);
  for (let i = requests.length - 1; i >= 0; i -= 1) {
    const request = requests[i];
    if (request === undefined) return null;
    const { phoneOn, letterOn, from, ended } = request;
    const since = phoneOn ?? from;
    if (since < oldest || since > on) return null;
    if (phoneOn !== null && letterOn === null && !ended) return request;
  }
  return null;
}

/** CPAM asks by letter: a new request, or the one that its agent spoke of on the telephone. */
export function requestByLetter(facts: Facts, on: Day, documents: readonly DocumentCode[], replyBy: Day | null): void {
  const { requests } = facts;
  const spoken = spokenOf(requests, on);
  if (spoken === null) return open(facts, 'letter', on, documents, replyBy);
  const before = spoken.papers;
  spoken.letterOn = on;
  spoken.from = on;
  spoken.replyBy = replyBy;
  spoken.papers = new Map(documents.map((code) => [code, before.get(code) ?? on]));
  if (documents.some((code) => !before.has(code))) spoken.moreOn = on;
  reviewOpen(facts);
  facts.lastAskedOn = on;
  facts.lastLetterOn = on;
  facts.requestFor.clear();
  for (const request of requests) for (const code of request.papers.keys()) facts.requestFor.set(code, request);
}

/** CPAM asks on the telephone: nothing new while its letter is open. */
export function requestByPhone(facts: Facts, on: Day, documents: readonly DocumentCode[]): void {
  const { lastLetterOn, openRequests } = facts;
  const written =
    lastLetterOn !== null &&
    near(lastLetterOn, on) &&
    openRequests.some(({ letterOn }) => letterOn !== null && near(letterOn, on));
  if (!written) open(facts, 'phone', on, documents, null);
}

/**
 * Papers are sent: for every open request, whether they settle it or not.
 * @returns the requests that this settles
 */
export function answerRequests(facts: Facts, letter: Letter, documents: readonly DocumentCode[]): Request[] {
  const standing = facts.openRequests;
  for (const request of standing) request.answers.push({ letter, documents });
  facts.openRequests = standing.filter(isOpen);
  return standing.filter((request) => !isOpen(request));
}

/** What was asked for before a number, or the card, is asked for no more, though its papers come back. */
export function endRequests(facts: Facts): void {
  for (const request of facts.requests) request.ended = true;
  facts.openRequests = [];
}

/** The letter that settled a request. */
export const settledBy = (request: Request): Letter | null =>
  lastOf(request.answers.filter(({ letter }) => letter.returnedOn === null))?.letter ?? null;

/** The day on which the last papers sent for a request came back. */
export const cameBackOn = (request: Request): Day | null => lastOf(request.answers)?.letter.returnedOn ?? null;
