import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { Applicant, Event } from '@suivi/rules/file';
import type { EventType } from '@suivi/rules/vocabulary';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import { factsOf } from '../applicant/facts.ts';
import type { Draft } from './draft.ts';
import { eventsOf, faultsOf, fieldAt, fieldsOf } from './draft.ts';

const today = '2026-05-21' as Day;
const applicant = Applicant.parse({
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  address: { postcode: '24000' },
});
const context = { today, openedOn: '2026-02-01' as Day, applicant };
const draft = (type: EventType, more: Partial<Draft> = {}): Draft => ({
  type,
  on: today,
  history: false,
  papers: [],
  fault: null,
  method: 'registered_post',
  cardMethod: 'online',
  outcome: null,
  decision: null,
  status: null,
  documents: [],
  trackingNumber: '',
  callBackOn: null,
  replyBy: null,
  validUntil: null,
  notifiedOn: null,
  facts: factsOf(applicant),
  about: null,
  voids: null,
  note: '',
  ...more,
});
const whole: Partial<Draft> = {
  papers: ['rib', 'child_identity:c1'],
  fault: 'incomplete',
  outcome: 'documents_missing',
  decision: 'accepted',
  status: 'moving',
  documents: ['rib'],
  trackingNumber: '1A 009 158 2038 0',
  facts: { ...factsOf(applicant), married: true },
  about: 'review_file:documents:1',
  voids: 'e1',
  note: 'Said so',
};

describe('the events of a draft', () => {
  it.each(EVENT_TYPES)('%s is one of the contract when its fields are filled', (type) => {
    const full = draft(type, whole);
    expect(faultsOf(full, context)).toEqual({});
    for (const event of eventsOf(full, applicant))
      expect(Event.safeParse({ id: 'x', ...event }).error?.issues ?? []).toEqual([]);
  });

  it('are one for each paper, the child’s with its member', () => {
    expect(eventsOf(draft('document_received', whole), applicant)).toEqual([
      { type: 'document_received', on: today, document: 'rib', member: null },
      { type: 'document_received', on: today, document: 'child_identity', member: 'c1' },
    ]);
  });

  it('hold what the answer asks for, and nothing else that was typed', () => {
    const call = { ...whole, outcome: 'call_back_on', callBackOn: '2026-06-01' as Day } as const;
    expect(eventsOf(draft('call_made', { ...call, about: null }), applicant)).toEqual([
      { type: 'call_made', on: today, outcome: 'call_back_on', callBackOn: '2026-06-01', about: null, note: 'Said so' },
    ]);
    expect(eventsOf(draft('file_submitted', { ...whole, method: 'online' }), applicant)).toEqual([
      { type: 'file_submitted', on: today, method: 'online' },
    ]);
  });

  it('never hold a number that was typed to be checked', () => {
    const [event] = eventsOf(draft('social_security_number_received', whole), applicant);
    expect(event).toEqual({ type: 'social_security_number_received', on: today });
    expect(fieldsOf(draft('social_security_number_received'))).toEqual(['number']);
  });
});

describe('what is wrong', () => {
  it.each<[string, Draft, object]>([
    ['no day', draft('card_received', { on: null }), { on: 'day' }],
    ['a day ahead', draft('card_received', { on: '2026-05-22' as Day }), { on: 'ahead' }],
    ['a day before the opening', draft('card_received', { on: '2026-01-31' as Day }), { on: 'history' }],
    ['the same, ticked as history', draft('card_received', { on: '2026-01-31' as Day, history: true }), {}],
    ['no paper', draft('document_verified'), { papers: 'papers' }],
    ['no outcome', draft('call_made'), { outcome: 'outcome' }],
    ['no day to call back', draft('call_made', { outcome: 'call_back_on' }), { callBackOn: 'callBackOn' }],
    ['missing papers, but which', draft('call_made', { outcome: 'documents_missing' }), { documents: 'documents' }],
    ['a request that names none', draft('documents_requested'), {}],
    ['a task done, but which', draft('task_done'), { about: 'about' }],
    ['no fact changed', draft('applicant_changed'), { facts: 'facts' }],
    ['nothing named to void', draft('voided'), { voids: 'voids' }],
  ])('%s', (_name, typed, faults) => expect(faultsOf(typed, context)).toEqual(faults));

  it.each([
    ['event.on', 'card_received', 'on'],
    ['event.document', 'document_verified', 'papers'],
    ['event.reason', 'refused', 'reason'],
    ['event.outcome', 'appeal_decided', 'decision'],
    ['event.changes.address.postcode', 'applicant_changed', 'facts.address.postcode'],
    ['event', 'card_received', null],
  ] as const)('%s of %s stands at %s', (path, type, field) => expect(fieldAt(path, draft(type))).toBe(field));
});
