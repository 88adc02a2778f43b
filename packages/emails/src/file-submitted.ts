import type { Template } from './template.ts';

/** After each registered posting. */
export const fileSubmitted = {
  en: {
    subject: 'Your file is on its way: step 2 of 7',
    'subject[again]': 'Your file is on its way again: step 2 of 7',
    preheader: 'Posted on {sentDay} by registered letter. Nothing to do for now.',
    'happened[first]':
      'We posted your file to {caisse} on {sentDay}, by registered letter no. {trackingNumber}. We keep a copy of every page and the proof of posting.',
    'happened[returned]':
      'The first letter came back, so we posted your file to {caisse} again on {sentDay}, by registered letter no. {trackingNumber}.',
    'happened[not_found]':
      'CPAM did not find the first sending, so we posted your file again on {sentDay}, by registered letter no. {trackingNumber}, with proof of the first.',
    'happened[refused]':
      'We posted a new request to {caisse} on {sentDay}, by registered letter no. {trackingNumber}. The time for an appeal against the refusal, until {appealDay}, goes on.',
    'happened[option]':
      'We posted your option form to {caisse} on {sentDay}, by registered letter no. {trackingNumber}. We keep a copy and the proof of posting.',
    do: 'Nothing for now. Put your name on your letterbox: CPAM answers by post. If a letter comes, tell us through your page.',
    next: 'La Poste delivers the letter. We write to you once the delivery is confirmed.',
    again: 'On {lookAgainDay} at the latest. If La Poste shows no delivery by then, we look for the letter.',
    meanwhile:
      'Keep your private cover. At the doctor’s, pay and keep the care form (“feuille de soins”): two years to send it.',
    why: 'your file moved to step 2, and you asked {agencyName} to follow it.',
  },
  fr: {
    subject: 'Votre dossier est parti : étape 2 sur 7',
    'subject[again]': 'Votre dossier est reparti : étape 2 sur 7',
    preheader: 'Envoyé le {sentDay} en recommandé. Rien à faire pour l’instant.',
    'happened[first]':
      'Nous avons envoyé votre dossier à la {caisse} le {sentDay}, en recommandé nº {trackingNumber}. Nous gardons une copie de chaque page et la preuve d’envoi.',
    'happened[returned]':
      'La première lettre est revenue ; nous avons renvoyé votre dossier à la {caisse} le {sentDay}, en recommandé nº {trackingNumber}.',
    'happened[not_found]':
      'La CPAM n’a pas trouvé le premier envoi ; nous avons renvoyé votre dossier le {sentDay}, en recommandé nº {trackingNumber}, avec la preuve du premier.',
    'happened[refused]':
      'Nous avons envoyé une nouvelle demande à la {caisse} le {sentDay}, en recommandé nº {trackingNumber}. Le délai de recours contre le refus, jusqu’au {appealDay}, continue de courir.',
    'happened[option]':
      'Nous avons envoyé votre formulaire d’option à la {caisse} le {sentDay}, en recommandé nº {trackingNumber}. Nous en gardons une copie et la preuve d’envoi.',
    do: 'Rien pour l’instant. Vérifiez que votre nom figure sur votre boîte aux lettres : la CPAM répond par courrier. Si une lettre arrive, dites-le-nous par votre page.',
    next: 'La Poste distribue la lettre. Nous vous écrivons une fois la distribution confirmée.',
    again: 'Au plus tard le {lookAgainDay}. Si La Poste n’indique rien d’ici là, nous recherchons la lettre.',
    meanwhile:
      'Gardez votre assurance privée. Chez le médecin, payez et gardez la feuille de soins : vous avez deux ans pour l’envoyer.',
    why: 'votre dossier passe à l’étape 2, et vous avez demandé à {agencyName} de le suivre.',
  },
} satisfies Template<'again' | 'first' | 'returned' | 'not_found' | 'refused' | 'option'>;
