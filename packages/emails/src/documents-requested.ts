import type { Template } from './template.ts';

/** CPAM asks for more. */
export const documentsRequested = {
  en: {
    subject: 'CPAM asks for documents: we answer together',
    preheader: 'To send: {count}. Such a request is a normal part of the way.',
    'happened[letter]': 'CPAM wrote on {requestDay}: it is studying your file and asks for {requestedList}',
    'happened[phone]':
      'On the telephone, on {requestDay}, CPAM told us that it wants more for your file: {requestedList}',
    'happened[unnamed]':
      'CPAM wrote on {requestDay}: it is studying your file and asks for more. We do not know yet for what.',
    'happened[more]':
      'CPAM’s letter of {requestDay} has come, after our call. Its list counts, and it is longer: {requestedList}',
    do: 'Send these documents through your page as soon as you have them; the list there says what each must show. If one is hard to get, tell us now.',
    'do[unnamed]': 'Send us a photo of each page of the letter through your page, with any number covered.',
    next: 'We check them and post them by registered letter on {supplementDay}. CPAM expects them by {replyDay}.',
    'next[usual]':
      'We check them and post them by registered letter on {supplementDay}. CPAM named no day; a month is usual, so we count until {replyDay}.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile:
      'Your file stays open and nothing already sent is lost. If the letter bears a number, cover it before you photograph it.',
    why: 'CPAM asked for documents for your file.',
  },
  fr: {
    subject: 'La CPAM demande des documents : répondons ensemble',
    preheader: 'À envoyer : {count}. Une telle demande fait partie du parcours.',
    'happened[letter]': 'La CPAM a écrit le {requestDay} : elle étudie votre dossier et demande {requestedList}',
    'happened[phone]':
      'Au téléphone, le {requestDay}, la CPAM nous a dit ce qu’elle souhaite encore pour votre dossier : {requestedList}',
    'happened[unnamed]':
      'La CPAM a écrit le {requestDay} : elle étudie votre dossier et demande un complément. Nous ne savons pas encore lequel.',
    'happened[more]':
      'La lettre de la CPAM du {requestDay} est arrivée, après notre appel. C’est sa liste qui compte, et elle est plus longue : {requestedList}',
    do: 'Envoyez ces documents par votre page dès que vous les avez ; la liste y dit ce que chacun doit montrer. Si l’un d’eux est difficile à obtenir, dites-le-nous dès maintenant.',
    'do[unnamed]': 'Envoyez-nous par votre page une photo de chaque page de la lettre, tout numéro caché.',
    next: 'Nous les vérifions et les envoyons en recommandé le {supplementDay}. La CPAM les attend pour le {replyDay}.',
    'next[usual]':
      'Nous les vérifions et les envoyons en recommandé le {supplementDay}. La CPAM n’a pas fixé de date ; un mois est l’usage, nous comptons donc jusqu’au {replyDay}.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'Votre dossier reste ouvert et rien de ce qui est envoyé n’est perdu. Si la lettre porte un numéro, cachez-le avant de la photographier.',
    why: 'la CPAM a demandé des documents pour votre dossier.',
  },
} satisfies Template<'letter' | 'phone' | 'unnamed' | 'more' | 'usual'>;
