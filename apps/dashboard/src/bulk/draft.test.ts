import { describe, expect, it } from 'vitest';
import { BULK_EVENTS } from '@suivi/contracts/bulk';
import type { Day } from '@suivi/rules/calendar/days';
import { Event } from '@suivi/rules/file';
import type { Draft } from './draft.ts';
import { actionOf } from './draft.ts';

const today = '2026-05-21' as Day;
const draft = (more: Partial<Draft>): Draft => ({
  type: 'card_received',
  on: today,
  document: null,
  documents: [],
  outcome: null,
  callBackOn: null,
  replyBy: null,
  method: 'online',
  note: '',
  ...more,
});
const whole: Partial<Draft> = { document: 'rib', documents: ['rib'], outcome: 'in_progress', note: 'Said so' };

describe('one event for many', () => {
  it.each(BULK_EVENTS)('%s is one of the contract when its fields are filled', (type) => {
    const action = actionOf(draft({ ...whole, type }), today);
    expect(Event.safeParse({ id: 'x', ...action?.event }).error?.issues ?? []).toEqual([]);
  });

  it.each<[string, Partial<Draft>]>([
    ['without a day', { on: null }],
    ['of tomorrow', { on: '2026-05-22' as Day }],
    ['a paper, but which', { type: 'document_received' }],
    ['a call, but what was said', { type: 'call_made' }],
    ['a call back, but when', { type: 'call_made', outcome: 'call_back_on' }],
    ['missing papers, but which', { type: 'call_made', outcome: 'documents_missing' }],
    ['a note with a number in it', { type: 'call_made', outcome: 'in_progress', note: '2 69 05 49 588 157 80' }],
  ])('is none yet %s', (_name, typed) => expect(actionOf(draft(typed), today)).toBeNull());

  it('holds what its answer asks for, and nothing else that was typed', () => {
    expect(actionOf(draft({ ...whole, type: 'call_made', callBackOn: today }), today)?.event).toEqual({
      type: 'call_made',
      on: today,
      outcome: 'in_progress',
      note: 'Said so',
    });
  });
});
