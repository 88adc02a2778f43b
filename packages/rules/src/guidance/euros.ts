import type { Words } from '../vocabulary.ts';

/** An amount for a person to read: €1,234.50, « 1 234,50 € ». */
export function euros(cents: number): Words {
  const sign = cents < 0 ? '−' : '';
  const whole = String(Math.trunc(Math.abs(cents) / 100));
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  const grouped = (by: string) => whole.replace(/\B(?=(\d{3})+$)/g, by);
  return { en: `${sign}€${grouped(',')}.${rest}`, fr: `${sign}${grouped('\u202f')},${rest} €` };
}

/** 70%, « 70 % ». */
export const percent = (rate: number): Words => ({ en: `${rate}%`, fr: `${rate} %` });
