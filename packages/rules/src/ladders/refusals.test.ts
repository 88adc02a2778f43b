import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, posted } from '../testing/story.ts';

const NUMBER = '1K36275770836';
const REFUSED = [...DELIVERED, at('2026-03-02', 'refused', { notifiedOn: '2026-02-27' })];
const appeal = (on: string, more: object = {}) => at(on, 'appeal_sent', { method: 'registered_post', ...more });
const APPEALED = [...REFUSED, appeal('2026-04-08', { trackingNumber: NUMBER })];
const decided = (on: string, outcome: string) => at(on, 'appeal_decided', { outcome });

describe('a refusal', () => {
  it('leaves two months from its notification', () => {
    const made = planOn('2026-03-02', { events: REFUSED });
    expect(made.stage).toBe('refused');
    // 20 days before 27 April: 7 April, the day after Easter Monday.
    expect(made.tasks).toEqual({ 'review_file:appeal:1': '2026-03-02', 'file_appeal:1': '2026-04-07' });
    expect(made.deadlines['appeal:1']).toBe('2026-04-27');
    expect(made.emails['refused:1']).toBe('2026-03-02');
  });

  it('that is known late asks for the appeal on that day, not before', () => {
    const late = [...DELIVERED, at('2026-04-18', 'refused', { notifiedOn: '2026-02-27' })];
    expect(planOn('2026-04-18', { events: late }).tasks['file_appeal:1']).toBe('2026-04-20');
  });

  it('is suspended by the mediator, and goes on with the days added', () => {
    const open = planOn('2026-03-12', { events: [...REFUSED, at('2026-03-12', 'mediator_accepted')] });
    expect(open.suspended).toEqual(['appeal:1']);
    expect(open.deadlines['appeal:1']).toBe('2026-04-27');
    expect(open.tasks).toEqual({ 'review_file:appeal:1': '2026-03-02', 'review_file:mediator:1': '2026-04-13' });
    const closed = planOn('2026-04-13', {
      events: [...REFUSED, at('2026-03-12', 'mediator_accepted'), at('2026-04-11', 'mediator_closed')],
    });
    expect([closed.suspended, closed.deadlines['appeal:1'], closed.tasks['file_appeal:1']]).toEqual([
      [],
      '2026-05-27',
      '2026-05-07',
    ]);
  });

  it('is not suspended by a mediator who came before it', () => {
    const events = [
      ...DELIVERED,
      at('2026-03-01', 'mediator_accepted'),
      at('2026-03-02', 'refused', { notifiedOn: '2026-02-27' }),
    ];
    expect(planOn('2026-03-02', { events }).suspended).toEqual([]);
  });

  it('ends as a stage with a new posting, and its limit stays until it is past', () => {
    const events = [...REFUSED, posted('2026-03-09')];
    const made = planOn('2026-03-10', { events });
    expect([made.stage, made.tasks['file_appeal:1'], made.deadlines['appeal:1']]).toEqual([
      'submitted',
      '2026-04-07',
      '2026-04-27',
    ]);
    expect(made.tasks).toHaveProperty('call_3646:with_cpam:3');
    const past = planOn('2026-04-28', { events });
    expect(past.tasks).not.toHaveProperty('file_appeal:1');
    expect(past.deadlines).not.toHaveProperty('appeal:1');
  });

  it('and another while its limit runs are both listed', () => {
    const made = planOn('2026-03-21', {
      events: [...REFUSED, at('2026-03-20', 'refused', { notifiedOn: '2026-03-20' })],
    });
    expect(made.deadlines).toMatchObject({ 'appeal:1': '2026-04-27', 'appeal:2': '2026-05-20' });
    expect(made.emails).toMatchObject({ 'refused:1': '2026-03-02', 'refused:2': '2026-03-20' });
  });

  it('is over with a number', () => {
    const made = planOn('2026-03-21', { events: [...REFUSED, at('2026-03-20', 'provisional_number_received')] });
    expect(made.stage).toBe('rights_open');
    expect(Object.keys(made.deadlines)).toEqual(['provisional_number_ends:1', 'permit_ends:1']);
  });
});

describe('an appeal', () => {
  it('is told, traced, and followed to the court, from its assumed receipt', () => {
    const made = planOn('2026-04-10', { events: APPEALED });
    expect(made.stage).toBe('appealing');
    expect(made.tasks).toEqual({
      'trace_post:appeal:1': '2026-04-15',
      'trace_post:appeal:2': '2026-05-07',
      'review_file:appeal_silence:1': '2026-06-15',
      'review_file:court:1': '2026-07-15',
    });
    expect(made.deadlines).toMatchObject({ 'appeal_silence:1': '2026-06-14', 'court:1': '2026-08-14' });
    expect(made.deadlines).not.toHaveProperty('appeal:1');
    expect(made.emails['appeal_sent:1']).toBe('2026-04-08');
  });

  it('counts from its delivery once that is known', () => {
    const made = planOn('2026-04-15', { events: [...APPEALED, at('2026-04-13', 'appeal_delivered')] });
    expect(made.deadlines).toMatchObject({ 'appeal_silence:1': '2026-06-13', 'court:1': '2026-08-13' });
    // 14 July is a public holiday: the review before the legal day moves back.
    expect(made.tasks).toEqual({ 'review_file:appeal_silence:1': '2026-06-15', 'review_file:court:1': '2026-07-13' });
  });

  it('that came back is as if not sent, and is told only once', () => {
    const back = [...APPEALED, at('2026-04-21', 'post_tracked', { trackingNumber: NUMBER, status: 'returned' })];
    const made = planOn('2026-04-22', { events: back });
    expect([made.stage, made.tasks['file_appeal:1']]).toEqual(['refused', '2026-04-22']);
    const again = planOn('2026-04-30', { events: [...back, appeal('2026-04-23')] });
    expect(again.stage).toBe('appealing');
    expect(Object.keys(again.emails).filter((key) => key.startsWith('appeal_sent'))).toEqual(['appeal_sent:1']);
  });

  it('rejected leaves two months for the court', () => {
    const made = planOn('2026-05-15', { events: [...APPEALED, decided('2026-05-15', 'rejected')] });
    expect([made.stage, made.tasks, made.emails['refused:2']]).toEqual([
      'refused',
      { 'review_file:court:1': '2026-06-15' },
      '2026-05-15',
    ]);
    expect(made.deadlines).toMatchObject({ 'court:1': '2026-07-15' });
    expect(made.deadlines).not.toHaveProperty('appeal_silence:1');
  });

  it('accepted begins the wait again', () => {
    const made = planOn('2026-05-15', { events: [...APPEALED, decided('2026-05-15', 'accepted')] });
    expect(made.stage).toBe('with_cpam');
    expect(made.tasks).toMatchObject({
      'call_3646:with_cpam:3': '2026-06-15',
      'registered_post:chase:2': '2026-07-15',
    });
    expect(made.emails).toMatchObject({ 'appeal_accepted:1': '2026-05-15', 'file_received:2': '2026-05-18' });
  });

  it('is not ended by a new posting', () => {
    const made = planOn('2026-04-20', { events: [...APPEALED, posted('2026-04-20')] });
    expect(made.stage).toBe('appealing');
    const done = at('2026-07-15', 'task_done', { about: 'review_file:court:1' });
    const after = planOn('2026-07-15', { events: [...APPEALED, posted('2026-04-20'), done] });
    expect(Object.keys(after.tasks).filter((key) => key.startsWith('review_file:court'))).toEqual([]);
  });
});
