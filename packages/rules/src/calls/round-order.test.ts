import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { bestOf, bestUntried, chances, type Tally } from './best-hour.ts';
import { openingOn } from './hours.ts';
import { byBestHour, byOwnHour, localMinute, type Timing } from './round-order.ts';

const THURSDAY = '2026-05-21' as Day;
const at = (hour: number, minute = 0) => hour * 60 + minute;
const caisse = (
  now: number,
  own: readonly Tally[] = [],
  zone: 'metropole' | 'reunion' | 'guadeloupe' = 'metropole',
) => {
  const opening = openingOn(THURSDAY, zone);
  return { opening, now, best: bestOf(chances({ zone, opening, own, all: own })) } satisfies Timing;
};
const AFTERNOONS: Tally[] = [{ slot: 'afternoon', calls: 20, answered: 19 }];

describe('which caisse is called first', () => {
  it.each<[string, number, string[]]>([
    ['in the morning, the one whose best hour is early', at(9), ['usual', 'afternoon']],
    ['in the afternoon, the one that answers then', at(15), ['afternoon', 'usual']],
    ['between two best hours, the one whose hour is near', at(13, 30), ['afternoon', 'usual']],
  ])('%s', (_name, now, expected) => {
    const round = [
      { name: 'usual', timing: caisse(now) },
      { name: 'afternoon', timing: caisse(now, AFTERNOONS) },
    ].sort((a, b) => byBestHour(a.timing, b.timing));
    expect(round.map(({ name }) => name)).toEqual(expected);
  });

  it('one that is closed comes last, one that opens later before it; one of unknown hours may be open', () => {
    const round = [
      { name: 'closed', timing: caisse(at(18)) },
      { name: 'unknown', timing: caisse(at(12), [], 'guadeloupe') },
      { name: 'later', timing: caisse(at(7)) },
      { name: 'open', timing: caisse(at(9)) },
    ].sort((a, b) => byBestHour(a.timing, b.timing));
    expect(round[3]?.name).toBe('closed');
    expect(round[2]?.name).toBe('later');
  });
});

it('a call that was tried at this hour waits until another', () => {
  const opening = openingOn(THURSDAY, 'metropole');
  const of = chances({ zone: 'metropole', opening, own: [], all: [] });
  const fresh = bestUntried(of, new Set());
  const tried = bestUntried(of, new Set(['early']));
  expect(tried?.slot).toBe('midday');
  expect(byOwnHour(fresh, tried, at(9))).toBeLessThan(0);
  expect(byOwnHour(fresh, tried, at(12, 30))).toBeGreaterThan(0);
});

it.each([
  [at(10), 120, at(12)],
  [at(23), 240, at(3)],
  [at(1), -240, at(21)],
])('%i minutes of the day in UTC are, %i ahead, %i', (utc, offset, local) =>
  expect(localMinute(utc, offset)).toBe(local),
);
