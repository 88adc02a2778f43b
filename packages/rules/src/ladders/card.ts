import { addDays, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import type { Card } from '../facts.ts';
import type { Words } from '../vocabulary.ts';
import { callPayload, letterPayload } from './payloads.ts';
import { deadline, email, ladder, task } from './step.ts';

/** The post takes a week longer than the account. */
const BY_POST_DAYS = 7;
const ERASE_AFTER_DAYS = 30;

type Ordered = { n: number; on: Day; method: 'online' | 'post' };

function ordered(c: Context): Ordered | null {
  const { card } = c.facts;
  return card.order !== null ? { n: card.n, ...card.order } : null;
}

/** How a card was ordered, in a sentence. */
export const CHANNELS: Record<Ordered['method'], Words> = {
  online: { en: 'online', fr: 'en ligne' },
  post: { en: 'by post', fr: 'par la poste' },
};

const callAfter = ({ method }: Ordered, c: Context): number =>
  c.playbook.cardCallAfterDays + (method === 'post' ? BY_POST_DAYS : 0);

const values = ({ on, method }: Ordered, days: number) => ({ orderDay: on, channel: CHANNELS[method], days });

/** The card is ordered: asked after, then asked for in writing. */
export const cardOrdered = ladder<Ordered>({
  while: ['card_ordered'],
  one: ordered,
  oneStays: ({ n }) => `card:${n}`,
  steps: [
    email('card_ordered', {
      key: ({ n }) => `email:card_ordered:${n}`,
      on: ({ on }) => on,
      because: (item, _, { day }) =>
        say(
          'The card was ordered {channel} on {orderDay}.',
          'La carte a été commandée {channel} le {orderDay}.',
          values(item, 0),
          day,
        ),
      payload: ({ method, on }) => ({ variant: method, orderDay: on }),
    }),
    task('ameli_message', {
      key: ({ n }) => `ameli_message:card:${n}`,
      on: ({ on, method }, c) =>
        method === 'online' || c.facts.accountOn !== null ? addDays(on, c.playbook.cardCheckAfterDays) : null,
      source: 'playbook',
      because: (item, c, { day }) =>
        say(
          'Card ordered {channel} on {orderDay}; nothing after {days} days.',
          'Carte commandée {channel} le {orderDay} ; rien reçu après {days} jours.',
          values(item, c.playbook.cardCheckAfterDays),
          day,
        ),
    }),
    task('call_3646', {
      key: ({ n }) => `call_3646:card:${n}`,
      on: (item, c) => addDays(item.on, callAfter(item, c)),
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: (item, c, { day }) =>
        say(
          'Card ordered {channel} on {orderDay}; not received after {days} days.',
          'Carte commandée {channel} le {orderDay} ; non reçue après {days} jours.',
          values(item, callAfter(item, c)),
          day,
        ),
    }),
    email('card_late', {
      key: ({ n }) => `email:card_late:${n}`,
      on: (item, c) => addDays(item.on, callAfter(item, c)),
      because: (item, c, { day }) =>
        say(
          'Card ordered on {orderDay}, {days} days ago; CPAM says two to three weeks.',
          'Carte commandée le {orderDay}, il y a {days} jours ; la CPAM annonce 2 à 3 semaines.',
          values(item, callAfter(item, c)),
          day,
        ),
      payload: ({ on }) => ({ variant: 'usual', orderDay: on }),
    }),
    task('registered_post', {
      key: ({ n }) => `registered_post:card:${n}`,
      on: ({ on }, c) => addDays(on, c.playbook.cardLetterAfterDays),
      source: 'playbook',
      payload: ({ on }) => letterPayload('card', { orderDay: on }),
      because: (item, c, { day }) =>
        say(
          'Card ordered on {orderDay}; not received after {days} days: ask in writing.',
          'Carte commandée le {orderDay} ; non reçue après {days} jours : demande écrite.',
          values(item, c.playbook.cardLetterAfterDays),
          day,
        ),
    }),
    task('office_visit', {
      key: ({ n }) => `office_visit:card:${n}`,
      on: ({ on }, c) => addDays(on, c.playbook.cardVisitAfterDays),
      source: 'playbook',
      payload: (_, c) => ({ caisse: c.caisse.shortName }),
      because: (item, c, { day }) => {
        const named = values(item, c.playbook.cardVisitAfterDays);
        return c.facts.answered.has(`registered_post:card:${item.n}`)
          ? say(
              'Card ordered on {orderDay}; not received after {days} days, asked for in writing.',
              'Carte commandée le {orderDay} ; non reçue après {days} jours, malgré la lettre.',
              named,
              day,
            )
          : say(
              'Card ordered on {orderDay}; not received after {days} days.',
              'Carte commandée le {orderDay} ; non reçue après {days} jours.',
              named,
              day,
            );
      },
    }),
    task('review_file', {
      key: ({ n }) => `review_file:card:${n}`,
      on: ({ on }, c) => addDays(on, c.playbook.cardReviewAfterDays),
      source: 'playbook',
      because: (item, c, { day }) =>
        say(
          'Card ordered on {orderDay}; not received after {days} days.',
          'Carte commandée le {orderDay} ; non reçue après {days} jours.',
          values(item, c.playbook.cardReviewAfterDays),
          day,
        ),
    }),
  ],
});

type Delivered = Card & { receivedOn: Day };

/** The card has come: the last email, and a day to erase the papers. */
export const cardDelivered = ladder<Delivered>({
  while: ['card_delivered'],
  one: ({ facts: { card } }) => (card.receivedOn === null ? null : { ...card, receivedOn: card.receivedOn }),
  steps: [
    email('card_delivered', {
      key: ({ n }) => `email:card_delivered:${n}`,
      on: ({ receivedOn }) => receivedOn,
      because: ({ receivedOn }, _, { day }) =>
        say('The card came on {cardDay}.', 'La carte est arrivée le {cardDay}.', { cardDay: receivedOn }, day),
      payload: ({ receivedOn }) => ({
        variant: 'usual',
        cardDay: receivedOn,
        eraseDay: addDays(receivedOn, ERASE_AFTER_DAYS),
      }),
    }),
    deadline('erase_papers', {
      key: () => 'deadline:erase_papers:1',
      on: ({ receivedOn }) => addDays(receivedOn, ERASE_AFTER_DAYS),
      source: 'playbook',
      because: ({ receivedOn }, _, { day }) =>
        say(
          '30 days after the card of {cardDay}, the copies of papers are erased.',
          '30 jours après la carte du {cardDay}, les copies des papiers sont effacées.',
          { cardDay: receivedOn },
          day,
        ),
    }),
  ],
});
