import type { z } from 'zod';
import type { Applicant } from '@suivi/rules/file';
import type { DocumentCode, EventType } from '@suivi/rules/vocabulary';

/** The day on which the demo begins: a Thursday, before a long weekend. */
export const DEMO_DAY = '2026-05-21';

export type DemoAdviser = 'claire' | 'idriss' | 'marianne';
export type DemoEvent = [on: string, type: EventType, more?: Record<string, unknown>];
export type DemoFile = {
  reference: string;
  name: [first: string, last: string];
  adviser: DemoAdviser;
  /** Who has taken over a task by hand, by its key. */
  assigned?: Record<string, DemoAdviser>;
  openedOn: string;
  applicant: z.input<typeof Applicant>;
  /** Every paper that is needed before the sending: when it came, when it was verified; `but` is still missing. */
  papers?: { received: string; verified?: string; but?: DocumentCode[] };
  events: DemoEvent[];
  /** What a person has put off, by the task's key. */
  snoozed?: Record<string, string>;
  /** No email address is known. */
  withoutEmail?: boolean;
  /** What became of an email, by its key, where it did not simply leave. */
  trouble?: Record<string, 'failed' | 'uncertain'>;
};

type Somebody = Partial<z.input<typeof Applicant>> & { postcode: string; city: string };

/** Somebody from outside the EU who lives here without working. */
const visitor = (country: string, arrivedOn: string, { postcode, city, ...more }: Somebody): DemoFile['applicant'] => ({
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: country,
  nationalities: [country],
  language: 'en',
  arrivedOn,
  address: { postcode, city },
  residencePermit: { kind: 'vls_ts', validatedOn: arrivedOn, validUntil: '2027-01-14' },
  birthCertificate: { country, language: 'en' },
  privateInsuranceUntil: '2027-01-14',
  ...more,
});
/** Somebody who has come to work. */
const employee = (country: string, since: string, { postcode, city, ...more }: Somebody): DemoFile['applicant'] => ({
  category: 'employee',
  birthDate: '1989-09-03',
  birthCountry: country,
  nationalities: [country],
  language: 'en',
  arrivedOn: since,
  activityStartsOn: since,
  address: { postcode, city },
  birthCertificate: { country, language: 'en' },
  ...more,
});
const permit = (validUntil = '2027-02-01') => ({ kind: 'carte_de_sejour' as const, validUntil });
const posted = (on: string, trackingNumber: string | null = null): DemoEvent => [
  on,
  'file_submitted',
  { method: 'registered_post', trackingNumber },
];
const delivered = (on: string, trackingNumber: string | null = null): DemoEvent => [
  on,
  'post_delivered',
  { trackingNumber },
];
const called = (on: string, outcome: string, more: Record<string, unknown> = {}): DemoEvent => [
  on,
  'call_made',
  { outcome, ...more },
];

const LETTER = '1A00915819773';

/** The files that the mock-ups show, and enough of every other kind. All people are invented. */
export const DEMO_FILES: DemoFile[] = [
  {
    reference: 'F-0030',
    name: ['Carol', 'Washburn'],
    adviser: 'claire',
    openedOn: '2026-02-02',
    applicant: visitor('US', '2026-01-15', {
      postcode: '24000',
      city: 'Périgueux',
      married: true,
      residencePermit: { kind: 'vls_ts', validatedOn: '2026-03-02', validUntil: '2027-01-14' },
    }),
    papers: { received: '2026-02-24', verified: '2026-03-05' },
    events: [
      posted('2026-04-16', LETTER),
      ['2026-04-17', 'post_tracked', { trackingNumber: LETTER, status: 'taken' }],
      delivered('2026-04-21', LETTER),
    ],
    trouble: { 'email:too_early:1': 'uncertain' },
  },
  {
    reference: 'F-0032',
    name: ['Priya', 'Venkataraman'],
    adviser: 'idriss',
    assigned: { 'office_visit:with_cpam:1': 'claire' },
    openedOn: '2026-03-02',
    applicant: employee('IN', '2026-02-23', {
      postcode: '59100',
      city: 'Roubaix',
      caisse: 'CPAM de Roubaix-Tourcoing',
      residencePermit: permit(),
    }),
    papers: { received: '2026-03-12', verified: '2026-03-16' },
    events: [
      posted('2026-03-30'),
      delivered('2026-04-01'),
      called('2026-05-04', 'in_progress', { about: 'call_3646:with_cpam:1' }),
    ],
  },
  {
    reference: 'F-0040',
    name: ['Maarten', 'van der Heijden'],
    adviser: 'claire',
    openedOn: '2026-03-09',
    applicant: {
      category: 'resident',
      birthDate: '1966-11-30',
      birthCountry: 'NL',
      nationalities: ['NL'],
      language: 'en',
      arrivedOn: '2026-02-01',
      address: { postcode: '33000', city: 'Bordeaux' },
      birthCertificate: { country: 'NL', language: 'nl' },
      privateInsuranceUntil: '2026-12-31',
    },
    papers: { received: '2026-05-02', verified: '2026-05-11' },
    events: [posted('2026-05-12', '1A00915820311')],
  },
  {
    reference: 'F-0026',
    name: ['Yassine', 'El Idrissi'],
    adviser: 'claire',
    snoozed: { 'collect_documents:supplement:1': '2026-05-26' },
    openedOn: '2026-01-19',
    applicant: visitor('MA', '2025-12-05', {
      postcode: '69003',
      city: 'Lyon',
      language: 'fr',
      birthCertificate: { country: 'MA', language: 'ar' },
    }),
    papers: { received: '2026-02-20', verified: '2026-03-02' },
    events: [
      posted('2026-03-09'),
      delivered('2026-03-11'),
      ['2026-04-28', 'documents_requested', { documents: ['proof_of_stable_residence'], replyBy: '2026-05-26' }],
    ],
  },
  {
    reference: 'F-0045',
    name: ['Haruka', 'Watanabe'],
    adviser: 'claire',
    openedOn: '2026-03-16',
    applicant: visitor('JP', '2026-02-20', {
      postcode: '69002',
      city: 'Lyon',
      birthCertificate: { country: 'JP', language: 'ja' },
    }),
    papers: { received: '2026-05-12', verified: '2026-05-18' },
    events: [],
  },
  {
    reference: 'F-0001',
    name: ['João', 'Gonçalves'],
    adviser: 'claire',
    openedOn: '2026-04-27',
    applicant: employee('BR', '2026-04-13', {
      postcode: '50100',
      city: 'Cherbourg-en-Cotentin',
      residencePermit: permit(),
      birthCertificate: { country: 'BR', language: 'pt' },
    }),
    papers: { received: '2026-05-04', verified: '2026-05-06', but: ['rib', 'employment_contract'] },
    events: [
      [DEMO_DAY, 'document_received', { document: 'employment_contract' }],
      [DEMO_DAY, 'document_received', { document: 'rib' }],
    ],
  },
  {
    reference: 'F-0033',
    name: ['Bruce', 'Culliver'],
    adviser: 'idriss',
    assigned: { 'call_3646:back:1': 'claire' },
    openedOn: '2026-01-12',
    applicant: visitor('AU', '2025-11-20', { postcode: '06000', city: 'Nice' }),
    papers: { received: '2026-02-10', verified: '2026-02-16' },
    events: [
      posted('2026-02-23'),
      delivered('2026-02-25'),
      ['2026-04-29', 'provisional_number_received'],
      called('2026-05-12', 'call_back_on', { callBackOn: DEMO_DAY }),
    ],
  },
  {
    reference: 'F-0038',
    name: ['Maude', 'Bélanger'],
    adviser: 'claire',
    openedOn: '2025-12-08',
    applicant: visitor('CA', '2025-10-01', {
      postcode: '83000',
      city: 'Toulon',
      language: 'fr',
      birthCertificate: { country: 'CA', language: 'fr' },
    }),
    papers: { received: '2026-01-06', verified: '2026-01-12' },
    events: [
      posted('2026-01-14'),
      delivered('2026-01-16'),
      ['2026-03-20', 'provisional_number_received'],
      ['2026-05-13', 'social_security_number_received'],
      ['2026-05-18', 'task_done', { about: 'open_ameli_account:1', note: 'She prefers to do it by post.' }],
      [DEMO_DAY, 'photo_requested'],
    ],
  },
  {
    reference: 'F-0022',
    name: ['Åsa', 'Ångström'],
    adviser: 'claire',
    openedOn: '2026-03-30',
    applicant: employee('SE', '2026-03-23', {
      postcode: '33200',
      city: 'Bordeaux',
      birthCertificate: { country: 'SE', language: 'sv' },
    }),
    papers: { received: '2026-04-08', verified: '2026-04-13' },
    events: [posted('2026-04-20'), delivered('2026-04-22')],
  },
  {
    reference: 'F-0014',
    name: ['Conceição', 'Gonçalves'],
    adviser: 'claire',
    openedOn: '2025-12-01',
    applicant: employee('PT', '2025-11-24', {
      postcode: '16000',
      city: 'Angoulême',
      birthCertificate: { country: 'PT', language: 'pt' },
    }),
    papers: { received: '2025-12-10', verified: '2025-12-12' },
    events: [
      posted('2025-12-15'),
      delivered('2025-12-17'),
      ['2026-02-10', 'provisional_number_received'],
      ['2026-04-24', 'social_security_number_received'],
      ['2026-05-07', 'ameli_account_created'],
      ['2026-05-08', 'card_ordered', { method: 'online' }],
      ['2026-05-15', 'gp_declared'],
    ],
  },
  {
    reference: 'F-0006',
    name: ['Annegret', 'Müller-Lüdenscheidt'],
    adviser: 'idriss',
    assigned: { 'review_file:documents:1': 'claire' },
    snoozed: { 'collect_documents:1': '2026-06-02' },
    openedOn: '2026-03-23',
    applicant: {
      category: 'resident',
      birthDate: '1958-07-21',
      birthCountry: 'DE',
      nationalities: ['DE'],
      language: 'en',
      arrivedOn: '2025-11-01',
      address: { postcode: '06400', city: 'Cannes' },
      privateInsuranceUntil: '2026-09-30',
    },
    papers: {
      received: '2026-03-23',
      verified: '2026-03-23',
      but: ['rib', 'proof_of_address', 'proof_of_stable_residence', 'birth_certificate', 'means_and_cover'],
    },
    events: [],
  },
  {
    reference: 'F-0053',
    name: ['Bronwen', 'Featherstonehaugh-Lloyd'],
    adviser: 'claire',
    snoozed: { 'collect_documents:1': '2026-05-27' },
    openedOn: '2026-05-04',
    applicant: employee('GB', '2026-04-20', { postcode: '69006', city: 'Lyon', residencePermit: permit('2028-03-31') }),
    papers: { received: '2026-05-11', verified: '2026-05-13', but: ['rib', 'employment_contract', 'identity'] },
    events: [['2026-05-20', 'document_received', { document: 'identity', validUntil: '2031-09-03' }]],
  },
  {
    reference: 'F-0004',
    name: ['Nigel', 'Ap Rhys'],
    adviser: 'claire',
    openedOn: '2026-03-20',
    applicant: visitor('GB', '2026-02-27', { postcode: '24100', city: 'Bergerac' }),
    papers: { received: '2026-05-14', verified: '2026-05-18' },
    events: [],
  },
  {
    reference: 'F-0041',
    name: ['Gordon', 'Bélanger'],
    adviser: 'marianne',
    snoozed: { 'review_file:appeal:1': '2026-05-29' },
    openedOn: '2025-11-17',
    applicant: visitor('CA', '2025-10-20', { postcode: '16100', city: 'Cognac' }),
    papers: { received: '2026-01-20', verified: '2026-01-23' },
    events: [
      posted('2026-01-26'),
      delivered('2026-01-28'),
      ['2026-04-14', 'refused', { notifiedOn: '2026-04-13', reason: 'Stable residence not shown.' }],
    ],
  },
  {
    reference: 'F-0207',
    name: ['Denise', 'Washington-Ives'],
    adviser: 'claire',
    openedOn: '2025-12-15',
    applicant: employee('US', '2025-12-01', { postcode: '97400', city: 'Saint-Denis', residencePermit: permit() }),
    papers: { received: '2026-01-05', verified: '2026-01-07' },
    events: [posted('2026-01-12'), delivered('2026-01-19'), ['2026-03-02', 'provisional_number_received']],
  },
  {
    reference: 'F-0031',
    name: ['Arjun', 'Venkataraman'],
    adviser: 'claire',
    openedOn: '2025-09-15',
    applicant: employee('IN', '2025-09-01', {
      postcode: '59200',
      city: 'Tourcoing',
      caisse: 'CPAM de Roubaix-Tourcoing',
      residencePermit: permit(),
    }),
    papers: { received: '2025-09-26', verified: '2025-09-29' },
    events: [
      posted('2025-10-01'),
      delivered('2025-10-03'),
      ['2025-12-08', 'provisional_number_received'],
      ['2026-03-30', 'social_security_number_received'],
      ['2026-04-08', 'ameli_account_created'],
      ['2026-04-10', 'gp_declared'],
      ['2026-04-13', 'card_ordered', { method: 'online' }],
      [DEMO_DAY, 'card_received'],
    ],
  },
];
