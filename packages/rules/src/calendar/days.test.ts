import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysFrom, earlier, isDay, later, weekday, type Day } from './days.ts';

const day = (text: string) => text as Day;

describe('a day', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-01', false],
    ['2026-01-01T00:00:00Z', false],
    ['01/02/2026', false],
    ['1700-01-01', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => expect(isDay(text)).toBe(exists));

  it.each([
    ['2026-01-31', 3, '2026-04-30'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-04-21', 2, '2026-06-21'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2000-01-31', 1, '2000-02-29'],
    ['1900-01-31', 1, '1900-02-28'],
  ])('%s and %i months: %s', (from, months, to) => expect(addMonths(day(from), months)).toBe(to));

  it.each([
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-24', 2, '2026-10-26'],
  ])('%s and %i days, whatever the clocks do: %s', (from, days, to) => expect(addDays(day(from), days)).toBe(to));

  it('knows its weekday, its distance, and which comes first', () => {
    expect(['2026-06-21', '2026-06-22', '1969-12-31'].map((text) => weekday(day(text)))).toEqual([7, 1, 3]);
    expect(daysFrom(day('2026-04-21'), day('2026-05-21'))).toBe(30);
    expect(later(day('2026-04-21'), day('2026-05-21'))).toBe('2026-05-21');
    expect(earlier(day('2026-04-21'), day('2026-05-21'))).toBe('2026-04-21');
  });
});
