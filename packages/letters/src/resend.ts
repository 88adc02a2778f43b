import { lastOf } from '@suivi/rules/facts';
import { historyOf } from '@suivi/rules/events';
import { postingMissing } from './notes.ts';
import { dayOf, sendingOf } from './sending.ts';
import { blockedBy, kindly, type LetterText } from './template.ts';

/** The whole file again, with proof of the first sending: `registered_post:resend:n`, `registered_post:file:2` and on. */
export const resend: LetterText = {
  ...kindly,
  sender: 'agency',
  addressee: [],
  subject: 'dossier déjà adressé, nouvel envoi',
  listsEnclosures: true,
  body: [
    {
      when: 'not_found',
      text: 'Lors d’un entretien téléphonique du {callDay}, vos services m’ont indiqué ne pas trouver la demande d’ouverture de droits de {clientName}.',
    },
    {
      when: 'returned',
      text: 'La demande d’ouverture de droits de {clientName}, adressée à vos services le {sentDay}, m’a été retournée par La Poste le {returnedDay}.',
    },
    {
      when: 'receipt',
      text: 'Cette demande vous a pourtant été adressée par lettre recommandée⟨ nº {trackingNumber}⟩ du {sentDay}, distribuée le {deliveredDay}. Vous trouverez ci-joint les preuves de dépôt et de distribution.',
    },
    {
      when: 'assumed',
      text: 'Cette demande vous a été adressée par lettre recommandée⟨ nº {trackingNumber}⟩ du {sentDay}. Vous trouverez ci-joint la preuve de dépôt.',
    },
    // The forty days without a receipt: nobody spoke of it yet, so the letter has to say whose request it is.
    {
      when: 'silent',
      text: 'La demande d’ouverture de droits de {clientName} vous a été adressée par lettre recommandée⟨ nº {trackingNumber}⟩ du {sentDay}. Vous trouverez ci-joint la preuve de dépôt.',
    },
    'Afin de ne pas retarder davantage son étude, je vous adresse à nouveau le dossier entier, en copie : {enclosureList}',
    'Je vous remercie de bien vouloir retenir, pour l’examen de cette demande, la date du premier envoi, m’en confirmer par écrit l’enregistrement, attribuer un numéro d’attente (NIA) et délivrer l’attestation de droits. Si le premier dossier était retrouvé, le présent envoi n’appelle pas de second enregistrement.',
  ],
  tell({ known: { facts }, events, today, taskKey }) {
    const posting = lastOf(facts.postings);
    if (posting === undefined) return blockedBy(postingMissing());
    const { cases, values } = sendingOf(posting);
    if (taskKey?.startsWith('registered_post:file:') && posting.returnedOn !== null)
      return { cases: ['returned'], values: { ...values, returnedDay: dayOf(posting.returnedOn) } };
    const called = historyOf(events)
      .days.filter(({ day }) => day >= posting.on && day <= today)
      .flatMap(({ deeds }) => deeds)
      .findLast((deed) => deed.type === 'call_made' && deed.outcome === 'not_found');
    if (called !== undefined)
      return { cases: ['not_found', ...cases], values: { ...values, callDay: dayOf(called.on) } };
    return { cases: cases.includes('assumed') ? ['silent'] : cases, values };
  },
};
