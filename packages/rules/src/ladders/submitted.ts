import { addDays, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { lastOf, type Letter } from '../facts.ts';
import { RESEND_AFTER_DAYS } from '../history/letters.ts';
import { limitOf } from './limits.ts';
import { letterPayload } from './payloads.ts';
import { email, ladder, task } from './step.ts';

/** A letter that nobody has seen is looked for a second time after this many working days. */
export const SECOND_TRACE_WORKING_DAYS = 20;

const underWay = (letter: Letter): boolean =>
  letter.method === 'registered_post' && letter.returnedOn === null && letter.deliveredOn === null;

/** Sent, and nobody knows yet that it has arrived. */
export const submitted = ladder<Letter>({
  while: ['submitted'],
  one: (c) => lastOf(c.facts.postings) ?? null,
  steps: [
    email('file_submitted', {
      key: ({ n }) => `email:file_submitted:${n}`,
      on: ({ method, on }) => (method === 'registered_post' ? addDays(on, 1) : null),
      because: ({ on, trackingNumber }, _, { day }) =>
        trackingNumber === null
          ? say(
              'The file was posted on {sentDay}, registered.',
              'Le dossier a été envoyé le {sentDay}, en recommandé.',
              { sentDay: on },
              day,
            )
          : say(
              'The file was posted on {sentDay}, registered no. {trackingNumber}.',
              'Le dossier a été envoyé le {sentDay}, recommandé nº {trackingNumber}.',
              { sentDay: on, trackingNumber: shortened(trackingNumber) },
              day,
            ),
      payload: (letter, c) => fileSubmitted(letter, c),
    }),
    ...[1, 2].map((which) =>
      task<Letter>('trace_post', {
        key: ({ n }) => `trace_post:file:${2 * (n - 1) + which}`,
        on: (letter, c) => (underWay(letter) ? c.days.add(letter.on, traceDays(which, c)) : null),
        source: 'playbook',
        payload: ({ trackingNumber, on }) => ({ trackingNumber, sentDay: on }),
        because: ({ on }, c, { day }) =>
          which === 1
            ? say(
                'Posted on {sentDay}; no delivery shown after {days} working days.',
                'Envoyé le {sentDay} ; pas de distribution après {days} jours ouvrés.',
                { sentDay: on, days: traceDays(1, c) },
                day,
              )
            : say(
                'Posted on {sentDay}; still no receipt after {days} working days.',
                'Envoyé le {sentDay} ; toujours pas d’accusé après {days} jours ouvrés.',
                { sentDay: on, days: traceDays(2, c) },
                day,
              ),
      }),
    ),
    email('receipt_missing', {
      key: ({ n }) => `email:receipt_missing:${n}`,
      on: (letter, c) => (underWay(letter) ? c.days.add(letter.on, SECOND_TRACE_WORKING_DAYS) : null),
      because: ({ on }, _, { day }) =>
        say(
          'Posted on {sentDay}; no receipt after {days} working days.',
          'Envoyé le {sentDay} ; pas d’accusé après {days} jours ouvrés.',
          { sentDay: on, days: SECOND_TRACE_WORKING_DAYS },
          day,
        ),
      payload: ({ on }) => ({ variant: 'usual', sentDay: on }),
    }),
    task('registered_post', {
      key: (letter, c) => `registered_post:resend:${letter.silentResend ?? c.facts.resends + 1}`,
      on: (letter, c) => (underWay(letter) && c.facts.resend === null ? addDays(letter.on, RESEND_AFTER_DAYS) : null),
      source: 'playbook',
      payload: ({ on, trackingNumber }) => letterPayload('resend', { sentDay: on, trackingNumber }),
      because: ({ on }, _, { day }) =>
        say(
          'Posted on {sentDay}; 40 days without a receipt or a word from CPAM.',
          'Envoyé le {sentDay} ; 40 jours sans accusé ni nouvelle de la CPAM.',
          { sentDay: on },
          day,
        ),
    }),
    task('trace_post', {
      key: ({ counter }) => `trace_post:counter:${counter?.n ?? 0}`,
      on: (letter) => (underWay(letter) ? (letter.counter?.on ?? null) : null),
      source: 'laposte/recommande',
      payload: ({ trackingNumber }) => ({ trackingNumber }),
      because: ({ counter }, _, { day }) =>
        say(
          'The letter has waited at the post office since {counterDay}; it is kept 15 days.',
          'La lettre attend au bureau de poste depuis le {counterDay} ; garde de 15 jours.',
          { counterDay: counter?.on ?? day },
          day,
        ),
    }),
    task('registered_post', {
      key: (_, c) =>
        c.route === 'option_form'
          ? `registered_post:option:${c.facts.fileReturns + 1}`
          : `registered_post:file:${c.facts.fileReturns + 1}`,
      on: ({ returnedOn }) => (returnedOn === null ? null : addDays(returnedOn, 1)),
      source: 'laposte/recommande',
      payload: ({ on, trackingNumber }, c) =>
        letterPayload(c.route === 'option_form' ? 'option' : 'file', { sentDay: on, trackingNumber, returned: true }),
      because: ({ on, returnedOn, undeliverable }, _, { day }) =>
        undeliverable
          ? say(
              'La Poste could not deliver the letter of {sentDay}: check the address first.',
              'La Poste n’a pu distribuer la lettre du {sentDay} : vérifier l’adresse d’abord.',
              { sentDay: on },
              day,
            )
          : say(
              'The letter of {sentDay} came back on {returnedDay}.',
              'La lettre du {sentDay} est revenue le {returnedDay}.',
              { sentDay: on, returnedDay: returnedOn },
              day,
            ),
    }),
  ],
});

/** A number may be anything that was typed: the sentence shows what fits a letter. */
const shortened = (trackingNumber: string): string =>
  trackingNumber.length > 24 ? `${trackingNumber.slice(0, 23)}…` : trackingNumber;

const traceDays = (which: number, c: Context): number =>
  which === 1 ? c.playbook.tracePostAfterWorkingDays : SECOND_TRACE_WORKING_DAYS;

const VARIANTS = { first: 'first', returned: 'returned', resend: 'not_found' } as const;

function fileSubmitted(letter: Letter, c: Context) {
  const sent = { sentDay: letter.on, trackingNumber: letter.trackingNumber };
  if (letter.cause === 'refused') return { variant: 'refused', ...sent, appealDay: appealDay(letter, c) } as const;
  if (letter.cause === 'first' && c.route === 'option_form') return { variant: 'option', ...sent } as const;
  return { variant: VARIANTS[letter.cause], ...sent } as const;
}

/** The limit of the refusal that this posting follows. */
function appealDay(letter: Letter, c: Context): Day | null {
  const refusal = c.facts.refusals.findLast(({ on }) => on <= letter.on);
  return refusal === undefined ? null : limitOf('appeal', refusal, c).on;
}
