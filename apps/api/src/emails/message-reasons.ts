import { HELD_REASONS } from '@suivi/contracts/messages';
import type { Message } from '@suivi/contracts/messages';
import type { Words } from '@suivi/rules/vocabulary';
import type { FailureReason } from './verdict.ts';

/**
 * Why a message is held. Stands in `messages.held_reason`.
 * `late`: more than ten days after its day. `not_known:caisse,coverDay`: the values that its text would have named.
 * All but `by_person` may go by themselves: whoever plans the file anew may plan the message again.
 */
export type HeldReason = 'by_person' | 'late' | 'no_address' | `not_known:${string}`;

/**
 * Stands in `messages.failure` of a cancelled message that a newer late one of its file made needless. It is never
 * planned again, though its key stays in the plan.
 */
export const SUPERSEDED = 'superseded';

/** What is said of one that has left, or is leaving. */
export const HAS_LEFT: Words = {
  en: 'This email has left, or is leaving. The file’s page shows it as it was sent.',
  fr: 'Ce courriel est parti, ou part en ce moment. La page du dossier le montre tel qu’il a été envoyé.',
};

export const notKnown = (missing: readonly string[]): HeldReason => `not_known:${missing.join(',')}`;

const HELD: Record<'by_person' | 'late' | 'no_address' | 'not_known', Words> = {
  by_person: {
    en: 'Held by hand. Release it when it may leave.',
    fr: 'Retenu à la main. Libérez-le quand il peut partir.',
  },
  late: {
    en: 'More than ten days late. Read it again: release it if it still holds.',
    fr: 'En retard de plus de dix jours. Relisez-le : libérez-le s’il est encore juste.',
  },
  no_address: {
    en: 'The client has no email address that can be used. Enter one.',
    fr: 'Le client n’a pas d’adresse e-mail utilisable. Saisissez-en une.',
  },
  not_known: {
    en: 'Something its text names is not known yet:',
    fr: 'Ce que dit le texte n’est pas encore connu :',
  },
};

const FAILED: Record<FailureReason | 'superseded', Words> = {
  address_refused: {
    en: 'The mail server does not know this address. Correct it, then send again.',
    fr: 'Le serveur de messagerie ne connaît pas cette adresse. Corrigez-la, puis renvoyez.',
  },
  mailbox_full: {
    en: 'The client’s mailbox has been full for a day. Tell them another way, then send again.',
    fr: 'La boîte du client est pleine depuis un jour. Prévenez-le autrement, puis renvoyez.',
  },
  too_big: {
    en: 'The mail server finds the email too big.',
    fr: 'Le serveur de messagerie trouve le courriel trop volumineux.',
  },
  refused: {
    en: 'The mail server refuses the email. Ask your admin to look at the sender’s standing.',
    fr: 'Le serveur de messagerie refuse le courriel. Demandez à votre administrateur de vérifier la réputation de l’expéditeur.',
  },
  kept_failing: {
    en: 'The mail server put us off for more than a day. Send it again, or reach the client another way.',
    fr: 'Le serveur de messagerie nous fait patienter depuis plus d’un jour. Renvoyez, ou joignez le client autrement.',
  },
  cannot_be_written: {
    en: 'The text could not be written. This is a fault of Suivi: your admin sees it under Automation.',
    fr: 'Le texte n’a pas pu être écrit. C’est un défaut de Suivi : votre administrateur le voit dans Automatisation.',
  },
  no_reply: {
    en: 'Handed over, and no reply came: it may have arrived or not. Ask the client, or send it again once.',
    fr: 'Remis au serveur, resté sans réponse : il est peut-être arrivé. Demandez au client, ou renvoyez-le une fois.',
  },
  worker_died: {
    en: 'Suivi was stopped while it was leaving: it may have arrived or not. Ask the client, or send it again once.',
    fr: 'Suivi s’est arrêté pendant l’envoi : il est peut-être arrivé. Demandez au client, ou renvoyez-le une fois.',
  },
  superseded: {
    en: 'Late, and a newer email of this file said more: only the newest left.',
    fr: 'En retard, et un courriel plus récent de ce dossier en disait plus : seul le plus récent est parti.',
  },
};

/** What holds a message back, without the values that it lacks. */
export const kindOfHold = (heldReason: string | null): Message['heldReason'] =>
  HELD_REASONS.find((kind) => heldReason?.split(':')[0] === kind) ?? null;

/** Why a message does not leave, or may not have left, in words for the adviser; null when there is nothing to say. */
export function reasonOfMessage({
  heldReason,
  failure,
}: {
  heldReason: string | null;
  failure: string | null;
}): Words | null {
  if (heldReason !== null) {
    const [reason = '', names = ''] = heldReason.split(':');
    const words = HELD[reason as keyof typeof HELD] ?? HELD.by_person;
    if (reason !== 'not_known') return words;
    const list = names.split(',').join(', ');
    return { en: `${words.en} ${list}.`, fr: `${words.fr} ${list}.` };
  }
  return failure === null ? null : (FAILED[failure as keyof typeof FAILED] ?? null);
}
