import { addDays, addMonths, earlier, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { awaitedFor, rowsFor } from '../documents/status.ts';
import { isOpen, isPending, lastOf, type Letter, type Request } from '../facts.ts';
import { cameBackOn, settledBy } from '../history/requests.ts';
import { DOCUMENTS, type DocumentCode, type Words } from '../vocabulary.ts';
import { callPayload, counted, letterPayload } from './payloads.ts';
import { SECOND_TRACE_WORKING_DAYS } from './submitted.ts';
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

const openRequests = (c: Context): readonly Request[] =>
  c.stage === 'documents_requested' ? c.facts.requests.filter(isOpen) : [];

/** The days of the answer that is awaited first: for an email about papers sent back. */
export function answerDays(c: Context): { supplementDay: Day | null; replyDay: Day | null } {
  const [first] = openRequests(c).toSorted((a, b) => (replyDay(a) < replyDay(b) ? -1 : 1));
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

/** Whether the client still owes something: of a request that names nothing, nobody knows until it is closed. */
const isOwed = (request: Request, c: Context): boolean =>
  request.papers.size === 0 || awaitedFor(request, c.rows).length > 0;

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
  each: openRequests,
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
        documents: awaitedFor(request, c.rows).map(({ need }) => ({ document: need.code, member: need.member })),
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
          : say(
              '{documents} asked for on {requestDay} and not in hand.',
              'Demande du {requestDay} : {documents} à réunir.',
              { documents: documents(awaitedFor(request, c.rows).length), requestDay: request.from },
              day,
            ),
    }),
    ...[7, 18].map((after, i) =>
      email<Request, 'documents_reminder'>('documents_reminder', {
        key: ({ n }) => `email:documents_reminder:supplement:${n}:${i + 1}`,
        on: (request, c) => (isOwed(request, c) ? addDays(request.from, after) : null),
        because: (request, c, { day }) =>
          request.papers.size === 0
            ? say(
                'CPAM’s request of {requestDay} is open after {days} days.',
                'La demande de la CPAM du {requestDay} reste ouverte après {days} jours.',
                { requestDay: request.from, days: after },
                day,
              )
            : say(
                'Asked for on {requestDay}, missing after {days} days: {documents}.',
                'Demande du {requestDay}, après {days} jours il manque {documents}.',
                { requestDay: request.from, days: after, documents: documents(awaitedFor(request, c.rows).length) },
                day,
              ),
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
              'La CPAM attend les pièces avant le {replyDay} ; envoi 5 jours avant.',
              { replyDay: request.replyBy },
              day,
            )
          : say(
              'CPAM asked on {requestDay}: posted within {days} days.',
              'Demande de la CPAM du {requestDay} : envoi sous {days} jours.',
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
      on: replyDay,
      source: 'service-public/F32388',
      legal: true,
      because: (request, _, { day }) =>
        request.replyBy === null
          ? say(
              'Request of {requestDay} without a day: one month is usual.',
              'Demande du {requestDay} sans date fixée : un mois est l’usage.',
              { requestDay: request.from },
              day,
            )
          : say(
              'CPAM’s request of {requestDay} names {replyDay}.',
              'La demande de la CPAM du {requestDay} fixe le {replyDay}.',
              { requestDay: request.from, replyDay: request.replyBy },
              day,
            ),
    }),
  ],
});

function supplementPayload(request: Request, c: Context): Record<string, unknown> {
  const papers = rowsFor(request, c.rows).map(({ need }) => ({ document: need.code, member: need.member }));
  return letterPayload('supplement', { documents: papers, requestDay: request.from, replyDay: replyDay(request) });
}

/** Whether something has come from CPAM since a day, that day included: then nobody waits for this letter any more. */
function hasArrivedSince(c: Context, since: Day): boolean {
  const { facts } = c;
  const came = (day: Day | null): boolean => day !== null && day >= since;
  return (
    came(facts.provisionalOn) ||
    came(facts.numberOn) ||
    came(facts.attestationOn) ||
    came(facts.card.receivedOn) ||
    facts.refusals.some(({ on }) => on > since) ||
    facts.requests.some(({ phoneOn, letterOn }) => [phoneOn, letterOn].some((on) => on !== null && on > since))
  );
}

type Answer = { request: Request; letter: Letter };

/** The papers have been sent: after a while CPAM is asked what has become of them. */
export const supplementCalls = ladder<Answer>({
  each: (c) =>
    c.stage === 'withdrawn'
      ? []
      : c.facts.requests.flatMap((request) => {
          const letter = settledBy(request);
          return letter === null || isOpen(request) || hasArrivedSince(c, letter.on) ? [] : [{ request, letter }];
        }),
  steps: [
    task('call_3646', {
      key: ({ request }) => `call_3646:supplement:${request.n}`,
      on: ({ letter }, c) => addDays(letter.deliveredOn ?? letter.assumedOn, c.playbook.supplementCallAfterDays),
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: ({ letter }, c, { day }) =>
        letter.deliveredOn === null
          ? say(
              'Documents sent on {supplementDay}, no receipt: {days} days counted from {anchorDay}.',
              'Pièces envoyées le {supplementDay}, sans accusé : {days} jours comptés du {anchorDay}.',
              { supplementDay: letter.on, days: c.playbook.supplementCallAfterDays, anchorDay: letter.assumedOn },
              day,
            )
          : say(
              'CPAM received the documents on {supplementDeliveredDay}; {days} days without news.',
              'La CPAM a reçu les pièces le {supplementDeliveredDay} ; {days} jours sans nouvelles.',
              { supplementDeliveredDay: letter.deliveredOn, days: c.playbook.supplementCallAfterDays },
              day,
            ),
    }),
  ],
});

/** The last supplement and the last appeal, while nobody has seen them arrive. */
function unseen(c: Context): Letter[] {
  if (c.stage === 'withdrawn') return [];
  const appeal = c.facts.refusals.findLast((refusal) => !refusal.ended && isPending(refusal))?.appeal;
  return [lastOf(c.facts.supplements), appeal].filter(
    (letter): letter is Letter =>
      letter != null &&
      letter.method === 'registered_post' &&
      letter.deliveredOn === null &&
      letter.returnedOn === null &&
      !hasArrivedSince(c, letter.on),
  );
}

export const otherTraces = ladder<Letter>({
  each: unseen,
  steps: [1, 2].map((which) =>
    task<Letter>('trace_post', {
      key: ({ kind, n }) => `trace_post:${kind}:${2 * (n - 1) + which}`,
      on: (letter, c) =>
        c.days.add(letter.on, which === 1 ? c.playbook.tracePostAfterWorkingDays : SECOND_TRACE_WORKING_DAYS),
      source: 'playbook',
      payload: ({ trackingNumber, on }) => ({ trackingNumber, sentDay: on }),
      because: ({ kind, on }, c, { day }) => {
        const days = which === 1 ? c.playbook.tracePostAfterWorkingDays : SECOND_TRACE_WORKING_DAYS;
        return kind === 'supplement'
          ? say(
              'Documents sent on {supplementDay}; no delivery shown after {days} working days.',
              'Pièces envoyées le {supplementDay} ; pas de distribution après {days} jours ouvrés.',
              { supplementDay: on, days },
              day,
            )
          : say(
              'Appeal sent on {appealSentDay}; no delivery shown after {days} working days.',
              'Recours envoyé le {appealSentDay} ; pas de distribution après {days} jours ouvrés.',
              { appealSentDay: on, days },
              day,
            );
      },
    }),
  ),
});
