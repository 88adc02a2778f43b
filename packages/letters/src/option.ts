import { addMonths, later } from '@suivi/rules/calendar/days';
import { optionOver, optionStartMissing } from './notes.ts';
import { dayOf } from './sending.ts';
import { blockedBy, kindly, type LetterText } from './template.ts';

const OPTION_MONTHS = 3;

/** The option form of somebody who lives in France and works in Switzerland: `registered_post:option:1`. */
export const option: LetterText = {
  ...kindly,
  sender: 'agency',
  addressee: [],
  subject: 'choix du régime d’assurance maladie, travailleur frontalier en Suisse',
  listsEnclosures: true,
  body: [
    'En vertu du mandat joint, je vous adresse le formulaire de choix du système d’assurance-maladie de {clientName}, qui réside en France et exerce une activité en Suisse.',
    'Le délai de trois mois pour exercer ce choix a commencé le {startDay} et prend fin le {optionDay}.',
    { when: 'in_time', text: 'Le présent envoi intervient dans ce délai ; je vous remercie d’en retenir la date.' },
    'Pièces jointes au formulaire : {enclosureList}',
    'Je vous remercie de bien vouloir retourner à {clientName}, à l’adresse indiquée en référence, l’exemplaire du formulaire revêtu de votre cachet, destiné aux autorités de son canton de travail, et m’indiquer sans attendre toute pièce qui manquerait.',
  ],
  tell({ known: { applicant }, today }) {
    const { activityStartsOn, arrivedOn } = applicant;
    if (activityStartsOn === null || arrivedOn === null) return blockedBy(optionStartMissing());
    const startOn = later(activityStartsOn, arrivedOn);
    const endsOn = addMonths(startOn, OPTION_MONTHS);
    const inTime = today <= endsOn;
    return {
      cases: inTime ? ['in_time'] : [],
      values: { startDay: dayOf(startOn), optionDay: dayOf(endsOn) },
      warnings: inTime ? [] : [optionOver()],
    };
  },
};
