import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn } from '../testing/story.ts';

const RIGHTS = [...DELIVERED, at('2026-03-02', 'provisional_number_received')];
const NUMBER = [...RIGHTS, at('2026-06-25', 'social_security_number_received')];
const ordered = (on: string, method = 'online') => at(on, 'card_ordered', { method });
const CARD = [...NUMBER, ordered('2026-07-06'), at('2026-07-22', 'card_received')];
const LOST = [...CARD, at('2026-08-01', 'card_lost')];

describe('open rights', () => {
  it('are followed until the permanent number', () => {
    const made = planOn('2026-03-02', { events: RIGHTS });
    expect([made.stage, made.step]).toEqual(['rights_open', 4]);
    expect(made.tasks).toEqual({
      'call_3646:rights_open:1': '2026-06-02',
      'registered_post:civil_status:1': '2026-09-02',
      'review_file:rights_open:1': '2026-11-02',
    });
    expect(made.emails).toMatchObject({
      'rights_open:1': '2026-03-02',
      'number_pending:1': '2026-06-02',
      'number_pending:2': '2026-09-02',
      'number_ends_soon:1': '2026-11-02',
    });
    expect(made.deadlines['provisional_number_ends:1']).toBe('2026-12-02');
  });

  it('begin with an attestation, and the end of the number runs from the number', () => {
    const attested = [...DELIVERED, at('2026-03-02', 'attestation_received')];
    const first = planOn('2026-03-02', { events: attested });
    expect([first.stage, first.emails['rights_open:1']]).toEqual(['rights_open', '2026-03-02']);
    expect(first.deadlines).not.toHaveProperty('provisional_number_ends:1');
    const then = planOn('2026-03-20', { events: [...attested, at('2026-03-18', 'provisional_number_received')] });
    expect(then.tasks['call_3646:rights_open:1']).toBe('2026-06-02');
    expect(then.emails).toMatchObject({ 'rights_open:1': '2026-03-02', 'number_ends_soon:1': '2026-11-18' });
    expect(then.deadlines['provisional_number_ends:1']).toBe('2026-12-18');
  });

  it('keep the end of the number while CPAM asks for papers', () => {
    const made = planOn('2026-04-01', {
      events: [...RIGHTS, at('2026-04-01', 'documents_requested', { documents: ['birth_certificate'] })],
    });
    expect([made.stage, made.step, made.deadlines['provisional_number_ends:1']]).toEqual([
      'documents_requested',
      4,
      '2026-12-02',
    ]);
  });

  it('have an alarm that returns', () => {
    const events = [...RIGHTS, at('2026-11-04', 'task_done', { about: 'review_file:rights_open:1' })];
    expect(planOn('2026-11-04', { events }).tasks['review_file:rights_open:1:2']).toBe('2026-12-04');
  });
});

describe('the permanent number', () => {
  it('asks for account, card and doctor, each when it is possible', () => {
    const made = planOn('2026-06-26', { events: NUMBER });
    expect(made.tasks).toEqual({
      'open_ameli_account:1': '2026-06-25',
      'order_card:1': '2026-07-06',
      'declare_gp:1': '2026-07-16',
      'review_file:card_to_order:1': '2026-08-10',
    });
    expect(made.emails).toMatchObject({ 'number_issued:1': '2026-06-25', 'card_to_order:1': '2026-07-16' });
  });

  it('lets the card be ordered as soon as the account is open', () => {
    const made = planOn('2026-06-30', { events: [...NUMBER, at('2026-06-30', 'ameli_account_created')] });
    expect(made.tasks['order_card:1']).toBe('2026-06-30');
    expect(made.tasks).not.toHaveProperty('open_ameli_account:1');
  });

  it('hands CPAM’s letter for a photo on the same day', () => {
    const made = planOn('2026-07-01', { events: [...NUMBER, at('2026-07-01', 'photo_requested')] });
    expect([made.tasks['order_card:1'], made.emails['card_to_order:1']]).toEqual(['2026-07-01', '2026-07-01']);
  });
});

describe('a card on order', () => {
  it('is asked after, and then asked for in writing', () =>
    expect(planOn('2026-07-07', { events: [...NUMBER, ordered('2026-07-06')] }).tasks).toMatchObject({
      'ameli_message:card:1': '2026-07-20',
      'call_3646:card:1': '2026-07-27',
      'registered_post:card:1': '2026-08-05',
      'office_visit:card:1': '2026-08-20',
      'review_file:card:1': '2026-09-04',
    }));

  it('by post takes a week more, and no account can be asked', () => {
    const made = planOn('2026-07-07', { events: [...NUMBER, ordered('2026-07-06', 'post')] });
    expect(made.tasks).not.toHaveProperty('ameli_message:card:1');
    expect(made.tasks).toMatchObject({ 'call_3646:card:1': '2026-08-03', 'registered_post:card:1': '2026-08-05' });
    expect(made.emails['card_late:1']).toBe('2026-08-03');
    const known = planOn('2026-07-07', {
      events: [...NUMBER, at('2026-07-01', 'ameli_account_created'), ordered('2026-07-06', 'post')],
    });
    expect(known.tasks['ameli_message:card:1']).toBe('2026-07-20');
  });
});

describe('the card', () => {
  it('leaves account and doctor open for sixty days, and erases the papers after thirty', () => {
    const made = planOn('2026-07-22', { events: CARD });
    expect([made.stage, made.step, made.nextReviewOn]).toEqual(['card_delivered', 7, '2026-09-21']);
    expect(made.tasks).toEqual({ 'open_ameli_account:1': '2026-06-25', 'declare_gp:1': '2026-07-16' });
    expect(made.deadlines['erase_papers:1']).toBe('2026-08-21');
    expect(planOn('2026-09-20', { events: CARD }).tasks).toHaveProperty('declare_gp:1');
    expect(planOn('2026-09-21', { events: CARD }).tasks).toEqual({});
  });

  it('that is lost is ordered anew', () => {
    const made = planOn('2026-08-01', { events: LOST });
    expect(made.stage).toBe('number_issued');
    expect(made.tasks).toMatchObject({ 'order_card:2': '2026-08-03', 'review_file:card_to_order:2': '2026-09-15' });
    expect(made.emails['card_to_order:2']).toBe('2026-08-03');
    expect(made.deadlines).not.toHaveProperty('erase_papers:1');
    const again = planOn('2026-08-05', { events: [...LOST, ordered('2026-08-05')] });
    expect(again.tasks).toMatchObject({ 'ameli_message:card:2': '2026-08-19', 'call_3646:card:2': '2026-08-26' });
    expect(again.emails['card_ordered:2']).toBe('2026-08-05');
  });
});
