import { describe, expect, it } from 'vitest';
import { checkIban, isIban, ribKey } from './iban.ts';

describe('an IBAN', () => {
  it.each([
    'FR1420041010050500013M02606',
    'FR76 3000 6000 0112 3456 7890 189',
    'GB82WEST12345698765432',
    'DE89370400440532013000',
  ])('%s is right', (iban) => expect(isIban(iban)).toBe(true));
  it.each([
    ['FR4930006000011234567890190', 'its check digits fit, its RIB key does not'],
    ['FR7630006000011234567890188', 'a digit is wrong'],
    ['FR763000600001123456789018', 'it is too short'],
    ['DE8937040044053201300', 'it is too short'],
    ['', 'it is empty'],
  ])('%s is wrong: %s', (iban) => expect(isIban(iban)).toBe(false));

  it('has the key of its RIB', () => {
    expect(ribKey('20041', '01005', '0500013M026')).toBe(6);
    expect(ribKey('30006', '00001', '12345678901')).toBe(89);
  });

  it.each([
    ['A', '1'],
    ['I', '9'],
    ['J', '1'],
    ['R', '9'],
    ['S', '2'],
    ['Z', '9'],
  ])('reads %s in a French account as %s', (letter, digit) =>
    expect(ribKey('20041', '01005', `0500013${letter}026`)).toBe(ribKey('20041', '01005', `0500013${digit}026`)),
  );

  it.each([
    ['fr14 2004-1010 0505 0001 3M02 606', 'french'],
    ['MC5811222000010123456789030', 'foreign'],
    ['BE68539007547034', 'foreign'],
    ['FR4930006000011234567890190', 'wrong_key'],
    ['FR7630006000011234567890188', 'wrong_key'],
    ['FR76 3000 6000 01', 'unknown_form'],
    ['30006 00001 12345678901 89', 'unknown_form'],
    ['BR1800360305000010009795493C1', 'foreign'],
    ['MC5811222000010123456789031', 'wrong_key'],
    ['DE8937040044053201300', 'unknown_form'],
    ['DE893704004405320130000', 'unknown_form'],
    ['FR1420041010050500013M02606!', 'unknown_form'],
    ['FRA420041010050500013M02606', 'unknown_form'],
    ['', 'unknown_form'],
  ])('%s: %s', (text, check) => expect(checkIban(text)).toBe(check));
});
