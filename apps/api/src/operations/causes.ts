import type { Words } from '@suivi/rules/vocabulary';

/** Causes that people meet; others are shown as they were noted. */
export const CAUSES: Record<string, Words> = {
  mail_server_unreachable: {
    en: 'The mail server does not answer. Emails wait and leave when it is back.',
    fr: 'Le serveur de messagerie ne répond pas. Les courriels attendent et partiront à son retour.',
  },
  mail_server_busy: {
    en: 'The mail server takes no connections for now. Emails wait.',
    fr: 'Le serveur de messagerie n’accepte pas de connexion pour l’instant. Les courriels attendent.',
  },
  mail_server_login: {
    en: 'The mail server refuses our password. No email leaves until SMTP_URL is right.',
    fr: 'Le serveur de messagerie refuse notre mot de passe. Aucun courriel ne part tant que SMTP_URL est faux.',
  },
  mail_server_tls: {
    en: 'The mail server offers no safe connection. No email leaves before it does.',
    fr: 'Le serveur de messagerie n’offre pas de connexion sûre. Aucun courriel ne part d’ici là.',
  },
  mail_server_sender_refused: {
    en: 'The mail server refuses our sender address. No email leaves until MAIL_FROM is right.',
    fr: 'Le serveur de messagerie refuse notre adresse d’expéditeur. Aucun courriel ne part tant que MAIL_FROM est faux.',
  },
  la_poste_unreachable: {
    en: 'La Poste’s tracking does not answer. Letters are asked about again when it is back; a delivery can be recorded by hand.',
    fr: 'Le suivi de La Poste ne répond pas. Il sera interrogé à son retour ; une distribution peut être notée à la main.',
  },
  la_poste_unreadable: {
    en: 'La Poste’s tracking answers, but not as it is documented. Letters are asked about again later; record deliveries by hand meanwhile.',
    fr: 'Le suivi de La Poste répond autrement que sa documentation. Il sera interrogé plus tard ; notez les distributions à la main.',
  },
  la_poste_key_refused: {
    en: 'La Poste refuses our key. Nothing is tracked until LA_POSTE_KEY is right; record deliveries by hand meanwhile.',
    fr: 'La Poste refuse notre clé. Rien n’est suivi tant que LA_POSTE_KEY est fausse ; notez les distributions à la main.',
  },
};
