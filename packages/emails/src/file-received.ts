import type { Template } from './template.ts';

/** CPAM has the file: by a receipt, by what it said, or by how it was filed. */
export const fileReceived = {
  en: {
    subject: 'CPAM has your file: step 3 of 7',
    'subject[supplement]': 'CPAM has the documents it asked for: step 3 of 7',
    'subject[appeal]': 'Your appeal was accepted: step 3 of 7',
    preheader: 'Received on {deliveredDay}. Nothing to do for now.',
    'preheader[shown]': 'CPAM told us so by telephone. Nothing to do for now.',
    'preheader[appeal]': 'CPAM takes up your file again. Nothing to do for now.',
    'happened[receipt]': '{caisse} received your file on {deliveredDay}: La Poste confirms the delivery.',
    'happened[signed]': '{caisse} received your file on {deliveredDay}. We hold the signed receipt.',
    'happened[online]': 'Your file was filed online on {deliveredDay}: it is with CPAM.',
    'happened[appointment]': 'Your file was handed in at {caisse} on {deliveredDay}.',
    'happened[shown]':
      'La Poste’s receipt has not come back, but on {shownDay} CPAM told us by telephone that it has your file.',
    'happened[supplement]':
      '{caisse} received on {deliveredDay} the documents it had asked for: La Poste confirms the delivery.',
    'happened[resent]': '{caisse} received your file, sent again, on {deliveredDay}: La Poste confirms the delivery.',
    'happened[appeal]':
      'The appeal commission accepted your appeal on {decisionDay}. {caisse} takes up your file again.',
    do: 'Nothing for now. If CPAM writes to you, tell us through your page, with any number covered.',
    next: 'Your provisional number, with the proof of your rights (“attestation de droits”). We know of no official delay; a few months is common.',
    'next+[median]': 'At this office, half of our files waited less than {medianDays} days ({medianCount} files).',
    again: 'On {lookAgainDay} at the latest. If nothing has come by then, {nextStep}, and we write to you.',
    meanwhile:
      'Until you are covered: pay at the doctor’s, and keep each brown care form (“feuille de soins”). You have two years to send it. Keep your private cover.',
    why: 'your file moved to step 3, and you asked {agencyName} to follow it.',
  },
  fr: {
    subject: 'La CPAM a votre dossier : étape 3 sur 7',
    'subject[supplement]': 'La CPAM a les documents demandés : étape 3 sur 7',
    'subject[appeal]': 'Votre recours est accepté : étape 3 sur 7',
    preheader: 'Reçu le {deliveredDay}. Rien à faire pour l’instant.',
    'preheader[shown]': 'La CPAM nous l’a dit par téléphone. Rien à faire pour l’instant.',
    'preheader[appeal]': 'La CPAM reprend votre dossier. Rien à faire pour l’instant.',
    'happened[receipt]': 'La {caisse} a reçu votre dossier le {deliveredDay} : La Poste confirme la distribution.',
    'happened[signed]': 'La {caisse} a reçu votre dossier le {deliveredDay}. Nous avons l’accusé de réception signé.',
    'happened[online]': 'Votre dossier a été déposé en ligne le {deliveredDay} : il est chez la CPAM.',
    'happened[appointment]': 'Votre dossier a été remis à la {caisse} le {deliveredDay}.',
    'happened[shown]':
      'L’accusé de réception de La Poste n’est pas revenu, mais le {shownDay} la CPAM nous a dit par téléphone qu’elle a votre dossier.',
    'happened[supplement]':
      'La {caisse} a reçu le {deliveredDay} les documents qu’elle demandait : La Poste confirme la distribution.',
    'happened[resent]':
      'La {caisse} a reçu le {deliveredDay} votre dossier renvoyé : La Poste confirme la distribution.',
    'happened[appeal]':
      'La commission de recours a accepté votre recours le {decisionDay}. La {caisse} reprend votre dossier.',
    do: 'Rien pour l’instant. Si la CPAM vous écrit, dites-le-nous par votre page. Cachez tout numéro imprimé sur la lettre avant de la photographier.',
    next: 'Votre numéro provisoire, avec l’attestation de droits. Nous ne connaissons pas de délai officiel ; quelques mois sont courants.',
    'next+[median]':
      'À cette caisse, la moitié de nos dossiers ont attendu moins de {medianDays} jours ({medianCount} dossiers).',
    again: 'Au plus tard le {lookAgainDay}. Si rien n’est venu d’ici là, {nextStep}, et nous vous écrivons.',
    meanwhile:
      'En attendant : chez le médecin, payez et gardez chaque feuille de soins. Vous avez deux ans pour l’envoyer. Gardez votre assurance privée.',
    why: 'votre dossier passe à l’étape 3, et vous avez demandé à {agencyName} de le suivre.',
  },
} satisfies Template<
  'supplement' | 'appeal' | 'shown' | 'receipt' | 'signed' | 'online' | 'appointment' | 'resent' | 'median'
>;
