import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * Seals what is known of a client: AES-256-GCM, with agency, table, row and column as associated data, so that a
 * ciphertext moved to another row does not open.
 *
 *   1 byte version · 1 byte length of the key's id · the id · 12 bytes nonce · 16 bytes tag · ciphertext
 */

/** The first key seals; all of them open. */
export type KeyRing = { current: string; keys: ReadonlyMap<string, KeyObject> };

/** Where a sealed value stands. */
export type Place = { agencyId: string; table: string; id: string; column: string };

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** What is wrong with a key ring's text, or null. Says no value. */
export function keyRingFault(text: string): string | null {
  const seen = new Set<string>();
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const id = part.slice(0, colon).trim();
    if (colon < 1 || !KEY_ID.test(id)) return 'each key is id:base64, separated by commas';
    if (seen.has(id)) return `the key id ${id} stands there twice`;
    if (Buffer.from(part.slice(colon + 1).trim(), 'base64').length !== 32)
      return `the key ${id} is not 32 bytes in base64`;
    seen.add(id);
  }
  return null;
}

/** Reads `id:base64,id:base64`; the first is the current key. */
export function parseKeyRing(text: string): KeyRing {
  const fault = keyRingFault(text);
  if (fault) throw new Error(`The key ring cannot be read: ${fault}.`);
  const keys = new Map<string, KeyObject>();
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    keys.set(part.slice(0, colon).trim(), createSecretKey(part.slice(colon + 1).trim(), 'base64'));
  }
  const [current] = keys.keys();
  if (current === undefined) throw new Error('The key ring is empty.');
  return { current, keys };
}

const associated = (place: Place) => Buffer.from(`${place.agencyId}|${place.table}|${place.id}|${place.column}`);

/** Seals a value (as JSON) for its place. */
export function seal(ring: KeyRing, place: Place, value: unknown): Buffer {
  const key = ring.keys.get(ring.current);
  if (!key) throw new Error('The current key is missing from the key ring.');
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated(place));
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  const id = Buffer.from(ring.current);
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, nonce, cipher.getAuthTag(), text]);
}

/** Opens what was sealed for this very place; anything else is an error. */
export function unseal<T>(ring: KeyRing, place: Place, sealed: Uint8Array): T {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const idLength = bytes[1] ?? 0;
  const nonceAt = 2 + idLength;
  if (bytes[0] !== VERSION || bytes.length < nonceAt + NONCE + TAG)
    throw new Error(`What stands in ${place.table}.${place.column} was not sealed by Suivi.`);
  const id = bytes.toString('utf8', 2, nonceAt);
  const key = ring.keys.get(id);
  if (!key)
    throw new Error(`A value in ${place.table}.${place.column} needs the key "${id}", which the key ring lacks.`);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(nonceAt, nonceAt + NONCE));
  decipher.setAAD(associated(place));
  decipher.setAuthTag(bytes.subarray(nonceAt + NONCE, nonceAt + NONCE + TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(nonceAt + NONCE + TAG)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as T;
}
