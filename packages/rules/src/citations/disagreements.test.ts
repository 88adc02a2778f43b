import { describe, expect, it } from 'vitest';
import { CITATIONS, citation, type Citation } from './citations.ts';
import { DISAGREEMENTS, type Disagreement } from './disagreements.ts';

const all = Object.entries<Disagreement>(DISAGREEMENTS);
const conflictsOf = (id: keyof typeof CITATIONS): readonly string[] => citation(id).conflictsWith ?? [];

describe('where sources differ', () => {
  it.each(all)('%s: each source of one side is said to conflict with each of the other, and back', (_, one) => {
    for (const followed of one.followed.sources)
      for (const other of one.other.sources) {
        expect(conflictsOf(followed)).toContain(other);
        expect(conflictsOf(other)).toContain(followed);
      }
  });

  it('no conflict between sources goes without its two sides and a reason', () => {
    const told = new Set(
      all.flatMap(([, { followed, other }]) =>
        followed.sources.flatMap((a) => other.sources.flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
      ),
    );
    const said = Object.entries<Citation>(CITATIONS).flatMap(([id, { conflictsWith = [] }]) =>
      conflictsWith.map((other) => `${id} ${other}`),
    );
    expect(said.filter((pair) => !told.has(pair))).toEqual([]);
  });

  it.each(all)('%s is told in both languages, in sentences', (_, { about, followed, other, why }) => {
    for (const words of [followed.says, other.says, why])
      for (const text of [words.en, words.fr]) expect(text).toMatch(/[.”»]$/);
    expect(about.en).not.toBe(about.fr);
  });
});
