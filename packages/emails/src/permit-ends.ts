import type { Template } from './template.ts';

/** The residence permit ends while the file is open. */
export const permitEnds = {
  en: {
    subject: 'Your residence permit ends on {permitDay}',
    preheader: 'Time to think of the renewal. CPAM will want the new one.',
    happened:
      'Your residence permit is valid until {permitDay}. CPAM looks at your right to stay, so a renewed permit keeps your file in order.',
    do: 'Start the renewal, if you have not. Send us the new permit, both sides, or the renewal receipt (“récépissé”), through your page as soon as you have it.',
    'next[filed]': 'We pass the new permit on to CPAM, and keep the proof.',
    'next[before]': 'We put the new permit into your file before it goes to CPAM.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile:
      'A visa used as a residence permit (VLS-TS) counts only once it has been validated online. We follow CPAM, not the prefecture: the renewal itself is in your hands, unless we have agreed otherwise.',
    why: 'the end of your permit is near and your file is still open.',
  },
  fr: {
    subject: 'Votre titre de séjour prend fin le {permitDay}',
    preheader: 'C’est le moment du renouvellement. La CPAM voudra le nouveau.',
    happened:
      'Votre titre de séjour est valable jusqu’au {permitDay}. La CPAM examine votre droit au séjour : un titre renouvelé garde votre dossier en règle.',
    do: 'Commencez le renouvellement, si ce n’est pas fait. Envoyez-nous le nouveau titre, recto et verso, ou le récépissé, par votre page, dès que vous l’avez.',
    'next[filed]': 'Nous transmettons le nouveau titre à la CPAM et gardons la preuve.',
    'next[before]': 'Nous mettons le nouveau titre dans votre dossier avant son envoi à la CPAM.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile:
      'Un visa valant titre de séjour (VLS-TS) ne compte qu’une fois validé en ligne. Nous suivons la CPAM, pas la préfecture : le renouvellement lui-même est entre vos mains, sauf accord entre nous.',
    why: 'votre titre prend bientôt fin et votre dossier est encore ouvert.',
  },
} satisfies Template<'filed' | 'before'>;
