import type { Day } from '@suivi/rules/calendar/days';
import { describe, expect, it } from 'vitest';
import { age, dayInList, dayInSentence, lateness, timeOf } from './dates.ts';

const today = '2026-05-21' as Day;
const day = (text: string) => text as Day;

describe('a day in a list', () => {
  it.each([
    ['2026-05-21', 'today', 'aujourd’hui'],
    ['2026-05-22', 'Fri 22 May', 'ven. 22 mai'],
    ['2027-01-14', '14 Jan 2027', '14 janv. 2027'],
    ['2026-09-01', 'Tue 1 Sep', 'mar. 1ᵉʳ sept.'],
  ])('%s reads %s, %s', (on, en, fr) => {
    expect(dayInList(day(on), today, 'en')).toBe(en);
    expect(dayInList(day(on), today, 'fr')).toBe(fr);
  });
});

describe('a day in a sentence', () => {
  it('has its weekday within 60 days only', () => {
    expect(dayInSentence(today, today, 'en')).toBe('Thursday 21 May');
    expect(dayInSentence(day('2026-09-01'), today, 'en')).toBe('1 September');
    expect(dayInSentence(day('2026-03-01'), today, 'fr')).toBe('1ᵉʳ mars');
  });
});

it('says how late and how old something is', () => {
  expect(lateness(day('2026-05-18'), today, 'en')).toBe('3 days late');
  expect(lateness(day('2026-05-20'), today, 'fr')).toBe('1 jour de retard');
  expect(age(day('2026-04-21'), today, 'fr')).toBe('30 jours');
});

it('tells the time of Paris as each language writes it', () => {
  expect(timeOf('2026-05-21T07:00:00Z', 'en')).toBe('9:00');
  expect(timeOf('2026-05-21T07:00:00Z', 'fr')).toBe('9 h');
  expect(timeOf('2026-05-21T14:30:00Z', 'fr')).toBe('16 h 30');
});
