import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { fatesOf } from './late.ts';

const today = '2026-06-01' as Day;
const email = (key: string, sendOn: string) => ({ key, sendOn: sendOn as Day });
const fates = (...asked: Parameters<typeof fatesOf>) => Object.fromEntries(fatesOf(...asked));

describe('late emails', () => {
  it('of several only the newest leaves', () => {
    const waiting = [email('a', '2026-05-26'), email('b', '2026-05-28'), email('c', today)];
    expect(fates(waiting, today)).toEqual({ a: 'skipped', b: 'now', c: 'planned' });
  });

  it('of two of one day the later key leaves, in whichever order they come', () => {
    const [first, second] = [email('email:a:1', '2026-05-28'), email('email:a:2', '2026-05-28')];
    for (const waiting of [
      [first, second],
      [second, first],
    ])
      expect(fates(waiting, today)).toEqual({ 'email:a:1': 'skipped', 'email:a:2': 'now' });
  });

  it('more than ten days late wait for a person', () => {
    expect(fates([email('a', '2026-05-21')], today)).toEqual({ a: 'held' });
    expect(fates([email('a', '2026-05-22')], today)).toEqual({ a: 'now' });
  });

  it('give way to a newer one that waits for a person because it is late, but not to an older one', () => {
    const waiting = [email('b', '2026-05-18')];
    expect(fates(waiting, today, [email('c', '2026-05-20')])).toEqual({ b: 'skipped' });
    expect(fates(waiting, today, [email('a', '2026-05-12')])).toEqual({ b: 'held' });
    expect(fates([email('b', '2026-05-28')], today, [email('a', '2026-05-12')])).toEqual({ b: 'now' });
  });
});
