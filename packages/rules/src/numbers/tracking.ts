export type TrackingCheck = 'ok' | 'wrong' | 'unknown_form';

/** The number without spaces, dots and dashes, in capitals: what two spellings are compared by. */
export const normaliseTracking = (number: string): string => number.replace(/[\s.\-\u00a0\u202f]/g, '').toUpperCase();

/** Whether the check digit fits. Only `wrong` is worth a warning, and it blocks nothing. */
export function trackingCheck(number: string): TrackingCheck {
  throw new Error(`not written yet: ${number}`);
}
