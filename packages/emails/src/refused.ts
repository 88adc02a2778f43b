import type { Template } from './template.ts';

/** A refusal, or an appeal rejected: what can be done, and until when. */
export const refused = {
  en: {
    subject: 'CPAM’s answer: a refusal, and what can be done',
    'subject[appeal]': 'The commission’s answer, and what can be done',
    preheader: 'There is time until {appealDay}. We look at it with you.',
    'preheader[appeal]': 'There is time until {courtDay}. We look at it with you.',
    'happened[refusal]':
      'CPAM has refused your request; the letter was notified on {refusalDay}. A refusal can be contested before the appeal commission (“commission de recours amiable”) until {appealDay}.',
    'happened[appeal]':
      'The appeal commission did not follow your appeal, on {decisionDay}. The court (“tribunal judiciaire, pôle social”) can be asked until {courtDay}. A lawyer is not required there.',
    do: 'Send us every page of the letter through your page, with its envelope if you have it; cover any number. Then call {adviserName} at {adviserPhone}.',
    'next[refusal]': 'We read the reasons with you, and prepare the appeal if you want one. You decide, and you sign.',
    'next[appeal]': 'We gather your papers for you. For advice on the law, see a lawyer: we may not give it.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Keep the letter, your private cover and your care forms.',
    why: 'CPAM has decided on your file.',
  },
  fr: {
    subject: 'Réponse de la CPAM : un refus, et ce qu’on peut faire',
    'subject[appeal]': 'Réponse de la commission, et ce qu’on peut faire',
    preheader: 'Vous avez jusqu’au {appealDay}. Nous le regardons avec vous.',
    'preheader[appeal]': 'Vous avez jusqu’au {courtDay}. Nous le regardons avec vous.',
    'happened[refusal]':
      'La CPAM a refusé votre demande ; la lettre a été notifiée le {refusalDay}. Un refus peut être contesté devant la commission de recours amiable, jusqu’au {appealDay}.',
    'happened[appeal]':
      'La commission de recours amiable n’a pas suivi votre recours, le {decisionDay}. Le tribunal judiciaire (pôle social) peut être saisi jusqu’au {courtDay}. L’avocat n’y est pas obligatoire.',
    do: 'Envoyez-nous toutes les pages de la lettre par votre page, avec l’enveloppe si vous l’avez ; cachez tout numéro. Appelez ensuite {adviserName} au {adviserPhone}.',
    'next[refusal]':
      'Nous lisons les motifs avec vous et préparons le recours si vous le souhaitez. La décision et la signature sont les vôtres.',
    'next[appeal]':
      'Nous réunissons vos pièces. Pour un conseil juridique, consultez un avocat : nous ne pouvons pas le donner.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Gardez la lettre, votre assurance privée et vos feuilles de soins.',
    why: 'la CPAM a pris une décision sur votre dossier.',
  },
} satisfies Template<'appeal' | 'refusal'>;
