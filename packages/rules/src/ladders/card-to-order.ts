import { addDays, earlier, later, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import { hasCome, type Context } from '../context.ts';
import type { Words } from '../vocabulary.ts';
import { daysIn } from './payloads.ts';
import { email, ladder, task } from './step.ts';

const CARD_EMAIL_AFTER_DAYS = 21;
const CARD_REVIEW_AFTER_DAYS = 45;
const OPEN_AFTER_CARD_DAYS = 60;

type ToOrder = { n: number; from: Day; numberOn: Day | null; lostOn: Day | null; photoOn: Day | null };

/** The number has come and the card is to be ordered; after a loss the days run from it. */
function toOrder(c: Context): ToOrder | null {
  const { numberOn, card, photoOn } = c.facts;
  const from = card.lostOn ?? numberOn;
  if (from === null) return null;
  // A loss forgets the photo that was asked for before.
  return { n: card.n, from, numberOn, lostOn: card.lostOn, photoOn: photoOn === null ? null : later(photoOn, from) };
}

function orderOn({ from, lostOn, photoOn }: ToOrder, c: Context): Day {
  if (lostOn !== null) return addDays(lostOn, 1);
  const { accountOn } = c.facts;
  let day = addDays(from, c.playbook.orderCardAfterDays);
  if (accountOn !== null) day = earlier(day, later(accountOn, from));
  return photoOn === null ? day : earlier(day, photoOn);
}

/** The permanent number: account, card, doctor, in the order in which each becomes possible. */
export const cardToOrder = ladder<ToOrder>({
  while: ['number_issued'],
  one: toOrder,
  steps: [
    email('number_issued', {
      key: () => 'email:number_issued:1',
      on: ({ numberOn }) => numberOn,
      because: ({ numberOn }, _, { day }) =>
        say(
          'The permanent number came on {numberDay}.',
          'Le numéro définitif est arrivé le {numberDay}.',
          { numberDay: numberOn },
          day,
        ),
      payload: ({ numberOn, from }) => ({ variant: 'usual', numberDay: numberOn ?? from }),
    }),
    task('order_card', {
      key: ({ n }) => `order_card:${n}`,
      on: orderOn,
      source: 'service-public/F265',
      endedByFacts: true,
      because: (item, c, { day, raw }) => whyOrder(item, c, raw, day),
    }),
    email('card_to_order', {
      key: ({ n }) => `email:card_to_order:${n}`,
      on: ({ from, lostOn, photoOn }) =>
        lostOn !== null ? addDays(lostOn, 1) : (photoOn ?? addDays(from, CARD_EMAIL_AFTER_DAYS)),
      because: ({ lostOn, photoOn, from }, _, { day }) =>
        lostOn !== null
          ? say(
              'The card was declared lost on {lostDay}: the client is told how to order another.',
              'Carte déclarée perdue le {lostDay} : expliquer comment en commander une autre.',
              { lostDay: lostOn },
              day,
            )
          : photoOn !== null
            ? say(
                'CPAM asked for a photo on {photoDay}.',
                'La CPAM a demandé une photo le {photoDay}.',
                { photoDay: photoOn },
                day,
              )
            : say(
                'Permanent number since {numberDay}; no card ordered after {days} days.',
                'Numéro définitif depuis le {numberDay} ; pas de carte commandée après {days} jours.',
                { numberDay: from, days: CARD_EMAIL_AFTER_DAYS },
                day,
              ),
      payload: ({ lostOn, photoOn, from }) =>
        lostOn !== null
          ? { variant: 'lost', lostDay: lostOn }
          : photoOn !== null
            ? { variant: 'letter', photoDay: photoOn }
            : { variant: 'account', numberDay: from },
    }),
    task('review_file', {
      key: ({ n }) => `review_file:card_to_order:${n}`,
      on: ({ from }) => addDays(from, CARD_REVIEW_AFTER_DAYS),
      source: 'playbook',
      because: ({ from, lostOn }, _, { day }) =>
        lostOn === null
          ? say(
              'No card ordered {days} days after the number of {numberDay}.',
              'Pas de carte commandée {days} jours après le numéro du {numberDay}.',
              { days: CARD_REVIEW_AFTER_DAYS, numberDay: from },
              day,
            )
          : say(
              'No card ordered {days} days after the loss of {lostDay}.',
              'Pas de carte commandée {days} jours après la perte du {lostDay}.',
              { days: CARD_REVIEW_AFTER_DAYS, lostDay: from },
              day,
            ),
    }),
  ],
});

function whyOrder({ lostOn, photoOn, from }: ToOrder, c: Context, raw: Day, day: Day): Words {
  const { accountOn } = c.facts;
  if (lostOn !== null)
    return say(
      'The card was declared lost on {lostDay}.',
      'La carte a été déclarée perdue le {lostDay}.',
      { lostDay: lostOn },
      day,
    );
  if (accountOn !== null && later(accountOn, from) === raw)
    return say(
      'The ameli account has been open since {stepDay}: the card can be ordered there.',
      'Le compte ameli est ouvert depuis le {stepDay} : la carte s’y commande.',
      { stepDay: accountOn },
      day,
    );
  if (photoOn === raw)
    return say(
      'CPAM’s letter asking for a photo came on {photoDay}.',
      'La lettre de la CPAM demandant une photo est arrivée le {photoDay}.',
      { photoDay: photoOn },
      day,
    );
  const days = c.playbook.orderCardAfterDays;
  return days === 0
    ? say(
        'Permanent number since {numberDay}: the card can be ordered.',
        'Numéro définitif depuis le {numberDay} : la carte peut être commandée.',
        { numberDay: from },
        day,
      )
    : say(
        'Permanent number since {numberDay}; {days} without an account or a photo letter.',
        'Numéro définitif depuis le {numberDay} ; {days} sans compte ni demande de photo.',
        { numberDay: from, days: daysIn(days) },
        day,
      );
}

/** Account and doctor stay open until two months after the card. */
function stillToSettle(c: Context): Day | null {
  const { numberOn, card } = c.facts;
  if (numberOn === null) return null;
  if (
    c.stage === 'card_delivered' &&
    card.receivedOn !== null &&
    hasCome(c, addDays(card.receivedOn, OPEN_AFTER_CARD_DAYS + 1))
  )
    return null;
  return numberOn;
}

export const accountAndDoctor = ladder<Day>({
  while: ['number_issued', 'card_ordered', 'card_delivered', 'documents_requested'],
  one: stillToSettle,
  steps: [
    task('open_ameli_account', {
      key: () => 'open_ameli_account:1',
      on: (on, c) => (c.facts.accountOn === null ? on : null),
      source: 'ameli/ne-etranger',
      because: (on, _, { day }) =>
        say(
          'An ameli account needs the permanent number: it came on {numberDay}.',
          'Un compte ameli demande le numéro définitif : il est arrivé le {numberDay}.',
          { numberDay: on },
          day,
        ),
    }),
    task('declare_gp', {
      key: () => 'declare_gp:1',
      on: (on, c) => (c.facts.gpOn === null ? addDays(on, c.playbook.declareGpAfterDays) : null),
      source: 'selectra/S3704',
      because: (on, c, { day }) =>
        c.playbook.declareGpAfterDays === 0
          ? say(
              'Permanent number since {numberDay}: a doctor can be declared.',
              'Numéro définitif depuis le {numberDay} : un médecin peut être déclaré.',
              { numberDay: on },
              day,
            )
          : say(
              'Permanent number since {numberDay}; no doctor declared after {days}.',
              'Numéro définitif depuis le {numberDay} ; pas de médecin déclaré après {days}.',
              { numberDay: on, days: daysIn(c.playbook.declareGpAfterDays) },
              day,
            ),
    }),
  ],
});
