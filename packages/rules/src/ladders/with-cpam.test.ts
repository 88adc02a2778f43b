import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, posted, SENT, verified } from '../testing/story.ts';

const NUMBER = '1A00915820380';
const OTHER = '1K36275770836';
const tracked = (status: string, on: string, trackingNumber = NUMBER) =>
  at(on, 'post_tracked', { trackingNumber, status });
const call = (on: string, outcome: string, more: object = {}) => at(on, 'call_made', { outcome, ...more });
const NUMBERED = [...verified('2026-01-14'), posted('2026-01-16', { trackingNumber: NUMBER })];

describe('a file that was posted', () => {
  it('is traced, called about and in the end sent again, while nobody knows whether it has arrived', () => {
    const made = planOn('2026-01-19', { events: SENT });
    expect(made.stage).toBe('submitted');
    expect(made.tasks).toEqual({
      'trace_post:file:1': '2026-01-23',
      'trace_post:file:2': '2026-02-13',
      'call_3646:with_cpam:1': '2026-02-23',
      'registered_post:resend:1': '2026-02-25',
      'office_visit:with_cpam:1': '2026-03-09',
    });
    expect(made.emails).toEqual({
      'welcome:1': '2026-01-12',
      'file_submitted:1': '2026-01-19',
      'receipt_missing:1': '2026-02-13',
    });
    expect(Object.keys(made.deadlines)).toEqual(['permit_ends:1']);
  });

  it('is not told to be on its way when it has arrived by then', () => {
    const made = planOn('2026-01-19', { events: [...SENT, at('2026-01-17', 'post_delivered')] });
    expect(made.emails).not.toHaveProperty('file_submitted:1');
    expect(made.emails['file_received:1']).toBe('2026-01-19');
  });

  it('is not delivered by news without a number of the day it was posted', () =>
    expect(planOn('2026-01-16', { events: [...SENT, at('2026-01-16', 'post_delivered')] }).stage).toBe('submitted'));

  it('waits at the post office', () => {
    const { stage, tasks } = planOn('2026-01-22', { events: [...NUMBERED, tracked('at_counter', '2026-01-21')] });
    expect([stage, tasks['trace_post:counter:1']]).toEqual(['submitted', '2026-01-21']);
  });

  it.each(['returned', 'undeliverable'])(
    '%s: is posted anew the next working day, and nothing rests on an assumption',
    (status) => {
      const made = planOn('2026-02-03', { events: [...NUMBERED, tracked(status, '2026-02-02')] });
      expect([made.stage, made.tasks]).toEqual(['submitted', { 'registered_post:file:2': '2026-02-03' }]);
      expect(made.emails).not.toHaveProperty('receipt_missing:1');
    },
  );

  it('keeps its round when a letter came back, and counts its postings', () => {
    const events = [...NUMBERED, tracked('returned', '2026-02-02'), posted('2026-02-04', { trackingNumber: OTHER })];
    const made = planOn('2026-02-05', { events });
    expect(made.tasks).toEqual({
      'trace_post:file:3': '2026-02-11',
      'trace_post:file:4': '2026-03-04',
      'call_3646:with_cpam:1': '2026-03-12',
      'registered_post:resend:1': '2026-03-16',
      'office_visit:with_cpam:1': '2026-03-27',
    });
    expect(made.emails['file_submitted:2']).toBe('2026-02-05');
  });

  it('uses up the round when a step of it was answered before the letter came back', () => {
    const events = [
      ...NUMBERED,
      call('2026-02-23', 'no_answer'),
      tracked('returned', '2026-02-24'),
      posted('2026-02-25', { trackingNumber: OTHER }),
    ];
    expect(planOn('2026-02-25', { events }).tasks).toHaveProperty('call_3646:with_cpam:3');
  });

  it('counts a second posting only when the first has come to nothing', () => {
    expect(planOn('2026-02-02', { events: [...DELIVERED, posted('2026-02-02')] }).stage).toBe('with_cpam');
    expect(planOn('2026-02-24', { events: [...SENT, posted('2026-02-24')] }).tasks).not.toHaveProperty(
      'trace_post:file:3',
    );
    expect(planOn('2026-02-25', { events: [...SENT, posted('2026-02-25')] }).tasks).toHaveProperty('trace_post:file:3');
  });

  it.each(['online', 'appointment'])('is received the same day when it was filed by %s', (method) => {
    const made = planOn('2026-02-05', {
      events: [...verified('2026-01-14'), at('2026-02-05', 'file_submitted', { method })],
    });
    expect([made.stage, made.emails['file_received:1'], made.deadlines['silence:1']]).toEqual([
      'with_cpam',
      '2026-02-06',
      '2026-04-05',
    ]);
    expect(made.emails).not.toHaveProperty('file_submitted:1');
  });
});

describe('a silent caisse', () => {
  it('is called, visited, asked in writing, referred and looked at, each from the delivery', () => {
    const made = planOn('2026-02-01', { events: DELIVERED });
    expect(made.tasks).toEqual({
      'call_3646:with_cpam:1': '2026-02-19',
      'office_visit:with_cpam:1': '2026-03-06',
      'registered_post:chase:1': '2026-03-20',
      'call_3646:with_cpam:2': '2026-04-20',
      'seize_mediator:with_cpam:1': '2026-04-20',
      'review_file:with_cpam:1': '2026-05-20',
    });
    expect(made.deadlines['silence:1']).toBe('2026-03-20');
    expect(made.emails).toMatchObject({
      'file_received:1': '2026-01-21',
      'still_waiting:1': '2026-02-19',
      'still_waiting:2': '2026-03-23',
      'still_waiting:6': '2026-07-20',
    });
    expect(made.emails).not.toHaveProperty('still_waiting:7');
  });

  it('counts from the assumed receipt when CPAM shows that it has the file, and from the real one once it comes', () => {
    const shown = [...SENT, call('2026-02-23', 'in_progress')];
    const before = planOn('2026-02-23', { events: shown });
    expect(before.stage).toBe('with_cpam');
    expect(before.emails['file_received:1']).toBe('2026-02-24');
    expect(before.tasks['registered_post:chase:1']).toBe('2026-03-23');
    expect(before.deadlines['silence:1']).toBe('2026-03-22');
    const after = planOn('2026-02-26', { events: [...shown, at('2026-02-26', 'post_delivered')] });
    expect(after.tasks['registered_post:chase:1']).toBe('2026-04-27');
    expect(after.deadlines['silence:1']).toBe('2026-04-26');
    expect(Object.keys(after.emails).filter((key) => key.startsWith('file_received'))).toEqual(['file_received:1']);
  });

  it('waits a month after the formal request before the mediator', () => {
    const sent = (on: string) => planOn('2026-04-20', { events: [...DELIVERED, at(on, 'letter_sent')] });
    expect(sent('2026-03-24').tasks['seize_mediator:with_cpam:1']).toBe('2026-04-24');
    expect(sent('2026-04-17').tasks['seize_mediator:with_cpam:1']).toBe('2026-05-18');
  });

  it('sees a review return as long as the stage lasts', () => {
    const done = (...keys: [string, string][]) => [
      ...DELIVERED,
      ...keys.map(([on, about]) => at(on, 'task_done', { about })),
    ];
    const first = done(['2026-05-20', 'review_file:with_cpam:1']);
    expect(planOn('2026-05-20', { events: first }).tasks).toHaveProperty('review_file:with_cpam:1:2', '2026-06-19');
    const second = done(['2026-05-20', 'review_file:with_cpam:1'], ['2026-06-19', 'review_file:with_cpam:1:2']);
    expect(planOn('2026-06-19', { events: second }).tasks).toHaveProperty('review_file:with_cpam:1:3', '2026-07-20');
  });
});

describe('a call', () => {
  it('answers every step due by then, and a step ahead only by its name', () => {
    expect(planOn('2026-02-10', { events: [...DELIVERED, call('2026-02-09', 'in_progress')] }).tasks).toHaveProperty(
      'call_3646:with_cpam:1',
    );
    const about = call('2026-02-09', 'in_progress', { about: 'call_3646:with_cpam:1' });
    expect(planOn('2026-02-10', { events: [...DELIVERED, about] }).tasks).not.toHaveProperty('call_3646:with_cpam:1');
    expect(
      planOn('2026-02-19', { events: [...DELIVERED, call('2026-02-19', 'in_progress')] }).tasks,
    ).not.toHaveProperty('call_3646:with_cpam:1');
  });

  it.each<[string, object, string, string]>([
    ['no_answer', {}, 'call_3646:again:1', '2026-02-20'],
    ['call_back_on', { callBackOn: '2026-02-28' }, 'call_3646:back:1', '2026-03-02'],
    ['not_found', {}, 'registered_post:resend:1', '2026-02-20'],
    ['processed', {}, 'review_file:processed:1', '2026-03-02'],
  ])('that says %s raises a step, until something arrives', (outcome, more, key, due) => {
    const events = [...DELIVERED, call('2026-02-19', outcome, more)];
    const made = planOn('2026-02-19', { events });
    expect(made.tasks[key]).toBe(due);
    expect(made.tasks).not.toHaveProperty('call_3646:with_cpam:1');
    const after = planOn('2026-02-27', { events: [...events, at('2026-02-26', 'attestation_received')] });
    expect(after.tasks).not.toHaveProperty(key);
  });

  it('that nobody answered never was when another of the day reached somebody', () => {
    const events = [...DELIVERED, call('2026-02-19', 'no_answer'), call('2026-02-19', 'in_progress')];
    expect(planOn('2026-02-19', { events }).tasks).not.toHaveProperty('call_3646:again:1');
  });

  it('that finds no file, or one handled, keeps us from saying that CPAM is silent', () => {
    const waiting = (on: string, outcome: string) =>
      planOn('2026-03-05', { events: [...DELIVERED, call(on, outcome)] }).emails['still_waiting:1'];
    expect(waiting('2026-02-05', 'not_found')).toBeUndefined();
    expect(waiting('2026-02-04', 'not_found')).toBe('2026-02-19');
    expect(waiting('2026-02-19', 'processed')).toBeUndefined();
    expect(waiting('2026-02-19', 'in_progress')).toBe('2026-02-19');
  });

  it('that does not find the file moves the resend ahead to the next working day, under its number', () => {
    const made = planOn('2026-02-12', { events: [...SENT, call('2026-02-12', 'not_found')] });
    expect(made.tasks['registered_post:resend:1']).toBe('2026-02-13');
    const due = planOn('2026-02-26', { events: [...SENT, call('2026-02-26', 'not_found')] });
    expect(due.tasks['registered_post:resend:1']).toBe('2026-02-25');
    expect(due.tasks).not.toHaveProperty('registered_post:resend:2');
  });
});

describe('a round', () => {
  const notFound = [...DELIVERED, call('2026-02-20', 'not_found')];

  it('begins anew with a file sent again', () => {
    const made = planOn('2026-02-24', { events: [...notFound, posted('2026-02-23')] });
    expect(made.stage).toBe('submitted');
    expect(made.tasks).toEqual({
      'trace_post:file:3': '2026-03-02',
      'trace_post:file:4': '2026-03-23',
      'call_3646:with_cpam:3': '2026-03-30',
      'registered_post:resend:2': '2026-04-07',
      'office_visit:with_cpam:2': '2026-04-13',
    });
    const arrived = planOn('2026-02-27', {
      events: [...notFound, posted('2026-02-23'), at('2026-02-26', 'post_delivered')],
    });
    expect(arrived.emails).toMatchObject({
      'file_received:2': '2026-02-27',
      'still_waiting:1': '2026-02-19',
      'still_waiting:2': '2026-03-30',
    });
    expect(arrived.deadlines['silence:2']).toBe('2026-04-26');
  });

  it('of an earlier letter stands until the last is delivered', () => {
    const events = [
      ...NUMBERED,
      call('2026-02-20', 'not_found'),
      posted('2026-02-23', { trackingNumber: OTHER }),
      at('2026-02-24', 'post_delivered', { trackingNumber: NUMBER }),
    ];
    expect(planOn('2026-02-25', { events }).deadlines['silence:1']).toBe('2026-04-24');
    const both = [...events, at('2026-02-27', 'post_delivered', { trackingNumber: OTHER })];
    expect(planOn('2026-02-27', { events: both }).deadlines).toHaveProperty('silence:2', '2026-04-27');
  });
});

describe('what changes after the file was sent', () => {
  it.each<[string, object, string]>([
    ['department', { address: { postcode: '31000' } }, 'review_file:moved:1'],
    ['category', { category: 'resident' }, 'review_file:category:1'],
  ])('another %s is looked at the next working day, once', (_, changes, key) => {
    const events = [...DELIVERED, at('2026-02-06', 'applicant_changed', { changes })];
    const made = planOn('2026-02-06', { events });
    expect([made.stage, made.tasks[key]]).toEqual(['with_cpam', '2026-02-09']);
    const done = planOn('2026-02-09', { events: [...events, at('2026-02-09', 'task_done', { about: key })] });
    expect(Object.keys(done.tasks).filter((task) => task.startsWith(key))).toEqual([]);
  });
});
