import type { Template } from './template.ts';

/** Private cover ends before the rights are open. */
export const coverEnds = {
  en: {
    subject: 'Your private cover ends on {coverDay}',
    preheader: 'Your rights in France are not open yet: keep yourself covered.',
    happened:
      'By what you told us, your private health cover ends on {coverDay}. Your rights with CPAM are not open yet, and nobody can say today whether they will be by then.',
    do: 'Ask your insurer to prolong it, and tell us the new day on your page. If it has been prolonged already, or if you have another cover, tell us that.',
    next: 'We note the new day and warn you again before it. We go on following your file as planned.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'At the doctor’s, pay and keep the brown care form (“feuille de soins”).',
    why: 'your cover ends before your rights are open.',
  },
  fr: {
    subject: 'Votre assurance privée prend fin le {coverDay}',
    preheader: 'Vos droits ne sont pas encore ouverts : restez à couvert.',
    happened:
      'D’après ce que vous nous avez dit, votre assurance santé privée prend fin le {coverDay}. Vos droits à la CPAM ne sont pas encore ouverts, et personne ne peut dire aujourd’hui s’ils le seront à cette date.',
    do: 'Demandez à votre assureur de la prolonger et indiquez-nous la nouvelle date sur votre page. Si c’est déjà fait, ou si vous avez une autre couverture, dites-le-nous.',
    next: 'Nous notons la nouvelle date et vous préviendrons avant. Le suivi de votre dossier continue comme prévu.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Chez le médecin, payez et gardez la feuille de soins.',
    why: 'votre assurance prend fin avant l’ouverture de vos droits.',
  },
} satisfies Template<never>;
