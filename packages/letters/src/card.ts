import { daysFrom } from '@suivi/rules/calendar/days';
import { historyOf } from '@suivi/rules/events';
import { cardOrderMissing } from './notes.ts';
import { dayOf } from './sending.ts';
import { blockedBy, kindly, type LetterText } from './template.ts';
import { tracesSince } from './traces.ts';

/** The card that has not come: `registered_post:card:n`. */
export const card: LetterText = {
  ...kindly,
  sender: 'agency',
  addressee: [],
  subject: 'carte Vitale commandée le {orderDay}, non reçue',
  listsEnclosures: false,
  body: [
    'Au nom de {clientName}, dont le mandat est joint, je vous signale que la carte Vitale commandée {channel} le {orderDay} ne lui est pas parvenue, {days} jours après la commande.',
    'Démarches effectuées depuis : {tracesList}',
    'Je vous remercie de bien vouloir m’indiquer par écrit :',
    {
      list: [
        'si la photographie et les pièces reçues permettent la fabrication de la carte ou, à défaut, ce qui doit être renvoyé ;',
        'à quelle date la carte a été fabriquée et expédiée, et à quelle adresse ;',
        'si elle a été retournée à vos services, dans quelles conditions elle sera envoyée de nouveau.',
      ],
    },
    {
      when: 'same',
      text: 'L’adresse de {clientName} est celle qui figure en référence ; elle n’a pas changé depuis la commande.',
    },
    {
      when: 'moved',
      text: 'L’adresse de {clientName}, qui figure en référence, a changé depuis la commande : je vous remercie d’en prendre note.',
    },
    'Dans l’attente, je vous remercie de faire parvenir à {clientName} une attestation de droits à jour.',
  ],
  tell({ known: { facts }, events, today }) {
    const { order } = facts.card;
    if (order === null) return blockedBy(cardOrderMissing());
    const moved = historyOf(events).days.some(
      ({ day, deeds }) =>
        day > order.on &&
        day <= today &&
        deeds.some((deed) => deed.type === 'applicant_changed' && deed.changes.address !== undefined),
    );
    return {
      cases: [moved ? 'moved' : 'same'],
      values: {
        channel: order.method === 'online' ? 'en ligne' : 'par courrier',
        orderDay: dayOf(order.on),
        days: String(daysFrom(order.on, today)),
        tracesList: tracesSince({ facts, events, after: order.on, today }),
      },
    };
  },
};
