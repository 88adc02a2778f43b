import { addDays, addMonths, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { assumedRound, type ActiveRound } from '../history/letters.ts';
import type { Words } from '../vocabulary.ts';
import { callPayload, letterPayload, monthsIn } from './payloads.ts';
import { deadline, ladder, task, type At } from './step.ts';

/** Two months of silence: a period of the law, whatever the playbook says of the letter that follows it. */
const SILENCE_MONTHS = 2;

export type Wait = ActiveRound & { known: boolean };

/** The round that runs; while nobody knows whether CPAM has the file, the one that its letter would open. */
export function waitOf(c: Context): Wait | null {
  if (c.stage === 'with_cpam' && c.round !== null) return waitIn(c.round, true);
  if (c.stage !== 'submitted') return null;
  const assumed = assumedRound(c.facts);
  return assumed === null ? null : waitIn(assumed, false);
}

// Field by field: a spread takes several times as long, and this is asked on each day.
const waitIn = ({ r, anchor, assumed, letter, receivedOn }: ActiveRound, known: boolean): Wait => ({
  r,
  anchor,
  assumed,
  letter,
  receivedOn,
  known,
});

const chaseKey = ({ r }: Wait): string => `registered_post:chase:${r}`;

/** The formal request: the day it was sent, or its own unmoved day. */
function chaseOf(wait: Wait, c: Context): { on: Day; sent: boolean } {
  const sentOn = c.facts.answered.get(chaseKey(wait))?.on;
  if (sentOn !== undefined) return { on: sentOn, sent: true };
  return { on: later(addMonths(wait.anchor, c.playbook.chaseAfterMonths), c.openedOn), sent: false };
}

export const named = (wait: Wait) => ({
  deliveredDay: wait.anchor,
  anchorDay: wait.anchor,
  sentDay: wait.letter?.on ?? wait.anchor,
});

/** How long the silence is, in the unit of the step. */
type Period = { days?: number; months?: Words; rawDay?: Day };

function wordsOf(received: [string, string], assumed: [string, string], wait: Wait, period: Period, at: At): Words {
  const { deliveredDay, anchorDay, sentDay } = named(wait);
  const { days = null, months = null, rawDay = null } = period;
  const values = { deliveredDay, anchorDay, sentDay, days, months, rawDay };
  const long = lengthOf(period);
  if (wait.letter === null && long !== null)
    return say(
      'The appeal was accepted on {anchorDay}; {long} without an answer.',
      'Le recours a été accepté le {anchorDay} ; {long} sans réponse.',
      { anchorDay: wait.anchor, long },
      at.day,
    );
  const [en, fr] = wait.assumed ? assumed : received;
  return say(en, fr, values, at.day);
}

function lengthOf({ days, months }: Period): Words | null {
  if (days !== undefined) return { en: `${days} days`, fr: `${days} jours` };
  return months ?? null;
}

/** What calls and letters may say of the wait: no receipt is claimed that has not come, and an assumed one is named so. */
const waitPayload = ({ anchor, assumed, letter }: Wait): Record<string, unknown> => ({
  sentDay: letter?.on ?? null,
  trackingNumber: letter?.trackingNumber ?? null,
  deliveredDay: letter === null || assumed ? null : anchor,
  assumedDay: assumed ? anchor : null,
  acceptedDay: letter === null ? anchor : null,
});

/** CPAM has the file, or may have it, and is silent: counted from the best proof of delivery there is. */
export const withCpam = ladder<Wait>({
  while: ['submitted', 'with_cpam'],
  one: waitOf,
  oneStays: ({ r, known }) => `with_cpam:${r}:${known ? 'known' : 'assumed'}`,
  steps: [
    task('call_3646', {
      key: ({ r }) => `call_3646:with_cpam:${2 * r - 1}`,
      on: ({ anchor }, c) => addDays(anchor, c.playbook.firstCallAfterDays),
      source: 'playbook',
      payload: (wait, c) => ({ ...callPayload(c), ...waitPayload(wait) }),
      because: (wait, c, at) =>
        wordsOf(
          [
            'CPAM received the file on {deliveredDay}; {days} days without news.',
            'La CPAM a reçu le dossier le {deliveredDay} ; {days} jours sans nouvelles.',
          ],
          [
            'Posted on {sentDay}, no receipt: counted from {anchorDay}, {days} days without news.',
            'Envoyé le {sentDay}, sans accusé : compté du {anchorDay}, {days} jours sans nouvelles.',
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
            'La CPAM a reçu le dossier le {deliveredDay} ; {days} jours sans réponse.',
          ],
          [
            'Posted on {sentDay}, no receipt: {days} days counted from {anchorDay}.',
            'Envoyé le {sentDay}, sans accusé : {days} jours comptés du {anchorDay}.',
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
      payload: (wait) => letterPayload('chase', waitPayload(wait)),
      because: (wait, c, at) =>
        wordsOf(
          [
            'Received on {deliveredDay}; {months} of silence on {rawDay}.',
            'Reçu le {deliveredDay} ; {months} de silence le {rawDay}.',
          ],
          [
            'Posted on {sentDay}, no receipt: {months} counted from {anchorDay}.',
            'Envoyé le {sentDay}, sans accusé : {months} comptés du {anchorDay}.',
          ],
          wait,
          { months: monthsIn(c.playbook.chaseAfterMonths), rawDay: at.raw },
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
            'Two months after {deliveredDay}: a ground to press, probably an implied refusal; others say consent.',
            'Deux mois après le {deliveredDay} : permet d’insister ; sans doute un refus implicite ; ailleurs, accord.',
          ],
          [
            'Two months after {anchorDay}, an assumed receipt: it moves once to the real one.',
            'Deux mois après le {anchorDay}, réception supposée : date revue à l’accusé.',
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
        const values = { months: monthsIn(c.playbook.mediatorAfterMonths), ...named(wait), chaseDay: chase.on };
        if (wait.assumed)
          return chase.sent
            ? say(
                '{months} from {anchorDay}, no receipt; the formal request of {chaseDay} is a month old.',
                '{months} depuis le {anchorDay}, sans accusé ; la demande formelle du {chaseDay} a un mois.',
                values,
                day,
              )
            : say(
                '{months} from {anchorDay}, no receipt; the formal request due on {chaseDay} was not sent.',
                '{months} depuis le {anchorDay}, sans accusé ; demande formelle du {chaseDay} non partie.',
                values,
                day,
              );
        return chase.sent
          ? say(
              '{months} without an answer, and the formal request of {chaseDay} is a month old.',
              '{months} sans réponse ; la demande formelle du {chaseDay} a un mois.',
              values,
              day,
            )
          : say(
              '{months} without an answer; the formal request due on {chaseDay} was not sent.',
              '{months} sans réponse ; la demande formelle prévue le {chaseDay} n’est pas partie.',
              values,
              day,
            );
      },
    }),
    task('call_3646', {
      key: ({ r }) => `call_3646:with_cpam:${2 * r}`,
      on: ({ anchor, known }, c) => (known ? addMonths(anchor, c.playbook.mediatorAfterMonths) : null),
      source: 'playbook',
      payload: (wait, c) => ({ ...callPayload(c), ...waitPayload(wait) }),
      because: (wait, c, at) => monthsWithoutAnswer(wait, c.playbook.mediatorAfterMonths, at),
    }),
    task('review_file', {
      key: ({ r }) => `review_file:with_cpam:${r}`,
      on: ({ anchor, known }, c) => (known ? addMonths(anchor, c.playbook.reviewAfterMonths) : null),
      source: 'playbook',
      because: (wait, c, at) =>
        wordsOf(
          [
            'Received on {deliveredDay}; {months} without an answer: look at every way left.',
            'Reçu le {deliveredDay} ; {months} sans réponse : examiner toutes les voies.',
          ],
          [
            'Posted on {sentDay}, no receipt: {months} counted from {anchorDay}.',
            'Envoyé le {sentDay}, sans accusé : {months} comptés du {anchorDay}.',
          ],
          wait,
          { months: monthsIn(c.playbook.reviewAfterMonths) },
          at,
        ),
    }),
  ],
});

const monthsWithoutAnswer = (wait: Wait, months: number, at: At): Words =>
  wordsOf(
    ['Received on {deliveredDay}; {months} without an answer.', 'Reçu le {deliveredDay} ; {months} sans réponse.'],
    [
      'Posted on {sentDay}, no receipt: {months} counted from {anchorDay}.',
      'Envoyé le {sentDay}, sans accusé : {months} comptés du {anchorDay}.',
    ],
    wait,
    { months: monthsIn(months) },
    at,
  );
