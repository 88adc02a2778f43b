import { describe, expect, it } from 'vitest';
import { isDay } from '../calendar/days.ts';
import { CITATIONS, type Citation } from './citations.ts';

const rows = Object.entries<Citation>(CITATIONS);

describe('a citation', () => {
  it.each(rows)('%s says what we take from it, where it stands and when it was read', (_, row) => {
    expect(isDay(row.readOn)).toBe(true);
    expect(row.says.en).toMatch(/\.$/);
    expect(row.says.fr).toMatch(/\.$/);
    expect(row.address).toMatch(/^(https:\/\/|suivi:)/);
    for (const other of row.conflictsWith ?? []) expect(Object.keys(CITATIONS)).toContain(other);
  });

  it.each(rows.flatMap(([, row]) => [row.says.en, row.says.fr]))('is short: %s', (sentence) => {
    expect(sentence.length).toBeLessThanOrEqual(125);
  });
});
