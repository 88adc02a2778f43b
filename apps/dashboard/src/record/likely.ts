import type { EventType, Stage } from '@suivi/rules/vocabulary';
import type { AnsweredTask } from './propose.ts';
import { eventForTask } from './propose.ts';

/** Every event of the contract, as a person looks for it. */
export const GROUPS = {
  documents: ['document_received', 'document_verified', 'document_rejected'],
  post: ['file_submitted', 'post_delivered', 'post_tracked', 'supplement_sent', 'letter_sent'],
  cpam: [
    'documents_requested',
    'provisional_number_received',
    'social_security_number_received',
    'attestation_received',
    'photo_requested',
  ],
  ours: ['call_made', 'office_visited', 'ameli_message_sent', 'task_done'],
  card: ['ameli_account_created', 'gp_declared', 'card_ordered', 'card_received', 'card_lost'],
  appeal: ['refused', 'appeal_sent', 'appeal_delivered', 'mediator_accepted', 'mediator_closed', 'appeal_decided'],
  file: ['applicant_changed', 'withdrawn', 'voided'],
} as const satisfies Record<string, readonly EventType[]>;

/** What usually comes next in a stage, beside what answers a task. */
const NEXT: Record<Stage, readonly EventType[]> = {
  gathering_documents: ['document_received', 'document_verified', 'document_rejected'],
  waiting_for_eligibility: ['applicant_changed'],
  ready_to_submit: ['file_submitted'],
  submitted: ['post_delivered', 'post_tracked'],
  with_cpam: ['provisional_number_received', 'documents_requested', 'call_made'],
  documents_requested: ['document_received', 'supplement_sent'],
  rights_open: ['social_security_number_received', 'documents_requested'],
  number_issued: ['ameli_account_created', 'card_ordered', 'gp_declared'],
  card_ordered: ['card_received', 'photo_requested'],
  card_delivered: ['card_lost', 'gp_declared'],
  refused: ['appeal_sent'],
  appealing: ['appeal_delivered', 'appeal_decided', 'mediator_accepted'],
  nothing_to_file: ['applicant_changed'],
  withdrawn: [],
};

/** The events that are likely now: the answers to what is due, then what the stage waits for. */
export function likelyEvents(due: readonly Pick<AnsweredTask, 'key' | 'kind'>[], stage: Stage): EventType[] {
  return [...new Set([...due.map(eventForTask), ...NEXT[stage]])].slice(0, 5);
}
