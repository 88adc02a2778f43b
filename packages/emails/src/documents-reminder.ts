import type { Template } from './template.ts';

/** What is missing, and why each paper is asked for. */
export const documentsReminder = {
  en: {
    'subject[gathering]': 'Your file: documents still to send',
    'subject[returned]': 'Your file: a document is needed again',
    'subject[requested]': 'CPAM’s request: documents still to send',
    preheader: 'What is missing, and why each one is asked for.',
    'preheader[requested]': 'We count until {replyDay} to answer CPAM.',
    'happened[gathering]': 'Your file can go to CPAM once these documents have reached us: {missingList}',
    'happened[returned]': 'Your file was ready, and something has changed since. It needs: {missingList}',
    'happened[requested]': 'CPAM asked on {requestDay} for documents that we do not have yet: {missingList}',
    do: 'Send them through your page, as clear photos or scans, one at a time if that is easier. If one is hard to get, answer this email and tell us why: we look for a way with you.',
    'do+[third]': 'Or call {adviserName} at {adviserPhone}: going through the list together takes a few minutes.',
    next: 'We check each document and tell you if one must be done again. The others already checked stay as they are.',
    'next[requested]':
      'We post them to CPAM by registered letter on {supplementDay}, in time for {replyDay}. If one cannot be had by then, we send the others and explain.',
    again: 'On {lookAgainDay} at the latest.',
    'meanwhile[gathering]': 'Until your file has left, keep your private cover.',
    why: 'your file waits for these documents.',
  },
  fr: {
    'subject[gathering]': 'Votre dossier : documents encore à envoyer',
    'subject[returned]': 'Votre dossier : un document est de nouveau demandé',
    'subject[requested]': 'Demande de la CPAM : documents encore à envoyer',
    preheader: 'Ce qui manque, et pourquoi chaque document est demandé.',
    'preheader[requested]': 'Pour répondre à la CPAM, nous comptons jusqu’au {replyDay}.',
    'happened[gathering]':
      'Votre dossier pourra partir à la CPAM quand ces documents nous seront parvenus : {missingList}',
    'happened[returned]': 'Votre dossier était prêt, et quelque chose a changé depuis. Il y faut : {missingList}',
    'happened[requested]':
      'La CPAM a demandé le {requestDay} des documents que nous n’avons pas encore : {missingList}',
    do: 'Envoyez-les par votre page, en photos ou en scans lisibles, un par un si c’est plus simple. Si l’un d’eux est difficile à obtenir, répondez à ce courriel en disant pourquoi : nous cherchons une solution avec vous.',
    'do+[third]':
      'Vous pouvez aussi appeler {adviserName} au {adviserPhone} : parcourir la liste ensemble prend quelques minutes.',
    next: 'Nous vérifions chaque document et vous disons si l’un d’eux est à refaire. Ceux qui sont déjà vérifiés le restent.',
    'next[requested]':
      'Nous les envoyons à la CPAM en recommandé le {supplementDay}, à temps pour le {replyDay}. Si l’un d’eux ne peut être obtenu d’ici là, nous envoyons les autres en l’expliquant.',
    again: 'Au plus tard le {lookAgainDay}.',
    'meanwhile[gathering]': 'Tant que votre dossier n’est pas parti, gardez votre assurance privée.',
    why: 'votre dossier attend ces documents.',
  },
} satisfies Template<'gathering' | 'returned' | 'requested' | 'third'>;
