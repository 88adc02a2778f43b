import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './days.ts';
import { holidaysByRule, type DatedHoliday } from './french-holidays.ts';
import OFFICIAL from './holidays.official.json' with { type: 'json' };
import { holidaysIn, holidaysInTable } from './holidays.ts';
import { movedBackTail, movedTail } from './tails.ts';
import {
  addWorkingDays,
  holidayName,
  isWorkingDay,
  LONGEST_CLOSURE_DAYS,
  workingDay,
  workingDayBefore,
} from './working-days.ts';
import { placeOf, timeZoneOf, ZONES, zoneOf, type Zone } from './zones.ts';

const day = (text: string) => text as Day;

describe('the zone of a postcode', () => {
  it.each([
    ['24000', 'metropole'],
    ['57000', 'alsace_moselle'],
    ['67000', 'alsace_moselle'],
    ['68100', 'alsace_moselle'],
    ['97110', 'guadeloupe'],
    ['97133', 'saint_barthelemy'],
    ['97150', 'saint_martin'],
    ['97200', 'martinique'],
    ['97300', 'guyane'],
    ['97400', 'reunion'],
    ['97500', 'saint_pierre_et_miquelon'],
    ['97600', 'mayotte'],
    ['20000', 'metropole'],
  ])('%s: %s', (postcode, zone) => expect(zoneOf(postcode)).toBe(zone));

  it('has a clock that exists and a name', () => {
    for (const zone of ZONES) {
      expect(() => new Intl.DateTimeFormat('fr', { timeZone: timeZoneOf(zone) })).not.toThrow();
      expect(placeOf(zone).fr).not.toBe('');
    }
  });
});

describe('public holidays', () => {
  const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031];
  const official: Record<string, Record<string, string>> = OFFICIAL.zones;
  const inOrder = (days: Iterable<Day>, year: number) => [...days].map((on) => on.replace(`${year}-`, '')).sort();

  it('have a table for each zone of the government’s list, for its years', () => {
    expect(Object.keys(official).sort()).toEqual([...ZONES].sort());
    for (const zone of ZONES) {
      expect(Object.keys(official[zone] ?? {}).map(Number)).toEqual(years);
      for (const year of years) expect(holidaysInTable(year, zone), `${zone} ${year}`).not.toBeNull();
      expect([holidaysInTable(2023, zone), holidaysInTable(2032, zone)]).toEqual([null, null]);
    }
  });

  it.each(ZONES)('of %s are those of the government’s list, 2024 to 2031', (zone) => {
    for (const year of years)
      expect(inOrder(holidaysIn(year, zone).keys(), year)).toEqual(official[zone]?.[year]?.split(' '));
  });

  it.each(ZONES)('of %s are the same by the table and by the French rules, where both speak', (zone) => {
    const byDay = (all: DatedHoliday[] | null) =>
      all?.map(({ on, id, local }) => `${on} ${id} ${local ? 'here' : 'everywhere'}`).sort();
    for (const year of years)
      expect(byDay(holidaysInTable(year, zone)), String(year)).toEqual(byDay(holidaysByRule(year, zone)));
  });

  it.each([
    ['2023-04-10', 'metropole', 'Easter Monday'],
    ['2032-03-29', 'metropole', 'Easter Monday'],
    ['2032-05-06', 'metropole', 'Ascension Day'],
    ['2032-05-17', 'metropole', 'Whit Monday'],
    ['2032-03-26', 'alsace_moselle', 'Good Friday'],
    ['2032-03-26', 'guadeloupe', undefined],
    ['2040-05-28', 'saint_martin', 'the Abolition of Slavery'],
    ['2008-05-01', 'metropole', 'Labour Day'],
  ])('%s in %s, outside the years of the table: %s', (on, zone, name) =>
    expect(holidayName(day(on), zone as Zone)?.en).toBe(name),
  );

  it('keep the name that all of France has when two meet', () => {
    expect(holidayName(day('2031-05-22'), 'martinique')).toEqual({ en: 'Ascension Day', fr: 'l’Ascension' });
  });

  it.each([
    ['2026-04-06', 'metropole', 'Easter Monday'],
    ['2026-05-14', 'metropole', 'Ascension Day'],
    ['2026-05-25', 'metropole', 'Whit Monday'],
    ['2027-03-29', 'metropole', 'Easter Monday'],
    ['2026-04-03', 'alsace_moselle', 'Good Friday'],
    ['2026-04-03', 'martinique', undefined],
    ['2026-12-26', 'alsace_moselle', 'St Stephen’s Day'],
    ['2026-05-28', 'saint_martin', 'the Abolition of Slavery'],
    ['2026-05-27', 'saint_martin', undefined],
    ['2026-12-20', 'reunion', 'the Abolition of Slavery'],
  ])('%s in %s: %s', (on, zone, name) => expect(holidayName(day(on), zone as Zone)?.en).toBe(name));
});

describe('working days', () => {
  it.each([
    ['2026-04-03', 'metropole', '2026-04-03'],
    ['2026-04-03', 'alsace_moselle', '2026-04-07'],
    ['2026-04-04', 'metropole', '2026-04-07'],
    ['2026-12-25', 'metropole', '2026-12-28'],
    ['2026-07-14', 'reunion', '2026-07-15'],
  ])('on or after %s in %s: %s', (from, zone, to) => expect(workingDay(day(from), zone as Zone)).toBe(to));

  it.each([
    ['2026-04-06', 'metropole', '2026-04-03'],
    ['2026-04-06', 'alsace_moselle', '2026-04-02'],
    ['2026-04-02', 'metropole', '2026-04-02'],
  ])('on or before %s in %s: %s', (from, zone, to) => expect(workingDayBefore(day(from), zone as Zone)).toBe(to));

  it.each([
    ['2026-01-16', 5, '2026-01-23'],
    ['2026-01-16', 20, '2026-02-13'],
    ['2026-01-16', 4, '2026-01-22'],
    ['2026-01-17', 0, '2026-01-19'],
    ['2026-01-17', 1, '2026-01-19'],
  ])('%s and %i of them: %s', (from, n, to) => expect(addWorkingDays(day(from), n, 'metropole')).toBe(to));

  it('are never far, wherever a client moves meanwhile: LONGEST_CLOSURE_DAYS counts on it', () => {
    let [run, longest] = [0, 0];
    for (let on = day('1995-01-01'); on < '2095-01-01'; on = addDays(on, 1)) {
      run = ZONES.every((zone) => isWorkingDay(on, zone)) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    expect(longest).toBeGreaterThan(2);
    expect(longest).toBeLessThan(LONGEST_CLOSURE_DAYS);
  });

  it('know no Sunday', () => expect(isWorkingDay(day('2026-06-21'), 'metropole')).toBe(false));
});

describe('why a day was moved', () => {
  it.each([
    [
      '2026-06-21',
      'metropole',
      '21 June is a Sunday: due the next working day.',
      'Le 21 juin est un dimanche : reporté au jour ouvré suivant.',
    ],
    [
      '2026-05-01',
      'metropole',
      '1 May is Labour Day: due the next working day.',
      'Le 1ᵉʳ mai est férié (la fête du Travail) : reporté au jour ouvré suivant.',
    ],
    [
      '2026-12-26',
      'alsace_moselle',
      '26 December is a Saturday: due the next working day.',
      'Le 26 décembre est un samedi : reporté au jour ouvré suivant.',
    ],
    [
      '2026-05-22',
      'martinique',
      '22 May is a public holiday in Martinique: due the next working day.',
      'Le 22 mai est férié (Martinique) : reporté au jour ouvré suivant.',
    ],
  ])('%s in %s', (on, zone, en, fr) => expect(movedTail(day(on), zone as Zone)?.full).toEqual({ en, fr }));

  it('says nothing of a working day', () => expect(movedTail(day('2026-06-22'), 'metropole')).toBeNull());
  it('says that it comes before', () => expect(movedBackTail(day('2026-06-21')).full.en).toContain('due before it'));
});
