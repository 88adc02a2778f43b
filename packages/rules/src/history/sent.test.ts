import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, posted, SENT, verified } from '../testing/story.ts';

/** Letters on their way, their receipts and returns, and the wait that each begins. */

const NUMBER = '1A00915820380';
const OTHER = '1K36275770836';
const call = (on: string, outcome: string, more: object = {}) => at(on, 'call_made', { outcome, ...more });
const tracked = (on: string, status: string, trackingNumber: string | null = NUMBER) =>
  at(on, 'post_tracked', { trackingNumber, status });
const delivered = (on: string, trackingNumber?: string) =>
  at(on, 'post_delivered', trackingNumber === undefined ? {} : { trackingNumber });
const papers = (on: string, more: object = {}) =>
  at(on, 'supplement_sent', { method: 'registered_post', documents: ['rib'], ...more });
const asked = (on: string, ...documents: string[]) => at(on, 'documents_requested', { documents });
const refused = (on: string, notifiedOn = on) => at(on, 'refused', { notifiedOn });
const appeal = (on: string, more: object = {}) => at(on, 'appeal_sent', { method: 'registered_post', ...more });
const decided = (on: string, outcome: string) => at(on, 'appeal_decided', { outcome });

const NUMBERED = [...verified('2026-01-14'), posted('2026-01-16', { trackingNumber: NUMBER })];
/** Returned on Monday 2 February, sent again on Wednesday. */
const SENT_AGAIN = [...NUMBERED, tracked('2026-02-02', 'returned'), posted('2026-02-04', { trackingNumber: OTHER })];
type Events = readonly ReturnType<typeof at>[];
const silenceOf = (day: string, events: Events) => planOn(day, { events }).deadlines;
const stageOn = (day: string, events: Events) => planOn(day, { events }).stage;

describe('a posting', () => {
  it('too early is warned of, on the day itself no more', () => {
    const early = (on: string) => planOn('2026-01-20', { openedOn: '2026-01-05', events: [posted(on)] }).warnings;
    expect(early('2026-01-09')).toContain('submitted_too_early');
    expect(early('2026-01-12')).not.toContain('submitted_too_early');
  });

  it('is not called early when nobody knows the first day', () => {
    const { warnings } = planOn('2026-01-20', {
      applicant: { activityStartsOn: null, arrivedOn: null },
      events: [posted('2026-01-16')],
    });
    expect(warnings).not.toContain('submitted_too_early');
  });

  it('of the day of a refusal is the new request that follows it', () => {
    const events = [...DELIVERED, posted('2026-03-02'), refused('2026-03-02', '2026-02-27')];
    const made = planOn('2026-03-03', { events });
    expect([made.stage, made.deadlines['appeal:1']]).toEqual(['submitted', '2026-04-27']);
    expect(made.tasks).toHaveProperty('call_3646:with_cpam:3');
    // It has followed the refusal: another one needs a cause of its own.
    expect(planOn('2026-03-10', { events: [...events, posted('2026-03-09')] }).tasks).not.toHaveProperty(
      'trace_post:file:5',
    );
  });

  it('after a refusal counts, though nobody knows of an earlier one', () => {
    const events = [...verified('2026-01-14'), refused('2026-03-02'), posted('2026-03-09')];
    expect(stageOn('2026-03-10', events)).toBe('submitted');
  });

  it('after an appeal that was rejected is a new request', () => {
    const events = [
      ...DELIVERED,
      refused('2026-03-02'),
      appeal('2026-03-16'),
      decided('2026-05-15', 'rejected'),
      posted('2026-05-20'),
    ];
    expect(stageOn('2026-05-21', events)).toBe('submitted');
  });

  it('of the same day as a call counts only when that call did not find the file', () => {
    const also = (outcome: string) =>
      stageOn('2026-02-20', [...DELIVERED, call('2026-02-20', outcome), posted('2026-02-20')]);
    expect(['not_found', 'in_progress', 'processed', 'call_back_on', 'no_answer'].map(also)).toEqual([
      'submitted',
      'with_cpam',
      'with_cpam',
      'with_cpam',
      'with_cpam',
    ]);
  });

  it('that does not count is no letter of the file: news without a number are not of it', () => {
    const events = [...SENT, posted('2026-01-30', { trackingNumber: OTHER }), delivered('2026-02-02')];
    expect(silenceOf('2026-02-03', events)).toMatchObject({ 'silence:1': '2026-04-02' });
  });
});

describe('a receipt', () => {
  it('without a number is of a letter of the file, not of another letter of ours', () => {
    const events = [...SENT, at('2026-02-10', 'letter_sent', { trackingNumber: OTHER }), delivered('2026-02-12')];
    expect(stageOn('2026-02-12', events)).toBe('with_cpam');
  });

  it('with a number of no letter is of the one under way, be it of that day', () => {
    const made = planOn('2026-01-16', { events: [...SENT, delivered('2026-01-16', OTHER)] });
    expect([made.stage, made.warnings]).toEqual(['with_cpam', ['tracking_unknown']]);
  });

  it('counts once: the wait does not begin anew with a second one', () => {
    const events = [...NUMBERED, delivered('2026-01-20', NUMBER), delivered('2026-02-02', NUMBER)];
    expect(silenceOf('2026-02-03', events)).toMatchObject({ 'silence:1': '2026-03-20' });
  });

  it('without a number is not of a letter that has come back', () => {
    const made = planOn('2026-02-06', {
      events: [...NUMBERED, tracked('2026-02-02', 'returned'), delivered('2026-02-05')],
    });
    expect([made.stage, made.tasks]).toEqual(['submitted', { 'registered_post:file:2': '2026-02-03' }]);
  });

  it('by its number shows that a letter said to come back has arrived', () => {
    const made = planOn('2026-02-06', {
      events: [...NUMBERED, tracked('2026-02-02', 'returned'), delivered('2026-02-05', NUMBER)],
    });
    expect([made.stage, made.deadlines['silence:1']]).toEqual(['with_cpam', '2026-04-05']);
    expect(made.tasks).not.toHaveProperty('registered_post:file:2');
  });

  it('of the letter that came back and went out again begins the wait, under the same number', () => {
    const made = planOn('2026-02-07', { events: [...SENT_AGAIN, delivered('2026-02-06', NUMBER)] });
    expect([made.stage, made.deadlines['silence:1'], made.emails['file_received:1']]).toEqual([
      'with_cpam',
      '2026-04-06',
      '2026-02-09',
    ]);
    // The second letter's own receipt is the one that counts once it is there.
    const both = [...SENT_AGAIN, delivered('2026-02-06', NUMBER), delivered('2026-02-09', OTHER)];
    expect(silenceOf('2026-02-10', both)).toMatchObject({ 'silence:1': '2026-04-09' });
  });

  it('of the first letter counts from the day on which the next one was posted', () => {
    const again = [...NUMBERED, call('2026-02-20', 'not_found'), posted('2026-02-23', { trackingNumber: OTHER })];
    expect(stageOn('2026-02-24', [...again, delivered('2026-02-23', NUMBER)])).toBe('with_cpam');
    const before = [...NUMBERED, delivered('2026-01-20', NUMBER), ...again.slice(NUMBERED.length)];
    expect(stageOn('2026-02-24', before)).toBe('submitted');
  });

  it('that comes after CPAM’s word leaves the day on which the client was told', () => {
    const events = [...SENT, call('2026-02-23', 'in_progress'), delivered('2026-02-26')];
    expect(planOn('2026-02-27', { events }).emails['file_received:1']).toBe('2026-02-24');
  });
});

describe('a letter’s return', () => {
  it('without a number is not of a letter posted that day', () => {
    expect(
      planOn('2026-01-16', { events: [...SENT, tracked('2026-01-16', 'returned', null)] }).tasks,
    ).not.toHaveProperty('registered_post:file:2');
  });

  it('without a number is of the last one under way alone: the one before may still arrive', () => {
    const both = [...SENT, posted('2026-02-25'), tracked('2026-03-02', 'returned', null)];
    expect(planOn('2026-03-03', { events: both }).tasks).toEqual({ 'registered_post:file:2': '2026-03-03' });
    expect(stageOn('2026-03-04', [...both, delivered('2026-03-04')])).toBe('with_cpam');
  });

  it('is told once: a second notice changes nothing', () => {
    const events = [...NUMBERED, tracked('2026-02-02', 'undeliverable'), tracked('2026-02-05', 'returned')];
    expect(planOn('2026-02-06', { events }).tasks).toEqual({ 'registered_post:file:2': '2026-02-03' });
  });

  it('after its receipt is a mistake of the post', () => {
    const events = [...NUMBERED, delivered('2026-01-20', NUMBER), tracked('2026-01-23', 'returned')];
    const made = planOn('2026-01-26', { events });
    expect(made.stage).toBe('with_cpam');
    expect(made.tasks).not.toHaveProperty('registered_post:file:2');
  });

  it('recorded after a later letter of its kind was sent changes no round', () => {
    const events = [...NUMBERED, posted('2026-02-25', { trackingNumber: OTHER }), tracked('2026-03-02', 'returned')];
    const made = planOn('2026-03-03', { events });
    expect(made.tasks).not.toHaveProperty('registered_post:file:2');
    expect(made.tasks).toHaveProperty('call_3646:with_cpam:3');
  });

  it('after CPAM has shown that it has the file uses up the round: the client was told', () => {
    const events = [
      ...NUMBERED,
      call('2026-02-23', 'in_progress'),
      tracked('2026-03-02', 'returned'),
      posted('2026-03-04', { trackingNumber: OTHER }),
    ];
    expect(planOn('2026-03-05', { events }).tasks).toHaveProperty('call_3646:with_cpam:3');
  });

  it('of papers that nobody had asked for leaves the wait as it was', () => {
    const events = [
      ...DELIVERED,
      papers('2026-02-02', { trackingNumber: OTHER }),
      tracked('2026-02-09', 'returned', OTHER),
    ];
    expect(planOn('2026-02-10', { events }).tasks).toMatchObject({ 'call_3646:with_cpam:1': '2026-02-19' });
    expect(planOn('2026-02-10', { events }).deadlines).toMatchObject({ 'silence:1': '2026-03-20' });
  });

  it('of papers that arrived all the same settles the request again', () => {
    const back = [
      ...DELIVERED,
      asked('2026-02-10', 'rib'),
      papers('2026-02-16', { trackingNumber: OTHER }),
      tracked('2026-02-25', 'returned', OTHER),
    ];
    expect(stageOn('2026-02-26', back)).toBe('documents_requested');
    expect(stageOn('2026-03-02', [...back, delivered('2026-03-02', OTHER)])).toBe('with_cpam');
  });

  it('of the appeal against the second refusal is of that one', () => {
    const events = [
      ...DELIVERED,
      refused('2026-03-02'),
      refused('2026-03-20'),
      appeal('2026-04-08', { trackingNumber: OTHER }),
      tracked('2026-04-20', 'returned', OTHER),
    ];
    expect(planOn('2026-04-21', { events }).tasks).toMatchObject({ 'file_appeal:2': '2026-04-21' });
    expect(stageOn('2026-04-21', events)).toBe('refused');
  });
});

describe('a letter at the post office', () => {
  it('is asked after for the file alone, and counted apart', () => {
    const events = [
      ...DELIVERED,
      asked('2026-02-10', 'rib'),
      papers('2026-02-16', { trackingNumber: OTHER }),
      tracked('2026-02-20', 'at_counter', OTHER),
      refused('2026-03-02'),
      posted('2026-03-09', { trackingNumber: NUMBER }),
      tracked('2026-03-13', 'at_counter', NUMBER),
    ];
    expect(planOn('2026-03-13', { events }).tasks).toHaveProperty('trace_post:counter:1', '2026-03-13');
  });
});

describe('papers whose receipt is missing', () => {
  const ANSWERED = [...DELIVERED, asked('2026-02-10', 'rib'), papers('2026-02-23', { trackingNumber: OTHER })];

  it.each([
    ['call_3646:with_cpam:3', call('2026-03-30', 'in_progress')],
    ['office_visit:with_cpam:2', at('2026-04-13', 'office_visited')],
    ['registered_post:chase:2', at('2026-04-27', 'letter_sent', { about: 'registered_post:chase:2' })],
    ['call_3646:with_cpam:4', call('2026-05-27', 'in_progress', { about: 'call_3646:with_cpam:4' })],
    ['seize_mediator:with_cpam:2', at('2026-05-27', 'task_done', { about: 'seize_mediator:with_cpam:2' })],
    ['review_file:with_cpam:2', at('2026-06-29', 'task_done', { about: 'review_file:with_cpam:2' })],
  ])('use up their round when they come back after %s was done', (key, step) => {
    const back = [...ANSWERED, step, tracked('2026-07-01', 'returned', OTHER)];
    const events = [...back, papers('2026-07-02', { documents: ['rib'] })];
    const made = planOn('2026-07-03', { events });
    expect(made.deadlines, key).toHaveProperty('silence:3');
    expect(made.deadlines).not.toHaveProperty('silence:2');
    // Had nothing been done, the second letter would have taken the round over.
    const idle = [...ANSWERED, tracked('2026-07-01', 'returned', OTHER), papers('2026-07-02')];
    expect(planOn('2026-07-03', { events: idle }).deadlines).toHaveProperty('silence:2');
  });

  it('wait behind a file that was sent again after them', () => {
    const events = [...ANSWERED, call('2026-03-02', 'not_found'), posted('2026-03-03')];
    expect(stageOn('2026-03-04', events)).toBe('submitted');
    const sameDay = [...DELIVERED, call('2026-03-02', 'not_found'), posted('2026-03-03'), papers('2026-03-03')];
    expect(stageOn('2026-03-04', sameDay)).toBe('with_cpam');
  });

  it('begin a wait though nobody knows of the file itself', () => {
    const handedIn = [papers('2026-02-23', { method: 'appointment' })];
    expect(planOn('2026-02-24', { events: handedIn }).deadlines).toMatchObject({ 'silence:1': '2026-04-23' });
    expect(planOn('2026-02-24', { events: [papers('2026-02-23')] }).deadlines).toMatchObject({
      'silence:1': '2026-04-27',
    });
  });
});

describe('an appeal', () => {
  const TWICE = [...DELIVERED, refused('2026-03-02'), appeal('2026-03-16'), refused('2026-04-20')];

  it('arrives though the file was refused a second time meanwhile', () => {
    const { deadlines } = planOn('2026-04-23', { events: [...TWICE, at('2026-04-22', 'appeal_delivered')] });
    expect(deadlines).toMatchObject({ 'appeal_silence:1': '2026-06-22', 'appeal:2': '2026-06-20' });
  });

  it('that is accepted settles what was refused with it', () => {
    const made = planOn('2026-05-15', { events: [...TWICE, decided('2026-05-15', 'accepted')] });
    expect([made.stage, made.emails['appeal_accepted:1'], made.emails['appeal_accepted:2']]).toEqual([
      'with_cpam',
      '2026-05-15',
      undefined,
    ]);
    expect(made.deadlines).not.toHaveProperty('appeal:2');
  });

  it('accepted begins a wait that a later posting hides, one of the same day does not', () => {
    const accepted = [...DELIVERED, refused('2026-03-02'), appeal('2026-03-16'), decided('2026-05-15', 'accepted')];
    const later = [...accepted, call('2026-05-18', 'not_found'), posted('2026-05-20')];
    expect(stageOn('2026-05-21', later)).toBe('submitted');
    const same = [...accepted, posted('2026-05-15'), call('2026-05-15', 'not_found')];
    expect(stageOn('2026-05-15', same)).toBe('with_cpam');
  });

  it('against nothing is a letter like any other', () => {
    expect(stageOn('2026-04-09', [...DELIVERED, appeal('2026-04-08')])).toBe('with_cpam');
  });
});

describe('a mediator', () => {
  it('who accepts twice is one: closed once, the days run again', () => {
    const events = [
      ...DELIVERED,
      refused('2026-03-02', '2026-02-27'),
      at('2026-03-12', 'mediator_accepted'),
      at('2026-03-20', 'mediator_accepted'),
    ];
    expect(planOn('2026-03-21', { events }).suspended).toEqual(['appeal:1']);
    const closed = planOn('2026-04-13', { events: [...events, at('2026-04-11', 'mediator_closed')] });
    expect([closed.suspended, closed.deadlines['appeal:1']]).toEqual([[], '2026-05-27']);
  });
});

describe('a move to another department', () => {
  const MOVED = at('2026-03-09', 'applicant_changed', { changes: { address: { postcode: '31000' } } });
  const isLookedAt = (events: Events) => 'review_file:moved:1' in planOn('2026-03-10', { events }).tasks;

  it.each([
    ['a posting', posted('2026-03-02')],
    ['papers sent', papers('2026-03-02')],
    ['a request for papers', asked('2026-03-02', 'rib')],
    ['a refusal', refused('2026-03-02')],
    ['a provisional number', at('2026-03-02', 'provisional_number_received')],
    ['an attestation', at('2026-03-02', 'attestation_received')],
    ['the number', at('2026-03-02', 'social_security_number_received')],
    ['an order of the card', at('2026-03-02', 'card_ordered', { method: 'online' })],
  ])('is looked at when CPAM has something of the file: %s', (_, event) => {
    expect(isLookedAt([event, MOVED])).toBe(true);
  });

  it('before anything was sent, or on the day of the first posting, is nothing to look at', () => {
    expect(isLookedAt([MOVED])).toBe(false);
    expect(isLookedAt([MOVED, posted('2026-03-09')])).toBe(false);
  });
});

describe('a number that a letter of ours, a visit or a message names', () => {
  it.each(['letter_sent', 'office_visited', 'ameli_message_sent'])('is known: %s', (type) => {
    const events = [
      ...DELIVERED,
      at('2026-02-10', type, { trackingNumber: OTHER }),
      tracked('2026-02-12', 'taken', OTHER),
    ];
    expect(planOn('2026-02-12', { events }).warnings).not.toContain('tracking_unknown');
    expect(planOn('2026-02-12', { events: [...DELIVERED, tracked('2026-02-12', 'taken', OTHER)] }).warnings).toContain(
      'tracking_unknown',
    );
  });
});

describe('a card', () => {
  const NUMBER_CAME = [...DELIVERED, at('2026-03-02', 'social_security_number_received')];
  const ordered = (on: string, method = 'online') => at(on, 'card_ordered', { method });

  it('ordered again is another one, from its own day', () => {
    const made = planOn('2026-04-21', {
      events: [...NUMBER_CAME, ordered('2026-03-09'), ordered('2026-04-20', 'post')],
    });
    expect(made.emails).toMatchObject({ 'card_ordered:1': '2026-03-09', 'card_ordered:2': '2026-04-20' });
    expect(made.tasks).toMatchObject({ 'call_3646:card:2': '2026-05-18', 'review_file:card:2': '2026-06-19' });
  });

  it('ordered again though it came is another one', () => {
    const events = [...NUMBER_CAME, ordered('2026-03-09'), at('2026-04-01', 'card_received'), ordered('2026-05-04')];
    const made = planOn('2026-05-05', { events });
    expect([made.stage, made.emails['card_ordered:2']]).toEqual(['card_ordered', '2026-05-04']);
  });

  it('that came without an order of ours, and was ordered then, is the second', () => {
    const events = [...NUMBER_CAME, at('2026-04-01', 'card_received'), ordered('2026-05-04')];
    expect(planOn('2026-05-05', { events }).emails).toHaveProperty('card_ordered:2', '2026-05-04');
  });

  it('is not lost before it came', () => {
    const events = [...NUMBER_CAME, ordered('2026-03-09'), at('2026-03-12', 'card_lost')];
    expect(stageOn('2026-03-13', events)).toBe('card_ordered');
  });
});
