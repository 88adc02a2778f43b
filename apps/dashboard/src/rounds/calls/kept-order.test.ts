import { expect, it } from 'vitest';
import type { CallRound } from '@suivi/contracts/calls';
import { inKeptOrder } from './kept-order.ts';

const round = (groups: Record<string, readonly string[]>): CallRound =>
  ({
    groups: Object.entries(groups).map(([caisse, ids]) => ({
      caisse,
      calls: ids.map((taskId) => ({ taskId, outcome: null })),
    })),
  }) as unknown as CallRound;
const idsOf = ({ groups }: CallRound) => groups.map(({ caisse, calls }) => [caisse, ...calls.map((c) => c.taskId)]);

it('a round keeps the order in which it began, whatever the hour; what is new comes last', () => {
  const before = round({ Dordogne: ['a', 'b'], Rhône: ['c'] });
  const fresh = round({ Gironde: ['x'], Rhône: ['c'], Dordogne: ['n', 'b', 'a'] });
  expect(idsOf(inKeptOrder(before, fresh))).toEqual([
    ['Dordogne', 'a', 'b', 'n'],
    ['Rhône', 'c'],
    ['Gironde', 'x'],
  ]);
  expect(inKeptOrder(undefined, fresh)).toBe(fresh);
});

it('what is no longer due leaves it', () => {
  expect(idsOf(inKeptOrder(round({ Dordogne: ['a', 'b'], Rhône: ['c'] }), round({ Dordogne: ['b'] })))).toEqual([
    ['Dordogne', 'b'],
  ]);
});
