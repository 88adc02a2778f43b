export type TrackingCheck = 'ok' | 'wrong' | 'unknown_form';

/** The number without spaces, dots and dashes, in capitals: what two spellings are compared by. */
export const normaliseTracking = (number: string): string => number.replace(/[\s.-]/g, '').toUpperCase();

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** International form (UPU S10): two letters, eight digits, check digit, two letters. */
function fitsS10(digits: string): boolean {
  const sum = S10_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = 11 - (sum % 11);
  return Number(digits[8]) === (check === 10 ? 0 : check === 11 ? 5 : check);
}

/** La Poste's own form: weights 3, 1, 3, 1 … from the right. Derived from its test numbers, published nowhere. */
function fitsLaPoste(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 10)).reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return Number(digits[10]) === (10 - (sum % 10)) % 10;
}

/** Whether the check digit fits. Only `wrong` is worth a warning, and it blocks nothing. */
export function trackingCheck(number: string): TrackingCheck {
  const plain = normaliseTracking(number);
  const s10 = /^[A-Z]{2}(\d{9})[A-Z]{2}$/.exec(plain);
  if (s10?.[1] !== undefined) return fitsS10(s10[1]) ? 'ok' : 'wrong';
  const laPoste = /^\d[A-Z](\d{11})$/.exec(plain);
  if (laPoste?.[1] !== undefined) return fitsLaPoste(laPoste[1]) ? 'ok' : 'wrong';
  return 'unknown_form';
}
