import { describe, expect, it } from 'vitest';
import { at, DELIVERED, doneBy, posted, SENT, verified } from '../testing/story.ts';

/** Which event has done which task: whoever opens a task that is done is led to it. */

const NUMBER = '1A00915820380';
const OTHER = '1K36275770836';
const named = (id: string, event: ReturnType<typeof at>) => ({ id, ...event });
const call = (on: string, outcome: string, more: object = {}) => at(on, 'call_made', { outcome, ...more });
const tracked = (on: string, status: string, trackingNumber = NUMBER) =>
  at(on, 'post_tracked', { trackingNumber, status });
const asked = (on: string, ...documents: string[]) => at(on, 'documents_requested', { documents });
const papers = (on: string, ...documents: string[]) =>
  at(on, 'supplement_sent', { method: 'registered_post', documents });
const NUMBERED = [...verified('2026-01-14'), named('first', posted('2026-01-16', { trackingNumber: NUMBER }))];
const REFUSED = [...DELIVERED, at('2026-03-02', 'refused', { notifiedOn: '2026-02-27' })];

describe('a posting has done', () => {
  it('the letter of the file', () => {
    expect(doneBy('2026-01-19', { events: NUMBERED })).toEqual({ first: ['registered_post:file:1'] });
  });

  it('the option of a frontier worker, who sends that form instead', () => {
    const done = doneBy('2026-01-19', {
      applicant: { category: 'frontier_worker', address: { postcode: '74100' } },
      events: NUMBERED,
    });
    expect(done).toEqual({ first: ['registered_post:option:1'] });
  });

  it('the next letter of the file, after one that came back', () => {
    const events = [
      ...NUMBERED,
      tracked('2026-02-02', 'returned'),
      named('second', posted('2026-02-04', { trackingNumber: OTHER })),
    ];
    expect(doneBy('2026-02-05', { events })['second']).toEqual(['registered_post:file:2']);
  });

  it('that letter alone when it leaves more than forty days after the first: it was no silence that sent it', () => {
    const events = [
      ...NUMBERED,
      tracked('2026-02-20', 'returned'),
      named('second', posted('2026-03-02', { trackingNumber: OTHER })),
    ];
    expect(doneBy('2026-03-03', { events })['second']).toEqual(['registered_post:file:2']);
  });

  it('the resend, after forty days of silence or a call that does not find the file', () => {
    expect(doneBy('2026-02-25', { events: [...SENT, named('again', posted('2026-02-25'))] })['again']).toEqual([
      'registered_post:resend:1',
    ]);
    const notFound = [...DELIVERED, call('2026-02-20', 'not_found')];
    expect(doneBy('2026-02-23', { events: [...notFound, named('again', posted('2026-02-23'))] })['again']).toEqual([
      'registered_post:resend:1',
    ]);
  });

  it('the resend of a call of the same day, whose number the next resend does not get', () => {
    const events = [
      ...DELIVERED,
      call('2026-02-20', 'not_found'),
      named('again', posted('2026-02-20')),
      at('2026-02-24', 'post_delivered'),
      call('2026-03-20', 'not_found'),
      named('third', posted('2026-03-23')),
    ];
    const done = doneBy('2026-03-24', { events });
    expect([done['again'], done['third']]).toEqual([['registered_post:resend:1'], ['registered_post:resend:2']]);
  });

  it('the resend that fell due by silence, whatever is said of the letter since', () => {
    const events = [...SENT, at('2026-03-04', 'post_delivered'), call('2026-04-13', 'not_found')];
    const done = doneBy('2026-04-14', { events: [...events, named('again', posted('2026-04-14'))] });
    expect(done['again']).toEqual(['registered_post:resend:2']);
  });

  it('nothing, when the one before has not come to nothing', () => {
    const again = named('again', posted('2026-03-10'));
    expect(doneBy('2026-03-10', { events: [...DELIVERED, again] })['again']).toBeUndefined();
    // CPAM has shown that it has the file, on paper or on the telephone: silence of the post is none of CPAM.
    for (const shown of [
      asked('2026-02-10', 'rib'),
      call('2026-02-10', 'documents_missing', { documents: ['rib'] }),
      call('2026-02-10', 'processed'),
      call('2026-02-10', 'in_progress'),
    ])
      expect(doneBy('2026-03-10', { events: [...SENT, shown, again] })['again']).toBeUndefined();
  });
});

describe('a task said to be done', () => {
  it('is none that does not stand: it may come later, and is to do then', () => {
    const early = named('early', at('2026-01-15', 'task_done', { about: 'review_file:with_cpam:1' }));
    expect(doneBy('2026-02-02', { events: [early, ...DELIVERED] })).not.toHaveProperty('early');
    const late = named('late', at('2026-05-20', 'task_done', { about: 'review_file:with_cpam:1' }));
    expect(doneBy('2026-05-20', { events: [...DELIVERED, late] })['late']).toEqual(['review_file:with_cpam:1']);
  });

  it('stays done by the first that said so', () => {
    const twice = ['2026-05-20', '2026-05-21'].map((day, n) =>
      named(`n${n}`, at(day, 'task_done', { about: 'review_file:with_cpam:1' })),
    );
    const done = doneBy('2026-05-21', { events: [...DELIVERED, ...twice] });
    expect([done['n0'], done['n1']]).toEqual([['review_file:with_cpam:1'], undefined]);
  });
});

describe('a call has done', () => {
  it('every call that was due, of its kind, and none that it raises itself', () => {
    const events = [
      ...DELIVERED,
      named('first', call('2026-02-19', 'no_answer')),
      named('second', call('2026-02-23', 'no_answer')),
      named('third', call('2026-02-24', 'in_progress')),
    ];
    expect(doneBy('2026-02-24', { events })).toMatchObject({
      first: ['call_3646:with_cpam:1'],
      second: ['call_3646:again:1'],
      third: ['call_3646:again:2'],
    });
  });

  it('nothing that is due later, unless it names it', () => {
    const calls = (more: object) =>
      doneBy('2026-02-10', { events: [...DELIVERED, named('c', call('2026-02-09', 'in_progress', more))] });
    expect(calls({})).not.toHaveProperty('c');
    expect(calls({ about: 'call_3646:with_cpam:1' })).toMatchObject({ c: ['call_3646:with_cpam:1'] });
    expect(calls({ about: 'call_3646:with_cpam:2' })).toMatchObject({ c: ['call_3646:with_cpam:2'] });
    expect(calls({ about: 'call_3646:card:1' })).not.toHaveProperty('c');
  });

  it('no visit and no letter; a letter no posting', () => {
    const events = [
      ...DELIVERED,
      named('visit', at('2026-03-06', 'office_visited')),
      named('letter', at('2026-03-20', 'letter_sent')),
    ];
    expect(doneBy('2026-03-20', { events })).toMatchObject({
      visit: ['office_visit:with_cpam:1'],
      letter: ['registered_post:chase:1'],
    });
    const back = [...NUMBERED, tracked('2026-02-02', 'returned'), named('letter', at('2026-02-05', 'letter_sent'))];
    expect(doneBy('2026-02-05', { events: back })).not.toHaveProperty('letter');
  });

  it('that the mediator accepts: the referral', () => {
    const events = [...DELIVERED, named('accepted', at('2026-04-21', 'mediator_accepted'))];
    expect(doneBy('2026-04-21', { events })).toMatchObject({ accepted: ['seize_mediator:with_cpam:1'] });
  });
});

describe('papers sent have done', () => {
  it('the supplement of the request that they settle, and of no other', () => {
    const both = [...DELIVERED, asked('2026-02-10', 'rib'), asked('2026-02-12', 'proof_of_address')];
    const first = named('rib', papers('2026-02-16', 'rib'));
    expect(doneBy('2026-02-17', { events: [...both, first] })['rib']).toEqual(['registered_post:supplement:1']);
    const second = named('address', papers('2026-02-17', 'proof_of_address'));
    expect(doneBy('2026-02-18', { events: [...both, first, second] })['address']).toEqual([
      'registered_post:supplement:2',
    ]);
    const all = named('all', papers('2026-02-16', 'rib', 'proof_of_address'));
    expect(doneBy('2026-02-17', { events: [...both, all] })['all']).toEqual([
      'registered_post:supplement:1',
      'registered_post:supplement:2',
    ]);
  });

  it('nothing while a paper of the request is owed', () => {
    const events = [...DELIVERED, asked('2026-02-10', 'rib', 'proof_of_address')];
    expect(
      doneBy('2026-02-17', { events: [...events, named('part', papers('2026-02-16', 'rib'))] }),
    ).not.toHaveProperty('part');
  });
});

describe('an appeal has done', () => {
  const appeal = (id: string, on: string) => named(id, at(on, 'appeal_sent', { method: 'registered_post' }));

  it('the task of its refusal, once', () => {
    const done = doneBy('2026-04-11', { events: [...REFUSED, appeal('a', '2026-04-08'), appeal('b', '2026-04-10')] });
    expect([done['a'], done['b']]).toEqual([['file_appeal:1'], undefined]);
  });

  it('nothing where nothing was refused, nor once it was accepted', () => {
    expect(doneBy('2026-04-09', { events: [...DELIVERED, appeal('a', '2026-04-08')] })).not.toHaveProperty('a');
    const accepted = [
      ...REFUSED,
      appeal('a', '2026-04-08'),
      at('2026-05-15', 'appeal_decided', { outcome: 'accepted' }),
      appeal('b', '2026-05-18'),
    ];
    expect(doneBy('2026-05-19', { events: accepted })).not.toHaveProperty('b');
  });
});

describe('with a number', () => {
  const NUMBER_CAME = [...DELIVERED, at('2026-03-02', 'social_security_number_received')];

  it.each([
    ['ameli_account_created', {}, 'open_ameli_account:1'],
    ['gp_declared', {}, 'declare_gp:1'],
    ['card_ordered', { method: 'online' }, 'order_card:1'],
  ])('%s has done its task', (type, more, key) => {
    const events = [...NUMBER_CAME, named('done', at('2026-03-09', type, more))];
    expect(doneBy('2026-03-10', { events })).toMatchObject({ done: [key] });
  });

  it('an order has done that of its card: the first, one ordered again, one after a loss', () => {
    const first = [...NUMBER_CAME, named('first', at('2026-03-09', 'card_ordered', { method: 'online' }))];
    const again = [...first, named('again', at('2026-04-20', 'card_ordered', { method: 'post' }))];
    expect(doneBy('2026-04-21', { events: again })).toMatchObject({ first: ['order_card:1'] });
    const lost = [...first, at('2026-04-01', 'card_received'), at('2026-05-04', 'card_lost')];
    const replaced = [...lost, named('replaced', at('2026-05-06', 'card_ordered', { method: 'online' }))];
    expect(doneBy('2026-05-07', { events: replaced })).toMatchObject({
      first: ['order_card:1'],
      replaced: ['order_card:2'],
    });
  });
});
