import { addDays, addMonths, daysFrom, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { lastOf } from '../facts.ts';
import type { EmailPayloads } from '../emails/payloads.ts';
import { assumedRound, type ActiveRound } from '../history/letters.ts';
import type { Words } from '../vocabulary.ts';
import { callPayload, letterPayload } from './payloads.ts';
import { deadline, email, ladder, one, task, type At } from './step.ts';

/** Two months of silence: a period of the law, whatever the playbook says of the letter that follows it. */
const SILENCE_MONTHS = 2;

type Wait = ActiveRound & { known: boolean };

/** The round that runs; while nobody knows whether CPAM has the file, the one that its letter would open. */
function waitOf(c: Context): Wait | null {
  if (c.stage === 'with_cpam' && c.round !== null) return { ...c.round, known: true };
  if (c.stage !== 'submitted') return null;
  const assumed = assumedRound(c.facts);
  return assumed === null ? null : { ...assumed, known: false };
}

const chaseKey = ({ r }: Wait): string => `registered_post:chase:${r}`;

/** The formal request: the day it was sent, or its own unmoved day. */
function chaseOf(wait: Wait, c: Context): { on: Day; sent: boolean } {
  const sentOn = c.facts.answered.get(chaseKey(wait))?.on;
  if (sentOn !== undefined) return { on: sentOn, sent: true };
  return { on: later(addMonths(wait.anchor, c.playbook.chaseAfterMonths), c.openedOn), sent: false };
}

const named = (wait: Wait) => ({
  deliveredDay: wait.anchor,
  anchorDay: wait.anchor,
  sentDay: wait.letter?.on ?? wait.anchor,
});

const wordsOf = (
  received: [string, string],
  assumed: [string, string],
  wait: Wait,
  more: Record<string, number | Day>,
  at: At,
): Words =>
  wait.assumed
    ? say(assumed[0], assumed[1], { ...named(wait), ...more }, at.day)
    : say(received[0], received[1], { ...named(wait), ...more }, at.day);

/** CPAM has the file, or may have it, and is silent: counted from the best proof of delivery there is. */
export const withCpam = ladder<Wait>({
  each: one(waitOf),
  oneStays: ({ r, known }) => `with_cpam:${r}:${known ? 'known' : 'assumed'}`,
  steps: [
    task('call_3646', {
      key: ({ r }) => `call_3646:with_cpam:${2 * r - 1}`,
      on: ({ anchor }, c) => addDays(anchor, c.playbook.firstCallAfterDays),
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: (wait, c, at) =>
        wordsOf(
          [
            'CPAM received the file on {deliveredDay}; {days} days without news.',
            'La CPAM a reçu le dossier le {deliveredDay} ; {days} jours sans nouvelles.',
          ],
          [
            'Posted on {sentDay}, no receipt: counted from {anchorDay}, {days} days without news.',
            'Envoyé le {sentDay}, sans accusé : compté du {anchorDay}, {days} jours sans nouvelles.',
          ],
          wait,
          { days: c.playbook.firstCallAfterDays },
          at,
        ),
    }),
    task('office_visit', {
      key: ({ r }) => `office_visit:with_cpam:${r}`,
      on: ({ anchor }, c) => addDays(anchor, c.playbook.visitAfterDays),
      source: 'playbook',
      payload: (_, c) => ({ caisse: c.caisse.shortName }),
      because: (wait, c, at) =>
        wordsOf(
          [
            'CPAM received the file on {deliveredDay}; {days} days without an answer.',
            'La CPAM a reçu le dossier le {deliveredDay} ; {days} jours sans réponse.',
          ],
          [
            'Posted on {sentDay}, no receipt: {days} days counted from {anchorDay}.',
            'Envoyé le {sentDay}, sans accusé : {days} jours comptés du {anchorDay}.',
          ],
          wait,
          { days: c.playbook.visitAfterDays },
          at,
        ),
    }),
    task('registered_post', {
      key: chaseKey,
      on: ({ anchor, known }, c) => (known ? addMonths(anchor, c.playbook.chaseAfterMonths) : null),
      source: 'playbook',
      payload: ({ anchor }) => letterPayload('chase', { deliveredDay: anchor }),
      because: (wait, c, at) =>
        wordsOf(
          [
            'Received on {deliveredDay}; {months} months of silence on {rawDay}.',
            'Reçu le {deliveredDay} ; {months} mois de silence le {rawDay}.',
          ],
          [
            'Posted on {sentDay}, no receipt: {months} months counted from {anchorDay}.',
            'Envoyé le {sentDay}, sans accusé : {months} mois comptés du {anchorDay}.',
          ],
          wait,
          { months: c.playbook.chaseAfterMonths, rawDay: at.raw },
          at,
        ),
    }),
    deadline('silence', {
      key: ({ r }) => `deadline:silence:${r}`,
      on: ({ anchor, known }) => (known ? addMonths(anchor, SILENCE_MONTHS) : null),
      source: 'service-public/F32388',
      legal: true,
      because: (wait, _, at) =>
        wordsOf(
          [
            'Two months after {deliveredDay}: a ground to press, probably an implied refusal.',
            'Deux mois après le {deliveredDay} : permet d’insister ; sans doute un refus implicite.',
          ],
          [
            'Two months after {anchorDay}, an assumed receipt: it moves once to the real one.',
            'Deux mois après le {anchorDay}, réception supposée : date revue à l’accusé.',
          ],
          wait,
          {},
          at,
        ),
    }),
    task('seize_mediator', {
      key: ({ r }) => `seize_mediator:with_cpam:${r}`,
      on: (wait, c) =>
        wait.known
          ? later(addMonths(wait.anchor, c.playbook.mediatorAfterMonths), addMonths(chaseOf(wait, c).on, 1))
          : null,
      source: 'ameli/mediateur',
      payload: (wait, c) => ({ chaseDay: chaseOf(wait, c).on, chaseSent: chaseOf(wait, c).sent }),
      because: (wait, c, { day }) => {
        const chase = chaseOf(wait, c);
        const values = { months: c.playbook.mediatorAfterMonths, chaseDay: chase.on };
        return chase.sent
          ? say(
              '{months} months without an answer, and the formal request of {chaseDay} is a month old.',
              '{months} mois sans réponse ; la demande formelle du {chaseDay} a un mois.',
              values,
              day,
            )
          : say(
              '{months} months without an answer; the formal request due on {chaseDay} was not sent.',
              '{months} mois sans réponse ; la demande formelle prévue le {chaseDay} n’est pas partie.',
              values,
              day,
            );
      },
    }),
    task('call_3646', {
      key: ({ r }) => `call_3646:with_cpam:${2 * r}`,
      on: ({ anchor, known }, c) => (known ? addMonths(anchor, c.playbook.mediatorAfterMonths) : null),
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: (wait, c, at) => monthsWithoutAnswer(wait, c.playbook.mediatorAfterMonths, at),
    }),
    task('review_file', {
      key: ({ r }) => `review_file:with_cpam:${r}`,
      on: ({ anchor, known }, c) => (known ? addMonths(anchor, c.playbook.reviewAfterMonths) : null),
      source: 'playbook',
      because: (wait, c, at) =>
        wordsOf(
          [
            'Received on {deliveredDay}; {months} months without an answer: look at every way left.',
            'Reçu le {deliveredDay} ; {months} mois sans réponse : examiner toutes les voies.',
          ],
          [
            'Posted on {sentDay}, no receipt: {months} months counted from {anchorDay}.',
            'Envoyé le {sentDay}, sans accusé : {months} mois comptés du {anchorDay}.',
          ],
          wait,
          { months: c.playbook.reviewAfterMonths },
          at,
        ),
    }),
  ],
});

const monthsWithoutAnswer = (wait: Wait, months: number, at: At): Words =>
  wordsOf(
    [
      'Received on {deliveredDay}; {months} months without an answer.',
      'Reçu le {deliveredDay} ; {months} mois sans réponse.',
    ],
    [
      'Posted on {sentDay}, no receipt: {months} months counted from {anchorDay}.',
      'Envoyé le {sentDay}, sans accusé : {months} mois comptés du {anchorDay}.',
    ],
    wait,
    { months },
    at,
  );

/** The client is told once a round that CPAM has the file. */
export const received = ladder<Wait & { receivedOn: Day }>({
  each: one((c) => {
    const wait = waitOf(c);
    return wait?.known && wait.receivedOn !== null ? { ...wait, receivedOn: wait.receivedOn } : null;
  }),
  steps: [
    email('file_received', {
      key: ({ r }) => `email:file_received:${r}`,
      on: ({ receivedOn }) => addDays(receivedOn, 1),
      because: (wait, _, { day }) => whyReceived(wait, day),
      payload: (wait) => fileReceived(wait),
    }),
  ],
});

function fileReceived({
  letter,
  receivedOn,
  anchor,
  assumed,
}: Wait & { receivedOn: Day }): EmailPayloads['file_received'] {
  if (letter === null) return { variant: 'appeal', decisionDay: receivedOn };
  if (assumed) return { variant: 'shown', shownDay: receivedOn };
  const deliveredDay = anchor;
  if (letter.kind === 'supplement') return { variant: 'supplement', deliveredDay };
  if (letter.method !== 'registered_post') return { variant: letter.method, deliveredDay };
  return { variant: letter.n > 1 ? 'resent' : 'receipt', deliveredDay };
}

const CHANNELS: Record<'online' | 'appointment', Words> = {
  online: { en: 'online', fr: 'en ligne' },
  appointment: { en: 'at an appointment', fr: 'lors d’un rendez-vous' },
};

function whyReceived({ letter, receivedOn, anchor, assumed }: Wait & { receivedOn: Day }, day: Day): Words {
  if (letter === null)
    return say(
      'The appeal was accepted on {decisionDay}: CPAM takes up the file again.',
      'Le recours a été accepté le {decisionDay} : la CPAM reprend le dossier.',
      { decisionDay: receivedOn },
      day,
    );
  if (assumed)
    return say(
      'No receipt, but CPAM showed on {shownDay} that it has the file.',
      'Pas d’accusé, mais la CPAM a montré le {shownDay} qu’elle a le dossier.',
      { shownDay: receivedOn },
      day,
    );
  if (letter.method !== 'registered_post')
    return say(
      'Filed {channel} on {deliveredDay}: received the same day.',
      'Déposé {channel} le {deliveredDay} : reçu le jour même.',
      { channel: CHANNELS[letter.method], deliveredDay: anchor },
      day,
    );
  return say(
    'La Poste confirmed the delivery on {deliveredDay}.',
    'La Poste a confirmé la distribution le {deliveredDay}.',
    { deliveredDay: anchor },
    day,
  );
}

type Place = { wait: Wait; place: number; n: number };

/** The emails of the wait: numbered by their place in the round, a later round counting on. */
function places(c: Context): Place[] {
  const wait = waitOf(c);
  if (wait === null || !wait.known) return [];
  const all: Place[] = [];
  for (let place = 1; wait.waitingBase + place <= c.playbook.stillWaitingAtMost; place += 1)
    all.push({ wait, place, n: wait.waitingBase + place });
  return all;
}

export const stillWaiting = ladder<Place>({
  each: places,
  steps: [
    email('still_waiting', {
      key: ({ n }) => `email:still_waiting:${n}`,
      on: ({ wait, place }, c) => addDays(wait.anchor, place * c.playbook.stillWaitingEveryDays),
      because: ({ wait }, _, { day }) =>
        wait.assumed
          ? say(
              'Posted on {sentDay}, no receipt: {days} days counted from {anchorDay}; the client is told.',
              'Envoyé le {sentDay}, sans accusé : {days} jours comptés du {anchorDay} ; le client en est informé.',
              { ...named(wait), days: daysFrom(wait.anchor, day) },
              day,
            )
          : say(
              '{days} days since {deliveredDay}; CPAM has not answered, and the client is told so.',
              '{days} jours depuis le {deliveredDay} ; pas de réponse de la CPAM, le client en est informé.',
              { ...named(wait), days: daysFrom(wait.anchor, day) },
              day,
            ),
      payload: ({ wait, n }, c) => ({ n, last: n === c.playbook.stillWaitingAtMost, ...waited(wait, c) }),
    }),
  ],
});

/** What is assumed is never told as known: of papers without a receipt, what is known is that CPAM has the file. */
function waited({ letter, anchor, assumed }: Wait, c: Context) {
  if (!assumed)
    return letter?.kind === 'supplement'
      ? ({ variant: 'supplement', supplementDeliveredDay: anchor } as const)
      : ({ variant: 'receipt', deliveredDay: anchor } as const);
  const posting = lastOf(c.facts.postings);
  if (posting?.deliveredOn != null) return { variant: 'receipt', deliveredDay: posting.deliveredOn } as const;
  const sentDay = posting?.on ?? letter?.on ?? anchor;
  return {
    variant: 'shown',
    sentDay,
    shownDay: posting?.shownOn ?? lastOf(c.facts.requests)?.from ?? sentDay,
  } as const;
}
