import type { Template } from './template.ts';

/** The provisional number nears its end and the permanent one has not come. */
export const numberEndsSoon = {
  en: {
    subject: 'Your provisional number: what we do now',
    preheader: 'The permanent one has not come. We press CPAM for it.',
    happened:
      'Your provisional number came on {rightsDay} and is valid for nine months, until {provisionalEndsDay}. The permanent number has not been given yet.',
    do: 'Look through your post since {rightsDay}: has CPAM asked for a birth certificate or a translation? Tell us today what you find, even if it is nothing. Send the care forms you still hold to {caisse}.',
    next: '{adviserName} takes the matter up with CPAM, in writing. What we do: {stepList}',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Keep your attestation de droits, and your private cover if you still have one.',
    why: 'the end of your provisional number comes near.',
  },
  fr: {
    subject: 'Votre numéro provisoire : ce que nous faisons',
    preheader: 'Le numéro définitif n’est pas venu. Nous relançons la CPAM.',
    happened:
      'Votre numéro provisoire est arrivé le {rightsDay} et vaut neuf mois, jusqu’au {provisionalEndsDay}. Le numéro définitif n’a pas encore été attribué.',
    do: 'Reprenez votre courrier depuis le {rightsDay} : la CPAM a-t-elle demandé un acte de naissance ou une traduction ? Dites-nous aujourd’hui ce que vous trouvez, même si ce n’est rien. Envoyez à la {caisse} les feuilles de soins que vous avez encore.',
    next: '{adviserName} reprend la question avec la CPAM, par écrit. Ce que nous faisons : {stepList}',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Gardez votre attestation de droits, et votre assurance privée si vous en avez encore une.',
    why: 'la fin de votre numéro provisoire approche.',
  },
} satisfies Template<never>;
