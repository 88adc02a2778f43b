import type { BulkEvent } from '@suivi/contracts/bulk';
import { containsNir } from '@suivi/rules/numbers/nir';
import type { Day } from '@suivi/rules/calendar/days';
import type { CallOutcome, DocumentCode } from '@suivi/rules/vocabulary';
import type { Action } from './queries.ts';

/** What is typed, whatever the event. */
export type Draft = {
  type: BulkEvent;
  on: Day | null;
  document: DocumentCode | null;
  documents: DocumentCode[];
  outcome: CallOutcome | null;
  callBackOn: Day | null;
  replyBy: Day | null;
  method: 'online' | 'post';
  note: string;
};

export type Field = 'document' | 'documents' | 'outcome' | 'callBackOn' | 'replyBy' | 'method' | 'note';

const FIELDS: Partial<Record<BulkEvent, readonly Field[]>> = {
  document_received: ['document'],
  document_verified: ['document'],
  documents_requested: ['documents', 'replyBy'],
  call_made: ['outcome', 'callBackOn', 'documents', 'note'],
  office_visited: ['note'],
  ameli_message_sent: ['note'],
  card_ordered: ['method'],
  withdrawn: ['note'],
};

/** What an event asks for, beside its day. */
export function fieldsOf({ type, outcome }: Pick<Draft, 'type' | 'outcome'>): readonly Field[] {
  return (FIELDS[type] ?? []).filter((field) => {
    if (type !== 'call_made') return true;
    if (field === 'callBackOn') return outcome === 'call_back_on';
    return field !== 'documents' || outcome === 'documents_missing';
  });
}

/** The action that a draft stands for; null while something is missing, or must not leave the browser. */
export function actionOf(draft: Draft, today: Day): Extract<Action, { kind: 'record' }> | null {
  const { type, on, note } = draft;
  const fields = fieldsOf(draft);
  if (on === null || on > today || containsNir(note)) return null;
  const missing: Partial<Record<Field, boolean>> = {
    document: draft.document === null,
    outcome: draft.outcome === null,
    callBackOn: draft.callBackOn === null,
    documents: type === 'call_made' && draft.documents.length === 0,
  };
  if (fields.some((field) => missing[field])) return null;
  const said: Record<Field, Record<string, unknown>> = {
    document: { document: draft.document },
    documents: { documents: draft.documents },
    outcome: { outcome: draft.outcome },
    callBackOn: { callBackOn: draft.callBackOn },
    replyBy: { replyBy: draft.replyBy },
    method: { method: draft.method },
    note: type === 'withdrawn' ? { reason: note.trim() || null } : { note: note.trim() || null },
  };
  return { kind: 'record', event: Object.assign({ type, on }, ...fields.map((field) => said[field])) };
}
