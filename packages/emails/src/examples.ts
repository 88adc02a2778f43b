import type { Day } from '@suivi/rules/calendar/days';
import type { EmailCause } from '@suivi/rules/emails/payloads';
import type { Event } from '@suivi/rules/file';
import type { Plan, PlannedDocument, PlannedTask } from '@suivi/rules/plan-types';
import type { DocumentCode, Language, TaskKind } from '@suivi/rules/vocabulary';
import type { EmailInput } from './email-input.ts';

/** Invented clients' emails: one for each text that Suivi can send. Tests read them; so does a look at the layout. */

const d = (day: string) => day as Day;
const trackingNumber = '1A 234 567 8901 2';
const supplement = { supplementDay: d('2026-05-18'), replyDay: d('2026-05-22') };

/** Each variant of each template, and each flag that changes a text. */
export const exampleCauses: EmailCause[] = [
  { template: 'welcome', payload: { variant: 'documents' } },
  { template: 'welcome', payload: { variant: 'nothing' } },
  { template: 'welcome', payload: { variant: 'ehic' } },
  { template: 'documents_reminder', payload: { variant: 'gathering', third: false } },
  { template: 'documents_reminder', payload: { variant: 'gathering', third: true } },
  { template: 'documents_reminder', payload: { variant: 'returned', third: false } },
  {
    template: 'documents_reminder',
    payload: {
      variant: 'requested',
      third: false,
      requestDay: d('2026-04-22'),
      documents: ['birth_certificate', 'rib'],
      ...supplement,
    },
  },
  {
    template: 'document_to_redo',
    payload: {
      variant: 'one',
      requested: false,
      rejected: [{ document: 'birth_certificate', member: null, fault: 'incomplete' }],
    },
  },
  {
    template: 'document_to_redo',
    payload: {
      variant: 'several',
      requested: true,
      ...supplement,
      rejected: [
        { document: 'rib', member: null, fault: 'incorrect' },
        { document: 'child_identity', member: 'c1', fault: 'outdated' },
      ],
    },
  },
  {
    template: 'too_early',
    payload: { variant: 'residence', arrivedDay: d('2026-01-10'), earliestDay: d('2026-04-13') },
  },
  { template: 'too_early', payload: { variant: 'visa', earliestDay: d('2026-06-08') } },
  { template: 'too_early', payload: { variant: 'start', startDay: d('2026-05-01'), earliestDay: d('2026-05-04') } },
  { template: 'too_early', payload: { variant: 'unknown', missingFact: 'arrival' } },
  { template: 'too_early', payload: { variant: 'unknown', missingFact: 'visa' } },
  { template: 'ready_to_submit', payload: { variant: 'post', earliestDay: d('2026-04-22') } },
  { template: 'ready_to_submit', payload: { variant: 'online', earliestDay: d('2026-04-22') } },
  {
    template: 'option_ends_soon',
    payload: { variant: 'usual', startDay: d('2026-02-12'), optionDay: d('2026-05-12') },
  },
  ...(['first', 'returned', 'not_found', 'option'] as const).map((variant): EmailCause => ({
    template: 'file_submitted',
    payload: { variant, sentDay: d('2026-04-21'), trackingNumber },
  })),
  {
    template: 'file_submitted',
    payload: { variant: 'refused', sentDay: d('2026-04-21'), trackingNumber, appealDay: d('2026-05-30') },
  },
  { template: 'receipt_missing', payload: { variant: 'usual', sentDay: d('2026-03-24') } },
  ...(['receipt', 'signed', 'online', 'appointment', 'supplement', 'resent'] as const).map((variant): EmailCause => ({
    template: 'file_received',
    payload: { variant, deliveredDay: d('2026-04-21') },
  })),
  { template: 'file_received', payload: { variant: 'shown', shownDay: d('2026-04-21') } },
  { template: 'file_received', payload: { variant: 'appeal', decisionDay: d('2026-04-21') } },
  ...[1, 2, 3, 4, 5, 6].map((n): EmailCause => ({
    template: 'still_waiting',
    payload: { variant: 'receipt', n, last: n === 6, deliveredDay: d('2026-03-20') },
  })),
  {
    template: 'still_waiting',
    payload: { variant: 'shown', n: 1, last: false, sentDay: d('2026-03-02'), shownDay: d('2026-03-20') },
  },
  {
    template: 'still_waiting',
    payload: { variant: 'supplement', n: 3, last: false, supplementDeliveredDay: d('2026-03-20') },
  },
  ...(['letter', 'phone', 'unnamed', 'more'] as const).map((variant): EmailCause => ({
    template: 'documents_requested',
    payload: {
      variant,
      usual: variant === 'phone',
      requestDay: d('2026-04-21'),
      documents: variant === 'unnamed' ? [] : ['birth_certificate', 'rib'],
      ...supplement,
    },
  })),
  {
    template: 'rights_open',
    payload: { variant: 'number', rightsDay: d('2026-04-21'), provisionalEndsDay: d('2027-01-21') },
  },
  { template: 'rights_open', payload: { variant: 'attestation', rightsDay: d('2026-04-21') } },
  ...([1, 2] as const).map((n): EmailCause => ({
    template: 'number_pending',
    payload: { variant: 'usual', n, rightsDay: d('2026-01-22'), provisionalEndsDay: d('2026-10-22') },
  })),
  {
    template: 'number_ends_soon',
    payload: { variant: 'usual', rightsDay: d('2025-08-21'), provisionalEndsDay: d('2026-05-21') },
  },
  { template: 'number_issued', payload: { variant: 'usual', numberDay: d('2026-04-21') } },
  { template: 'card_to_order', payload: { variant: 'account', numberDay: d('2026-04-01') } },
  { template: 'card_to_order', payload: { variant: 'letter', photoDay: d('2026-04-21') } },
  { template: 'card_to_order', payload: { variant: 'lost', lostDay: d('2026-04-21') } },
  { template: 'card_ordered', payload: { variant: 'online', orderDay: d('2026-04-21') } },
  { template: 'card_ordered', payload: { variant: 'post', orderDay: d('2026-04-21') } },
  { template: 'card_late', payload: { variant: 'usual', orderDay: d('2026-04-01') } },
  { template: 'card_delivered', payload: { variant: 'usual', cardDay: d('2026-04-21'), eraseDay: d('2026-05-21') } },
  { template: 'refused', payload: { variant: 'refusal', refusalDay: d('2026-04-20'), appealDay: d('2026-06-20') } },
  { template: 'refused', payload: { variant: 'appeal', decisionDay: d('2026-04-20'), courtDay: d('2026-06-20') } },
  { template: 'appeal_sent', payload: { variant: 'usual', appealSentDay: d('2026-04-21') } },
  { template: 'appeal_accepted', payload: { variant: 'usual', decisionDay: d('2026-04-21') } },
  { template: 'cover_ends', payload: { variant: 'usual', coverDay: d('2026-05-22') } },
  { template: 'permit_ends', payload: { variant: 'filed', permitDay: d('2026-07-21') } },
  { template: 'permit_ends', payload: { variant: 'before', permitDay: d('2026-07-21') } },
  { template: 'withdrawn', payload: { variant: 'usual', withdrawnDay: d('2026-04-21'), eraseDay: d('2026-05-21') } },
  { template: 'taken_over', payload: { variant: 'usual' } },
];

const because = { en: '', fr: '' };
const source = 'playbook';

const task = (key: string, dueOn: string): PlannedTask => ({
  key,
  kind: (key.split(':')[0] ?? '') as TaskKind,
  dueOn: d(dueOn),
  because,
  source,
  payload: {},
});

/** A paper as a plan lists it; missing and needed for submission unless told otherwise. */
export const examplePaper = (code: DocumentCode, more: Partial<PlannedDocument> = {}): PlannedDocument => ({
  code,
  member: null,
  need: 'required',
  neededFor: 'submission',
  status: 'missing',
  availableOn: null,
  because,
  source,
  ...more,
});

export const examplePlan: Plan = {
  file: 'F-0001',
  today: d('2026-04-22'),
  rulesVersion: '2026.5',
  stage: 'with_cpam',
  progress: { step: 3, of: 7 },
  route: 'post',
  caisse: { status: 'known', department: '24', shortName: 'CPAM de Dordogne', because, source },
  eligibility: { status: 'eligible', earliestSubmissionOn: d('2026-04-13'), because, source },
  documents: [
    examplePaper('identity', { status: 'verified' }),
    examplePaper('birth_certificate'),
    examplePaper('rib', { status: 'rejected' }),
    examplePaper('proof_of_stable_residence', { status: 'not_yet' }),
    examplePaper('child_identity', { need: 'not_needed' }),
    examplePaper('child_identity', { member: 'c1' }),
  ],
  tasks: [
    task('call_3646:with_cpam:1', '2026-05-21'),
    task('office_visit:with_cpam:1', '2026-06-05'),
    task('registered_post:chase:1', '2026-06-22'),
    task('seize_mediator:with_cpam:1', '2026-07-22'),
    task('review_file:with_cpam:1', '2026-08-21'),
  ],
  emails: [],
  deadlines: [],
  warnings: [],
  nextReviewOn: d('2026-05-21'),
};

const call = { type: 'call_made', documents: null, callBackOn: null, about: null, note: null } as const;

export const exampleEvents: Event[] = [
  { ...call, id: 'e1', on: d('2026-04-20'), outcome: 'no_answer' },
  { ...call, id: 'e2', on: d('2026-04-21'), outcome: 'call_back_on', callBackOn: d('2026-05-21') },
  {
    id: 'e3',
    type: 'document_rejected',
    on: d('2026-04-22'),
    document: 'birth_certificate',
    member: null,
    fault: 'incomplete',
    note: 'The second page is missing.',
  },
];

/** Everything the moment of sending knows about an invented client. */
export const exampleInput = (email: EmailCause, language: Language, more: Partial<EmailInput> = {}): EmailInput => ({
  email,
  language,
  plan: examplePlan,
  applicant: { category: 'resident', privateInsuranceUntil: d('2027-01-09') },
  events: exampleEvents,
  lastEmail: { template: 'file_received', on: d('2026-03-23') },
  today: d('2026-04-22'),
  people: {
    firstName: 'Carol',
    adviserName: 'Claire Fontanel',
    adviserPhone: '05 00 00 00 00',
    agencyName: 'Passerelle Relocation',
  },
  memberNames: { c1: 'Emma' },
  ...more,
});
