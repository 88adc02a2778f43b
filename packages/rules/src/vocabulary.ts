/** The fixed vocabulary: the codes that rules, database, API, screens and emails share. Lists are in the order of the contract. */

export const CATEGORIES = [
  'employee',
  'self_employed',
  'resident',
  's1_holder',
  'posted_worker',
  'student',
  'family_member',
  'job_seeker',
  'frontier_worker',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const PERMIT_KINDS = [
  'vls_ts',
  'visa_long_stay',
  'carte_de_sejour',
  'talent',
  'recepisse',
  'withdrawal_agreement',
  'algerian_certificate',
] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

export const DOCUMENTS = [
  'application_form',
  'identity',
  'residence_permit',
  'birth_certificate',
  'birth_certificate_translation',
  'apostille',
  'rib',
  'proof_of_address',
  'proof_of_stable_residence',
  'employment_contract',
  'business_registration',
  'nomination_order',
  'enrolment_certificate',
  's1_form',
  's1_refusal',
  'a1_certificate',
  'ehic',
  'means_and_cover',
  'marriage_certificate',
  'family_reunification_proof',
  'relative_attestation',
  'child_birth_certificate',
  'child_identity',
  'photo',
  'gp_declaration',
] as const;
export type DocumentCode = (typeof DOCUMENTS)[number];

export const EVENT_TYPES = [
  'applicant_changed',
  'document_received',
  'document_verified',
  'document_rejected',
  'file_submitted',
  'post_tracked',
  'post_delivered',
  'documents_requested',
  'supplement_sent',
  'provisional_number_received',
  'social_security_number_received',
  'attestation_received',
  'photo_requested',
  'card_ordered',
  'card_received',
  'card_lost',
  'ameli_account_created',
  'gp_declared',
  'call_made',
  'office_visited',
  'ameli_message_sent',
  'letter_sent',
  'task_done',
  'refused',
  'appeal_sent',
  'appeal_delivered',
  'mediator_accepted',
  'mediator_closed',
  'appeal_decided',
  'withdrawn',
  'voided',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const FAULTS = ['incomplete', 'incorrect', 'outdated'] as const;
export type Fault = (typeof FAULTS)[number];

export const SUBMISSION_METHODS = ['registered_post', 'appointment', 'online'] as const;
export type SubmissionMethod = (typeof SUBMISSION_METHODS)[number];

export const POST_STATUSES = ['taken', 'moving', 'at_counter', 'returned', 'undeliverable'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export const CALL_OUTCOMES = [
  'no_answer',
  'in_progress',
  'not_found',
  'documents_missing',
  'processed',
  'call_back_on',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const STAGES = [
  'withdrawn',
  'appealing',
  'refused',
  'documents_requested',
  'card_delivered',
  'card_ordered',
  'number_issued',
  'rights_open',
  'with_cpam',
  'submitted',
  'nothing_to_file',
  'gathering_documents',
  'waiting_for_eligibility',
  'ready_to_submit',
] as const;
export type Stage = (typeof STAGES)[number];

export const TASK_KINDS = [
  'collect_documents',
  'check_documents',
  'choose_caisse',
  'registered_post',
  'submit_online',
  'trace_post',
  'call_3646',
  'office_visit',
  'ameli_message',
  'order_card',
  'open_ameli_account',
  'declare_gp',
  'file_appeal',
  'seize_mediator',
  'renew_cover',
  'review_file',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const EMAIL_TEMPLATES = [
  'welcome',
  'taken_over',
  'documents_reminder',
  'document_to_redo',
  'too_early',
  'ready_to_submit',
  'option_ends_soon',
  'file_submitted',
  'receipt_missing',
  'file_received',
  'still_waiting',
  'documents_requested',
  'rights_open',
  'number_pending',
  'number_ends_soon',
  'number_issued',
  'card_to_order',
  'card_ordered',
  'card_late',
  'card_delivered',
  'refused',
  'appeal_sent',
  'appeal_accepted',
  'cover_ends',
  'permit_ends',
  'withdrawn',
] as const;
export type EmailTemplate = (typeof EMAIL_TEMPLATES)[number];

export const DEADLINE_KINDS = [
  'reply_to_cpam',
  'silence',
  'appeal',
  'appeal_silence',
  'court',
  'provisional_number_ends',
  'swiss_option',
  'permit_ends',
  'cover_ends',
  'document_expires',
  'erase_papers',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const WARNINGS = [
  'outcome_uncertain',
  'contribution_possible',
  'family_route_override',
  'sources_disagree',
  'coverage_gap',
  'permit_ends',
  'permit_not_validated',
  'wrong_form',
  'submitted_too_early',
  'tracking_check_digit',
  'tracking_unknown',
  'duplicate_event',
] as const;
export type WarningCode = (typeof WARNINGS)[number];

/** What is written on paper. `mandate` and `lost_card` are signed by the client and answer no task. */
export const LETTER_TEMPLATES = [
  'first_file',
  'supplement',
  'chase',
  'resend',
  'civil_status',
  'card',
  'appeal',
  'mediator',
  'option',
  'mandate',
  'lost_card',
] as const;
export type LetterTemplate = (typeof LETTER_TEMPLATES)[number];

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence for a person, in both languages. */
export type Words = Record<Language, string>;
