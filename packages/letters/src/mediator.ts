import { addMonths, type Day } from '@suivi/rules/calendar/days';
import { lastOf } from '@suivi/rules/facts';
import { chaseFirst, postingMissing } from './notes.ts';
import { dayOf, sendingOf } from './sending.ts';
import { blockedBy, type LetterText } from './template.ts';
import { tracesSince } from './traces.ts';
import { numberOf } from './which-letter.ts';

/** The mediator of the caisse: `seize_mediator:with_cpam:r`. Free; his opinion binds nobody. */
export const mediator: LetterText = {
  sender: 'agency',
  addressee: ['Médiateur'],
  subject: 'saisine du médiateur, demande d’ouverture de droits sans réponse',
  greeting: 'Madame la médiatrice, Monsieur le médiateur,',
  close:
    'Je vous prie d’agréer, Madame la médiatrice, Monsieur le médiateur, l’expression de ma considération distinguée.',
  listsEnclosures: false,
  body: [
    'J’ai l’honneur de vous saisir au nom de {clientName}, dont le mandat est joint, après une réclamation restée sans réponse.',
    'Rappel des faits :',
    {
      list: [
        'dossier de demande d’ouverture de droits {sentReference}, preuve jointe ;',
        '{chaseDay} : demande formelle de réponse écrite, en recommandé, copie jointe ;',
        'autres démarches : {traces}.',
      ],
    },
    'À ce jour, soit {months} mois plus tard, {clientName} n’a reçu ni numéro, ni attestation de droits, ni décision motivée.',
    'Je sollicite votre intervention afin que le dossier soit retrouvé et étudié, qu’une réponse écrite soit donnée et, si les conditions sont réunies, que le numéro d’attente et l’attestation de droits soient délivrés.',
    'Aucun tribunal n’est saisi de cette affaire. Je vous remercie de me confirmer la date à laquelle vous prenez cette demande en charge.',
  ],
  tell({ known: { facts }, events, today, taskKey }) {
    const posting = lastOf(facts.postings);
    if (posting === undefined) return blockedBy(postingMissing());
    const { values } = sendingOf(posting);
    const sent = facts.answered.get(`registered_post:chase:${numberOf(taskKey)}`);
    if (sent === undefined) return { cases: [], values, blocked: [chaseFirst()] };
    const traces = tracesSince({ facts, events, after: posting.on, today, except: ({ id }) => id === sent.eventId });
    return {
      cases: [],
      values: {
        ...values,
        chaseDay: dayOf(sent.on),
        traces: traces.join(' ; '),
        months: String(Math.max(1, monthsFrom(posting.deliveredOn ?? posting.on, today))),
      },
    };
  },
};

/** Whole months between two days. */
export function monthsFrom(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}
