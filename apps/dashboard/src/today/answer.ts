import type { WorkItem } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import type { CallOutcome, DocumentCode, PostStatus } from '@suivi/rules/vocabulary';

/** Which small form answers a task in place; `open` has none: it is answered on the file's page. */
export type Form = 'call' | 'posting' | 'trace' | 'order' | 'done' | 'open';

export function formOf({ kind, key }: Pick<WorkItem, 'kind' | 'key'>): Form {
  switch (kind) {
    case 'call_3646':
      return 'call';
    case 'registered_post':
    case 'file_appeal':
      return 'posting';
    case 'trace_post':
      return 'trace';
    case 'order_card':
      return 'order';
    case 'collect_documents':
    case 'check_documents':
    case 'choose_caisse':
      return 'open';
    case 'review_file':
      // An address is entered, not ticked off.
      return key.startsWith('review_file:caisse_address') ? 'open' : 'done';
    default:
      return 'done';
  }
}

/** What was typed into the small form. */
export type Answer = {
  on: Day;
  note: string;
  outcome?: CallOutcome;
  callBackOn?: Day | null;
  documents?: DocumentCode[];
  trackingNumber?: string;
  trace?: 'delivered' | PostStatus;
  method?: 'online' | 'post';
};

export type AnswerEvent = { type: string; [field: string]: unknown };

const text = (value: string | undefined): string | null =>
  value === undefined || value.trim() === '' ? null : value.trim();
const codes = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];

/** The event that answers a task, by the task's kind and key (contract, 6). */
export function eventOf(task: Pick<WorkItem, 'kind' | 'key' | 'payload'>, answer: Answer): AnswerEvent {
  const { on } = answer;
  const note = text(answer.note);
  const about = task.key;
  const trackingNumber = text(answer.trackingNumber);
  switch (task.kind) {
    case 'call_3646':
      return {
        type: 'call_made',
        on,
        outcome: answer.outcome,
        documents: answer.outcome === 'documents_missing' ? (answer.documents ?? []) : null,
        callBackOn: answer.outcome === 'call_back_on' ? (answer.callBackOn ?? null) : null,
        about,
        note,
      };
    case 'registered_post':
      switch (task.key.split(':')[1]) {
        case 'file':
        case 'option':
        case 'resend':
          return { type: 'file_submitted', on, method: 'registered_post', trackingNumber };
        case 'supplement':
          return {
            type: 'supplement_sent',
            on,
            method: 'registered_post',
            trackingNumber,
            documents: codes(task.payload.documents),
          };
        default:
          return { type: 'letter_sent', on, about, trackingNumber, note };
      }
    case 'file_appeal':
      return { type: 'appeal_sent', on, method: 'registered_post', trackingNumber };
    case 'trace_post': {
      const letter = typeof task.payload.trackingNumber === 'string' ? task.payload.trackingNumber : null;
      if (answer.trace === 'delivered') return { type: 'post_delivered', on, trackingNumber: letter };
      if (answer.trace === 'moving') return { type: 'task_done', on, about, note };
      return { type: 'post_tracked', on, trackingNumber: letter, status: answer.trace };
    }
    case 'office_visit':
      return { type: 'office_visited', on, about, trackingNumber: null, note };
    case 'ameli_message':
      return { type: 'ameli_message_sent', on, about, trackingNumber: null, note };
    case 'order_card':
      return { type: 'card_ordered', on, method: answer.method ?? 'online' };
    case 'submit_online':
      return { type: 'file_submitted', on, method: 'online', trackingNumber: null };
    case 'open_ameli_account':
      return { type: 'ameli_account_created', on };
    case 'declare_gp':
      return { type: 'gp_declared', on };
    default:
      return { type: 'task_done', on, about, note };
  }
}

/** A field of the form and what is wrong with it; the words are `today.fault.*`. */
export type AnswerFault = 'outcome' | 'choice' | 'day' | 'ahead' | 'callBack' | 'documents';

export function faultOf(form: Form, answer: Partial<Answer>, today: Day): AnswerFault | null {
  if (answer.on === undefined) return 'day';
  if (answer.on > today) return 'ahead';
  if (form === 'call') {
    if (answer.outcome === undefined) return 'outcome';
    if (answer.outcome === 'call_back_on' && answer.callBackOn == null) return 'callBack';
    if (answer.outcome === 'documents_missing' && (answer.documents ?? []).length === 0) return 'documents';
  }
  if (form === 'trace' && answer.trace === undefined) return 'choice';
  return null;
}
