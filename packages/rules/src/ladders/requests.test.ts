import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn } from '../testing/story.ts';

const NUMBER = '1K36275770836';
const letter = (on: string, documents: string[], replyBy?: string) =>
  at(on, 'documents_requested', { documents, ...(replyBy && { replyBy }) });
const phone = (on: string, documents: string[]) => at(on, 'call_made', { outcome: 'documents_missing', documents });
const supplement = (on: string, documents: string[], more: object = {}) =>
  at(on, 'supplement_sent', { method: 'registered_post', documents, ...more });
const ASKED = [...DELIVERED, letter('2026-02-10', ['proof_of_address'], '2026-03-10')];
const SENT = [...ASKED, supplement('2026-02-23', ['proof_of_address'], { trackingNumber: NUMBER })];

describe('a request', () => {
  it('is told, gathered and answered in time', () => {
    const made = planOn('2026-02-10', { events: ASKED });
    expect(made.stage).toBe('documents_requested');
    expect(made.tasks).toEqual({
      'collect_documents:supplement:1': '2026-02-10',
      'registered_post:supplement:1': '2026-03-05',
    });
    expect(made.deadlines['reply_to_cpam:1']).toBe('2026-03-10');
    expect(made.emails).toMatchObject({
      'documents_requested:1': '2026-02-10',
      'documents_reminder:supplement:1:1': '2026-02-17',
      'documents_reminder:supplement:1:2': '2026-03-02',
    });
    expect(made.statuses['proof_of_address']).toBe('missing');
  });

  it('without a day is answered within 25 days, and ends after a month by calendar', () => {
    const made = planOn('2026-02-10', { events: [...DELIVERED, letter('2026-02-10', ['rib'])] });
    // 7 March is a Saturday: the legal day is fixed, so the task comes before it.
    expect([made.tasks['registered_post:supplement:1'], made.deadlines['reply_to_cpam:1']]).toEqual([
      '2026-03-06',
      '2026-03-10',
    ]);
  });

  it('is in hand only by a paper that came for it', () => {
    expect(planOn('2026-02-10', { events: [...DELIVERED, letter('2026-02-10', ['rib'])] }).statuses['rib']).toBe(
      'missing',
    );
    const came = planOn('2026-02-20', {
      events: [...ASKED, at('2026-02-20', 'document_received', { document: 'proof_of_address' })],
    });
    expect(came.tasks).toEqual({ 'check_documents:1': '2026-02-20', 'registered_post:supplement:1': '2026-03-05' });
    expect(came.emails).not.toHaveProperty('documents_reminder:supplement:1:2');
  });

  it('that names nothing stands until the next supplement', () => {
    const events = [...DELIVERED, letter('2026-02-16', [])];
    const owed = planOn('2026-02-20', {
      events: [...events, at('2026-02-20', 'document_received', { document: 'rib' })],
    });
    expect(owed.tasks).toHaveProperty('collect_documents:supplement:1', '2026-02-16');
    expect(planOn('2026-02-21', { events: [...events, supplement('2026-02-21', [])] }).stage).toBe('with_cpam');
  });

  it('by letter soon after one by telephone is the same, counted from the letter', () => {
    const events = [
      ...DELIVERED,
      phone('2026-02-10', ['proof_of_address']),
      letter('2026-02-25', ['proof_of_address'], '2026-04-20'),
    ];
    const made = planOn('2026-02-25', { events });
    expect(made.emails).toMatchObject({ 'documents_requested:1': '2026-02-10' });
    expect(made.emails).not.toHaveProperty('documents_requested:1:2');
    expect(made.deadlines).toMatchObject({ 'reply_to_cpam:1': '2026-04-20' });
    expect(made.tasks['registered_post:supplement:1']).toBe('2026-03-20');
  });

  it('by letter that names more than the call is told again', () => {
    const events = [
      ...DELIVERED,
      phone('2026-02-10', ['proof_of_address']),
      letter('2026-02-16', ['proof_of_address', 'rib']),
    ];
    expect(planOn('2026-02-16', { events }).emails).toMatchObject({ 'documents_requested:1:2': '2026-02-16' });
  });

  it('is a new one sixteen days later; a call soon after an open letter adds nothing', () => {
    const late = [...DELIVERED, phone('2026-02-10', ['proof_of_address']), letter('2026-02-26', ['rib'])];
    expect(planOn('2026-02-26', { events: late }).emails).toHaveProperty('documents_requested:2', '2026-02-26');
    const called = [...ASKED, phone('2026-02-25', ['rib'])];
    expect(planOn('2026-02-25', { events: called }).emails).not.toHaveProperty('documents_requested:2');
  });

  it('is closed when each of its papers was sent, or a number came', () => {
    const two = [...DELIVERED, letter('2026-02-10', ['proof_of_address', 'rib'])];
    expect(planOn('2026-02-20', { events: [...two, supplement('2026-02-20', ['rib'])] }).stage).toBe(
      'documents_requested',
    );
    expect(
      planOn('2026-02-21', {
        events: [...two, supplement('2026-02-20', ['rib']), supplement('2026-02-21', ['proof_of_address'])],
      }).stage,
    ).toBe('with_cpam');
    expect(planOn('2026-02-21', { events: [...two, at('2026-02-21', 'provisional_number_received')] }).stage).toBe(
      'rights_open',
    );
  });
});

describe('a supplement', () => {
  it('opens a round from its assumed receipt, and is traced', () => {
    const made = planOn('2026-02-24', { events: SENT });
    expect(made.stage).toBe('with_cpam');
    expect(made.tasks).toEqual({
      'trace_post:supplement:1': '2026-03-02',
      'call_3646:supplement:1': '2026-03-16',
      'trace_post:supplement:2': '2026-03-23',
      'call_3646:with_cpam:3': '2026-03-30',
      'office_visit:with_cpam:2': '2026-04-13',
      'registered_post:chase:2': '2026-04-27',
      'call_3646:with_cpam:4': '2026-05-27',
      'seize_mediator:with_cpam:2': '2026-05-27',
      'review_file:with_cpam:2': '2026-06-29',
    });
    expect(made.emails).not.toHaveProperty('file_received:2');
    expect(made.deadlines['silence:2']).toBe('2026-04-27');
  });

  it('that comes back is as if not sent, and takes its round with it', () => {
    const back = [...SENT, at('2026-03-03', 'post_tracked', { trackingNumber: NUMBER, status: 'returned' })];
    const made = planOn('2026-03-04', { events: back });
    expect([made.stage, made.tasks]).toEqual([
      'documents_requested',
      { 'collect_documents:supplement:1': '2026-02-10', 'registered_post:supplement:1': '2026-03-04' },
    ]);
    const again = planOn('2026-03-05', { events: [...back, supplement('2026-03-04', ['proof_of_address'])] });
    expect(again.tasks).toMatchObject({
      'trace_post:supplement:3': '2026-03-11',
      'call_3646:with_cpam:3': '2026-04-09',
    });
  });

  it('by appointment is received the same day', () => {
    const made = planOn('2026-02-24', {
      events: [...ASKED, supplement('2026-02-23', ['proof_of_address'], { method: 'appointment' })],
    });
    expect(made.emails['file_received:2']).toBe('2026-02-24');
    expect(made.tasks['call_3646:supplement:1']).toBe('2026-03-10');
  });

  it('is not asked after once something has come', () => {
    const made = planOn('2026-03-02', { events: [...SENT, at('2026-03-02', 'provisional_number_received')] });
    expect(Object.keys(made.tasks)).toEqual([
      'call_3646:rights_open:1',
      'registered_post:civil_status:1',
      'review_file:rights_open:1',
    ]);
  });
});
