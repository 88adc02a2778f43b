import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/days.ts';
import { containsNir, isNir, nirKey } from './nir.ts';

/**
 * How often the guard on free text takes for a social security number what is none. A right key is a chance of 1 in 97,
 * so a number of fifteen digits that looks like one in every other way cannot be told from it; nothing else may be.
 */

const SEED = 20_261_124;
const SAMPLES = 20_000;

const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''));
const two = (n: number): string => String(n).padStart(2, '0');
const grouped = (text: string, sizes: readonly number[], by: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(by);
};

const phones = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '9'),
    digits(8),
    fc.constantFrom(' ', '.', '-', '', '\u00a0'),
    fc.boolean(),
  )
  .map(([first, rest, by, abroad]) =>
    abroad
      ? `+33${by}${first}${by}${grouped(rest, [2, 2, 2, 2], by)}`
      : `0${first}${by}${grouped(rest, [2, 2, 2, 2], by)}`,
  );
const laPoste = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('A', 'C', 'K', 'P', 'R', 'W'), digits(11), fc.boolean())
  .map(([n, letter, rest, spaced]) =>
    spaced ? `${n}${letter} ${grouped(rest, [3, 3, 4, 1], ' ')}` : `${n}${letter}${rest}`,
  );
const international = digits(9).map((nine) => `RK${nine}FR`);
const ibans = fc.tuple(digits(23), fc.boolean()).map(([account, spaced]) => {
  const bank = account.slice(0, 21);
  const key =
    97 - Number((89n * BigInt(bank.slice(0, 5)) + 15n * BigInt(bank.slice(5, 10)) + 3n * BigInt(bank.slice(10))) % 97n);
  const rib = `${bank}${two(key)}`;
  const check = 98 - Number(BigInt(`${rib}152700`) % 97n);
  const iban = `FR${two(check)}${rib}`;
  return spaced ? grouped(iban, [4, 4, 4, 4, 4, 4, 3], ' ') : iban;
});
const days = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom('iso', 'french', 'dots', 'time'))
  .map(([n, how]) => {
    const [year, month, date] = addDays('2020-01-01' as Day, n).split('-');
    if (how === 'iso') return `${year}-${month}-${date}`;
    if (how === 'time') return `${year}-${month}-${date}T10:15:00Z`;
    return how === 'dots' ? `${date}.${month}.${year}` : `${date}/${month}/${year}`;
  });
const amounts = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom(' ', '\u202f', ''))
  .map(([euros, cents, by]) => `${String(euros).replace(/\B(?=(\d{3})+$)/g, by)},${two(cents)} €`);
const sirets = fc.tuple(digits(14), fc.boolean()).map(([n, spaced]) => (spaced ? grouped(n, [3, 3, 3, 5], ' ') : n));
const postcodes = digits(5);
const numeric = digits(15);

/** Things of a kind in a note, one or several, as somebody would write them. */
const inNotes = (things: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(things, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('Called on ', 'See ', 'Reçu : ', ''),
      fc.constantFrom(', ', ' and ', ' ; ', '\n', ' '),
    )
    .map(([all, before, by]) => `${before}${all.join(by)}`);

const rateOf = (notes: fc.Arbitrary<string>): number => {
  const found = fc.sample(notes, { numRuns: SAMPLES, seed: SEED }).filter(containsNir);
  return found.length / SAMPLES;
};

describe('false alarms of the guard on free text', () => {
  const rates: string[] = [];
  afterAll(() => console.log(`False alarms of containsNir, ${SAMPLES} texts of each kind:\n${rates.join('\n')}`));

  // The bound is a rate; 0 where the form of the thing alone rules a NIR out.
  it.each<[kind: string, notes: fc.Arbitrary<string>, atMost: number]>([
    ['one telephone number', phones, 0],
    ['one tracking number of La Poste', laPoste, 0],
    ['one international tracking number', international, 0],
    ['one IBAN', ibans, 0],
    ['one day', days, 0],
    ['one amount', amounts, 0],
    ['one SIRET', sirets, 0],
    ['one UUID', fc.uuid(), 0],
    ['telephone numbers', inNotes(phones), 0.001],
    ['tracking numbers of La Poste', inNotes(laPoste), 0.001],
    ['international tracking numbers', inNotes(international), 0],
    ['IBANs', inNotes(ibans), 0],
    ['days', inNotes(days), 0],
    ['amounts', inNotes(amounts), 0.001],
    ['SIRETs', inNotes(sirets), 0.001],
    ['UUIDs', inNotes(fc.uuid()), 0],
    [
      'all of them together',
      inNotes(fc.oneof(phones, laPoste, international, ibans, days, amounts, sirets, postcodes, fc.uuid())),
      0.001,
    ],
    ['fifteen digits in a row', numeric, 0.003],
  ])('%s', (kind, notes, atMost) => {
    const rate = rateOf(notes);
    rates.push(`${(rate * 100).toFixed(3).padStart(7)} %  ${kind}`);
    expect(rate).toBeLessThanOrEqual(atMost);
  });
});

describe('a NIR in a note', () => {
  const number = fc
    .tuple(
      fc.constantFrom('1', '2'),
      fc.integer({ min: 0, max: 99 }),
      fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 20, max: 42 }), fc.integer({ min: 50, max: 99 })),
      fc.oneof(fc.integer({ min: 1, max: 95 }).map(two), fc.constantFrom('2A', '2B', '97', '98', '99')),
      fc.integer({ min: 1, max: 990 }),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(([sex, year, month, place, commune, order]) => [
      sex,
      two(year),
      two(month),
      place,
      String(commune).padStart(3, '0'),
      String(order).padStart(3, '0'),
    ]);
  const wide = (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const written = fc
    .tuple(
      number,
      fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f', ' - ', '–', '\u2009'),
      fc.constantFrom(' ', '', '/', ' / ', ' clé '),
      fc.boolean(),
    )
    .map(([groups, by, beforeKey, isWide]) => {
      const text = `${groups.join(by)}${beforeKey}${two(nirKey(groups.join('')))}`;
      return isWide ? wide(text) : text;
    });
  const others = fc.oneof(phones, laPoste, days, amounts, fc.constant(''));

  it('is never missed, whatever stands around it', () => {
    const notes = fc.tuple(others, written, others, fc.constantFrom(' ', ', ', '\n', ' : '));
    fc.assert(
      fc.property(notes, ([before, nir, after, by]) => {
        expect(containsNir(`${before}${by}${nir}${by === ' : ' ? ' ; ' : by}${after}`)).toBe(true);
      }),
      { numRuns: 3_000, seed: SEED },
    );
  });

  it('has a month that exists, or one of those for months unknown', () => {
    const withMonth = (month: string): string => {
      const digitsOf = `1 80 ${month} 99 404 001`;
      return `${digitsOf} ${two(nirKey(digitsOf.replaceAll(' ', '')))}`;
    };
    const valid = Array.from({ length: 100 }, (_, month) => two(month)).filter((month) => isNir(withMonth(month)));
    const known = [...Array.from({ length: 12 }, (_, n) => n + 1), ...Array.from({ length: 80 }, (_, n) => n + 20)];
    expect(valid).toEqual(known.map(two));
  });
});
