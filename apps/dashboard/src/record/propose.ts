import { aboutFault } from '@suivi/rules/about';
import type { DocumentCode, EventType, TaskKind } from '@suivi/rules/vocabulary';

/** As much of a task as it takes to know which event answers it. */
export type AnsweredTask = { key: string; kind: TaskKind; dueOn: string; payload: Record<string, unknown> };

/** The event that most likely answers a task (contract, 6). */
export function eventForTask({ kind, key }: Pick<AnsweredTask, 'kind' | 'key'>): EventType {
  switch (kind) {
    case 'collect_documents':
      return 'document_received';
    case 'check_documents':
      return 'document_verified';
    case 'choose_caisse':
      return 'applicant_changed';
    case 'registered_post':
      switch (key.split(':')[1]) {
        case 'file':
        case 'option':
        case 'resend':
          return 'file_submitted';
        case 'supplement':
          return 'supplement_sent';
        default:
          return 'letter_sent';
      }
    case 'submit_online':
      return 'file_submitted';
    case 'trace_post':
      return 'post_delivered';
    case 'call_3646':
      return 'call_made';
    case 'office_visit':
      return 'office_visited';
    case 'ameli_message':
      return 'ameli_message_sent';
    case 'order_card':
      return 'card_ordered';
    case 'open_ameli_account':
      return 'ameli_account_created';
    case 'declare_gp':
      return 'gp_declared';
    case 'file_appeal':
      return 'appeal_sent';
    case 'review_file':
      return key.startsWith('review_file:caisse_address') ? 'applicant_changed' : 'task_done';
    default:
      return 'task_done';
  }
}

/** What the address bar asks for when a task is to be answered. */
export const askedForTask = (task: Pick<AnsweredTask, 'kind' | 'key'>): { record: EventType; about: string } => ({
  record: eventForTask(task),
  about: task.key,
});

const ANSWERS: Partial<Record<EventType, readonly TaskKind[]>> = {
  call_made: ['call_3646'],
  office_visited: ['office_visit'],
  ameli_message_sent: ['ameli_message'],
  letter_sent: ['registered_post'],
  task_done: ['review_file', 'seize_mediator', 'renew_cover', 'trace_post', 'open_ameli_account', 'declare_gp'],
};

/** The open tasks that an event may name in its `about`. */
export const answerable = <T extends Pick<AnsweredTask, 'key' | 'kind'>>(type: EventType, tasks: readonly T[]): T[] =>
  tasks.filter(({ key, kind }) => ANSWERS[type]?.includes(kind) === true && aboutFault(type, key) === null);

/** Papers that a task is about. */
export const documentsOf = ({ payload }: Pick<AnsweredTask, 'payload'>): DocumentCode[] =>
  Array.isArray(payload.documents)
    ? payload.documents.filter((code): code is DocumentCode => typeof code === 'string')
    : [];
