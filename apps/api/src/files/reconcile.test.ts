import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Plan, PlannedEmail, PlannedTask } from '@suivi/rules/plan-types';
import { reconcile } from './reconcile.ts';
import type { Circumstances, Standing } from './reconcile.ts';
import type { StoredMessage, StoredTask } from './stored-file.ts';

const because = { en: 'Because.', fr: 'Parce que.' };
const day = (text: string) => text as Day;
const TODAY = day('2026-05-21');
const circumstances: Circumstances = {
  now: new Date('2026-05-21T10:00:00Z'),
  demo: false,
  undoable: false,
  postcode: '24000',
  hasEmail: true,
  answered: new Map(),
};

const welcome = (sendOn = '2026-05-26'): PlannedEmail => ({
  key: 'email:welcome:1',
  template: 'welcome',
  sendOn: day(sendOn),
  because,
  payload: { variant: 'documents' },
});
const call = (dueOn = '2026-05-21'): PlannedTask => ({
  key: 'call_3646:with_cpam:1',
  kind: 'call_3646',
  dueOn: day(dueOn),
  because,
  source: 'playbook',
  payload: {},
});
const planOf = (more: Partial<Pick<Plan, 'tasks' | 'emails' | 'deadlines'>>) =>
  ({ today: TODAY, tasks: [], emails: [], deadlines: [], ...more }) as unknown as Plan;

const message = (more: Partial<StoredMessage> = {}): StoredMessage => ({
  id: 'm1',
  key: 'email:welcome:1',
  template: 'welcome',
  state: 'planned',
  sendOn: day('2026-05-26'),
  sendAt: '2026-05-26T07:00:00.000Z',
  because,
  payload: { variant: 'documents' },
  sentAt: null,
  heldReason: null,
  heldBy: null,
  failure: null,
  resent: false,
  ...more,
});
const task = (more: Partial<StoredTask> = {}): StoredTask => ({
  id: 't1',
  key: 'call_3646:with_cpam:1',
  kind: 'call_3646',
  state: 'open',
  dueOn: TODAY,
  source: 'playbook',
  because,
  payload: {},
  answeredBy: null,
  assignee: null,
  snoozedUntil: null,
  ...more,
});
const standing = (more: Partial<Standing>): Standing => ({ tasks: [], messages: [], deadlines: [], ...more });
const messagesOf = (before: StoredMessage[], emails: PlannedEmail[], more: Partial<Circumstances> = {}) =>
  reconcile(standing({ messages: before }), planOf({ emails }), { ...circumstances, ...more }).messages;
const tasksOf = (before: StoredTask[], plan: Parameters<typeof planOf>[0], more: Partial<Circumstances> = {}) =>
  reconcile(standing({ tasks: before }), planOf(plan), { ...circumstances, ...more }).tasks;

describe('an email of the plan', () => {
  it('becomes a message of its hour', () => {
    const { added } = messagesOf([], [welcome()]);
    expect(added).toMatchObject([{ state: 'planned', sendAt: '2026-05-26T07:00:00.000Z', heldReason: null }]);
  });
  it('of today goes into the queue at once, with the time to undo, when a person caused it', () => {
    const { added } = messagesOf([], [welcome('2026-05-21')], { undoable: true });
    expect(added).toMatchObject([{ state: 'queued', sendAt: '2026-05-21T10:00:15.000Z' }]);
  });
  it('waits for an address where there is none', () => {
    expect(messagesOf([], [welcome()], { hasEmail: false }).added).toMatchObject([
      { state: 'held', heldReason: 'no_address' },
    ]);
    const held = message({ state: 'held', heldReason: 'no_address' });
    expect(messagesOf([held], [welcome()]).changed).toMatchObject([{ state: 'planned', heldReason: null }]);
  });
  it('changes nothing when it stands as it is', () => {
    expect(messagesOf([message()], [welcome()])).toEqual({ added: [], changed: [] });
  });
  it('moves with its day, and goes back from the queue', () => {
    expect(messagesOf([message({ state: 'queued' })], [welcome('2026-06-02')]).changed).toMatchObject([
      { state: 'planned', sendOn: '2026-06-02', sendAt: '2026-06-02T07:00:00.000Z' },
    ]);
  });
  it('stays held by a person though its day moves', () => {
    const held = message({ state: 'held', heldReason: 'by_person', heldBy: 'u1' });
    expect(messagesOf([held], [welcome('2026-06-02')]).changed).toMatchObject([
      { state: 'held', heldReason: 'by_person', sendOn: '2026-06-02' },
    ]);
  });
  it('that was cancelled comes back in the same row', () => {
    expect(messagesOf([message({ state: 'cancelled' })], [welcome()]).changed).toMatchObject([
      { id: 'm1', was: 'cancelled', state: 'planned' },
    ]);
  });
  it('that a person held is held again when what took it away is undone', () => {
    const held = message({ state: 'held', heldReason: 'by_person', heldBy: 'u1' });
    // Whose hold it was is kept with what is foreseen; nobody's, in the message.
    expect(messagesOf([held], []).changed).toMatchObject([{ state: 'cancelled', heldReason: null }]);
    const cancelled = message({ state: 'cancelled' });
    const heldAhead = new Map([['email:welcome:1', 'u1']]);
    const again = { id: 'm1', was: 'cancelled', state: 'held', heldReason: 'by_person' };
    expect(messagesOf([cancelled], [welcome()], { undoable: true, heldAhead }).changed).toMatchObject([
      { ...again, heldBy: 'u1' },
    ]);
    const nobodys = message({ state: 'held', heldReason: 'by_person' });
    expect(messagesOf([nobodys], []).changed).toMatchObject([{ state: 'cancelled', heldReason: 'by_person' }]);
    expect(messagesOf([{ ...nobodys, state: 'cancelled' }], [welcome()]).changed).toMatchObject([again]);
    // What waited for an address, or was late, is looked at anew.
    const late = message({ state: 'held', heldReason: 'late' });
    expect(messagesOf([late], []).changed).toMatchObject([{ state: 'cancelled', heldReason: null }]);
  });
  it('that a newer one made needless does not come back', () => {
    expect(messagesOf([message({ state: 'cancelled', failure: 'superseded' })], [welcome()])).toEqual({
      added: [],
      changed: [],
    });
  });
  it.each(['sending', 'sent', 'failed', 'uncertain'] as const)(
    'that is %s is left alone, in the plan or not',
    (state) => {
      expect(messagesOf([message({ state })], [welcome('2026-06-02')])).toEqual({ added: [], changed: [] });
      expect(messagesOf([message({ state })], [])).toEqual({ added: [], changed: [] });
    },
  );
  it.each(['planned', 'held', 'queued'] as const)('that the plan drops is cancelled while it is %s', (state) => {
    expect(messagesOf([message({ state })], []).changed).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('a task of the plan', () => {
  it('is opened once', () => {
    expect(tasksOf([], { tasks: [call()] }).added).toMatchObject([{ state: 'open', dueOn: '2026-05-21' }]);
    expect(tasksOf([task()], { tasks: [call()] })).toEqual({ added: [], changed: [] });
  });
  it('is done by the event that answered it, else dropped, its snooze cleared', () => {
    const before = [task({ snoozedUntil: day('2026-05-26') })];
    expect(tasksOf(before, {}, { answered: new Map([['call_3646:with_cpam:1', 'e1']]) }).changed).toMatchObject([
      { state: 'done', answeredBy: 'e1', snoozedUntil: null },
    ]);
    expect(tasksOf(before, {}).changed).toMatchObject([{ state: 'dropped', answeredBy: null, snoozedUntil: null }]);
  });
  it('is opened again in its row', () => {
    expect(tasksOf([task({ state: 'dropped' })], { tasks: [call()] }).changed).toMatchObject([
      { id: 't1', state: 'open' },
    ]);
  });
  it('keeps its snooze until the plan moves it beyond, or a deadline comes before', () => {
    const before = [task({ snoozedUntil: day('2026-05-26') })];
    expect(tasksOf(before, { tasks: [call()] })).toEqual({ added: [], changed: [] });
    expect(tasksOf(before, { tasks: [call('2026-05-26')] }).changed).toMatchObject([
      { dueOn: '2026-05-26', snoozedUntil: null },
    ]);
    const appeal = { ...task({ key: 'file_appeal:1', kind: 'file_appeal', snoozedUntil: day('2026-06-10') }) };
    const limit = {
      key: 'deadline:appeal:1',
      kind: 'appeal' as const,
      on: day('2026-06-08'),
      suspended: false,
      because,
      source: 'playbook' as const,
    };
    const planned = { ...call(), key: 'file_appeal:1', kind: 'file_appeal' as const };
    expect(tasksOf([appeal], { tasks: [planned], deadlines: [limit] }).changed).toMatchObject([{ snoozedUntil: null }]);
    expect(tasksOf([appeal], { tasks: [planned], deadlines: [{ ...limit, suspended: true }] })).toEqual({
      added: [],
      changed: [],
    });
  });
});
