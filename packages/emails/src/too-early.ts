import type { Template } from './template.ts';

/** All is checked before the first possible day. */
export const tooEarly = {
  en: {
    subject: 'Your file is complete: when it can go',
    'subject[unknown]': 'Your file is complete: one date to tell us',
    preheader: 'It can go to CPAM on {earliestDay}.',
    'preheader[unknown]': 'We need one date to know when it can go.',
    'happened[residence]':
      'All your documents are checked. CPAM takes your file after more than three months of residence: you arrived on {arrivedDay}, so the first possible day is {earliestDay}. Before that day the condition is not met.',
    'happened[visa]':
      'All your documents are checked. CPAM takes your file after more than three months of residence, and once your visa has been validated online: the first possible day is {earliestDay}.',
    'happened[start]':
      'All your documents are checked. Your right begins on {startDay}; the first possible day for your file is {earliestDay}.',
    'happened[unknown]':
      'All your documents are checked. To know the first day on which CPAM takes your file, we need {missingFact}.',
    do: 'Stay at your address as planned, and tell us if you move, travel for long or start work.',
    'do[unknown]':
      'Tell us that date: answer this email or enter it on your page. A visa counts only once it has been validated online.',
    next: 'From {earliestDay} your file can leave, and we write to you when it is time.',
    'next[unknown]': 'With the date, we tell you at once when your file can go.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile:
      'Keep your private cover until your rights are open. Keep rent receipts, and electricity, gas or telephone bills: they prove your stay.',
    why: 'your documents are complete before the first possible day.',
  },
  fr: {
    subject: 'Votre dossier est complet : quand il pourra partir',
    'subject[unknown]': 'Votre dossier est complet : une date à nous donner',
    preheader: 'Il pourra partir à la CPAM le {earliestDay}.',
    'preheader[unknown]': 'Il nous manque une date pour savoir quand il pourra partir.',
    'happened[residence]':
      'Tous vos documents sont vérifiés. La CPAM reçoit votre dossier après plus de trois mois de résidence : votre arrivée date du {arrivedDay}, le premier jour possible est donc le {earliestDay}. Avant ce jour, la condition n’est pas remplie.',
    'happened[visa]':
      'Tous vos documents sont vérifiés. La CPAM reçoit votre dossier après plus de trois mois de résidence, et une fois votre visa validé en ligne : le premier jour possible est le {earliestDay}.',
    'happened[start]':
      'Tous vos documents sont vérifiés. Votre droit commence le {startDay} ; le premier jour possible pour votre dossier est donc le {earliestDay}.',
    'happened[unknown]':
      'Tous vos documents sont vérifiés. Pour connaître le premier jour où la CPAM prendra votre dossier, il nous faut {missingFact}.',
    do: 'Restez à votre adresse comme prévu et dites-nous si vous déménagez, partez longtemps ou commencez à travailler.',
    'do[unknown]':
      'Donnez-nous cette date : répondez à ce courriel ou notez-la sur votre page. Un visa ne compte qu’une fois validé en ligne.',
    next: 'À partir du {earliestDay}, votre dossier peut partir ; nous vous écrirons le moment venu.',
    'next[unknown]': 'Avec cette date, nous vous dirons aussitôt quand votre dossier peut partir.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'Gardez votre assurance privée jusqu’à l’ouverture de vos droits. Conservez quittances de loyer et factures d’électricité, de gaz ou de téléphone : elles prouvent votre séjour.',
    why: 'vos documents sont complets avant le premier jour possible.',
  },
} satisfies Template<'unknown' | 'residence' | 'visa' | 'start'>;
