import type { Template } from './template.ts';

/** The day has come: only for a file that waited for it. */
export const readyToSubmit = {
  en: {
    subject: 'The day has come: your file can go to CPAM',
    'preheader[post]': 'We post it by registered letter. Nothing to do for now.',
    'preheader[online]': 'We go through the online file with you.',
    happened: 'The first possible day, {earliestDay}, has come, and all your documents are checked: your file can go.',
    'do[post]':
      'Nothing, unless something has changed since we last heard from you: address, work, family, visa. Then tell us today.',
    'do[online]':
      'You file online yourself, in your own name. {adviserName} goes through each page with you: answer this email with two times that suit you. Keep your password to yourself; we never ask for it.',
    'next[post]':
      'We post it by registered letter, with proof of receipt, and write to you on the working day after it has left, with its tracking number.',
    'next[online]': 'Once it is filed, CPAM has it, and we write to you the next working day.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Nothing is covered by CPAM yet: keep your private cover.',
    why: 'the day your file was waiting for has come.',
  },
  fr: {
    subject: 'Le jour est venu : votre dossier peut partir',
    'preheader[post]': 'Nous l’envoyons en recommandé. Rien à faire pour l’instant.',
    'preheader[online]': 'Nous parcourons avec vous le dossier en ligne.',
    happened:
      'Le premier jour possible, le {earliestDay}, est venu, et tous vos documents sont vérifiés : votre dossier peut partir.',
    'do[post]':
      'Rien, sauf si quelque chose a changé depuis vos dernières nouvelles : adresse, travail, famille, visa. Dites-le-nous alors aujourd’hui.',
    'do[online]':
      'Vous déposez le dossier en ligne vous-même, à votre nom. {adviserName} parcourt chaque page avec vous : répondez à ce courriel en proposant deux moments. Gardez votre mot de passe pour vous ; nous ne le demandons jamais.',
    'next[post]':
      'Nous l’envoyons en recommandé avec accusé de réception et vous écrivons le jour ouvré suivant, avec le numéro de suivi.',
    'next[online]': 'Une fois déposé, il est chez la CPAM, et nous vous écrivons le jour ouvré suivant.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'La CPAM ne couvre rien encore : gardez votre assurance privée.',
    why: 'le jour que votre dossier attendait est venu.',
  },
} satisfies Template<'post' | 'online'>;
