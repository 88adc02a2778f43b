import { describe, expect, it } from 'vitest';
import type { Day } from './days.ts';
import { holidaysIn } from './holidays.ts';

const names = (year: number, zone: Parameters<typeof holidaysIn>[1], local: boolean) =>
  Object.fromEntries(
    [...holidaysIn(year, zone)].filter(([, holiday]) => holiday.local === local).map(([day, { name }]) => [day, name]),
  );
const SLAVERY = { en: 'the Abolition of Slavery', fr: 'l’abolition de l’esclavage' };

describe('the public holidays of 2026', () => {
  it('have their names, as sentences use them', () => {
    expect(names(2026, 'metropole', false)).toEqual({
      '2026-01-01': { en: 'New Year’s Day', fr: 'le jour de l’an' },
      '2026-04-06': { en: 'Easter Monday', fr: 'le lundi de Pâques' },
      '2026-05-01': { en: 'Labour Day', fr: 'la fête du Travail' },
      '2026-05-08': { en: 'Victory Day', fr: 'la victoire de 1945' },
      '2026-05-14': { en: 'Ascension Day', fr: 'l’Ascension' },
      '2026-05-25': { en: 'Whit Monday', fr: 'le lundi de Pentecôte' },
      '2026-07-14': { en: 'Bastille Day', fr: 'la fête nationale' },
      '2026-08-15': { en: 'Assumption Day', fr: 'l’Assomption' },
      '2026-11-01': { en: 'All Saints’ Day', fr: 'la Toussaint' },
      '2026-11-11': { en: 'Armistice Day', fr: 'l’armistice de 1918' },
      '2026-12-25': { en: 'Christmas Day', fr: 'Noël' },
    });
    expect(names(2026, 'metropole', true)).toEqual({});
  });

  it('are two more in Alsace-Moselle, and one of its own in each territory', () => {
    expect(names(2026, 'alsace_moselle', true)).toEqual({
      '2026-04-03': { en: 'Good Friday', fr: 'le Vendredi saint' },
      '2026-12-26': { en: 'St Stephen’s Day', fr: 'la Saint-Étienne' },
    });
    expect(names(2026, 'reunion', true)).toEqual({ '2026-12-20': SLAVERY });
    expect(names(2026, 'mayotte', true)).toEqual({ '2026-04-27': SLAVERY });
    expect(names(2026, 'saint_pierre_et_miquelon', true)).toEqual({});
  });

  it('keep their first name when two fall on one day, as on 1 May 2008, Ascension Day too', () => {
    const day = (date: string) => holidaysIn(2008, 'metropole').get(`2008-${date}` as Day)?.name.en;
    expect([day('05-01'), day('05-12')]).toEqual(['Labour Day', 'Whit Monday']);
  });
});
