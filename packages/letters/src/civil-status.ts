import { addMonths } from '@suivi/rules/calendar/days';
import { lastOf } from '@suivi/rules/facts';
import { provisionalMissing } from './notes.ts';
import { dayOf, sendingOf } from './sending.ts';
import { blockedBy, kindly, type LetterText } from './template.ts';

/** A waiting number lasts nine months (domain.md, 2.2). */
const PROVISIONAL_MONTHS = 9;

/** The civil-status papers again: `registered_post:civil_status:1`. */
export const civilStatus: LetterText = {
  ...kindly,
  sender: 'agency',
  addressee: [],
  subject: 'numéro provisoire attribué le {rightsDay}, pièces d’état civil en vue du numéro définitif',
  listsEnclosures: true,
  body: [
    'Vos services ont attribué à {clientName} un numéro provisoire, parvenu le {rightsDay}. Sa durée étant de neuf mois, il prendra fin le {provisionalEndsDay}. Le numéro définitif n’a pas encore été communiqué.',
    'Les pièces d’état civil ont été adressées avec le dossier {sentReference}. Pour éviter toute interruption des droits, je vous les transmets à nouveau, en copie : {enclosureList}',
    'Je vous remercie de bien vouloir :',
    {
      list: [
        'vérifier que ces pièces figurent au dossier et qu’elles ont été transmises au service chargé de l’attribution du numéro définitif ;',
        'm’indiquer par écrit si l’une d’elles doit être complétée, traduite ou légalisée ;',
        'prolonger les droits de {clientName}, si le numéro définitif ne pouvait être attribué avant le {provisionalEndsDay}.',
      ],
    },
    'Le numéro provisoire, qu’un mandataire privé n’a pas à conserver, n’est pas reproduit ici ; l’identité complète figure en référence.',
  ],
  tell({ known: { facts } }) {
    const { provisionalOn } = facts;
    if (provisionalOn === null) return blockedBy(provisionalMissing());
    return {
      cases: [],
      values: {
        ...sendingOf(lastOf(facts.postings)).values,
        rightsDay: dayOf(provisionalOn),
        provisionalEndsDay: dayOf(addMonths(provisionalOn, PROVISIONAL_MONTHS)),
      },
    };
  },
};
