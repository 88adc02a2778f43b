import { expect, it } from 'vitest';
import type { Day } from './days.ts';
import { inWords } from './words.ts';

it.each([
  ['2026-04-21', {}, '21 April', '21 avril'],
  ['2026-04-01', {}, '1 April', '1ᵉʳ avril'],
  ['2026-04-21', { weekday: true }, 'Tuesday 21 April', 'mardi 21 avril'],
  ['2026-02-01', { weekday: true, year: true }, 'Sunday 1 February 2026', 'dimanche 1ᵉʳ février 2026'],
  ['2026-08-09', { year: '2026-01-01' as Day }, '9 August', '9 août'],
  ['2027-08-09', { year: '2026-01-01' as Day }, '9 August 2027', '9 août 2027'],
] as const)('%s is read', (day, options, en, fr) => {
  expect(inWords(day as Day, 'en', options)).toBe(en);
  expect(inWords(day as Day, 'fr', options)).toBe(fr);
});
