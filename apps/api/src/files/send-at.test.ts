import type { Day } from '@suivi/rules/calendar/days';
import { describe, expect, it } from 'vitest';
import { sendAt } from './send-at.ts';

const usual = { template: 'welcome', zone: 'metropole', demo: false, undoable: true } as const;
const at = (sendOn: string, now: string, more: object = {}) =>
  sendAt({
    ...usual,
    sendOn: sendOn as Day,
    today: now.slice(0, 10) as Day,
    now: new Date(now),
    ...more,
  }).toISOString();

describe('an email leaves', () => {
  it('at 9:00 of its day in the client’s zone, summer and winter', () => {
    expect(at('2026-05-22', '2026-05-21T08:00:00Z')).toBe('2026-05-22T07:00:00.000Z');
    expect(at('2026-01-12', '2026-01-09T08:00:00Z')).toBe('2026-01-12T08:00:00.000Z');
    expect(at('2026-05-22', '2026-05-21T08:00:00Z', { zone: 'reunion' })).toBe('2026-05-22T05:00:00.000Z');
  });
  it('at 16:00 when it says what the day’s call brought', () => {
    expect(at('2026-05-22', '2026-05-21T08:00:00Z', { template: 'still_waiting' })).toBe('2026-05-22T14:00:00.000Z');
  });
  it('at once, but for the time to undo, when its hour has passed', () => {
    expect(at('2026-05-21', '2026-05-21T13:00:00Z')).toBe('2026-05-21T13:00:15.000Z');
    expect(at('2026-05-21', '2026-05-21T13:00:00Z', { undoable: false })).toBe('2026-05-21T13:00:00.000Z');
  });
  it('at its hour when that comes within the time to undo', () => {
    expect(at('2026-05-21', '2026-05-21T06:59:30Z')).toBe('2026-05-21T07:00:00.000Z');
  });
  it('the next morning when it was caused in the evening, after the weekend on a Friday', () => {
    expect(at('2026-05-21', '2026-05-21T18:30:00Z')).toBe('2026-05-22T07:00:00.000Z');
    expect(at('2026-05-22', '2026-05-22T18:30:00Z')).toBe('2026-05-26T07:00:00.000Z'); // 25 May 2026 is Whit Monday
  });
  it('in the morning when it was late and it is night', () => {
    expect(at('2026-05-20', '2026-05-21T03:00:00Z')).toBe('2026-05-21T07:00:00.000Z');
  });
  it('at once on its demo day, whatever the hour', () => {
    expect(at('2026-05-21', '2026-11-24T23:00:00Z', { demo: true, today: '2026-05-21', undoable: false })).toBe(
      '2026-11-24T23:00:00.000Z',
    );
  });
});
