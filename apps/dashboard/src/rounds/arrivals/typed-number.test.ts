import { expect, it } from 'vitest';
import { holdsNumber } from './typed-number.ts';

it.each([
  ['2 58 03 99 404 123 38', true],
  ['Orla 258039940412338', true],
  // Its key left out, and one that does not fit: meant all the same.
  ['2 58 03 99 404 123', true],
  ['258039940412399', true],
  ['7 58 03 99 404 123', true],
  ['D-2026-0047', false],
  ['Åsa 3rd', false],
  ['2026', false],
  ['', false],
])('%s: %s', (text, is) => {
  expect(holdsNumber(text)).toBe(is);
});
