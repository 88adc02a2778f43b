import type { LetterNote } from '@suivi/contracts/letters';
import type { Words } from '@suivi/rules/vocabulary';

/** What keeps a letter from being printed, or should be known before: each says what to do now. */

const note =
  (code: string, at: LetterNote['at'], say: Words): (() => LetterNote) =>
  () => ({ code, at, say });

export const clientAddressMissing = note('client_address_missing', 'client', {
  en: 'The client’s street or town is not known: CPAM finds a person by name, birth and address. Enter it in the file.',
  fr: 'La rue ou la commune du client manque : la caisse retrouve une personne par son nom, sa naissance et son adresse. Saisissez-la dans le dossier.',
});
export const agencyAddressMissing = note('agency_address_missing', 'agency', {
  en: 'The agency’s own address is not known, and a letter needs its sender. An admin enters it: npm run agency.',
  fr: 'L’adresse de l’agence manque, et une lettre a un expéditeur. Un administrateur la saisit : npm run agency.',
});
export const caisseToChoose = note('caisse_to_choose', 'caisse', {
  en: 'The department has several caisses. Choose the one of the client’s town in the file first.',
  fr: 'Le département compte plusieurs caisses. Choisissez d’abord dans le dossier celle de la commune.',
});
export const noCaisse = note('no_caisse', 'file', {
  en: 'This file is filed online: no letter goes to a caisse before that.',
  fr: 'Ce dossier se dépose en ligne : aucune lettre ne part à une caisse avant cela.',
});
export const caisseAddressMissing = (caisse: string): LetterNote => ({
  code: 'caisse_address_missing',
  at: 'caisse',
  say: {
    en: `No filing address is known for ${caisse}. Enter it in the file; an admin can enter it for all files.`,
    fr: `Aucune adresse d’envoi n’est connue pour la ${caisse}. Saisissez-la dans le dossier ; un administrateur peut la saisir pour tous.`,
  },
});
export const postingMissing = note('posting_missing', 'file', {
  en: 'The letter speaks of a file already sent, and no sending is recorded. Record it first, with its day.',
  fr: 'La lettre parle d’un dossier déjà envoyé, et aucun envoi n’est noté. Notez-le d’abord, avec son jour.',
});
export const requestMissing = note('request_missing', 'file', {
  en: 'The letter answers a request of CPAM, and none is recorded. Record it first, with its day.',
  fr: 'La lettre répond à une demande de la caisse, et aucune n’est notée. Notez-la d’abord, avec son jour.',
});
export const provisionalMissing = note('provisional_number_missing', 'file', {
  en: 'The letter speaks of a provisional number, and none is recorded. Record its arrival, or write another letter.',
  fr: 'La lettre parle d’un numéro provisoire, et aucun n’est noté. Notez son arrivée, ou écrivez une autre lettre.',
});
export const cardOrderMissing = note('card_order_missing', 'file', {
  en: 'The letter speaks of a card that was ordered, and no order is recorded. Record it first, with its day.',
  fr: 'La lettre parle d’une carte commandée, et aucune commande n’est notée. Notez-la d’abord, avec son jour.',
});
export const refusalMissing = note('refusal_missing', 'file', {
  en: 'The appeal is against a refusal, and none is recorded. Record it first, with the day of its letter.',
  fr: 'Le recours vise un refus, et aucun n’est noté. Notez-le d’abord, avec le jour de la notification.',
});
export const chaseFirst = note('chase_first', 'file', {
  en: 'The mediator comes after a complaint: send the formal request first, and record its posting.',
  fr: 'Le médiateur vient après une réclamation : envoyez d’abord la demande formelle, et notez son envoi.',
});
export const optionStartMissing = note('option_start_missing', 'client', {
  en: 'The first day of work or of residence is not known: the three months run from it. Enter it in the file.',
  fr: 'Le premier jour de travail ou de résidence manque : les trois mois courent depuis. Saisissez-le dans le dossier.',
});
export const lossMissing = note('loss_missing', 'file', {
  en: 'The statement says on which day the card was lost, and no loss is recorded. Record it first.',
  fr: 'La déclaration dit le jour de la perte, et aucune n’est notée. Notez-la d’abord.',
});

export const optionOver = note('option_over', 'file', {
  en: 'The three months are over: the letter no longer says that it is in time.',
  fr: 'Les trois mois sont passés : la lettre ne dit plus que l’envoi est dans le délai.',
});
export const appealOver = note('appeal_over', 'file', {
  en: 'The two months are over. The client decides whether to send the appeal all the same.',
  fr: 'Les deux mois sont passés. C’est au client de décider d’envoyer malgré tout le recours.',
});
export const clientCompletes = note('client_completes', 'letter', {
  en: 'The client fills in the dotted lines by hand and signs: it is their letter, not ours.',
  fr: 'Le client complète à la main les pointillés et signe : c’est sa lettre, pas la nôtre.',
});
export const nothingToSend = note('nothing_to_send', 'letter', {
  en: 'No document goes along. Record what has come, choose an enclosure, or give the reason in its wording: it then asks for a new time limit.',
  fr: 'Aucune pièce n’est jointe. Notez ce qui est arrivé, choisissez une pièce, ou donnez le motif dans le texte : la lettre demande alors un nouveau délai.',
});
export const reasonMissing = (docName: string): LetterNote => ({
  code: 'reason_missing',
  at: 'letter',
  say: {
    en: `“${docName}” was asked for and is not in hand: the letter says so without a reason. Give one, or wait for it.`,
    fr: `« ${docName} » est demandé et n’est pas là : la lettre le dit sans motif. Donnez-en un, ou attendez la pièce.`,
  },
});
