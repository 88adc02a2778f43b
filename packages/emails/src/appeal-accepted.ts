import type { Template } from './template.ts';

/** The appeal was accepted, and the wait begins again. */
export const appealAccepted = {
  en: {
    subject: 'Your appeal was accepted',
    preheader: 'CPAM takes up your file again.',
    happened: 'The commission decided on {decisionDay} in your favour. CPAM takes up your file again.',
    do: 'Keep the decision. If CPAM writes to you, tell us through your page.',
    next: 'The wait for your rights begins again from that day, and so do our steps: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile:
      'Until your rights are open: pay at the doctor’s, keep each brown care form (“feuille de soins”), and keep your private cover.',
    why: 'your appeal was decided.',
  },
  fr: {
    subject: 'Votre recours est accepté',
    preheader: 'La CPAM reprend votre dossier.',
    happened: 'La commission vous a donné raison le {decisionDay}. La CPAM reprend votre dossier.',
    do: 'Gardez la décision. Si la CPAM vous écrit, dites-le-nous par votre page.',
    next: 'L’attente de vos droits recommence à cette date, et nos étapes avec elle : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'Jusqu’à l’ouverture de vos droits : chez le médecin, payez et gardez chaque feuille de soins, et gardez votre assurance privée.',
    why: 'votre recours a été tranché.',
  },
} satisfies Template<never>;
