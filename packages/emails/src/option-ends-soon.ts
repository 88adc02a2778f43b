import type { Template } from './template.ts';

/** The three months in which a frontier worker chooses are nearly over. */
export const optionEndsSoon = {
  en: {
    subject: 'France or Switzerland: choose by {optionDay}',
    preheader: 'Your option form has not left yet. We are ready to help.',
    happened:
      'You live in France and work in Switzerland. The three months for your choice began on {startDay} and end on {optionDay}. Your option form has not left yet. Without it, the Swiss scheme applies; the choice is made for good.',
    do: 'Tell us today which scheme you want. For the French one, send us what is missing, or call {adviserName} at {adviserPhone}.',
    next: 'As soon as it is complete, we send the option form to {caisse}, by registered letter. CPAM stamps it; it then goes to your canton.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'The decision is yours: we explain both schemes, and do not choose for you.',
    why: 'the time for your choice ends on {optionDay}.',
  },
  fr: {
    subject: 'France ou Suisse : à choisir d’ici au {optionDay}',
    preheader: 'Votre formulaire d’option n’est pas parti. Nous sommes là pour vous aider.',
    happened:
      'Vous habitez en France et travaillez en Suisse. Les trois mois pour choisir ont commencé le {startDay} et s’achèvent le {optionDay}. Votre formulaire d’option n’est pas encore parti. Sans lui, le régime suisse s’applique ; le choix est définitif.',
    do: 'Dites-nous aujourd’hui quel régime vous souhaitez. Pour le régime français, envoyez ce qui manque, ou appelez {adviserName} au {adviserPhone}.',
    next: 'Dès qu’il est complet, nous envoyons le formulaire d’option à la {caisse}, en recommandé. La CPAM le tamponne ; il va ensuite à votre canton.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'La décision vous appartient : nous expliquons les deux régimes, sans choisir à votre place.',
    why: 'le délai pour choisir prend fin le {optionDay}.',
  },
} satisfies Template<never>;
