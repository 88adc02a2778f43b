import type { Template } from './template.ts';

/** The card waits to be ordered. */
export const cardToOrder = {
  en: {
    'subject[account]': 'Your carte Vitale is waiting to be ordered',
    'subject[letter]': 'CPAM asks for your photo: your carte Vitale',
    'subject[lost]': 'A new carte Vitale: how to order it',
    preheader: 'A photo and a few minutes.',
    'happened[account]':
      'You have had your permanent number since {numberDay}, and we do not see that your card has been ordered.',
    'happened[letter]':
      'CPAM’s form “Ma nouvelle carte Vitale” came on {photoDay}: it needs your photo before it can make your card.',
    'happened[lost]':
      'You told us on {lostDay} that your carte Vitale is lost. Your attestation de droits serves meanwhile.',
    'do[account]':
      'Order it online in your ameli account, or ask us for help. If you have ordered it already, tell us the day on your page.',
    'do[letter]':
      'Put a recent photo (35 × 45 mm) and a copy of your identity document with the form, sign it, and post it to CPAM; or order online in your ameli account. Tell us the day.',
    'do[lost]':
      'Declare the loss in your ameli account; CPAM sends a form within 15 days when one is needed. At a CPAM office or by post, with a signed statement, works too: we prepare it. Tell us the day.',
    next: 'CPAM says about two weeks online, about three by post. We count from the day you order.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Your attestation de droits serves in place of the card.',
    why: 'your card is the next step of your file.',
  },
  fr: {
    'subject[account]': 'Votre carte Vitale reste à commander',
    'subject[letter]': 'La CPAM demande votre photo : votre carte Vitale',
    'subject[lost]': 'Une nouvelle carte Vitale : comment la commander',
    preheader: 'Une photo et quelques minutes.',
    'happened[account]':
      'Vous avez votre numéro définitif depuis le {numberDay}, et nous ne voyons pas de commande de carte.',
    'happened[letter]':
      'Le formulaire « Ma nouvelle carte Vitale » est arrivé le {photoDay} : la CPAM a besoin de votre photo pour fabriquer votre carte.',
    'happened[lost]':
      'Vous nous avez signalé le {lostDay} la perte de votre carte Vitale. Votre attestation de droits suffit en attendant.',
    'do[account]':
      'Commandez-la en ligne dans votre compte ameli, ou demandez-nous de l’aide. Si c’est déjà fait, indiquez-nous le jour sur votre page.',
    'do[letter]':
      'Joignez au formulaire une photo récente (35 × 45 mm) et une copie de votre pièce d’identité, signez-le et postez-le à la CPAM ; ou commandez en ligne dans votre compte ameli. Dites-nous le jour.',
    'do[lost]':
      'Déclarez la perte dans votre compte ameli ; la CPAM envoie un formulaire sous 15 jours si nécessaire. Sur place ou par la poste, avec une déclaration sur l’honneur, c’est possible aussi : nous la préparons. Dites-nous le jour.',
    next: 'La CPAM annonce environ deux semaines en ligne, environ trois par la poste. Nous comptons à partir de votre commande.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Votre attestation de droits remplace la carte en attendant.',
    why: 'votre carte est la prochaine étape de votre dossier.',
  },
} satisfies Template<'account' | 'letter' | 'lost'>;
