export type TrackingCheck = 'ok' | 'wrong' | 'unknown_form';

/** The number without spaces, dots and dashes, in capitals: what two spellings are compared by. */
export const normaliseTracking = (number: string): string => number.replace(/[\s.-]/g, '').toUpperCase();

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

const digitAt = (digits: string, place: number): number => digits.charCodeAt(place) - 48;

/** International form (UPU S10): two letters, eight digits, check digit, two letters. */
function checkOfS10(digits: string): string {
  let sum = 0;
  for (const [place, weight] of S10_WEIGHTS.entries()) sum += weight * digitAt(digits, place);
  const check = 11 - (sum % 11);
  return String(check === 10 ? 0 : check === 11 ? 5 : check);
}

/** La Poste's own form: weights 3, 1, 3, 1 … from the right. Derived from its test numbers, published nowhere. */
function checkOfLaPoste(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 10; place += 1) sum += digitAt(digits, place) * (place % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

/** The check digit a number has and the one it should have; null where its form has none that is known. */
export function checkDigits(number: string): { is: string; shouldBe: string } | null {
  const plain = normaliseTracking(number);
  const s10 = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(plain);
  if (s10?.[1] !== undefined && s10[2] !== undefined) return { is: s10[2], shouldBe: checkOfS10(s10[1]) };
  const laPoste = /^\d[A-Z](\d{10})(\d)$/.exec(plain);
  if (laPoste?.[1] !== undefined && laPoste[2] !== undefined)
    return { is: laPoste[2], shouldBe: checkOfLaPoste(laPoste[1]) };
  return null;
}

/** Whether the check digit fits. Only `wrong` is worth a warning, and it blocks nothing. */
export function trackingCheck(number: string): TrackingCheck {
  const digits = checkDigits(number);
  if (digits === null) return 'unknown_form';
  return digits.is === digits.shouldBe ? 'ok' : 'wrong';
}

/** A number as it is printed: one of the two forms, with or without spaces. Forms without a check digit are not looked for. */
const PRINTED = /(?<![A-Z0-9])(?:\d[A-Z](?:[ .]?\d){11}|[A-Z]{2}(?:[ .]?\d){9}[ .]?[A-Z]{2})(?![A-Z0-9])/g;

/** The tracking numbers that stand in a text (the lines of a receipt, what a barcode says), each once; those whose check digit fits first. */
export function trackingNumbersIn(text: string): string[] {
  const found = [...new Set((text.toUpperCase().match(PRINTED) ?? []).map(normaliseTracking))];
  const fits = (number: string) => trackingCheck(number) === 'ok';
  return [...found.filter(fits), ...found.filter((number) => !fits(number))];
}
