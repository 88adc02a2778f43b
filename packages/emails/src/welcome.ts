import type { Template } from './template.ts';

/** The first email of a file. */
export const welcome = {
  en: {
    subject: 'Your French health cover: your file is open',
    preheader: 'Seven steps to your carte Vitale. Here is the first.',
    happened:
      'We have opened your file for CPAM, the French public health insurance. {adviserName} follows it, checks every document, and writes to you at each of the seven steps.',
    'happened[ehic]':
      'We have opened your file for CPAM, the French public health insurance. Your European health insurance card covers your stay, so nothing has to be filed now.',
    'do[documents]':
      'Send us your documents through your page, as clear photos or scans. The list there says what each must show. Send copies: keep every original.',
    'do[nothing]': 'Nothing for now: we have what we need today.',
    'do[ehic]': 'Nothing for now. Tell us if you start work, change address or stay longer than planned.',
    next: 'Once every document is right and the day allows it, your file goes to CPAM.',
    'next[ehic]': 'We look again at your situation, and write only if something changes.',
    again: 'On {lookAgainDay} at the latest.',
    meanwhile: 'Keep your private cover: registration takes time, and nobody can promise a date.',
    why: 'you asked {agencyName} to follow your registration with CPAM.',
  },
  fr: {
    subject: 'Votre couverture santé : votre dossier est ouvert',
    preheader: 'Sept étapes jusqu’à votre carte Vitale. Voici la première.',
    happened:
      'Nous avons ouvert votre dossier pour la CPAM, l’assurance maladie publique française. {adviserName} le suit, vérifie chaque document et vous écrit à chacune des sept étapes.',
    'happened[ehic]':
      'Nous avons ouvert votre dossier pour la CPAM, l’assurance maladie publique française. Votre carte européenne d’assurance maladie couvre votre séjour : rien n’est à déposer pour l’instant.',
    'do[documents]':
      'Envoyez-nous vos documents par votre page, en photos ou en scans lisibles. La liste y dit ce que chacun doit montrer. Des copies suffisent : gardez tous les originaux.',
    'do[nothing]': 'Rien pour l’instant : nous avons ce qu’il faut aujourd’hui.',
    'do[ehic]':
      'Rien pour l’instant. Dites-nous si vous commencez à travailler, changez d’adresse ou restez plus longtemps que prévu.',
    next: 'Dès que chaque document est bon et que la date le permet, votre dossier part à la CPAM.',
    'next[ehic]': 'Nous referons le point sur votre situation et n’écrirons que si quelque chose change.',
    again: 'Au plus tard le {lookAgainDay}.',
    meanwhile: 'Gardez votre assurance privée : l’inscription prend du temps et personne ne peut promettre de date.',
    why: 'vous avez demandé à {agencyName} de suivre votre inscription à la CPAM.',
  },
} satisfies Template<'ehic' | 'documents' | 'nothing'>;
