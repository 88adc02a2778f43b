import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { bestOf, bestUntried, chances, ENOUGH_CALLS, type Tally } from './best-hour.ts';
import { openingOn, SLOTS, type Slot } from './hours.ts';

const THURSDAY = openingOn('2026-05-21' as Day, 'metropole');
const inDordogne = (own: readonly Tally[] = [], all: readonly Tally[] = own) =>
  chances({ zone: 'metropole', opening: THURSDAY, own, all });
const tally = (slot: Slot, answered: number, calls: number): Tally => ({ slot, calls, answered });

describe('the best hour', () => {
  it('is a published quiet one while nobody has called', () => {
    expect(inDordogne().map(({ slot, chance, basis }) => [slot, chance, basis])).toEqual([
      ['early', 0.6, 'published'],
      ['morning', 0.4, 'published'],
      ['midday', 0.6, 'published'],
      ['afternoon', 0.4, 'published'],
    ]);
    expect(bestOf(inDordogne())?.slot).toBe('early');
  });

  it('is learned from the calls to the caisse, once there are enough', () => {
    const made = inDordogne([tally('early', 28, 41), tally('morning', 4, 20), tally('afternoon', 9, 10)]);
    expect(bestOf(made)).toMatchObject({ slot: 'afternoon', calls: 10, answered: 9, basis: 'caisse' });
    expect(made[0]).toMatchObject({ chance: 31 / 46, calls: 41 });
  });

  it.each([
    [ENOUGH_CALLS - 1, 'all', 50],
    [ENOUGH_CALLS, 'caisse', ENOUGH_CALLS],
  ])('with %i calls to the caisse it is learned from: %s', (calls, basis, counted) => {
    const [early] = inDordogne([tally('early', 1, calls)], [tally('early', 40, 50)]);
    expect(early).toMatchObject({ basis, calls: counted });
  });

  it('says of a slot in which nobody called that it is the published one', () =>
    expect(inDordogne([tally('early', 8, 12)]).find(({ slot }) => slot === 'midday')).toMatchObject({
      basis: 'published',
      calls: 0,
      chance: 0.6,
    }));

  it('is any, where no quiet hours are published', () => {
    const opening = openingOn('2026-05-21' as Day, 'reunion');
    const made = chances({ zone: 'reunion', opening, own: [], all: [] });
    expect(new Set(made.map(({ chance }) => chance))).toEqual(new Set([0.5]));
  });

  it('is none on a day without hours', () => {
    const opening = openingOn('2026-05-23' as Day, 'metropole');
    expect(bestOf(chances({ zone: 'metropole', opening, own: [], all: [] }))).toBeNull();
  });
});

describe('a call that nobody answered', () => {
  it.each<[Slot[], Slot]>([
    [[], 'early'],
    [['early'], 'midday'],
    [['midday'], 'early'],
    [['early', 'midday'], 'morning'],
    [[...SLOTS], 'early'],
  ])('tried %j: next in %s', (tried, next) => expect(bestUntried(inDordogne(), new Set(tried))?.slot).toBe(next));
});

const counts = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([a, b]) => ({ answered: Math.min(a, b), calls: Math.max(a, b) }));

test.prop([counts, counts])(
  'a chance lies between never and always, and an answered call never lowers it',
  (own, all) => {
    const before = inDordogne([{ slot: 'early', ...own }], [{ slot: 'early', ...all }]);
    for (const { chance } of before) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
    if (own.calls < ENOUGH_CALLS) return;
    const after = inDordogne([{ slot: 'early', answered: own.answered + 1, calls: own.calls + 1 }]);
    expect(after[0]?.chance).toBeGreaterThan(before[0]?.chance ?? 1);
  },
);
