import { expect, it } from 'vitest';
import { easterSunday } from './french-holidays.ts';

// The earliest and the latest that there is, and the years in which the usual reckoning needs its two corrections.
it.each([
  [1818, '03-22'],
  [1886, '04-25'],
  [1913, '03-23'],
  [1943, '04-25'],
  [1954, '04-18'],
  [1981, '04-19'],
  [2000, '04-23'],
  [2008, '03-23'],
  [2024, '03-31'],
  [2026, '04-05'],
  [2038, '04-25'],
  [2049, '04-18'],
  [2076, '04-19'],
  [2100, '03-28'],
  [2199, '04-14'],
])('Easter of %i is on %s', (year, day) => {
  expect(easterSunday(year)).toBe(`${year}-${day}`);
});
