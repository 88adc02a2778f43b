import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import type { Zone } from '../calendar/working-days.ts';
import { isOpenAt, openingOn, quietSlots, slotAt, spanOf, zoneOfCaisse } from './hours.ts';

const time = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};
const on = (day: string, zone: Zone) => openingOn(day as Day, zone);

describe('when 3646 answers', () => {
  it.each<[string, string, Zone, string]>([
    ['a Thursday in Dordogne', '2026-05-21', 'metropole', '8:30–17:00'],
    ['a Thursday in Réunion', '2026-05-21', 'reunion', '7:30–16:00'],
    ['a Friday in Réunion', '2026-05-22', 'reunion', '7:30–13:00'],
    ['a Thursday in Guadeloupe: published nowhere', '2026-05-21', 'guadeloupe', 'unknown'],
    ['a Thursday in Mayotte: published nowhere', '2026-05-21', 'mayotte', 'unknown'],
    ['a Saturday', '2026-05-23', 'metropole', 'weekend'],
    ['a Sunday in Mayotte', '2026-05-24', 'mayotte', 'weekend'],
    ['Whit Monday', '2026-05-25', 'metropole', 'holiday'],
    ['Good Friday in Bas-Rhin', '2026-04-03', 'alsace_moselle', 'holiday'],
    ['Good Friday elsewhere', '2026-04-03', 'metropole', '8:30–17:00'],
    ['the end of slavery, in Martinique', '2026-05-22', 'martinique', 'holiday'],
  ])('%s', (_name, day, zone, expected) => {
    const opening = on(day, zone);
    const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    const said =
      opening.state === 'open'
        ? `${clock(opening.from)}–${clock(opening.to)}`
        : opening.state === 'unknown'
          ? 'unknown'
          : opening.holiday === null
            ? 'weekend'
            : 'holiday';
    expect(said).toBe(expected);
  });

  it.each([
    ['8:29', false],
    ['8:30', true],
    ['16:59', true],
    ['17:00', false],
  ])('at %s in Dordogne: %s', (clock, open) => expect(isOpenAt(time(clock), on('2026-05-21', 'metropole'))).toBe(open));

  it('nobody knows in Guadeloupe', () => expect(isOpenAt(time('10:00'), on('2026-05-21', 'guadeloupe'))).toBeNull());
});

describe('the slots of a day', () => {
  it.each([
    ['8:15', null],
    ['8:30', 'early'],
    ['10:00', 'morning'],
    ['12:00', 'midday'],
    ['13:59', 'midday'],
    ['14:00', 'afternoon'],
    ['17:30', null],
  ])('%s in Dordogne lies in %s', (clock, slot) =>
    expect(slotAt(time(clock), on('2026-05-21', 'metropole'))).toBe(slot),
  );

  it('end with the day: on a Friday in Réunion there is no afternoon', () => {
    const friday = on('2026-05-22', 'reunion');
    expect(spanOf('afternoon', friday)).toBeNull();
    expect(spanOf('midday', friday)).toEqual({ from: time('12:00'), to: time('13:00') });
    expect(spanOf('early', on('2026-05-25', 'metropole'))).toBeNull();
  });

  it('are called quiet where that is published', () => {
    expect([...quietSlots('alsace_moselle')]).toEqual(['early', 'midday']);
    expect(quietSlots('reunion').size).toBe(0);
  });
});

describe('the zone of a caisse', () => {
  it.each([
    ['CPAM de Dordogne', '974', 'metropole'],
    ['CPAM du Bas-Rhin', '67', 'alsace_moselle'],
    ['CGSS de La Réunion', '974', 'reunion'],
    ['CSSM de Mayotte', '976', 'mayotte'],
    ['CGSS de Guadeloupe (Saint-Martin)', '978', 'saint_martin'],
    ['CPS de Saint-Pierre-et-Miquelon', '975', 'saint_pierre_et_miquelon'],
    ['CPAM de Paris', '977', 'metropole'],
    [null, '2A', 'metropole'],
    [null, '977', 'saint_barthelemy'],
  ])('%s, for %s: %s', (name, department, zone) => expect(zoneOfCaisse(name, department)).toBe(zone));
});
