import { describe, expect, it } from 'vitest';
import { ClientDays } from './client-days.ts';
import { addDays, type Day } from './days.ts';

const day = (text: string) => text as Day;

/** From Bordeaux to Strasbourg on 1 March 2026: there Good Friday and 26 December are holidays. */
function mover(): ClientDays {
  const days = new ClientDays('33000');
  days.move(day('2026-03-01'), '67000');
  return days;
}

describe('the working days of a client who moves', () => {
  it.each([
    ['the eve of the move', '2026-02-28', 'metropole'],
    ['its day', '2026-03-01', 'alsace_moselle'],
    ['long after', '2030-01-01', 'alsace_moselle'],
    ['long before', '1990-01-01', 'metropole'],
  ])('are of the place where the client lives, on %s', (_, on, zone) => {
    expect(mover().zoneOn(day(on))).toBe(zone);
  });

  it.each([
    ['2025-04-18', '2025-04-18', '2025-04-18'],
    ['2026-04-03', '2026-04-02', '2026-04-07'],
    ['2026-03-07', '2026-03-06', '2026-03-09'],
    ['2026-12-26', '2026-12-24', '2026-12-28'],
    ['2026-03-10', '2026-03-10', '2026-03-10'],
  ])('%s: on or before it %s, on or after it %s', (on, before, after) => {
    expect([mover().onOrBefore(day(on)), mover().onOrAfter(day(on))]).toEqual([before, after]);
  });

  it('count on from the next day, each by its own place', () => {
    const days = mover();
    expect(days.after(day('2026-04-02'))).toBe('2026-04-07');
    expect(days.add(day('2026-04-01'), 2)).toBe('2026-04-07');
    expect(new ClientDays('33000').add(day('2026-04-01'), 2)).toBe('2026-04-03');
    expect(days.add(day('2026-04-03'), 0)).toBe('2026-04-07');
  });

  it('are found among a thousand moves, the old as well as the new', () => {
    const days = new ClientDays('33000');
    for (let n = 1; n <= 1_000; n += 1) days.move(addDays(day('2020-01-01'), n), n % 2 === 1 ? '97400' : '33000');
    const zones = [0, 1, 2, 499, 500, 999, 1_000].map((n) => days.zoneOn(addDays(day('2020-01-01'), n)));
    expect(zones.map((zone) => zone === 'metropole')).toEqual([true, false, true, false, true, false, true]);
  });
});

it('a client who stays has the working days of one place', () => {
  const days = new ClientDays('67000');
  expect([days.onOrBefore(day('2026-04-03')), days.onOrAfter(day('2026-04-03'))]).toEqual(['2026-04-02', '2026-04-07']);
  expect(days.isWorking(day('2026-04-03'))).toBe(false);
});
