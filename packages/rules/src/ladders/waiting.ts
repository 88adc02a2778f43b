import { addDays, daysFrom, type Day } from '../calendar/days.ts';
import { LONGEST_CLOSURE_DAYS } from '../calendar/working-days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { lastOf } from '../facts.ts';
import type { EmailPayloads } from '../emails/payloads.ts';
import type { Words } from '../vocabulary.ts';
import { email, ladder } from './step.ts';
import { named, waitOf, type Wait } from './with-cpam.ts';

/** What the client hears while CPAM has the file. */

type Received = Wait & { receivedOn: Day };
const isReceived = (wait: Wait): wait is Received => wait.known && wait.receivedOn !== null;

/** The client is told once a round that CPAM has the file. */
export const received = ladder<Received>({
  while: ['with_cpam'],
  one: (c) => {
    const wait = waitOf(c);
    return wait !== null && isReceived(wait) ? wait : null;
  },
  steps: [
    email('file_received', {
      key: ({ r }) => `email:file_received:${r}`,
      on: ({ receivedOn }) => addDays(receivedOn, 1),
      because: (wait, _, { day }) => whyReceived(wait, day),
      payload: (wait) => fileReceived(wait),
    }),
  ],
});

function fileReceived({ letter, receivedOn, anchor, assumed }: Received): EmailPayloads['file_received'] {
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

function whyReceived({ letter, receivedOn, anchor, assumed }: Received, day: Day): Words {
  if (letter === null)
    return say(
      'The appeal was accepted on {decisionDay}: CPAM takes up the file again.',
      'Le recours a été accepté le {decisionDay} : la CPAM reprend le dossier.',
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
      'Déposé {channel} le {deliveredDay} : reçu le jour même.',
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
  const base = c.facts.rounds.findLast(({ r }) => r === wait.r)?.waitingBase ?? 0;
  const { stillWaitingEveryDays: every, stillWaitingAtMost: atMost } = c.playbook;
  // What was due so long ago has had its day.
  const past = Math.floor((daysFrom(wait.anchor, c.day) - LONGEST_CLOSURE_DAYS) / every);
  const all: Place[] = [];
  for (let place = Math.max(1, past); base + place <= atMost; place += 1) all.push({ wait, place, n: base + place });
  return all;
}

export const stillWaiting = ladder<Place>({
  while: ['with_cpam'],
  each: places,
  steps: [
    email('still_waiting', {
      key: ({ n }) => `email:still_waiting:${n}`,
      on: ({ wait, place }, c) => addDays(wait.anchor, place * c.playbook.stillWaitingEveryDays),
      because: ({ wait }, _, { day }) =>
        wait.assumed
          ? say(
              'Posted on {sentDay}, no receipt: {days} days counted from {anchorDay}; the client is told.',
              'Envoyé le {sentDay}, sans accusé : {days} jours comptés du {anchorDay} ; client informé.',
              { ...named(wait), days: daysFrom(wait.anchor, day) },
              day,
            )
          : say(
              '{days} days since {deliveredDay}; CPAM has not answered, and the client is told so.',
              '{days} jours depuis le {deliveredDay} ; pas de réponse de la CPAM, le client en est informé.',
              { ...named(wait), days: daysFrom(wait.anchor, day) },
              day,
            ),
      payload: ({ wait, n }, c) => ({ n, last: n === c.playbook.stillWaitingAtMost, ...waited(wait, c) }),
    }),
  ],
});

/** What is assumed is never told as known: of papers without a receipt, what is known is that CPAM has the file. */
function waited({ letter, anchor, assumed }: Wait, c: Context) {
  if (!assumed && letter !== null)
    return letter.kind === 'supplement'
      ? ({ variant: 'supplement', supplementDeliveredDay: anchor } as const)
      : ({ variant: 'receipt', deliveredDay: anchor } as const);
  const posting = lastOf(c.facts.postings);
  if (posting?.deliveredOn != null) return { variant: 'receipt', deliveredDay: posting.deliveredOn } as const;
  const sentDay = posting?.on ?? letter?.on ?? anchor;
  return {
    variant: 'shown',
    sentDay,
    shownDay: posting?.shownOn ?? lastOf(c.facts.requests)?.from ?? (letter === null ? anchor : sentDay),
  } as const;
}
