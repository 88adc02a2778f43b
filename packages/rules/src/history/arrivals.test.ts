import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, posted, SENT, verified } from '../testing/story.ts';

/** What a call has raised, and what ends it. */

const NUMBER = '1A00915820380';
const call = (on: string, outcome: string, more: object = {}) => at(on, 'call_made', { outcome, ...more });
const tracked = (on: string, status: string, trackingNumber: string | null = NUMBER) =>
  at(on, 'post_tracked', { trackingNumber, status });
const NUMBERED = [...verified('2026-01-14'), posted('2026-01-16', { trackingNumber: NUMBER })];

describe('a call back that CPAM promised', () => {
  const promised = (before = DELIVERED) => [
    ...before,
    call('2026-02-19', 'call_back_on', { callBackOn: '2026-03-12' }),
  ];
  const stands = (events: readonly ReturnType<typeof at>[], day = '2026-02-24') =>
    'call_3646:back:1' in planOn(day, { events }).tasks;

  it('stands until its day, and after it', () => {
    expect(planOn('2026-02-24', { events: promised() }).tasks['call_3646:back:1']).toBe('2026-03-12');
    expect(stands(promised(), '2026-03-20')).toBe(true);
  });

  it.each([
    ['a provisional number', at('2026-02-23', 'provisional_number_received')],
    ['the number', at('2026-02-23', 'social_security_number_received')],
    ['an attestation', at('2026-02-23', 'attestation_received')],
    ['a request for papers', at('2026-02-23', 'documents_requested', { documents: ['rib'] })],
    ['a request on the telephone', call('2026-02-23', 'documents_missing', { documents: ['rib'] })],
    ['a refusal', at('2026-02-23', 'refused', { notifiedOn: '2026-02-20' })],
    ['the card', at('2026-02-23', 'card_received')],
  ])('ends with %s', (_, arrival) => {
    expect(stands([...promised(), arrival])).toBe(false);
  });

  it('ends when the letter it was about comes back', () => {
    expect(stands([...promised(NUMBERED), tracked('2026-02-23', 'returned')])).toBe(false);
  });

  it.each([
    ['a call that says something else', call('2026-02-23', 'in_progress')],
    ['a letter of ours that comes back, of another kind', tracked('2026-02-23', 'returned', '1K36275770836')],
    ['the photo form', at('2026-02-23', 'photo_requested')],
  ])('stands whatever %s', (_, event) => {
    const chase = at('2026-02-20', 'letter_sent', { trackingNumber: '1K36275770836' });
    expect(stands([...promised(), chase, event])).toBe(true);
  });

  it.each([
    ['no day is said', {}],
    ['the day said is the day of the call', { callBackOn: '2026-02-19' }],
    ['the day said has passed', { callBackOn: '2026-02-16' }],
  ])('is due the next day when %s', (_, more) => {
    const events = [...DELIVERED, call('2026-02-19', 'call_back_on', more)];
    expect(planOn('2026-02-19', { events }).tasks['call_3646:back:1']).toBe('2026-02-20');
  });
});

describe('a call that nobody answers', () => {
  it('is tried again once, however often the line was busy that day', () => {
    const events = [
      ...DELIVERED,
      call('2026-02-19', 'no_answer'),
      call('2026-02-19', 'no_answer', { note: 'at noon' }),
    ];
    const { tasks } = planOn('2026-02-19', { events });
    expect(Object.keys(tasks).filter((key) => key.startsWith('call_3646:again'))).toEqual(['call_3646:again:1']);
  });
});

describe('a call that does not find the file', () => {
  const resends = (day: string, events: readonly ReturnType<typeof at>[]) =>
    Object.entries(planOn(day, { events }).tasks).filter(([key]) => key.startsWith('registered_post:resend'));

  it('raises nothing when nothing was sent', () => {
    expect(resends('2026-01-16', [...verified('2026-01-14'), call('2026-01-15', 'not_found')])).toEqual([]);
  });

  it('raises one resend, however often it is said', () => {
    const events = [...DELIVERED, call('2026-02-19', 'not_found'), call('2026-02-20', 'not_found')];
    expect(resends('2026-02-20', events)).toEqual([['registered_post:resend:1', '2026-02-20']]);
  });

  it('on the day of the posting raises it all the same', () => {
    expect(resends('2026-01-16', [...SENT, call('2026-01-16', 'not_found')])).toEqual([
      ['registered_post:resend:1', '2026-01-19'],
    ]);
  });

  it('raises a new one for a letter that arrived after all, or came back', () => {
    // On 25 February nobody had heard of it for forty days: that resend had its number.
    const arrived = [...NUMBERED, at('2026-02-27', 'post_delivered'), call('2026-03-10', 'not_found')];
    expect(resends('2026-03-10', arrived)).toEqual([['registered_post:resend:2', '2026-03-11']]);
    const back = [...NUMBERED, tracked('2026-03-02', 'returned'), call('2026-03-05', 'not_found')];
    expect(resends('2026-03-05', back)).toEqual([['registered_post:resend:2', '2026-03-06']]);
  });

  it('is answered by a second posting of the same day, and by one alone', () => {
    const events = [
      ...DELIVERED,
      call('2026-02-20', 'not_found'),
      posted('2026-02-20', { trackingNumber: NUMBER }),
      posted('2026-02-20', { trackingNumber: '1K36275770836' }),
    ];
    const made = planOn('2026-02-20', { events });
    expect(made.stage).toBe('submitted');
    expect(resends('2026-02-20', events)).toEqual([['registered_post:resend:2', '2026-04-01']]);
    expect(made.tasks).toHaveProperty('trace_post:file:3');
    expect(made.tasks).toHaveProperty('call_3646:with_cpam:3');
    expect(made.tasks).not.toHaveProperty('trace_post:file:5');
  });
});
