import type { Template } from './template.ts';

/** The appeal has left. */
export const appealSent = {
  en: {
    subject: 'Your appeal has left: what happens now',
    preheader: 'Sent on {appealSentDay}. Nothing to do for now.',
    happened:
      'Your appeal went to the commission (“commission de recours amiable”) of {caisse} on {appealSentDay}. We keep a copy and the proof of sending.',
    do: 'Nothing for now. If the commission or CPAM writes to you, send us each page through your page, with any number covered.',
    next: 'The commission has two months from the day it receives the appeal. Without an answer by then, the appeal counts as rejected, and two months are left to ask the court. {adviserName} watches both days with you.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Keep your private cover, and keep paying and keeping the brown care forms (“feuilles de soins”).',
    why: 'an appeal was sent for your file.',
  },
  fr: {
    subject: 'Votre recours est parti : ce qui se passe maintenant',
    preheader: 'Envoyé le {appealSentDay}. Rien à faire pour l’instant.',
    happened:
      'Votre recours est parti le {appealSentDay} à la commission de recours amiable de la {caisse}. Nous en gardons une copie et la preuve d’envoi.',
    do: 'Rien pour l’instant. Si la commission ou la CPAM vous écrit, envoyez-nous chaque page par votre page, tout numéro caché.',
    next: 'La commission a deux mois à partir de la réception du recours. Sans réponse d’ici là, le recours est considéré comme rejeté, et deux mois restent pour saisir le tribunal. {adviserName} surveille ces deux dates avec vous.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Gardez votre assurance privée ; continuez à payer et à garder les feuilles de soins.',
    why: 'un recours a été envoyé pour votre dossier.',
  },
} satisfies Template<never>;
