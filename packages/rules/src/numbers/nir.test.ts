import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { checkNumber, containsNir, isNir, nirKey } from './nir.ts';

describe('the key of a NIR', () => {
  it.each([
    ['2550814168025', 38],
    ['2940375120005', 91],
    ['1531245007231', 60],
    ['284052A321025', 52],
    ['284052B321025', 79],
    ['2840588321025', 32],
    ['284202B321025', 28],
    ['284992B321025', 31],
    ['1800199404001', 70],
    ['2900799135002', 32],
    ['1680299132045', 60],
    ['2751199401123', 5],
  ])('of %s is %i', (number, key) => {
    expect(nirKey(number)).toBe(key);
    expect(isNir(`${number}${String(key).padStart(2, '0')}`)).toBe(true);
    expect(isNir(`${number}${String((key % 97) + 1).padStart(2, '0')}`)).toBe(false);
  });

  it.each(['255081416802500', '884058832102532', '2550814168025', '294132A12000591', ''])('%s is no NIR', (text) => {
    expect(isNir(text)).toBe(false);
  });
});

describe('a NIR in a text', () => {
  it.each([
    'number 2 94 03 75 120 005 91, she says',
    '294037512000591',
    '2.94.03.75.120.005.91',
    '2-94-03-75-120-005-91',
    '2\u00a094\u202f03 75 120 005 - 91',
    'called on 12 2940375120005 91',
    'n°294037512000591',
    'nº294037512000591',
    'NIR294037512000591',
    'Corsica: 2 84 05 2A 321 025 52.',
    '284052b32102579',
    '２９４０３７５１２０００５９１',
    '2940\u200b37512000591',
    'FR7630006000011234567890189 and 294037512000591',
    '2 94 03 75 120 005 / 91',
    '2940375120005/91',
    '2 94 03 75 120 005 (91)',
    'N° 2 94 03 75 120 005, clé 91',
    'N° 2 94 03 75 120 005 Clef : 91',
    '2940375120005 key: 91',
    '2940375\u00ad12000591',
    '\u202a2 94 03 75 120 005 91\u202c',
    'ligne 1\n2 94 03 75 120 005 91\nligne 3',
    '2\t94\t03\t75\t120\t005\t91',
    '2–94–03–75–120–005–91',
    '2_94_03_75_120_005_91',
    'born abroad: 1 80 01 99 404 001 70, month unknown: 2.84.20.2B.321.025.28',
  ])('is found in “%s”', (text) => {
    expect(containsNir(text)).toBe(true);
  });

  it.each([
    ['a wrong key', '2 94 03 75 120 005 92'],
    ['a NIR without its key', '2940375120005'],
    ['a longer number', '12940375120005911'],
    ['La Poste', '1A00915820380 1K36275770836 6P01007508742'],
    ['fifteen digits of La Poste', '115111111111111'],
    ['an international tracking number', 'RB123456785GB'],
    ['telephones', '06 12 34 56 78, +33 1 84 90 36 46, 09 74 75 36 46'],
    ['an IBAN', 'FR76 3000 6000 0112 3456 7890 189, FR1420041010050500013M02606'],
    ['a SIRET', '732 829 320 00074'],
    ['days', '2026-02-10, 10/02/2026 10:15:00'],
    ['a temporary number, which has no key', '7 94 03 75 120 005 91'],
    ['a fraction behind a number', '2940375120005/92'],
    ['a UUID', '294037d1-2000-4591-8a84-052a32102552'],
  ])('is not seen in %s', (_, text) => {
    expect(containsNir(text)).toBe(false);
  });
});

describe('a number typed from a letter', () => {
  it.each([
    ['2 94 03 75 120 005 91', 'permanent'],
    ['284052A32102552', 'permanent'],
    ['2 94 03 75 120 005 92', 'wrong_key'],
    ['2 94 03 75 120 005', 'key_missing'],
    ['7 1 001 23456789', 'temporary'],
    ['8 2 001 1234 5678', 'temporary'],
    ['7100112345678', 'temporary'],
    ['5 1 001 23456789', 'temporary'],
    ['6200112345678', 'temporary'],
    ['3 94 03 75 120 005 91', 'temporary'],
    ['294', 'unknown_form'],
    ['2 94 13 75 120 005 91', 'unknown_form'],
    ['', 'unknown_form'],
  ])('%s: %s', (text, kind) => expect(checkNumber(text)).toBe(kind));
});

describe('any valid NIR', () => {
  const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
  const three = fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, '0'));
  const department = fc.oneof(two(1, 99), fc.constantFrom('2A', '2B'));
  const number = fc
    .tuple(fc.constantFrom('1', '2'), two(0, 99), fc.oneof(two(1, 12), two(20, 99)), department, three, three)
    .map((parts) => parts.join(''));
  const separators = fc.array(fc.constantFrom('', '', ' ', '.', '-', '\u00a0', ' - '), {
    minLength: 14,
    maxLength: 14,
  });
  const around = fc.constantFrom('', ' ', 'NIR ', 'no. ', '(', ', ', '; ');

  test.prop([number, separators, around, around])(
    'is found however it is written',
    (digits, between, before, after) => {
      const whole = `${digits}${String(nirKey(digits)).padStart(2, '0')}`;
      const written = Array.from(whole, (digit, place) => `${digit}${between[place] ?? ''}`).join('');
      expect(containsNir(`${before}${written}${after}`)).toBe(true);
    },
  );

  test.prop([number, separators, fc.integer({ min: 1, max: 96 })])(
    'with another key is none',
    (digits, between, off) => {
      const key = ((nirKey(digits) - 1 + off) % 97) + 1;
      const whole = `${digits}${String(key).padStart(2, '0')}`;
      expect(containsNir(Array.from(whole, (digit, place) => `${digit}${between[place] ?? ''}`).join(''))).toBe(false);
    },
  );
});
