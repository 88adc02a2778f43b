import type { Template } from './template.ts';

/** What is wrong with a paper that was checked, and what to send instead. */
export const documentToRedo = {
  en: {
    'subject[one]': 'A document to send again',
    'subject[several]': 'Documents to send again',
    preheader: 'What is wrong with it, and what to send instead.',
    'happened[one]':
      'We have checked what you sent. One document would probably come back from CPAM, so we ask you for another now: {redoList}',
    'happened[several]':
      'We have checked what you sent. Some documents would probably come back from CPAM, so we ask you for others now: {redoList}',
    do: 'Send the new one through your page, under the same name; the old one need not be deleted. If you think we are mistaken, answer this email: we look at it again.',
    next: 'We check it as soon as it is here. What is already verified stays so.',
    'next[requested]':
      'We check it as soon as it is here, and post the documents to CPAM on {supplementDay}, in time for {replyDay}.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'A tip for photos: flat on a table, daylight, all four corners visible, one page to a picture.',
    why: 'a document of your file was checked today.',
  },
  fr: {
    'subject[one]': 'Un document à renvoyer',
    'subject[several]': 'Des documents à renvoyer',
    preheader: 'Ce qui ne va pas, et ce qu’il faut envoyer à la place.',
    'happened[one]':
      'Nous avons vérifié votre envoi. Un document nous reviendrait sans doute de la CPAM ; nous vous en demandons donc un autre dès maintenant : {redoList}',
    'happened[several]':
      'Nous avons vérifié votre envoi. Certains documents nous reviendraient sans doute de la CPAM ; nous vous en demandons donc d’autres dès maintenant : {redoList}',
    do: 'Envoyez le nouveau par votre page, sous le même nom ; l’ancien n’est pas à supprimer. Si vous pensez que nous nous trompons, répondez à ce courriel : nous le regarderons de nouveau.',
    next: 'Nous le vérifions dès son arrivée. Ce qui est déjà vérifié le reste.',
    'next[requested]':
      'Nous le vérifions dès son arrivée et envoyons les documents à la CPAM le {supplementDay}, à temps pour le {replyDay}.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'Pour une bonne photo : à plat sur une table, à la lumière du jour, les quatre coins visibles, une page par image.',
    why: 'un document de votre dossier a été vérifié aujourd’hui.',
  },
} satisfies Template<'one' | 'several' | 'requested'>;
