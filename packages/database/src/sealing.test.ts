import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Place } from './sealing.ts';
import { keyRingFault, parseKeyRing, seal, unseal } from './sealing.ts';

const key = () => randomBytes(32).toString('base64');
const old = `2025:${key()}`;
const ring = parseKeyRing(old);
const place: Place = { agencyId: 'a', table: 'files', id: '1', column: 'client_sealed' };

describe('sealing', () => {
  it('opens what it sealed for the same place', () => {
    expect(unseal(ring, place, seal(ring, place, { telephone: '+33 6 12 34 56 78', street: null }))).toEqual({
      telephone: '+33 6 12 34 56 78',
      street: null,
    });
  });

  it.each([
    ['another agency', { agencyId: 'b' }],
    ['another table', { table: 'events' }],
    ['another row', { id: '2' }],
    ['another column', { column: 'applicant_sealed' }],
  ])('refuses a ciphertext that was moved to %s', (_name, change) => {
    const sealed = seal(ring, place, 'secret');
    expect(() => unseal(ring, { ...place, ...change }, sealed)).toThrow();
  });

  it('refuses a ciphertext of which one bit was changed', () => {
    const sealed = seal(ring, place, 'secret');
    sealed[sealed.length - 1]! ^= 1;
    expect(() => unseal(ring, place, sealed)).toThrow();
  });

  it('never seals twice alike', () => {
    expect(seal(ring, place, 'x').equals(seal(ring, place, 'x'))).toBe(false);
  });

  it('opens with an older key after a new one came first, and seals with the new one', () => {
    const sealed = seal(ring, place, 'kept');
    const rotated = parseKeyRing(`2026:${key()},${old}`);
    expect(unseal(rotated, place, sealed)).toBe('kept');
    expect(() => unseal(ring, place, seal(rotated, place, 'new'))).toThrow('needs the key "2026"');
  });

  it.each(['', 'x', '1:short', `1:${key()},1:${key()}`])('says what is wrong with the key ring %#', (text) => {
    expect(keyRingFault(text)).not.toBeNull();
    expect(() => parseKeyRing(text)).toThrow();
  });
});
