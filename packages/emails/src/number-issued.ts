import type { Template } from './template.ts';

/** The permanent number has come. */
export const numberIssued = {
  en: {
    subject: 'Your permanent number has come: step 5 of 7',
    preheader: 'Next: your ameli account, then your carte Vitale.',
    happened: 'CPAM has given you your permanent social security number, on {numberDay}.',
    do: 'Open your ameli account yourself, with the number from the letter: CPAM must already have your RIB. If you are stuck, 3646 sends a code by letter or text message. Tell us when it is open. Do not write the number to us.',
    next: 'With the account you order your carte Vitale online, with a photo; we help you. A paper form exists too.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Until the card comes, your attestation de droits serves; send care forms by post.',
    why: 'your file moved to step 5, and you asked {agencyName} to follow it.',
  },
  fr: {
    subject: 'Votre numéro définitif est arrivé : étape 5 sur 7',
    preheader: 'Ensuite : votre compte ameli, puis votre carte Vitale.',
    happened: 'La CPAM vous a attribué votre numéro de sécurité sociale définitif le {numberDay}.',
    do: 'Ouvrez vous-même votre compte ameli avec le numéro de la lettre : la CPAM doit déjà avoir votre RIB. En cas de blocage, le 3646 envoie un code par lettre ou par SMS. Dites-nous quand il est ouvert. Ne nous écrivez pas le numéro.',
    next: 'Avec le compte, vous commandez en ligne votre carte Vitale, avec une photo ; nous vous aidons. Un formulaire papier existe aussi.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'D’ici là, votre attestation de droits suffit ; envoyez les feuilles de soins par la poste.',
    why: 'votre dossier passe à l’étape 5, et vous avez demandé à {agencyName} de le suivre.',
  },
} satisfies Template<never>;
