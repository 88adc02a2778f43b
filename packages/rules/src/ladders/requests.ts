import { addDays, addMonths, earlier, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { awaitedFor, isAwaitedFor, rowsFor } from '../documents/status.ts';
import { lastOf, type Request } from '../facts.ts';
import { cameBackOn } from '../history/requests.ts';
import { DOCUMENTS, type DocumentCode, type Words } from '../vocabulary.ts';
import { counted, letterPayload } from './payloads.ts';
import { deadline, email, ladder, task } from './step.ts';

/** CPAM named a day: the papers leave this long before it. */
const DAYS_BEFORE_REPLY = 5;

const replyDay = ({ replyBy, from }: Request): Day => replyBy ?? addMonths(from, 1);

/** The day on which the papers are to be posted, unmoved. */
function supplementRaw(request: Request, c: Context): Day {
  const within = addDays(request.from, c.playbook.supplementWithinDays);
  return request.replyBy === null ? within : earlier(within, addDays(request.replyBy, -DAYS_BEFORE_REPLY));
}

function supplementDay(request: Request, c: Context): Day {
  const back = c.days.onOrBefore(supplementRaw(request, c));
  return later(back, c.days.onOrAfter(request.from));
}

const codesOf = ({ papers }: Request): DocumentCode[] =>
  [...papers.keys()].sort((a, b) => DOCUMENTS.indexOf(a) - DOCUMENTS.indexOf(b));

/** The client is reminded so many days after a request, or some days later over holidays. */
const REMINDED_AFTER_DAYS = [7, 18];
const WRITTEN_ABOUT_DAYS = 28;
/** A request that an agent named first may have got its letter so many days after the next one. */
const OUT_OF_ORDER_DAYS = 16;

/** Of a file that CPAM has asked for papers a thousand times, only the last requests are looked at each day. */
function recentRequests(c: Context): readonly Request[] {
  const all = c.facts.openRequests;
  const oldest = addDays(c.day, -WRITTEN_ABOUT_DAYS);
  const oldestInOrder = addDays(oldest, -OUT_OF_ORDER_DAYS);
  const recent: Request[] = [];
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const request = all[i];
    if (request === undefined || request.from < oldestInOrder) break;
    if (request.from >= oldest) recent.push(request);
  }
  return recent.reverse();
}

/** The days of the answer that is awaited first: for an email about papers sent back. */
export function answerDays(c: Context): { supplementDay: Day | null; replyDay: Day | null } {
  const [first] = c.facts.openRequests.toSorted((a, b) => (replyDay(a) < replyDay(b) ? -1 : 1));
  return first === undefined
    ? { supplementDay: null, replyDay: null }
    : { supplementDay: supplementDay(first, c), replyDay: replyDay(first) };
}

const documents = (count: number): Words =>
  counted(count, { en: 'document', fr: 'pièce' }, { en: 'documents', fr: 'pièces' });
const askedFor = (request: Request): Words =>
  request.papers.size === 0
    ? { en: 'documents that it did not name', fr: 'des pièces sans les nommer' }
    : documents(request.papers.size);

/** A sentence of what a request asks for and is not there, of one paper and of several: its ends in both languages. */
const owed = (en: [one: string, many: string], fr: [one: string, many: string]) => ({
  one: [`1 document asked for on {requestDay} ${en[0]}`, `1 pièce demandée le {requestDay} ${fr[0]}`] as const,
  many: [
    `{count} documents asked for on {requestDay} ${en[1]}`,
    `{count} pièces demandées le {requestDay} ${fr[1]}`,
  ] as const,
});
const NOT_IN_HAND = owed(['is not in hand.', 'are not in hand.'], ['n’est pas réunie.', 'ne sont pas réunies.']);
const MISSING = owed(
  ['is missing after {days} days.', 'are missing after {days} days.'],
  ['manque après {days} jours.', 'manquent après {days} jours.'],
);

function sayOwed(sentence: ReturnType<typeof owed>, request: Request, c: Context, day: Day, days = 0): Words {
  const count = awaitedFor(request, c.papers.rows).length;
  const [en, fr] = count === 1 ? sentence.one : sentence.many;
  return say(en, fr, { count, requestDay: request.from, days }, day);
}

/** Whether the client still owes something: of a request that names nothing, nobody knows until it is closed. */
const isOwed = (request: Request, c: Context): boolean => request.papers.size === 0 || isAwaitedFor(request, c.papers);

function requested(request: Request, c: Context, more: boolean) {
  return {
    variant: more
      ? 'more'
      : request.papers.size === 0
        ? 'unnamed'
        : request.letterOn !== null && request.phoneOn === null
          ? 'letter'
          : 'phone',
    usual: request.replyBy === null,
    requestDay: more ? request.from : (request.phoneOn ?? request.from),
    documents: codesOf(request),
    supplementDay: supplementDay(request, c),
    replyDay: replyDay(request),
  } as const;
}

/** CPAM asks for papers: the client is told, they are gathered, and posted in time. */
export const requests = ladder<Request>({
  while: ['documents_requested'],
  each: (c) => c.facts.openRequests,
  writesOf: recentRequests,
  steps: [
    email('documents_requested', {
      key: ({ n }) => `email:documents_requested:${n}`,
      on: ({ phoneOn, from }) => phoneOn ?? from,
      because: (request, _, { day }) =>
        say(
          'CPAM asked for {documents} on {requestDay}.',
          'La CPAM a demandé {documents} le {requestDay}.',
          { documents: askedFor(request), requestDay: request.phoneOn ?? request.from },
          day,
        ),
      payload: (request, c) => requested(request, c, false),
    }),
    email('documents_requested', {
      key: ({ n }) => `email:documents_requested:${n}:2`,
      on: ({ moreOn, phoneOn }, c) =>
        moreOn !== null && phoneOn !== null && c.days.onOrAfter(phoneOn) < c.days.onOrAfter(moreOn) ? moreOn : null,
      because: ({ from }, _, { day }) =>
        say(
          'CPAM’s letter of {requestDay} names a document that the call did not.',
          'La lettre de la CPAM du {requestDay} cite une pièce que l’appel ne citait pas.',
          { requestDay: from },
          day,
        ),
      payload: (request, c) => requested(request, c, true),
    }),
    task('collect_documents', {
      key: ({ n }) => `collect_documents:supplement:${n}`,
      on: (request, c) => (isOwed(request, c) ? request.from : null),
      source: 'service-public/F32388',
      payload: (request, c) => ({
        documents: awaitedFor(request, c.papers.rows).map(({ need }) => ({ document: need.code, member: need.member })),
        replyDay: replyDay(request),
      }),
      because: (request, c, { day }) =>
        request.papers.size === 0
          ? say(
              'CPAM asked on {requestDay} for documents that it did not name.',
              'La CPAM a demandé le {requestDay} des pièces sans les nommer.',
              { requestDay: request.from },
              day,
            )
          : sayOwed(NOT_IN_HAND, request, c, day),
    }),
    ...REMINDED_AFTER_DAYS.map((after, i) =>
      email<Request, 'documents_reminder'>('documents_reminder', {
        key: ({ n }) => `email:documents_reminder:supplement:${n}:${i + 1}`,
        on: (request, c) => {
          const on = addDays(request.from, after);
          // A file may have hundreds of requests: what is past is not looked into.
          return on >= c.longAgo && isOwed(request, c) ? on : null;
        },
        because: (request, c, { day }) =>
          request.papers.size === 0
            ? say(
                'CPAM’s request of {requestDay} is open after {days} days.',
                'La demande de la CPAM du {requestDay} reste ouverte après {days} jours.',
                { requestDay: request.from, days: after },
                day,
              )
            : sayOwed(MISSING, request, c, day, after),
        payload: (request, c) => ({
          variant: 'requested',
          third: false,
          requestDay: request.from,
          documents: codesOf(request),
          supplementDay: supplementDay(request, c),
          replyDay: replyDay(request),
        }),
      }),
    ),
    task('registered_post', {
      key: ({ n }) => `registered_post:supplement:${n}`,
      on: (request, c) => (cameBackOn(request) === null ? supplementRaw(request, c) : null),
      raisedOn: ({ from }) => from,
      endedByFacts: true,
      source: 'service-public/F32388',
      payload: (request, c) => supplementPayload(request, c),
      because: (request, c, { day }) =>
        request.replyBy !== null && supplementRaw(request, c) < addDays(request.from, c.playbook.supplementWithinDays)
          ? say(
              'CPAM expects the documents by {replyDay}; posted 5 days before.',
              'La CPAM attend les pièces avant le {replyDay} ; envoi 5 jours avant.',
              { replyDay: request.replyBy },
              day,
            )
          : request.replyBy === null
            ? say(
                'CPAM asked on {requestDay} and named no day: posted within {days} days.',
                'Demande du {requestDay} sans date fixée : envoi sous {days} jours.',
                { requestDay: request.from, days: c.playbook.supplementWithinDays },
                day,
              )
            : say(
                'CPAM asked on {requestDay}: posted within {days} days.',
                'Demande de la CPAM du {requestDay} : envoi sous {days} jours.',
                { requestDay: request.from, days: c.playbook.supplementWithinDays },
                day,
              ),
    }),
    task('registered_post', {
      key: ({ n }) => `registered_post:supplement:${n}`,
      on: (request) => {
        const backOn = cameBackOn(request);
        return backOn === null ? null : addDays(backOn, 1);
      },
      endedByFacts: true,
      source: 'laposte/recommande',
      payload: (request, c) => supplementPayload(request, c),
      because: (request, _, { day }) =>
        say(
          'The documents sent on {supplementDay} came back on {returnedDay}.',
          'Les pièces envoyées le {supplementDay} sont revenues le {returnedDay}.',
          { supplementDay: lastOf(request.answers)?.letter.on ?? null, returnedDay: cameBackOn(request) },
          day,
        ),
    }),
    deadline('reply_to_cpam', {
      key: ({ n }) => `deadline:reply_to_cpam:${n}`,
      on: ({ replyBy }) => replyBy,
      source: 'service-public/F32388',
      legal: true,
      because: ({ from, replyBy }, _, { day }) =>
        say(
          'CPAM’s request of {requestDay} names {replyDay}.',
          'La demande de la CPAM du {requestDay} fixe le {replyDay}.',
          { requestDay: from, replyDay: replyBy },
          day,
        ),
    }),
    // A month is usage, no period of the law, and is not said to be one.
    deadline('reply_to_cpam', {
      key: ({ n }) => `deadline:reply_to_cpam:${n}`,
      on: (request) => (request.replyBy === null ? replyDay(request) : null),
      source: 'playbook',
      because: ({ from }, _, { day }) =>
        say(
          'Request of {requestDay} without a day: one month is usual.',
          'Demande du {requestDay} sans date fixée : un mois est l’usage.',
          { requestDay: from },
          day,
        ),
    }),
  ],
});

function supplementPayload(request: Request, c: Context): Record<string, unknown> {
  const papers = rowsFor(request, c.papers.rows).map(({ need }) => ({ document: need.code, member: need.member }));
  return letterPayload('supplement', { documents: papers, requestDay: request.from, replyDay: replyDay(request) });
}
