import type { Template } from './template.ts';

/** A file with history before its opening: the first word of its new adviser. */
export const takenOver = {
  en: {
    subject: 'Your CPAM file: we now follow it with you',
    preheader: 'Nothing is lost. Here is where it stands.',
    happened:
      'We have taken over your CPAM file, with all that was done before. It is at step {step} of 7. {adviserName} follows it from now on and writes to you at each step.',
    do: 'Look at your page: if a day or a document there is wrong, answer this email. If CPAM has written to you and we may not know it, tell us what came and when.',
    next: 'Our next steps: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Keep every letter, envelope and postal receipt that you have.',
    why: 'you asked {agencyName} to follow your registration with CPAM.',
  },
  fr: {
    subject: 'Votre dossier CPAM : nous le suivons avec vous',
    preheader: 'Rien n’est perdu. Voici où il en est.',
    happened:
      'Nous avons repris votre dossier CPAM, avec tout ce qui a été fait avant. Il est à l’étape {step} sur 7. {adviserName} le suit désormais et vous écrit à chaque étape.',
    do: 'Regardez votre page : si une date ou un document n’est pas exact, répondez à ce courriel. Si la CPAM vous a écrit sans que nous le sachions, dites-nous quoi et quand.',
    next: 'Nos prochaines étapes : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Gardez chaque lettre, chaque enveloppe et chaque preuve d’envoi.',
    why: 'vous avez demandé à {agencyName} de suivre votre inscription à la CPAM.',
  },
} satisfies Template<never>;
