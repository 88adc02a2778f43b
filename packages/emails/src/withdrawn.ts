import type { Template } from './template.ts';

/** The file is closed. Nothing is promised after it. */
export const withdrawn = {
  en: {
    subject: 'Your file with us is closed',
    preheader: 'What we keep, what we erase, and what stays yours.',
    happened:
      'Your file was closed on {withdrawnDay}. From today we no longer call or write to CPAM for you, and the mandate ends with it.',
    do: 'Nothing, if this is what you wished. If it is a mistake, answer this email before {eraseDay}.',
    next: 'On {eraseDay} we erase the copies of your papers. Until then, ask us for any of them. If CPAM has your file, it goes on there without us: open its letters, and mind the days they name.',
    again: 'We do not look again, and write no more.',
    meanwhile:
      'Keep your private cover until you are covered otherwise. You have two years to send each care form (“feuille de soins”).',
    why: 'your file with {agencyName} was closed.',
  },
  fr: {
    subject: 'Votre dossier chez nous est fermé',
    preheader: 'Ce que nous gardons, ce que nous effaçons, ce qui reste à vous.',
    happened:
      'Votre dossier a été fermé le {withdrawnDay}. À partir d’aujourd’hui, nous n’appelons plus la CPAM et ne lui écrivons plus pour vous ; le mandat prend fin avec lui.',
    do: 'Rien, si c’est ce que vous souhaitiez. Si c’est une erreur, répondez à ce courriel avant le {eraseDay}.',
    next: 'Le {eraseDay}, nous effaçons les copies de vos papiers. D’ici là, demandez-nous ceux que vous voulez. Si la CPAM a votre dossier, il y suit son cours sans nous : ouvrez ses lettres et notez les dates qu’elles fixent.',
    again: 'Nous n’y reviendrons pas et n’écrirons plus.',
    meanwhile:
      'Gardez votre assurance privée tant que rien ne la remplace. Vous avez deux ans pour envoyer chaque feuille de soins.',
    why: 'votre dossier chez {agencyName} a été fermé.',
  },
} satisfies Template<never>;
