import type { Template } from './template.ts';

/** Rights are open, the permanent number is not there: at three and at six months. */
export const numberPending = {
  en: {
    subject: 'Your permanent number: still on its way',
    preheader: 'Your cover holds. Here is what we do for the number.',
    happened:
      'Your rights have been open since {rightsDay}. The permanent number has not come yet; the provisional one is valid until {provisionalEndsDay}.',
    do: 'Go on sending your care forms (“feuilles de soins”) by post, and keep a copy of each. If CPAM asks for a civil-status paper, tell us the same day.',
    'next[1]': 'We call CPAM to ask whether anything is missing: {stepList}',
    'next[2]': 'We send your civil-status papers again, by registered letter: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Refunds of paper care forms take about a month. If one is much later, tell us.',
    why: 'your file is at step 4 and the permanent number is awaited.',
  },
  fr: {
    subject: 'Votre numéro définitif : toujours attendu',
    preheader: 'Votre couverture tient. Voici ce que nous faisons pour le numéro.',
    happened:
      'Vos droits sont ouverts depuis le {rightsDay}. Le numéro définitif n’est pas encore arrivé ; le numéro provisoire vaut jusqu’au {provisionalEndsDay}.',
    do: 'Continuez d’envoyer vos feuilles de soins par la poste, en gardant une copie de chacune. Si la CPAM demande un acte d’état civil, dites-le-nous le jour même.',
    'next[1]': 'Nous appelons la CPAM pour savoir s’il manque quelque chose : {stepList}',
    'next[2]': 'Nous renvoyons vos actes d’état civil, en recommandé : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'Une feuille de soins papier est remboursée en un mois environ. Si l’une tarde beaucoup plus, dites-le-nous.',
    why: 'votre dossier est à l’étape 4 et le numéro définitif est attendu.',
  },
} satisfies Template<'1' | '2'>;
