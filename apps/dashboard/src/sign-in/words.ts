export const signInWords = {
  title: { en: 'Sign in', fr: 'Se connecter' },
  language: { en: 'Language', fr: 'Langue' },
  email: { en: 'Work email', fr: 'Adresse professionnelle' },
  password: { en: 'Password', fr: 'Mot de passe' },
  show: { en: 'Show password', fr: 'Afficher le mot de passe' },
  send: { en: 'Sign in', fr: 'Se connecter' },
  sending: { en: 'Signing in…', fr: 'Connexion…' },
  noMatch: {
    en: 'That email and password do not match.',
    fr: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
  },
  tooMany: {
    en: 'Too many tries. Wait a minute, then try again.',
    fr: 'Trop d’essais. Attendez une minute, puis réessayez.',
  },
  noConnection: {
    en: 'Suivi does not answer. Try again in a moment.',
    fr: 'Suivi ne répond pas. Réessayez dans un instant.',
  },
  emailMissing: { en: 'Enter your work email.', fr: 'Saisissez votre adresse professionnelle.' },
  passwordMissing: { en: 'Enter your password.', fr: 'Saisissez votre mot de passe.' },
  forgotten: {
    en: 'Forgotten password, or no invitation yet? Ask your agency’s administrator.',
    fr: 'Mot de passe oublié, ou pas encore d’invitation ? Adressez-vous à l’administrateur de votre agence.',
  },
  never: {
    en: 'Suivi never keeps social security numbers.',
    fr: 'Suivi ne conserve jamais de numéro de sécurité sociale.',
  },
  aside: { en: 'How Suivi follows a file', fr: 'Comment Suivi accompagne un dossier' },
  story: {
    posted: { en: 'File posted to CPAM de Dordogne', fr: 'Dossier envoyé à la CPAM de Dordogne' },
    postedOn: { en: '16 April', fr: '16 avril' },
    received: { en: 'Received: the receipt is signed', fr: 'Reçu : l’accusé de réception est signé' },
    receivedOn: { en: '21 April', fr: '21 avril' },
    now: { en: 'Today, 21 May', fr: 'Aujourd’hui, 21 mai' },
    today: { en: 'Today', fr: 'Aujourd’hui' },
    call: { en: 'Call 3646', fr: 'Appeler le 3646' },
    callWhy: { en: '30 days without news since 21 April', fr: '30 jours sans nouvelles depuis le 21 avril' },
    chaseOn: { en: '22 June', fr: '22 juin' },
    chase: { en: 'Formal request by registered post', fr: 'Demande formelle en recommandé' },
    chaseWhy: {
      en: 'Two months’ silence, if nothing comes before',
      fr: 'Deux mois de silence, si rien n’arrive avant',
    },
  },
} as const;
