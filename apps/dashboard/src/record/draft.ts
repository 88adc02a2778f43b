import type { Day } from '@suivi/rules/calendar/days';
import type { Applicant } from '@suivi/rules/file';
import type {
  CallOutcome,
  DocumentCode,
  EventType,
  Fault,
  PostStatus,
  SubmissionMethod,
} from '@suivi/rules/vocabulary';
import type { Facts } from '../applicant/facts.ts';
import { changesBetween } from '../applicant/facts.ts';

/** The fields of the form; which of them an event has is `FIELDS`. */
export type Field =
  | 'papers'
  | 'fault'
  | 'method'
  | 'cardMethod'
  | 'outcome'
  | 'decision'
  | 'status'
  | 'documents'
  | 'trackingNumber'
  | 'callBackOn'
  | 'replyBy'
  | 'validUntil'
  | 'notifiedOn'
  | 'number'
  | 'facts'
  | 'about'
  | 'voids'
  | 'note'
  | 'reason';

/** What is typed, whatever the type: changing the type loses nothing. */
export type Draft = {
  type: EventType;
  on: Day | null;
  history: boolean;
  /** Papers as `code`, a child's as `code:member`. */
  papers: string[];
  fault: Fault | null;
  method: SubmissionMethod;
  cardMethod: 'online' | 'post';
  outcome: CallOutcome | null;
  decision: 'accepted' | 'rejected' | null;
  status: PostStatus | null;
  documents: DocumentCode[];
  trackingNumber: string;
  callBackOn: Day | null;
  replyBy: Day | null;
  validUntil: Day | null;
  notifiedOn: Day | null;
  facts: Facts;
  about: string | null;
  voids: string | null;
  note: string;
};

/** What each event of the contract asks for, beside its day. */
export const FIELDS: Record<EventType, readonly Field[]> = {
  applicant_changed: ['facts'],
  document_received: ['papers', 'validUntil'],
  document_verified: ['papers', 'validUntil'],
  document_rejected: ['papers', 'fault', 'note'],
  file_submitted: ['method', 'trackingNumber'],
  post_tracked: ['status', 'trackingNumber'],
  post_delivered: ['trackingNumber'],
  documents_requested: ['documents', 'replyBy'],
  supplement_sent: ['documents', 'method', 'trackingNumber'],
  provisional_number_received: ['number'],
  social_security_number_received: ['number'],
  attestation_received: ['validUntil'],
  photo_requested: [],
  card_ordered: ['cardMethod'],
  card_received: [],
  card_lost: [],
  ameli_account_created: [],
  gp_declared: [],
  call_made: ['outcome', 'callBackOn', 'documents', 'about', 'note'],
  office_visited: ['about', 'note'],
  ameli_message_sent: ['about', 'note'],
  letter_sent: ['about', 'trackingNumber', 'note'],
  task_done: ['about', 'note'],
  refused: ['notifiedOn', 'reason'],
  appeal_sent: ['method', 'trackingNumber'],
  appeal_delivered: [],
  mediator_accepted: [],
  mediator_closed: [],
  appeal_decided: ['decision'],
  withdrawn: ['reason'],
  voided: ['voids'],
};

/** Some fields follow from another: the day of a call back, the papers that CPAM misses, the number of a letter. */
export function fieldsOf({ type, outcome, method, papers }: Draft): readonly Field[] {
  return FIELDS[type].filter((field) => {
    if (field === 'callBackOn') return outcome === 'call_back_on';
    if (field === 'documents' && type === 'call_made') return outcome === 'documents_missing';
    if (field === 'trackingNumber' && FIELDS[type].includes('method')) return method === 'registered_post';
    if (field === 'validUntil' && FIELDS[type].includes('papers')) return papers.length === 1;
    return true;
  });
}

/** The contract's event, without its id. */
export type EventSent = { type: EventType; [field: string]: unknown };
const orNull = (text: string): string | null => text.trim() || null;

/** The events that a draft records: one, or one for each paper. `applicant`: what is known before. */
export function eventsOf(draft: Draft, applicant: Applicant): EventSent[] {
  const { type, on } = draft;
  if (type === 'voided') return [{ type, event: draft.voids ?? '' }];
  const fields = fieldsOf(draft);
  const event: EventSent = { type, on };
  const put = (field: Field, value: Record<string, unknown>) => {
    if (fields.includes(field)) Object.assign(event, value);
  };
  put('fault', { fault: draft.fault });
  put('method', { method: draft.method });
  put('cardMethod', { method: draft.cardMethod });
  put('outcome', { outcome: draft.outcome });
  put('decision', { outcome: draft.decision });
  put('status', { status: draft.status });
  put('documents', { documents: draft.documents });
  put('trackingNumber', { trackingNumber: orNull(draft.trackingNumber) });
  put('callBackOn', { callBackOn: draft.callBackOn });
  put('replyBy', { replyBy: draft.replyBy });
  put('validUntil', { validUntil: draft.validUntil });
  put('notifiedOn', { notifiedOn: draft.notifiedOn ?? on });
  put('facts', { changes: changesBetween(applicant, draft.facts) });
  put('about', { about: draft.about });
  put('note', { note: orNull(draft.note) });
  put('reason', { reason: orNull(draft.note) });
  if (!fields.includes('papers')) return [event];
  return draft.papers.map((paper) => {
    const [document, member = null] = paper.split(':');
    return { ...event, document, member };
  });
}

/** A field and what is wrong with it; the words are `record.wrong.*`. */
export type Wrong =
  | 'day'
  | 'ahead'
  | 'history'
  | 'papers'
  | 'fault'
  | 'outcome'
  | 'decision'
  | 'status'
  | 'documents'
  | 'callBackOn'
  | 'about'
  | 'voids'
  | 'facts';

/** What is missing or cannot be, by field; the server says the rest. */
export function faultsOf(
  draft: Draft,
  { today, openedOn, applicant }: { today: Day; openedOn: Day; applicant: Applicant },
): Partial<Record<Field | 'on', Wrong>> {
  const fields = fieldsOf(draft);
  const found: Partial<Record<Field | 'on', Wrong>> = {};
  const missing = (field: Field, wrong: Wrong, is: boolean) => {
    if (is && fields.includes(field)) found[field] = wrong;
  };
  if (draft.type !== 'voided') {
    if (draft.on === null) found.on = 'day';
    else if (draft.on > today) found.on = 'ahead';
    else if (draft.on < openedOn && !draft.history) found.on = 'history';
  }
  missing('papers', 'papers', draft.papers.length === 0);
  missing('fault', 'fault', draft.fault === null);
  missing('outcome', 'outcome', draft.outcome === null);
  missing('decision', 'decision', draft.decision === null);
  missing('status', 'status', draft.status === null);
  // CPAM's letter may name none; a call that says "missing", and what we send, do.
  missing('documents', 'documents', draft.documents.length === 0 && draft.type !== 'documents_requested');
  missing('callBackOn', 'callBackOn', draft.callBackOn === null);
  missing('about', 'about', draft.about === null && draft.type === 'task_done');
  missing('voids', 'voids', draft.voids === null);
  missing('facts', 'facts', Object.keys(changesBetween(applicant, draft.facts)).length === 0);
  return found;
}

/** The form's field for a path that the server names (`event.on`); null: it belongs to the form as a whole. */
export function fieldAt(path: string, draft: Draft): Field | 'on' | `facts.${string}` | null {
  const [, name = '', ...rest] = path.split('.');
  if (name === 'on') return 'on';
  if (name === 'changes') return `facts.${rest.join('.')}`;
  const fields = fieldsOf(draft);
  const by: Record<string, readonly Field[]> = {
    document: ['papers'],
    member: ['papers'],
    method: ['method', 'cardMethod'],
    outcome: ['outcome', 'decision'],
    reason: ['reason'],
    event: ['voids'],
  };
  return (by[name] ?? [name as Field]).find((field) => fields.includes(field)) ?? null;
}
