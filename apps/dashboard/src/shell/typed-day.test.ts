import type { Day } from '@suivi/rules/calendar/days';
import { describe, expect, it } from 'vitest';
import { typedDay } from './typed-day.ts';

const today = '2026-05-21' as Day;

describe('a day as it is typed', () => {
  it.each([
    ['21/05/2026', '2026-05-21'],
    ['21/05', '2026-05-21'],
    ['21 5', '2026-05-21'],
    ['1.4.26', '2026-04-01'],
    ['-3', '2026-05-18'],
    ['+2', '2026-05-23'],
    ['2026-05-02', '2026-05-02'],
    ['22/12', '2025-12-22'],
    ['30/02', null],
    ['yesterday', null],
  ])('%s is %s', (text, day) => {
    expect(typedDay(text, today)).toBe(day);
  });

  it('looks ahead where a day to come is asked for', () => {
    expect(typedDay('10/01', today, true)).toBe('2027-01-10');
  });
});
