import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { DamagedBytes, opened, sealed, sealedSize } from './sealed-bytes.ts';

const CHUNK = 64 * 1024;
const lock = { key: randomBytes(32), place: 'agency/object' };
const whole = async (bytes: AsyncIterable<Uint8Array>) => Buffer.concat(await Readable.from(bytes).toArray());
const inParts = (bytes: Buffer, length: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) => bytes.subarray(at * length, (at + 1) * length)),
  );
const sealedOf = (bytes: Buffer) => whole(sealed(inParts(bytes, 10_000), lock));
const open = (bytes: Buffer, by = lock) => whole(opened(inParts(bytes, 7_777), by));

describe('bytes sealed as they pass', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_003])('%d bytes open again', async (size) => {
    const bytes = randomBytes(size);
    const closed = await sealedOf(bytes);
    expect(closed).toHaveLength(sealedSize(size));
    expect((await open(closed)).equals(bytes)).toBe(true);
  });

  it('hold nothing of what was sealed', async () => {
    const closed = await sealedOf(Buffer.from('PASSPORT '.repeat(5_000)));
    expect(closed.includes('PASSPORT')).toBe(false);
  });

  const size = 3 * CHUNK + 500;
  const chunkAt = (number: number) => 8 + number * (CHUNK + 16);
  it.each<[string, (closed: Buffer) => Buffer]>([
    ['a flipped bit in the middle', (c) => Buffer.from(c.map((byte, at) => (at === c.length >> 1 ? byte ^ 1 : byte)))],
    ['a flipped bit in the last tag', (c) => Buffer.from(c.map((byte, at) => (at === c.length - 1 ? byte ^ 1 : byte)))],
    ['the last byte missing', (c) => c.subarray(0, -1)],
    ['the last chunk missing', (c) => c.subarray(0, chunkAt(3))],
    ['the end of a chunk as the end of all', (c) => c.subarray(0, chunkAt(2))],
    ['all but the mark missing', (c) => c.subarray(0, 8)],
    ['nothing at all', () => Buffer.alloc(0)],
    ['half a mark', (c) => c.subarray(0, 4)],
    ['another mark', (c) => Buffer.concat([Buffer.from('%PDF-1.7'), c.subarray(8)])],
    ['a byte more', (c) => Buffer.concat([c, Buffer.from([0])])],
    [
      'two chunks that have changed places',
      (c) =>
        Buffer.concat([
          c.subarray(0, 8),
          c.subarray(chunkAt(1), chunkAt(2)),
          c.subarray(8, chunkAt(1)),
          c.subarray(chunkAt(2)),
        ]),
    ],
    ['a chunk twice', (c) => Buffer.concat([c.subarray(0, chunkAt(1)), c.subarray(8)])],
    ['a chunk left out', (c) => Buffer.concat([c.subarray(0, chunkAt(1)), c.subarray(chunkAt(2))])],
  ])('are refused with %s', async (_, spoil) => {
    const closed = await sealedOf(randomBytes(size));
    await expect(open(spoil(closed))).rejects.toThrow(DamagedBytes);
  });

  it('do not open as another object, nor with another key', async () => {
    const closed = await sealedOf(randomBytes(100));
    await expect(open(closed, { ...lock, place: 'agency/another' })).rejects.toThrow(DamagedBytes);
    await expect(open(closed, { ...lock, key: randomBytes(32) })).rejects.toThrow(DamagedBytes);
  });

  it('give out no chunk before its tag was right', async () => {
    const closed = await sealedOf(randomBytes(size));
    closed.writeUInt8(closed.readUInt8(chunkAt(1) + 5) ^ 1, chunkAt(1) + 5);
    const got: Uint8Array[] = [];
    await expect(
      (async () => {
        for await (const part of opened(inParts(closed, 1_000), lock)) got.push(part);
      })(),
    ).rejects.toThrow(DamagedBytes);
    expect(Buffer.concat(got)).toHaveLength(CHUNK);
  });
});
