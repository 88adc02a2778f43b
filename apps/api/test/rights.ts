import type { Role } from '@suivi/contracts/me';

/** What a request of the rights test speaks of: things of one agency, whoever asks. */
export type Things = {
  fileId: string;
  taskId: string;
  messageId: string;
  importId: string;
  rehearsalId: string;
  paperId: string;
  receiptId: string;
  viewId: string;
  noteId: string;
  personId: string;
  member: string;
  version: number;
};
export type Rights = {
  /** Who may; everybody else is refused by role. */
  roles: Role[];
  /** A request that could succeed. */
  body?: (things: Things) => unknown;
  /** What stands behind its path. */
  query?: string;
  /** It names a thing of the agency: to another agency's people there is none. */
  ofAgency?: boolean;
};

const ALL_FILES = {
  q: '',
  stage: [],
  category: [],
  caisse: [],
  adviser: [],
  concern: [],
  state: 'open',
  sort: 'due',
  direction: 'asc',
  columns: ['stage'],
};

const members: Role[] = ['adviser', 'lead', 'admin'];
const everybody: Role[] = [...members, 'operator'];

const absence = () => ({ from: '2026-05-21', to: '2026-05-28', substitute: null });

/** Every route of the API, and who may call it. A route that is not here fails the rights test. */
export const RIGHTS: Record<string, Rights> = {
  'GET /api/me': { roles: everybody },
  'PATCH /api/me': { roles: everybody, body: () => ({ language: 'en' }) },
  'GET /api/members': { roles: members },
  'GET /api/work': { roles: members },
  'POST /api/tasks/{taskId}/snooze': { roles: members, ofAgency: true, body: () => ({ until: null }) },
  'POST /api/tasks/{taskId}/assign': { roles: members, ofAgency: true, body: () => ({ assignee: null }) },
  'PUT /api/me/absence': { roles: members, body: absence },
  'DELETE /api/me/absence': { roles: members },
  'PUT /api/members/{personId}/absence': { roles: ['lead', 'admin'], ofAgency: true, body: absence },
  'DELETE /api/members/{personId}/absence': { roles: ['lead', 'admin'], ofAgency: true },
  'GET /api/members/{personId}/workload': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/presence': { roles: members, ofAgency: true, body: () => ({ doing: 'looking' }) },
  'GET /api/files/{fileId}/notes': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/notes': {
    roles: members,
    ofAgency: true,
    body: () => ({ id: crypto.randomUUID(), text: 'Ring the bell twice.' }),
  },
  'PATCH /api/notes/{noteId}': { roles: members, ofAgency: true, body: () => ({ text: 'Ring once.', revision: 0 }) },
  'DELETE /api/notes/{noteId}': { roles: members, ofAgency: true },
  'POST /api/notes/{noteId}/restore': { roles: members, ofAgency: true },
  'GET /api/files': { roles: members },
  'POST /api/files': {
    roles: members,
    body: () => ({
      client: { firstName: 'New', lastName: 'Client' },
      applicant: {
        category: 'employee',
        birthDate: '1990-01-01',
        birthCountry: 'US',
        nationalities: ['US'],
        language: 'en',
        address: { postcode: '24000' },
      },
    }),
  },
  'GET /api/files/{fileId}': { roles: members, ofAgency: true },
  'PATCH /api/files/{fileId}': {
    roles: members,
    ofAgency: true,
    body: ({ version }) => ({ client: { telephone: null }, expectedVersion: version }),
  },
  'POST /api/files/{fileId}/events': {
    roles: members,
    ofAgency: true,
    body: ({ version }) => ({
      event: { id: crypto.randomUUID(), type: 'call_made', on: '2026-05-21', outcome: 'no_answer' },
      expectedVersion: version,
    }),
  },
  'GET /api/ahead': { roles: members },
  'GET /api/files/{fileId}/emails/{key}': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/emails/{key}/hold': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/emails/{key}/release': { roles: members, ofAgency: true },
  'GET /api/messages/{messageId}': { roles: members, ofAgency: true },
  'POST /api/messages/{messageId}/hold': { roles: members, ofAgency: true },
  'POST /api/messages/{messageId}/release': { roles: members, ofAgency: true },
  'POST /api/messages/{messageId}/resend': { roles: members, ofAgency: true },
  'GET /api/rounds/calls': { roles: members },
  'GET /api/rounds/calls/{taskId}': { roles: members, ofAgency: true },
  'GET /api/files/{fileId}/letters': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/letters/lost-card': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/letters/{letterId}/link': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/mandate/print': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/mandates': {
    roles: members,
    ofAgency: true,
    body: () => ({ signedOn: '2026-05-20' }),
  },
  'POST /api/files/{fileId}/mandates/{mandateId}/end': {
    roles: members,
    ofAgency: true,
    body: () => ({ endedOn: '2026-05-21' }),
  },
  'PUT /api/files/{fileId}/mandates/{mandateId}/scan': { roles: members, ofAgency: true },
  'GET /api/files/{fileId}/proof-pack.pdf': { roles: members, ofAgency: true },
  'GET /api/tasks/{taskId}/letter': { roles: members, ofAgency: true },
  'PUT /api/tasks/{taskId}/letter': {
    roles: members,
    ofAgency: true,
    body: () => ({ subject: 'Demande', revision: 0 }),
  },
  'GET /api/tasks/{taskId}/letter.pdf': { roles: members, ofAgency: true },
  'POST /api/tasks/{taskId}/letter/print': { roles: members, ofAgency: true },
  'POST /api/rounds/arrivals/preview': {
    roles: members,
    ofAgency: true,
    body: ({ fileId }) => ({
      fileId,
      events: [{ id: crypto.randomUUID(), type: 'attestation_received', on: '2026-05-21' }],
    }),
  },
  'GET /api/rounds/post': { roles: members },
  'POST /api/rounds/post/print': { roles: members, body: ({ taskId }) => ({ taskIds: [taskId] }) },
  'GET /api/rounds/post/number': { roles: members, query: '?number=1A00915820380' },
  'GET /api/receipts': { roles: members },
  'POST /api/receipts': { roles: members, query: '?name=scan.pdf' },
  'GET /api/receipts/letters': { roles: members, query: '?q=Washburn' },
  'POST /api/receipts/{receiptId}/link': { roles: members, ofAgency: true },
  'POST /api/receipts/{receiptId}/confirm': {
    roles: members,
    ofAgency: true,
    body: () => ({ sendingId: crypto.randomUUID(), deliveredOn: '2026-05-20' }),
  },
  'POST /api/receipts/{receiptId}/discard': { roles: members, ofAgency: true },
  'POST /api/receipts/{receiptId}/reopen': { roles: members, ofAgency: true },
  'GET /api/caisses': { roles: members },
  'GET /api/caisses/{shortName}': { roles: members },
  'POST /api/caisses/{shortName}/preview': { roles: ['admin'], body: () => ({ lines: ['CPAM', '05000 Gap'] }) },
  'PUT /api/caisses/{shortName}/address': {
    roles: ['admin'],
    body: () => ({ lines: ['CPAM', '05000 Gap'], expectedVersion: 0 }),
  },
  'GET /api/rules/touched': { roles: members, query: '?rule=first_call' },
  'GET /api/playbook': { roles: members },
  'POST /api/playbook/rehearsals': { roles: ['lead', 'admin'], body: () => ({ settings: { firstCallAfterDays: 21 } }) },
  'GET /api/playbook/rehearsals/{rehearsalId}': { roles: ['lead', 'admin'], ofAgency: true },
  'POST /api/playbook/publish': {
    roles: ['lead', 'admin'],
    ofAgency: true,
    body: ({ rehearsalId }) => ({
      rehearsal: rehearsalId,
      expectedVersion: 0,
      seen: { changed: 0, emailsNow: 0 },
    }),
  },
  'GET /api/views': { roles: members },
  'POST /api/views': {
    roles: members,
    body: () => ({ id: crypto.randomUUID(), name: 'Mine', asked: ALL_FILES }),
  },
  'PATCH /api/views/{viewId}': { roles: members, ofAgency: true, body: () => ({ name: 'Another' }) },
  'DELETE /api/views/{viewId}': { roles: members, ofAgency: true },
  'POST /api/exports/files.csv': { roles: members, body: () => ({ asked: ALL_FILES }) },
  'GET /api/bulk/matching': { roles: ['lead', 'admin'] },
  'POST /api/bulk/preview': {
    roles: ['lead', 'admin'],
    body: ({ fileId }) => ({ kind: 'snooze', until: '2026-06-01', files: [fileId] }),
  },
  'POST /api/bulk/run': {
    roles: ['lead', 'admin'],
    body: ({ fileId, version }) => ({
      kind: 'assign',
      adviser: null,
      key: crypto.randomUUID(),
      files: [{ fileId, version, adviser: null }],
    }),
  },
  'POST /api/bulk/undo': {
    roles: ['lead', 'admin'],
    body: ({ fileId, member }) => ({
      key: crypto.randomUUID(),
      files: [{ kind: 'assign', fileId, adviser: null, was: member }],
    }),
  },
  'GET /api/demo': { roles: members },
  'POST /api/demo/advance': { roles: members, body: () => ({ days: 1 }) },
  'GET /api/automation': { roles: ['admin'] },
  'POST /api/imports': {
    roles: members,
    body: () => ({ fileName: 'clients.csv', content: Buffer.from('Nom;Prénom\nDoe;Jane\n').toString('base64') }),
  },
  'GET /api/imports/{importId}': { roles: members, ofAgency: true },
  'PUT /api/imports/{importId}/mapping': { roles: members, ofAgency: true, body: () => ({ columns: ['last_name'] }) },
  'PATCH /api/imports/{importId}/rows': {
    roles: members,
    ofAgency: true,
    body: () => ({ line: 2, column: 'Nom', value: 'Doe' }),
  },
  'DELETE /api/imports/{importId}/rows/{line}': { roles: members, ofAgency: true },
  'POST /api/imports/{importId}/run': { roles: members, ofAgency: true, body: () => ({ which: 'good' }) },
  'GET /api/imports/{importId}/faults.csv': { roles: members, ofAgency: true },
  'GET /api/files/{fileId}/papers': { roles: members, ofAgency: true },
  'POST /api/files/{fileId}/papers': { roles: members, ofAgency: true },
  'POST /api/papers/{paperId}/verify': { roles: members, ofAgency: true, body: () => ({}) },
  'POST /api/papers/{paperId}/reject': { roles: members, ofAgency: true, body: () => ({ fault: 'incomplete' }) },
  'POST /api/papers/{paperId}/remove': { roles: members, ofAgency: true },
  'POST /api/papers/{paperId}/restore': { roles: members, ofAgency: true },
  'GET /api/rounds/checks': { roles: members, query: '?scope=team' },
  'GET /api/objects/{id}': {
    roles: members,
    ofAgency: true,
    query: '?as=inline&name=paper.jpg&until=9999999999&signature=made-up',
  },
  'DELETE /api/imports/{importId}': { roles: members, ofAgency: true },
};
