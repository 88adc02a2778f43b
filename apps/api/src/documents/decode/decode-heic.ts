import { all } from 'heic-decode';
import { writePixels } from './decode-picture.ts';
import { LIMITS, Refused } from './verdict.ts';
import type { Decoded } from './verdict.ts';

/** A phone's HEIC as JPEG. The library is WebAssembly, and turns the picture upright by itself. @throws Refused */
export async function decodeHeic(bytes: Buffer): Promise<Decoded> {
  const pictures = await all({ buffer: bytes }).catch(() => []);
  const [picture] = pictures;
  if (!picture) throw new Refused('unreadable_picture');
  // The length that is said in the head, before a single pixel is decoded.
  if (picture.width * picture.height > LIMITS.pixels) throw new Refused('picture_too_large');
  const { data, width, height } = await picture.decode().catch(() => {
    throw new Refused('unreadable_picture');
  });
  return writePixels(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height);
}
