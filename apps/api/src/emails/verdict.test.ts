import { describe, expect, it } from 'vitest';
import { restAfter, verdictOn, waitAfter } from './verdict.ts';

const refused = (at: 'sender' | 'recipient' | 'message', code: number, reply: string) =>
  verdictOn({ result: 'refused', at, code, reply: `${code} ${reply}` });

describe('what a reply means', () => {
  it.each([
    ['recipient', 450, '4.2.0 greylisted, come back', { next: 'retry' }],
    ['recipient', 451, 'try later', { next: 'retry' }],
    ['recipient', 452, '4.5.3 too many recipients', { next: 'retry' }],
    ['recipient', 550, '5.1.1 no such user', { next: 'fail', failure: 'address_refused' }],
    ['recipient', 553, 'mailbox name not allowed', { next: 'fail', failure: 'address_refused' }],
    ['recipient', 550, '5.7.1 blocked', { next: 'fail', failure: 'refused' }],
    ['recipient', 552, '5.2.2 mailbox full', { next: 'retry' }],
    ['recipient', 552, '5.3.4 too big', { next: 'fail', failure: 'too_big' }],
    ['message', 451, '4.3.0 error', { next: 'retry' }],
    ['message', 554, '5.7.1 looks like spam', { next: 'fail', failure: 'refused' }],
    ['message', 550, '5.1.1 no such user', { next: 'fail', failure: 'address_refused' }],
    ['sender', 451, 'later', { next: 'rest', because: 'busy' }],
    ['sender', 553, 'not your address', { next: 'rest', because: 'sender_refused' }],
    ['sender', 530, 'sign in first', { next: 'rest', because: 'login' }],
  ] as const)('at the %s: %i %s', (at, code, reply, verdict) => {
    expect(refused(at, code, reply)).toEqual(verdict);
  });

  it('no reply after the whole letter is uncertain; a connection that ended before is not', () => {
    expect(verdictOn({ result: 'unsure' })).toEqual({ next: 'uncertain' });
    expect(verdictOn({ result: 'unsent' })).toEqual({ next: 'retry' });
  });
});

describe('patience', () => {
  it('asks again over a little more than a day, then gives up', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tries) => waitAfter(tries, 0.5) ?? 0);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(24);
    expect(hours).toBeLessThan(36);
    expect(waitAfter(11, 0.5)).toBeNull();
  });

  it('spreads what was refused together', () => {
    expect(waitAfter(2, 0)).toBeLessThan(waitAfter(2, 1) ?? 0);
  });

  it('rests at most five minutes or so when the server is away', () => {
    expect(restAfter(1, 0.5)).toBe(2_000);
    expect(restAfter(50, 1)).toBeLessThanOrEqual(6.25 * 60_000);
  });
});
