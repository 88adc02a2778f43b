import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import type { Category } from '../vocabulary.ts';
import { knownOfFile } from './known-of-file.ts';

const TODAY = '2026-11-26' as Day;
const of = (birthDate: string, postcode = '24000', category: Category = 'employee', gp = true) =>
  knownOfFile({ birthDate: birthDate as Day, category, address: { postcode, city: null } }, gp, TODAY);

describe('what a file tells of an estimate', () => {
  it.each([
    ['1985-03-14', '41'],
    ['2010-11-26', '16'],
    ['2010-11-27', '15'],
    ['2008-02-29', '18'],
  ])('somebody born on %s is %s', (birthDate, age) => expect(of(birthDate).age).toBe(age));

  it.each<[postcode: string, category: Category, local: string]>([
    ['67000', 'employee', 'yes'],
    ['57050', 'employee', 'yes'],
    ['68100', 'resident', 'no'],
    ['68100', 's1_holder', 'no'],
    ['67000', 'self_employed', 'no'],
    ['24000', 'employee', 'no'],
  ])('in %s as %s the local scheme is taken for granted: %s', (postcode, category, local) =>
    expect(of('1985-03-14', postcode, category).local).toBe(local),
  );

  it('is whether a GP was declared', () => {
    expect(of('1985-03-14').gp).toBe('yes');
    expect(of('1985-03-14', '24000', 'employee', false).gp).toBe('no');
  });
});
