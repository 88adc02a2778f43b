import { isIban } from './iban.ts';

/**
 * The social security number (NIR): 13 characters and a key of two digits.
 * It is only ever recognised here, to be refused or checked where it is typed; nothing keeps it.
 */

/** Months 20 to 99 are legal: the month of birth is often unknown for people born abroad. */
const FORM = /^([12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6})(\d{2})$/;

/** The key of 13 characters of a NIR. Corsica's letters count as 19 and 18. */
export const nirKey = (number: string): number => 97 - (Number(number.replace('2A', '19').replace('2B', '18')) % 97);

// What people put between the groups: spaces of all widths, dots, dashes.
const SEPARATOR = String.raw`[\s.·_\-\u2010-\u2015\u2212]`;
const SEPARATORS = new RegExp(SEPARATOR, 'g');

/** Whether a text is a NIR with the right key, with or without separators. */
export function isNir(text: string): boolean {
  const [, number, key] = FORM.exec(text.replace(SEPARATORS, '').toUpperCase()) ?? [];
  return number !== undefined && nirKey(number) === Number(key);
}

export type NumberCheck = 'permanent' | 'wrong_key' | 'key_missing' | 'temporary' | 'unknown_form';

/**
 * What a number typed from a letter is, for the form that records its arrival: the digits stay where they were typed.
 * Waiting and provisional numbers begin with 3 to 8 and have no key that is published.
 */
export function checkNumber(text: string): NumberCheck {
  const plain = text.replace(SEPARATORS, '').toUpperCase();
  if (/^[3-8]\d{12}(\d{2})?$/.test(plain)) return 'temporary';
  if (FORM.test(plain)) return isNir(plain) ? 'permanent' : 'wrong_key';
  return FORM.test(`${plain}00`) ? 'key_missing' : 'unknown_form';
}

const digits = (n: number): string[] => Array.from({ length: n }, () => String.raw`\d`);
const between = `${SEPARATOR}{0,3}`;
const spread = (parts: string[]): string => parts.join(between);
const NUMBER = spread(['[12]', ...digits(4), `(?:${spread(digits(2))}|2${between}[AB])`, ...digits(6)]);
// The key is often set apart: “/ 91”, “(91)”, “, clé 91”.
const BEFORE_KEY = `(?:${SEPARATOR}|[,;:/|(]|cl[ée]f?|key){0,6}`;
// Looked for at every start, since the number may follow another one; a part of a longer number is none.
const ANYWHERE = new RegExp(`(?<![0-9])(?=(${NUMBER})${BEFORE_KEY}(${spread(digits(2))})(?![0-9]))`, 'gi');
// Marks that nobody sees: what a copy from a letter or a form brings along.
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?\b/gi;

/** An id that a program made: one in a hundred thousand holds, by chance, digits with a right key. */
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/gi;

/** Whether a valid NIR stands anywhere in a text, with or without spaces, dots, dashes, its key set apart or not. */
export function containsNir(text: string): boolean {
  if (text.length < 15) return false;
  const plain = text.normalize('NFKC').replace(UNSEEN, '');
  const others = plain.replace(UUID, '#').replace(IBAN, (found) => (isIban(found) ? '#' : found));
  for (const [, number, key] of others.matchAll(ANYWHERE)) if (isNir(`${number}${key}`)) return true;
  return false;
}
