import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * Bytes of any length, sealed as they pass: AES-256-GCM in chunks of 64 KiB, under a key that seals this object alone.
 *
 *   8 bytes mark · chunk, 16 bytes tag · chunk, 16 bytes tag · …
 *
 * A chunk's nonce is its number and whether it is the last: chunks that change places, are left out, doubled or cut off at
 * the end do not open. Agency and object are associated data, so that one object's bytes do not open as another's.
 */

export const KEY_BYTES = 32;
const MARK = Buffer.from('suivi\0\x01\n');
const CHUNK = 64 * 1024;
const TAG = 16;
const ALGORITHM = 'aes-256-gcm';

/** What is sealed where: the key of this object, and its place. */
export type Lock = { key: Buffer; place: string };

/** The bytes lie there otherwise than we left them. */
export class DamagedBytes extends Error {
  constructor(what: string) {
    super(`The stored bytes ${what}.`);
    this.name = 'DamagedBytes';
  }
}

/** How many bytes `size` bytes are once they are sealed. */
export const sealedSize = (size: number) => MARK.length + size + TAG * Math.max(1, Math.ceil(size / CHUNK));

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(number), 3);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Seals what passes. */
export async function* sealed(source: AsyncIterable<Uint8Array>, { key, place }: Lock): AsyncGenerator<Buffer> {
  yield MARK;
  let number = 0;
  for await (const { chunk, last } of inChunks(source, CHUNK)) {
    const cipher = createCipheriv(ALGORITHM, key, nonce(number, last));
    cipher.setAAD(Buffer.from(place));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * Opens what passes. Each chunk is given out only after its tag was right.
 * @throws DamagedBytes at the first byte that is not as it was sealed, and when the end is missing
 */
export async function* opened(source: AsyncIterable<Uint8Array>, { key, place }: Lock): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { chunk, last } of inChunks(withoutMark(source), CHUNK + TAG)) {
    if (chunk.length < TAG) throw new DamagedBytes('end too early');
    const decipher = createDecipheriv(ALGORITHM, key, nonce(number, last));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG));
    const plain = decipher.update(chunk.subarray(0, chunk.length - TAG));
    try {
      decipher.final();
    } catch {
      throw new DamagedBytes('are not those that were put there');
    }
    yield plain;
    number += 1;
  }
}

/** The bytes in pieces of one length; the last may be shorter, and there is always one. */
async function* inChunks(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    held.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    size += part.byteLength;
    if (size <= length) continue;
    const all = Buffer.concat(held);
    let at = 0;
    // A full piece is kept back until something follows it: only then is it known not to be the last.
    for (; size - at > length; at += length) yield { chunk: all.subarray(at, at + length), last: false };
    held = [all.subarray(at)];
    size -= at;
  }
  yield { chunk: Buffer.concat(held), last: true };
}

async function* withoutMark(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const part of source) {
    if (head === null) {
      yield part;
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < MARK.length) continue;
    if (!head.subarray(0, MARK.length).equals(MARK)) throw new DamagedBytes('were not sealed by Suivi');
    yield head.subarray(MARK.length);
    head = null;
  }
  if (head !== null) throw new DamagedBytes('end too early');
}
