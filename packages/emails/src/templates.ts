import type { EmailTemplate } from '@suivi/rules/vocabulary';
import { appealAccepted } from './appeal-accepted.ts';
import { appealSent } from './appeal-sent.ts';
import { cardDelivered } from './card-delivered.ts';
import { cardLate } from './card-late.ts';
import { cardOrdered } from './card-ordered.ts';
import { cardToOrder } from './card-to-order.ts';
import { coverEnds } from './cover-ends.ts';
import { documentToRedo } from './document-to-redo.ts';
import { documentsReminder } from './documents-reminder.ts';
import { documentsRequested } from './documents-requested.ts';
import { fileReceived } from './file-received.ts';
import { fileSubmitted } from './file-submitted.ts';
import { numberEndsSoon } from './number-ends-soon.ts';
import { numberIssued } from './number-issued.ts';
import { numberPending } from './number-pending.ts';
import { optionEndsSoon } from './option-ends-soon.ts';
import { permitEnds } from './permit-ends.ts';
import { readyToSubmit } from './ready-to-submit.ts';
import { receiptMissing } from './receipt-missing.ts';
import { refused } from './refused.ts';
import { rightsOpen } from './rights-open.ts';
import { stillWaiting } from './still-waiting.ts';
import { takenOver } from './taken-over.ts';
import { tooEarly } from './too-early.ts';
import { welcome } from './welcome.ts';
import { withdrawn } from './withdrawn.ts';
import type { Template } from './template.ts';

/** Every email that Suivi can send, by its name in the vocabulary. */
export const templates: Record<EmailTemplate, Template> = {
  welcome,
  documents_reminder: documentsReminder,
  document_to_redo: documentToRedo,
  too_early: tooEarly,
  ready_to_submit: readyToSubmit,
  option_ends_soon: optionEndsSoon,
  file_submitted: fileSubmitted,
  file_received: fileReceived,
  still_waiting: stillWaiting,
  documents_requested: documentsRequested,
  rights_open: rightsOpen,
  number_ends_soon: numberEndsSoon,
  number_issued: numberIssued,
  card_to_order: cardToOrder,
  card_ordered: cardOrdered,
  card_late: cardLate,
  card_delivered: cardDelivered,
  refused,
  appeal_sent: appealSent,
  cover_ends: coverEnds,
  permit_ends: permitEnds,
  withdrawn,
  taken_over: takenOver,
  receipt_missing: receiptMissing,
  number_pending: numberPending,
  appeal_accepted: appealAccepted,
};
