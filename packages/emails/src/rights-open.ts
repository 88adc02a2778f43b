import type { Template } from './template.ts';

/** The first number, or the first attestation, has come. */
export const rightsOpen = {
  en: {
    subject: 'Your rights are open: step 4 of 7',
    preheader: 'You are covered. Here is how to be refunded from now on.',
    'happened[number]':
      'CPAM has opened your rights: your provisional number and your attestation de droits came on {rightsDay}. The number is valid for nine months, until {provisionalEndsDay}.',
    'happened[attestation]':
      'CPAM has opened your rights: your attestation de droits came on {rightsDay}. Your number is still to come.',
    do: 'Keep the attestation at hand. Send your brown care forms (“feuilles de soins”) to {caisse}; copy each before. Do not write your number to us: its day is enough.',
    next: 'Your permanent number, which may take up to nine months. The ameli account and the carte Vitale come after it, not before.',
    again: 'On {lookAgainDay} at the latest: {nextStep}.',
    meanwhile: 'If CPAM asks for a birth certificate, tell us the same day: it is needed for the permanent number.',
    why: 'your file moved to step 4, and you asked {agencyName} to follow it.',
  },
  fr: {
    subject: 'Vos droits sont ouverts : étape 4 sur 7',
    preheader: 'Votre couverture commence. Voici comment obtenir vos remboursements.',
    'happened[number]':
      'La CPAM a ouvert vos droits : votre numéro provisoire et votre attestation de droits sont arrivés le {rightsDay}. Le numéro est valable neuf mois, jusqu’au {provisionalEndsDay}.',
    'happened[attestation]':
      'La CPAM a ouvert vos droits : votre attestation de droits est arrivée le {rightsDay}. Votre numéro reste à venir.',
    do: 'Gardez l’attestation à portée de main. Envoyez vos feuilles de soins à la {caisse}, après en avoir fait une copie. Ne nous écrivez pas votre numéro : son jour d’arrivée suffit.',
    next: 'Votre numéro définitif, qui peut prendre jusqu’à neuf mois. Le compte ameli et la carte Vitale viennent après lui, pas avant.',
    again: 'Au plus tard le {lookAgainDay} : {nextStep}.',
    meanwhile:
      'Si la CPAM demande un acte de naissance, dites-le-nous le jour même : il est nécessaire au numéro définitif.',
    why: 'votre dossier passe à l’étape 4, et vous avez demandé à {agencyName} de le suivre.',
  },
} satisfies Template<'number' | 'attestation'>;
