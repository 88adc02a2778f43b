import { randomUUID } from 'node:crypto';
import type { Change, FileView, RecordedEvent } from '@suivi/contracts/files';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { planWithAnswers } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import type { EventType } from '@suivi/rules/vocabulary';
import { voidedIds } from '@suivi/rules/voided';
import { FILES, MEMBERS, TODAY } from './fixture-data.ts';

/** The files behind the list: each lives in memory, is planned by the rules, and takes events. */
type Raw = Record<string, unknown> & { type: EventType; id: string; on?: string };
type Kept = {
  view: Pick<FileView, 'id' | 'reference' | 'version' | 'mark' | 'client' | 'adviser'>;
  input: { id: string; openedOn: string; applicant: Record<string, unknown>; events: Raw[] };
  records: Map<string, { by: string; at: string }>;
  messages: Map<string, Record<string, unknown>>;
  ids: Map<string, string>;
};
const kept = new Map<string, Kept>();
const idOf = (file: Kept, key: string): string => {
  const id = file.ids.get(key) ?? randomUUID();
  file.ids.set(key, id);
  return id;
};

const LETTER = '1A 009 158 2038 0';
const base = {
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  arrivedOn: '2026-01-15',
  married: true,
  residencePermit: { kind: 'vls_ts', validatedOn: '2026-03-02', validUntil: '2027-01-14' },
  birthCertificate: { country: 'US', language: 'en' },
  privateInsuranceUntil: '2027-01-14',
};
const POSTCODES: Record<string, string> = {
  Roubaix: '59100', Bordeaux: '33000', Périgueux: '24000', Lyon: '69003', 'Saint-Lô': '50000', Nice: '06000', Toulon: '83000', Angoulême: '16000', Bergerac: '24100',
}; // prettier-ignore

/** The events that bring a file to its stage. */
function past(stage: string, papers: { received: string[]; needed: string[] }): Omit<Raw, 'id'>[] {
  const each = (type: EventType, on: string, codes: string[]) => codes.map((document) => ({ type, on, document }));
  const all = [...each('document_received', '2026-02-24', papers.needed), ...each('document_verified', '2026-03-05', papers.needed)];
  const posted = [...all, { type: 'file_submitted' as const, on: '2026-04-16', method: 'registered_post', trackingNumber: LETTER }];
  const delivered = [...posted, { type: 'post_delivered' as const, on: '2026-04-21', trackingNumber: LETTER }];
  switch (stage) {
    case 'gathering_documents': {
      const [first, ...rest] = papers.received;
      return [
        ...each('document_received', '2026-05-06', rest), ...each('document_verified', '2026-05-08', rest.slice(0, -2)),
        ...(first === undefined ? [] : [...each('document_received', '2026-05-06', [first]), { type: 'document_rejected' as const, on: '2026-05-08', document: first, fault: 'incomplete' }]),
      ];
    } // prettier-ignore
    case 'waiting_for_eligibility': case 'ready_to_submit': return all;
    case 'submitted': return [...all, { type: 'file_submitted', on: '2026-05-12', method: 'registered_post', trackingNumber: LETTER }];
    case 'documents_requested': return [...delivered, { type: 'documents_requested', on: '2026-05-04', documents: ['proof_of_stable_residence'], replyBy: '2026-05-26' }];
    case 'rights_open': return [...delivered, { type: 'provisional_number_received', on: '2026-04-29' }, { type: 'call_made', on: '2026-05-12', outcome: 'call_back_on', callBackOn: '2026-05-21' }];
    case 'number_issued': return [...delivered, { type: 'social_security_number_received', on: '2026-05-11' }, { type: 'photo_requested', on: '2026-05-21' }];
    case 'card_ordered': return [...delivered, { type: 'social_security_number_received', on: '2026-05-04' }, { type: 'ameli_account_created', on: '2026-05-06' }, { type: 'card_ordered', on: '2026-05-08', method: 'online' }];
    case 'refused': return [...delivered, { type: 'refused', on: '2026-04-30', notifiedOn: '2026-04-30', reason: null }];
    default: return delivered;
  }
} // prettier-ignore

function make(id: string): Kept | null {
  const row = FILES.find((file) => file.id === id);
  if (row === undefined) return null;
  const [firstName = '', ...rest] = row.clientName.split(' ');
  const applicant = {
    ...base,
    ...(row.stage === 'waiting_for_eligibility' && { arrivedOn: '2026-02-27' }),
    ...(row.reference === 'F-0045' && { arrivedOn: '2026-02-20', birthCountry: 'JP', nationalities: ['JP'], birthCertificate: { country: 'JP', language: 'ja' } }),
    ...(row.reference === 'F-0001' && { members: [{ id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'US' }] }),
    address: { postcode: POSTCODES[row.town ?? ''] ?? '24000', city: row.town },
    caisse: row.town === 'Roubaix' ? row.caisse : null,
  }; // prettier-ignore
  const input = { id: row.reference, openedOn: '2026-02-02', applicant, events: [] as Raw[] };
  const empty = readFile(input);
  if (!empty.ok) throw new Error(JSON.stringify(empty.issues));
  const needed = planWithAnswers(empty.file, '2026-03-05' as Day)
    .documents.filter((d) => d.need === 'required' && d.neededFor === 'submission' && d.member === null)
    .map((d) => d.code);
  const events = past(row.stage, { needed, received: needed.slice(0, 6) });
  input.events = events.map((event) => ({ id: randomUUID(), ...event }) as Raw);
  const file: Kept = {
    view: {
      id,
      reference: row.reference,
      version: input.events.length,
      mark: '0',
      client: { firstName, lastName: rest.join(' '), email: `${firstName.toLowerCase()}@example.org`, telephone: '06 12 34 56 29', street: '4 rue de la Clarté' },
      adviser: row.adviser,
    },
    input,
    records: new Map(input.events.map((event) => [event.id, { by: MEMBERS[0]?.name ?? '', at: `${event.on}T09:38:00Z` }])),
    messages: new Map(),
    ids: new Map(),
  }; // prettier-ignore
  if (row.reference === 'F-0030')
    file.messages.set('email:ready_to_submit:1', { state: 'uncertain', resent: true, reason: { en: 'The mail server stopped while taking it. Sent again once, same ID.', fr: 'Le serveur s’est arrêté pendant la remise. Renvoyé une fois, même identifiant.' } }); // prettier-ignore
  if (row.emailTrouble)
    file.messages.set('email:welcome:1', { state: 'failed', reason: { en: 'The mail server does not know this address. Correct it, then send again.', fr: 'Le serveur de messagerie ne connaît pas cette adresse. Corrigez-la, puis renvoyez.' } }); // prettier-ignore
  kept.set(id, file);
  return file;
}
export const fileKept = (id: string): Kept | null => kept.get(id) ?? make(id);

export function viewOf(file: Kept): FileView {
  const read = readFile(file.input);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const plan = planWithAnswers(read.file, TODAY);
  const voided = voidedIds(read.file.events);
  return {
    ...file.view,
    today: TODAY,
    input: read.file as unknown as Record<string, unknown>,
    events: read.file.events.map(
      (event): RecordedEvent => ({
        id: event.id,
        type: event.type,
        on: event.on ?? null,
        event: event as unknown as Record<string, unknown>,
        recordedBy: file.records.get(event.id)?.by ?? '',
        recordedAt: file.records.get(event.id)?.at ?? '',
        origin: 'adviser',
        voided: voided.has(event.id),
      }),
    ),
    tasks: plan.tasks.map(({ key, kind, dueOn, because, source, payload }) => ({
      id: idOf(file, key), key, kind, state: 'open', dueOn, snoozedUntil: null, assignee: null, because, source, payload, answeredBy: null,
    })), // prettier-ignore
    messages: plan.emails.map(({ key, template, sendOn, because }) => ({
      id: idOf(file, key), key, template, because, sendOn,
      state: sendOn < TODAY ? 'sent' : 'planned',
      sendAt: `${sendOn}T${template === 'still_waiting' ? '14' : '07'}:00:00Z`,
      sentAt: sendOn < TODAY ? `${sendOn}T07:00:04Z` : null,
      reason: null, heldReason: null, heldBy: null, superseded: false, resent: false,
      ...file.messages.get(key),
    })), // prettier-ignore
    deadlines: plan.deadlines.map(({ key, kind, on, suspended, because, source }) => ({ key, kind, on, suspended, because, source })),
  } as FileView; // prettier-ignore
}

/** What a message says: one invented letter for all. */
export const textOf = (id: string) => ({
  id,
  language: 'en',
  subject: 'CPAM has your file: step 3 of 7',
  html: '<!doctype html><html><body style="font-family:sans-serif;max-width:560px;margin:24px auto"><h1>CPAM has your file</h1><p>Hello Carol,</p><p>La Poste confirmed the delivery on <b>Tuesday 21 April</b>.</p><h2>What to do</h2><p>You need do nothing now.</p></body></html>',
  text: 'CPAM has your file',
  asSent: true,
  missing: [],
}); // prettier-ignore

/** Sets the state of a message, as hold, release and resend do. */
export function setMessage(messageId: string, change: Record<string, unknown>): boolean {
  for (const file of kept.values())
    for (const [key, id] of file.ids)
      if (id === messageId) {
        file.messages.set(key, { ...file.messages.get(key), ...change });
        return true;
      }
  return false;
}

type Body = { event: Raw; expectedVersion: number };
/** Records an event as the API would, as far as a screen can tell. */
export function recordIn(file: Kept, { event, expectedVersion }: Body): { status: number; json: unknown } {
  const problem = (status: number, type: string, detail: string, more = {}) => ({ status, json: { type, title: type, status, detail, ...more } });
  if (expectedVersion !== file.view.version)
    return problem(409, 'stale_file', 'This file has changed since you opened it. Look at what changed, then record it again.', {
      version: file.view.version,
      changes: file.input.events.slice(expectedVersion).map(({ type, on, id }) => ({ type, on: on ?? null, ...file.records.get(id) })),
    });
  if ((event.on ?? '') > TODAY)
    return problem(422, 'impossible_event', 'That lies ahead.', { errors: [{ path: 'event.on', message: 'Friday 22 May is tomorrow. Record it when it has happened.' }] });
  const read = readFile({ ...file.input, events: [...file.input.events, event] });
  if (!read.ok) {
    const prefix = `events.${file.input.events.length}.`;
    return problem(422, 'invalid_event', 'Put right what is named below, then record it again.', { errors: read.issues.map(({ path, message }) => ({ path: path.replace(prefix, 'event.'), message })) });
  }
  const before = viewOf(file);
  file.input.events = [...file.input.events, event];
  file.view.version += 1;
  file.records.set(event.id, { by: MEMBERS[0]?.name ?? '', at: new Date().toISOString() });
  const after = viewOf(file);
  const plan = planWithAnswers(read.file, TODAY);
  const change: Change = {
    eventId: event.id,
    version: file.view.version,
    stage: plan.stage,
    tasksOpened: after.tasks.filter(({ key }) => !before.tasks.some((t) => t.key === key)),
    tasksClosed: before.tasks.filter(({ key }) => !after.tasks.some((t) => t.key === key)).map(({ key }) => key),
    emailsPlanned: after.messages.filter(({ key }) => !before.messages.some((m) => m.key === key)),
    emailsCancelled: [],
    nextReviewOn: plan.nextReviewOn,
  };
  return { status: 201, json: change };
} // prettier-ignore

/** Somebody else records something while one types: to look at a conflict. */
export function meanwhile(id: string): void {
  const file = fileKept(id);
  if (file === null) return;
  const event: Raw = { id: randomUUID(), type: 'gp_declared', on: addDays(TODAY, -1) };
  file.input.events = [...file.input.events, event];
  file.view.version += 1;
  file.records.set(event.id, { by: MEMBERS[1]?.name ?? '', at: new Date().toISOString() });
}
