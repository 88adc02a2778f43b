import type { Event } from '@suivi/rules/file';
import type { Words } from '@suivi/rules/vocabulary';
import { voidedIds } from '@suivi/rules/voided';

type Deed = Exclude<Event, { type: 'voided' }>;
type Rule = {
  /** What must have happened, on the same day at the latest. */
  after: (earlier: Deed) => boolean;
  /** What to do. */
  instead: Words;
};

const posted = (deed: Deed) =>
  (deed.type === 'file_submitted' || deed.type === 'supplement_sent' || deed.type === 'appeal_sent') &&
  deed.method === 'registered_post';
/** A chase by registered letter is tracked too. */
const letter = (deed: Deed) => posted(deed) || (deed.type === 'letter_sent' && deed.trackingNumber !== null);
const is =
  (...types: Deed['type'][]) =>
  (deed: Deed) =>
    types.includes(deed.type);

const NO_APPEAL = {
  en: 'No appeal was sent by that day. Record the sending first.',
  fr: 'Aucun recours n’avait été envoyé à cette date. Notez d’abord l’envoi.',
};

/** What cannot happen without its beginning. The rules read any list of events; people get told. */
const RULES: Partial<Record<Deed['type'], Rule>> = {
  post_delivered: {
    after: letter,
    instead: {
      en: 'No registered letter was posted by that day. Record the posting first.',
      fr: 'Aucun recommandé n’avait été envoyé à cette date. Notez d’abord l’envoi.',
    },
  },
  post_tracked: {
    after: letter,
    instead: {
      en: 'No registered letter was posted by that day. Record the posting first.',
      fr: 'Aucun recommandé n’avait été envoyé à cette date. Notez d’abord l’envoi.',
    },
  },
  supplement_sent: {
    after: (deed) =>
      deed.type === 'documents_requested' || (deed.type === 'call_made' && deed.outcome === 'documents_missing'),
    instead: {
      en: 'CPAM had asked for nothing by that day. Record its letter first, or the call in which it asked.',
      fr: 'La CPAM n’avait rien demandé à cette date. Notez d’abord son courrier, ou l’appel où elle l’a demandé.',
    },
  },
  appeal_sent: {
    after: is('refused'),
    instead: {
      en: 'There was no refusal by that day. Record the refusal first.',
      fr: 'Il n’y avait pas de refus à cette date. Notez d’abord le refus.',
    },
  },
  appeal_delivered: { after: is('appeal_sent'), instead: NO_APPEAL },
  appeal_decided: { after: is('appeal_sent'), instead: NO_APPEAL },
  mediator_closed: {
    after: is('mediator_accepted'),
    instead: {
      en: 'No mediator had accepted by that day. Record the acceptance first.',
      fr: 'Aucun médiateur n’avait accepté à cette date. Notez d’abord l’acceptation.',
    },
  },
  card_lost: {
    after: is('card_received'),
    instead: {
      en: 'No card had been received by that day. Record its receipt first.',
      fr: 'Aucune carte n’avait été reçue à cette date. Notez d’abord sa réception.',
    },
  },
};

/** The events that stand without what must have come before them, by id, each with what to do. */
export function disorder(events: readonly Event[]): Map<string, Words> {
  const voided = voidedIds(events);
  const standing = events.filter((event): event is Deed => event.type !== 'voided' && !voided.has(event.id));
  const found = new Map<string, Words>();
  for (const event of standing) {
    const rule = RULES[event.type];
    if (rule && !standing.some((other) => other.id !== event.id && other.on <= event.on && rule.after(other)))
      found.set(event.id, rule.instead);
  }
  return found;
}
