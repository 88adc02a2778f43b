import { describe, expect, it } from 'vitest';
import { isDay, type Day } from '../calendar/days.ts';
import { CITATIONS, citation, type Citation, type SourceId } from './citations.ts';
import { HOLDS_FROM } from './holds-from.ts';
import { firstDayOf, hasEnded } from './in-force.ts';

const rows = Object.entries<Citation>(CITATIONS);

describe('a citation', () => {
  it.each(rows)('%s says what we take from it, where it stands and when it was read', (_, row) => {
    expect(isDay(row.readOn)).toBe(true);
    expect(row.says.en).toMatch(/\.$/);
    expect(row.says.fr).toMatch(/\.$/);
    expect(row.address).toMatch(/^(https:\/\/|suivi:)/);
    for (const other of [...(row.conflictsWith ?? []), ...(row.supersedes ?? [])])
      expect(Object.keys(CITATIONS)).toContain(other);
    for (const end of [row.validFrom, row.validUntil]) expect(end ?? '2026').toMatch(/^\d{4}(-\d\d){0,2}$/);
  });

  it('replaces only what is older, and not what replaces it', () => {
    for (const [id, { dated, supersedes = [] }] of rows)
      for (const other of supersedes) {
        const older: Citation = citation(other as SourceId);
        expect(older.supersedes ?? []).not.toContain(id);
        if (dated !== null && older.dated !== null) expect(older.dated < dated, `${id}: ${other}`).toBe(true);
      }
  });

  it.each(rows.flatMap(([, row]) => [row.says.en, row.says.fr]))('is short: %s', (sentence) => {
    expect(sentence.length).toBeLessThanOrEqual(125);
  });
});

describe('what a source says', () => {
  it.each([
    ['2018', '2018-12-31', false],
    ['2018', '2019-01-01', true],
    ['2018-07', '2018-07-31', false],
    ['2018-07', '2018-08-01', true],
    ['2018-07-14', '2018-07-14', false],
    ['2018-07-14', '2018-07-15', true],
    [undefined, '2199-12-31', false],
  ])('until %s has ended on %s: %s', (validUntil, day, ended) =>
    expect(hasEnded({ validUntil }, day as Day)).toBe(ended),
  );

  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2018-07', '2018-07-01'],
    ['2016', '2016-01-01'],
  ])('from %s begins on %s', (validFrom, day) => expect(firstDayOf(validFrom)).toBe(day));

  it('is read by a rule from the very day that its source carries', () => {
    for (const [id, day] of Object.entries(HOLDS_FROM)) expect(citation(id as SourceId).validFrom).toBe(day);
  });
});
