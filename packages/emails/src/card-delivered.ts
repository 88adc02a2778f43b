import type { Template } from './template.ts';

/** The last step. */
export const cardDelivered = {
  en: {
    subject: 'Your carte Vitale has come: step 7 of 7',
    preheader: 'The way is done. Two last things to settle.',
    happened: 'You have your carte Vitale, since {cardDay}. That was the last step.',
    do: 'Declare your doctor (“médecin traitant”): the doctor does it online with your card, or you both sign form S3704 and post it. Update the card at least once a year, in a pharmacy.',
    next: 'On {eraseDay} we erase the copies of your papers; keep your originals. There is also a digital card, in the app “carte Vitale”.',
    again: 'We keep an eye on account and doctor for 60 days at most, then close your file.',
    'again[done]': 'Nothing is left open: we close your file.',
    meanwhile: 'Send the care forms you still hold to {caisse}, within two years of each visit.',
    why: 'your file reached its last step.',
  },
  fr: {
    subject: 'Votre carte Vitale est arrivée : étape 7 sur 7',
    preheader: 'Le chemin est fait. Restent deux choses à régler.',
    happened: 'Vous avez votre carte Vitale depuis le {cardDay}. C’était la dernière étape.',
    do: 'Déclarez votre médecin traitant : il le fait en ligne avec votre carte, ou vous signez tous deux le formulaire S3704 et le postez. Mettez la carte à jour au moins une fois par an, en pharmacie.',
    next: 'Le {eraseDay}, nous effaçons les copies de vos papiers ; gardez vos originaux. Une carte numérique existe aussi, dans l’application « carte Vitale ».',
    again: 'Nous veillons sur le compte et le médecin pendant 60 jours au plus, puis fermons votre dossier.',
    'again[done]': 'Rien ne reste ouvert : nous fermons votre dossier.',
    meanwhile: 'Envoyez à la {caisse} les feuilles de soins que vous avez encore, dans les deux ans de chaque visite.',
    why: 'votre dossier a atteint sa dernière étape.',
  },
} satisfies Template<'done'>;
