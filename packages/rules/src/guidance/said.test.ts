import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { estimate } from './estimate.ts';
import { readCare, type Asked } from './read-care.ts';

/**
 * Every sentence and every source of an estimate, once, with the care of which it is said. Who changes a sentence
 * changes it there too, and reads the French beside the English. The sums stand, worked out by hand, in estimate.test.ts.
 */

type Said = { care: string; asked: Asked; estimate: unknown };

const TODAY = '2026-11-26' as Day;
const rows = JSON.parse(readFileSync(join(import.meta.dirname, '../../cases/said/estimates.json'), 'utf8')) as Said[];

it.each(rows.map((row) => [row.care, row] as const))('%s', (_, { asked, estimate: said }) => {
  const read = readCare(asked, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  expect(estimate(read.care, TODAY)).toEqual(said);
});
