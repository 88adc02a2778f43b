import type { Template } from './template.ts';

/** The letter left and no receipt has come: said as it is, before anybody asks. */
export const receiptMissing = {
  en: {
    subject: 'Your file: we have no receipt yet',
    preheader: 'We know when it was posted. We are looking for it.',
    happened:
      'We posted your file by registered letter on {sentDay}. No receipt has come back so far, and nobody can tell yet whether CPAM has it.',
    do: 'Nothing for now. If anything from CPAM or La Poste is in your letterbox, tell us through your page.',
    next: 'We look for the letter with La Poste and ask CPAM. If nobody has it, we send everything again, with the proof of the first posting: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Your documents are safe: copies were sent, and we keep ours.',
    why: 'your file was posted and its receipt is missing.',
  },
  fr: {
    subject: 'Votre dossier : l’accusé de réception manque encore',
    preheader: 'Nous savons quand il est parti. Nous le recherchons.',
    happened:
      'Nous avons envoyé votre dossier en recommandé le {sentDay}. Aucun accusé de réception n’est revenu, et personne ne peut encore dire si la CPAM l’a reçu.',
    do: 'Rien pour l’instant. Si vous trouvez dans votre boîte aux lettres un courrier de la CPAM ou de La Poste, dites-le-nous par votre page.',
    next: 'Nous recherchons la lettre auprès de La Poste et interrogeons la CPAM. Si personne ne l’a, nous renvoyons tout, avec la preuve du premier envoi : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Vos documents sont à l’abri : ce sont des copies qui sont parties, et nous gardons les nôtres.',
    why: 'votre dossier a été envoyé et son accusé de réception manque.',
  },
} satisfies Template<never>;
