/** Lengths of the countries whose accounts clients have most; elsewhere the check digits alone decide. */
const LENGTHS: Record<string, number> = {
  FR: 27,
  MC: 27,
  BE: 16,
  DE: 22,
  ES: 24,
  IT: 27,
  LU: 20,
  NL: 18,
  PT: 25,
  GB: 22,
  IE: 22,
  CH: 21,
};

/** In a French account number A to I, J to R count 1 to 9, and S to Z 2 to 9. */
const ribDigit = (letter: string): string => {
  const place = letter.charCodeAt(0) - 65;
  return String(place < 18 ? (place % 9) + 1 : place - 16);
};

/** The key of a French RIB. */
export function ribKey(bank: string, branch: string, account: string): number {
  const digits = account.toUpperCase().replace(/[A-Z]/g, ribDigit);
  return 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(digits)) % 97);
}

function remainder97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

export type IbanCheck = 'french' | 'foreign' | 'wrong_key' | 'unknown_form';

/** What an account number is: its check digits and, for a French one, the key of its RIB. */
export function checkIban(text: string): IbanCheck {
  const iban = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban)) return 'unknown_form';
  const country = iban.slice(0, 2);
  if (LENGTHS[country] !== undefined && iban.length !== LENGTHS[country]) return 'unknown_form';
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  if (remainder97(moved) !== 1) return 'wrong_key';
  if (country !== 'FR' && country !== 'MC') return 'foreign';
  const [, bank = '', branch = '', account = '', key = ''] =
    /^.{4}(\d{5})(\d{5})([0-9A-Z]{11})(\d{2})$/.exec(iban) ?? [];
  if (ribKey(bank, branch, account) !== Number(key)) return 'wrong_key';
  return country === 'FR' ? 'french' : 'foreign';
}

/** Whether a text is an IBAN with right check digits; for a French one the RIB key must be right too. */
export function isIban(text: string): boolean {
  const check = checkIban(text);
  return check === 'french' || check === 'foreign';
}
