import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Deed } from '@suivi/rules/events';
import { plan } from '@suivi/rules/plan';
import { fileOf } from '../../test/file-of.ts';
import type { TaskKind } from '@suivi/rules/vocabulary';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import { GROUPS, likelyEvents } from './likely.ts';
import { answerable, eventForTask } from './propose.ts';
import { startDraft, withType } from './start.ts';

const today = '2026-05-21' as Day;
const file = fileOf([
  {
    id: 'p',
    type: 'file_submitted',
    on: '2026-04-16',
    method: 'registered_post',
    trackingNumber: '1A 009 158 2038 0',
  },
  { id: 'd', type: 'post_delivered', on: '2026-04-21' },
]);
const known = { plan: plan(file, today), deeds: file.events as Deed[], applicant: file.applicant, today };

it.each<[TaskKind, string, string]>([
  ['registered_post', 'registered_post:file:1', 'file_submitted'],
  ['registered_post', 'registered_post:supplement:1', 'supplement_sent'],
  ['registered_post', 'registered_post:chase:1', 'letter_sent'],
  ['call_3646', 'call_3646:with_cpam:1', 'call_made'],
  ['trace_post', 'trace_post:file:1', 'post_delivered'],
  ['review_file', 'review_file:caisse_address:1', 'applicant_changed'],
  ['review_file', 'review_file:with_cpam:1', 'task_done'],
])('%s (%s) is likely answered by %s', (kind, key, type) => expect(eventForTask({ kind, key })).toBe(type));

it('offers every event of the contract once', () => {
  expect(Object.values(GROUPS).flat().sort()).toEqual([...EVENT_TYPES].sort());
});

it('names as answered only what the rules let an event answer', () => {
  expect(answerable('letter_sent', known.plan.tasks).map(({ key }) => key)).toEqual(['registered_post:chase:1']);
  expect(answerable('card_received', known.plan.tasks)).toEqual([]);
});

it('puts what answers the task due before what the stage waits for', () => {
  expect(likelyEvents([{ kind: 'office_visit', key: 'office_visit:with_cpam:1' }], 'with_cpam')[0]).toBe(
    'office_visited',
  );
});

describe('the form opens', () => {
  it('with the answer to what is due', () => {
    expect(startDraft(known, { record: '' })).toMatchObject({
      type: 'call_made',
      on: today,
      about: 'call_3646:with_cpam:1',
    });
  });
  it('with what the stage waits for, when nothing is due', () => {
    const quiet = { ...known, plan: { ...known.plan, tasks: [] } };
    expect(startDraft(quiet, { record: '' })).toMatchObject({ type: 'provisional_number_received', about: null });
  });
  it('with what was asked for, and the paper', () => {
    expect(startDraft(known, { record: 'document_rejected', document: 'rib' })).toMatchObject({
      type: 'document_rejected',
      papers: ['rib'],
    });
  });
  it('with the number of the last letter for what La Poste says, and without it elsewhere', () => {
    const draft = startDraft(known, { record: 'post_delivered' });
    expect(draft.trackingNumber).toBe('1A 009 158 2038 0');
    expect(withType(draft, 'file_submitted', known).trackingNumber).toBe('');
  });
  it('and keeps what was typed when the type changes', () => {
    const draft = { ...startDraft(known, { record: '' }), note: 'Kept' };
    expect(withType(draft, 'office_visited', known)).toMatchObject({
      type: 'office_visited',
      note: 'Kept',
      about: null,
    });
  });
});
