import { historyOf } from '@suivi/rules/events';
import { clientCompletes, lossMissing } from './notes.ts';
import { dayOf } from './sending.ts';
import { blockedBy, kindly, type LetterText } from './template.ts';

/** The client's signed statement of a lost or stolen card. The number is written by hand, by the client alone. */
export const lostCard: LetterText = {
  ...kindly,
  sender: 'client',
  addressee: [],
  subject: 'déclaration de perte ou de vol de carte Vitale',
  listsEnclosures: false,
  body: [
    'Je, {clientName} (date et lieu de naissance : {birthDay}, {birthPlace} ; domicile : {clientAddress}), déclare sur l’honneur que ma carte Vitale a été perdue ou volée le {lostDay}.',
    'Je vous remercie de bien vouloir enregistrer cette déclaration, m’adresser le formulaire de commande d’une nouvelle carte s’il est nécessaire et, dans l’attente, m’envoyer une attestation de droits à jour.',
    'Si la carte était retrouvée, je vous en informerais aussitôt. Mon adresse est celle qui figure ci-dessus ; elle est à jour dans votre fichier à ma connaissance.',
    'Numéro de sécurité sociale (à écrire à la main, par moi seulement) : …………………………',
  ],
  tell({ events, today }) {
    const lost = historyOf(events)
      .days.filter(({ day }) => day <= today)
      .flatMap(({ deeds }) => deeds)
      .findLast(({ type }) => type === 'card_lost');
    if (lost === undefined) return blockedBy(lossMissing());
    return { cases: [], values: { lostDay: dayOf(lost.on) }, warnings: [clientCompletes()] };
  },
};
