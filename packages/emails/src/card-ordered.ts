import type { Template } from './template.ts';

/** The card is ordered. */
export const cardOrdered = {
  en: {
    subject: 'Your carte Vitale is ordered: step 6 of 7',
    'preheader[online]': 'Ordered online on {orderDay}: about two weeks.',
    'preheader[post]': 'Ordered by post on {orderDay}: about three weeks.',
    'happened[online]': 'Your carte Vitale was ordered online on {orderDay}. CPAM says about two weeks.',
    'happened[post]':
      'The form and photo for your carte Vitale were posted on {orderDay}. CPAM says about three weeks.',
    do: 'Nothing for now. The card comes by post, in your name, to the address CPAM has: check your letterbox. When it comes, tap “I have received my card” on your page.',
    next: 'Your card. If it is late, we ask CPAM, first by message or call, then by letter.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile:
      'Until then your attestation de droits serves: at the doctor’s, pay, keep the brown care form (“feuille de soins”) and post it to {caisse}.',
    why: 'your file moved to step 6, and you asked {agencyName} to follow it.',
  },
  fr: {
    subject: 'Votre carte Vitale est commandée : étape 6 sur 7',
    'preheader[online]': 'Commandée en ligne le {orderDay} : environ deux semaines.',
    'preheader[post]': 'Commandée par la poste le {orderDay} : environ trois semaines.',
    'happened[online]':
      'Votre carte Vitale a été commandée en ligne le {orderDay}. La CPAM annonce environ deux semaines.',
    'happened[post]':
      'Le formulaire et la photo pour votre carte Vitale ont été postés le {orderDay}. La CPAM annonce environ trois semaines.',
    do: 'Rien pour l’instant. La carte arrive par la poste, à votre nom, à l’adresse connue de la CPAM : surveillez votre boîte aux lettres. Quand elle est là, touchez « J’ai reçu ma carte » sur votre page.',
    next: 'Votre carte. Si elle tarde, nous interrogeons la CPAM, d’abord par message ou par téléphone, puis par lettre.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'D’ici là, votre attestation de droits suffit : chez le médecin, payez, gardez la feuille de soins et postez-la à la {caisse}.',
    why: 'votre dossier passe à l’étape 6, et vous avez demandé à {agencyName} de le suivre.',
  },
} satisfies Template<'online' | 'post'>;
