import { describe, expect, it } from 'vitest';
import { checkDigits, normaliseTracking, trackingCheck, trackingNumbersIn } from './tracking.ts';

describe('the check digit of a tracking number', () => {
  it.each([
    ['RB123456785GB', 'ok'],
    ['RK633119313NZ', 'ok'],
    ['RB123456786US', 'wrong'],
    ['GF111111110NZ', 'wrong'],
    ['1A00915820380', 'ok'],
    ['1K36275770836', 'ok'],
    ['6P01007508742', 'ok'],
    ['8R11111111110', 'ok'],
    ['1a 009 158 2038 0', 'ok'],
    ['1A00915820381', 'wrong'],
    ['115111111111111', 'unknown_form'],
    ['', 'unknown_form'],
  ])('of %s: %s', (number, check) => expect(trackingCheck(number)).toBe(check));

  it.each([
    ['RB123456786US', { is: '6', shouldBe: '5' }],
    ['1A00915820381', { is: '1', shouldBe: '0' }],
    ['115111111111111', null],
  ])('is said as it should be: %s, %o', (number, digits) => expect(checkDigits(number)).toEqual(digits));

  it('is looked at without spaces and in capitals', () => {
    expect(normaliseTracking('1a 009-158.2038 0')).toBe('1A00915820380');
  });
});

describe('the tracking numbers in a text', () => {
  it.each([
    ['Recommandé nº 1A 009 158 2038 0, distribué le 12/05', ['1A00915820380']],
    ['%0069003 1a00915820380 250', ['1A00915820380']],
    ['RB123456785GB and RB 123 456 785 GB', ['RB123456785GB']],
    ['1A00915820381 then 1A00915820380', ['1A00915820380', '1A00915820381']],
    ['2 85 05 78 006 084 91', []],
    ['FR7630006000011234567890189', []],
    ['', []],
  ])('%s: %j', (text, numbers) => expect(trackingNumbersIn(text)).toEqual(numbers));
});
