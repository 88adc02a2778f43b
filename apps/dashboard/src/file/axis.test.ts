import { describe, expect, it } from 'vitest';
import type { FileView, RecordedEvent } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import type { Coming, Forecast } from '@suivi/rules/forecast';
import type { EventType } from '@suivi/rules/vocabulary';
import type { AxisEntry } from './axis.ts';
import { axisOf, folded, shownOf } from './axis.ts';

const today = '2026-05-21' as Day;
const because = { en: '', fr: '' };
let n = 0;
const event = (type: EventType, on: string, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: `e${(n += 1)}`,
  type,
  on: on as Day,
  event: {},
  recordedBy: 'Ada',
  recordedAt: `${on}T09:00:00Z`,
  origin: 'adviser',
  voided: false,
  ...more,
});
const task = (key: string, dueOn: string, more = {}) => ({
  id: key,
  key,
  kind: key.split(':')[0],
  state: 'open',
  dueOn,
  snoozedUntil: null,
  assignee: null,
  because,
  source: 'playbook',
  payload: {},
  answeredBy: null,
  ...more,
});
const message = (key: string, sendOn: string, state: string) => ({
  id: key,
  key,
  template: key.split(':')[1],
  state,
  sendOn,
  sendAt: `${sendOn}T07:00:00Z`,
  sentAt: null,
  because,
  reason: null,
  heldReason: null,
  heldBy: null,
  superseded: false,
  resent: false,
});
const deadline = (kind: string, on: string) => ({
  key: `deadline:${kind}:1`,
  kind,
  on,
  suspended: false,
  because,
  source: 'playbook',
});
const coming = (on: string, one: object, listedOn: string | null = null) => ({ on, listedOn, ...one }) as Coming;
const axis = (
  view: Partial<Record<'events' | 'tasks' | 'messages' | 'deadlines', unknown[]>>,
  forecast: Forecast | null = null,
) =>
  axisOf(
    { events: [], tasks: [], messages: [], deadlines: [], ...view } as Pick<
      FileView,
      'events' | 'tasks' | 'messages' | 'deadlines'
    >,
    today,
    forecast,
  );
const said = (entries: readonly AxisEntry[]) =>
  entries.map(
    (entry) => `${entry.on} ${entry.kind === 'events' ? entry.events.map(({ type }) => type).join('+') : entry.id}`,
  );

describe('the axis', () => {
  it('stands by day: what happened before today, what is to come after it', () => {
    const { past, ahead } = axis({
      events: [event('post_delivered', '2026-04-21'), event('file_submitted', '2026-04-16')],
      messages: [
        message('email:file_submitted:1', '2026-04-17', 'sent'),
        message('email:still_waiting:1', '2026-05-21', 'planned'),
      ],
      tasks: [task('office_visit:with_cpam:1', '2026-06-05'), task('call_3646:with_cpam:1', '2026-05-21')],
      deadlines: [deadline('silence', '2026-06-21'), deadline('reply_to_cpam', '2026-05-11')],
    });
    expect(said(past)).toEqual([
      '2026-04-16 file_submitted',
      '2026-04-17 email:file_submitted:1',
      '2026-04-21 post_delivered',
      '2026-05-11 deadline:reply_to_cpam:1',
    ]);
    expect(said(ahead)).toEqual([
      '2026-05-21 call_3646:with_cpam:1',
      '2026-05-21 email:still_waiting:1',
      '2026-06-05 office_visit:with_cpam:1',
      '2026-06-21 deadline:silence:1',
    ]);
  });

  it('puts papers of one day and one kind together, but not what was voided', () => {
    const { past } = axis({
      events: [
        event('document_verified', '2026-03-05'),
        event('document_verified', '2026-03-05'),
        event('document_verified', '2026-03-05', { voided: true }),
        event('document_received', '2026-03-05'),
        event('voided', '2026-03-06', { on: null }),
      ],
    });
    expect(said(past)).toEqual([
      '2026-03-05 document_verified+document_verified',
      '2026-03-05 document_verified',
      '2026-03-05 document_received',
    ]);
  });

  it('keeps what is late after the line of today, and what is snoozed on its later day', () => {
    const { ahead } = axis({
      tasks: [
        task('trace_post:file:1', '2026-05-18'),
        task('call_3646:with_cpam:1', '2026-05-20', { snoozedUntil: '2026-05-26' }),
        task('call_3646:with_cpam:2', '2026-05-20', { state: 'done' }),
      ],
    });
    expect(ahead.map((entry) => entry.kind === 'task' && [entry.on, entry.late])).toEqual([
      ['2026-05-18', true],
      ['2026-05-26', false],
    ]);
  });

  it('shows no cancelled email, and letters, calls, emails and deadlines alone', () => {
    const { past, ahead } = axis({
      events: [event('file_submitted', '2026-04-16'), event('call_made', '2026-05-20'), event('refused', '2026-05-20')],
      messages: [
        message('email:welcome:1', '2026-02-02', 'cancelled'),
        message('email:still_waiting:1', '2026-06-22', 'held'),
      ],
      deadlines: [deadline('appeal', '2026-07-20')],
    });
    expect(shownOf(past, 'post').length).toBe(1);
    expect(shownOf(past, 'calls').length).toBe(1);
    expect(shownOf(past, 'all').length).toBe(3);
    expect(said(shownOf(ahead, 'emails'))).toEqual(['2026-06-22 email:still_waiting:1']);
    expect(said(shownOf(ahead, 'deadlines'))).toEqual(['2026-07-20 deadline:appeal:1']);
  });

  it('folds what lies long before today, but never a single entry', () => {
    const many = (count: number) =>
      axis({
        events: Array.from({ length: count }, (_, i) =>
          event('call_made', `2026-03-${String(i + 1).padStart(2, '0')}`),
        ),
      }).past;
    expect(folded(many(6)).earlier.length).toBe(0);
    expect(folded(many(9))).toMatchObject({ earlier: { length: 4 }, recent: { length: 5 } });
  });

  it('takes the days ahead from the forecast: what is not planned yet, what moves, what will not come', () => {
    const view = {
      tasks: [
        task('registered_post:file:1', '2026-07-13'),
        task('call_3646:with_cpam:1', '2026-06-01'),
        task('review_file:permit:1', '2026-12-01'),
      ],
      messages: [message('email:documents_reminder:2', '2026-06-10', 'cancelled')],
    };
    const { ahead } = axis(view, {
      until: '2026-08-19' as Day,
      coming: [
        coming('2026-05-28', { what: 'task', task: task('call_3646:with_cpam:1', '2026-05-28') }, '2026-06-01'),
        coming('2026-06-29', { what: 'task', task: task('collect_documents:2', '2026-06-29') }),
        coming('2026-06-29', { what: 'email', email: message('email:documents_reminder:2', '2026-06-29', '') }),
        coming('2026-07-01', { what: 'deadline', deadline: deadline('silence', '2026-07-01') }),
      ],
      fallsAway: [
        { what: 'task', key: 'registered_post:file:1', listedOn: '2026-07-13' as Day, from: '2026-06-28' as Day },
      ],
    });
    expect(ahead.map(({ kind, id, on, awayFrom, listedOn }) => [kind, id, on, awayFrom ?? listedOn])).toEqual([
      ['task', 'call_3646:with_cpam:1', '2026-05-28', '2026-06-01'],
      ['foreseen', 'collect_documents:2', '2026-06-29', undefined],
      ['foreseen', 'email:documents_reminder:2', '2026-06-29', undefined],
      ['foreseen', 'deadline:silence:1', '2026-07-01', undefined],
      ['task', 'registered_post:file:1', '2026-07-13', '2026-06-28'],
      ['task', 'review_file:permit:1', '2026-12-01', undefined],
    ]);
    expect(said(shownOf(ahead, 'emails'))).toEqual(['2026-06-29 email:documents_reminder:2']);
    expect(said(shownOf(ahead, 'deadlines'))).toEqual(['2026-07-01 deadline:silence:1']);
  });

  it('shows an email that has left once, on its day, though the forecast has it for a later one', () => {
    const view = { messages: [message('email:file_received:1', '2026-04-22', 'sent')] };
    const again = message('email:file_received:1', '2026-06-27', '');
    const { past, ahead } = axis(view, {
      until: '2026-08-19' as Day,
      coming: [coming('2026-06-27', { what: 'email', email: again }, '2026-06-27')],
      fallsAway: [],
    });
    expect([said(past), said(ahead)]).toEqual([['2026-04-22 email:file_received:1'], []]);
  });

  it('shows no email that gave way to a newer one for good, though the forecast lists it again', () => {
    const gaveWay = { ...message('email:still_waiting:1', '2026-05-04', 'cancelled'), superseded: true };
    const again = { what: 'email', email: message('email:still_waiting:1', '2026-06-27', '') };
    const forecast: Forecast = { until: '2026-08-19' as Day, coming: [coming('2026-06-27', again)], fallsAway: [] };
    expect(said(axis({ messages: [gaveWay] }, forecast).ahead)).toEqual([]);
    // One that the plan had dropped comes back.
    const dropped = { ...gaveWay, superseded: false };
    expect(said(axis({ messages: [dropped] }, forecast).ahead)).toEqual(['2026-06-27 email:still_waiting:1']);
  });

  it('leaves a task where a person put it off to, whatever the forecast moves', () => {
    const { ahead } = axis(
      { tasks: [task('call_3646:with_cpam:1', '2026-06-01', { snoozedUntil: '2026-06-08' })] },
      {
        until: '2026-08-19' as Day,
        coming: [
          coming('2026-05-28', { what: 'task', task: task('call_3646:with_cpam:1', '2026-05-28') }, '2026-06-01'),
        ],
        fallsAway: [],
      },
    );
    expect(said(ahead)).toEqual(['2026-06-08 call_3646:with_cpam:1']);
  });
});
