import type { Template } from './template.ts';

/** The card takes longer than CPAM says. */
export const cardLate = {
  en: {
    subject: 'Your carte Vitale takes longer: what we do',
    preheader: 'Ordered on {orderDay}. Your rights are not affected.',
    happened:
      'Your carte Vitale was ordered on {orderDay}, {days} days ago. We have not heard from you that it has come. Your rights do not depend on the card.',
    do: 'If it has come, tap “I have received my card” on your page, and we stop asking. If not, check the address in your ameli account, and that your name is on your letterbox.',
    next: 'We ask CPAM what has become of it. Our next steps: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Your attestation de droits serves in place of the card. Post your care forms to {caisse}.',
    why: 'your card was ordered {days} days ago.',
  },
  fr: {
    subject: 'Votre carte Vitale tarde : ce que nous faisons',
    preheader: 'Commandée le {orderDay}. Vos droits ne changent pas.',
    happened:
      'Votre carte Vitale a été commandée le {orderDay}, il y a {days} jours. Vous ne nous avez pas dit l’avoir reçue. Vos droits ne dépendent pas de la carte.',
    do: 'Si elle est arrivée, touchez « J’ai reçu ma carte » sur votre page, et nous cessons de la réclamer. Sinon, vérifiez l’adresse dans votre compte ameli, et votre nom sur la boîte aux lettres.',
    next: 'Nous demandons à la CPAM ce qu’elle est devenue. Nos prochaines étapes : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Votre attestation de droits remplace la carte. Postez vos feuilles de soins à la {caisse}.',
    why: 'votre carte est commandée depuis {days} jours.',
  },
} satisfies Template<never>;
