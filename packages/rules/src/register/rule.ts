import type { SourceId } from '../citations/citations.ts';
import type { DisagreementId } from '../citations/disagreements.ts';
import type {
  Category,
  DeadlineKind,
  DocumentCode,
  EmailTemplate,
  TaskKind,
  WarningCode,
  Words,
} from '../vocabulary.ts';

/** The parts of the register, in the order in which a file meets them. */
export const AREAS = [
  'documents',
  'when',
  'caisse',
  'gathering',
  'sending',
  'waiting',
  'requests',
  'rights',
  'card',
  'refusal',
  'ends',
  'record',
  'guidance',
] as const;
export type Area = (typeof AREAS)[number];

export const areaName: Record<Area, Words> = {
  documents: { en: 'Documents', fr: 'Pièces' },
  when: { en: 'When to send', fr: 'Quand envoyer' },
  caisse: { en: 'Where to send', fr: 'Où envoyer' },
  gathering: { en: 'Gathering documents', fr: 'Réunir les pièces' },
  sending: { en: 'Sending', fr: 'Envoi' },
  waiting: { en: 'Waiting and chasing', fr: 'Attente et relances' },
  requests: { en: 'Documents CPAM asks for', fr: 'Pièces demandées par la CPAM' },
  rights: { en: 'Rights and number', fr: 'Droits et numéro' },
  card: { en: 'Carte Vitale', fr: 'Carte Vitale' },
  refusal: { en: 'Refusal and appeal', fr: 'Refus et recours' },
  ends: { en: 'What ends', fr: 'Ce qui prend fin' },
  record: { en: 'What is recorded', fr: 'Ce qui est noté' },
  guidance: { en: 'Guidance', fr: 'Repères' },
};

/** What a rule sets off: a paper, a warning, an answer of the plan, or the head of the keys of what it lists. */
export type Made =
  | 'document'
  | `document:${DocumentCode}`
  | `warning:${WarningCode}`
  | 'eligibility'
  | 'caisse'
  | TaskKind
  | `${TaskKind}:${string}`
  | `email:${EmailTemplate}`
  | 'email:documents_reminder:supplement'
  | `deadline:${DeadlineKind}`;

/** A rule of the product, for people. It stands on at least one source: one without does not compile. */
export type Rule = {
  id: string;
  area: Area;
  title: Words;
  /** In two sentences at most. A playbook setting in braces is filled in with the agency's number. */
  says: Words;
  /** The first is the one that is followed. */
  sources: readonly [SourceId, ...SourceId[]];
  /** The points on which sources differ. */
  differs?: readonly DisagreementId[];
  makes: readonly Made[];
  /** Where the category alone decides: it concerns every file of these, until it is sent. */
  categories?: readonly Category[];
};

export const words = (en: string, fr: string): Words => ({ en, fr });
