import { TASK_KINDS, type EventType, type TaskKind } from './vocabulary.ts';

/** Which kinds of task an event may name in its `about`. */
const ANSWERS: Partial<Record<EventType, readonly TaskKind[]>> = {
  call_made: ['call_3646'],
  office_visited: ['office_visit'],
  ameli_message_sent: ['ameli_message'],
  letter_sent: ['registered_post'],
  task_done: ['review_file', 'seize_mediator', 'renew_cover', 'trace_post', 'open_ameli_account', 'declare_gp'],
};

/** These are sent, not answered: `file_submitted` and `supplement_sent` say so. */
const SENT = new Set(['file', 'option', 'supplement', 'resend']);

/**
 * What is wrong with an event's `about`, or null. A key that names no task there ever was is no fault:
 * the event then answers nothing.
 */
export function aboutFault(type: EventType, about: string): string | null {
  const [kind, what = ''] = about.split(':');
  const answered = ANSWERS[type];
  const known = TASK_KINDS.find((task) => task === kind);
  if (answered === undefined || known === undefined) return null;
  if (!answered.includes(known))
    return `This event does not answer a task of the kind ${known}. It can name: ${answered.join(', ')}.`;
  if (type === 'letter_sent' && SENT.has(what))
    return what === 'supplement'
      ? 'The documents asked for are sent, not answered: record supplement_sent.'
      : 'The file is sent, not answered: record file_submitted.';
  if (known === 'review_file' && what === 'caisse_address')
    return 'The address answers this task: record applicant_changed with caisseAddress.';
  return null;
}
