import sharp from 'sharp';
import type { Sharp, SharpOptions } from 'sharp';
import { Refused, LIMITS } from './verdict.ts';
import type { Decoded } from './verdict.ts';

// One file a process: nothing to share, and nothing to keep.
sharp.cache(false);
sharp.concurrency(1);

const STRICT: SharpOptions = { failOn: 'warning', limitInputPixels: LIMITS.pixels, sequentialRead: true };

/**
 * A photo written anew as JPEG: upright, on white, without place, owner, thumbnail or anything else that came with it.
 * @throws Refused
 */
export async function decodePicture(bytes: Buffer): Promise<Decoded> {
  const {
    width,
    height,
    pages = 1,
  } = await sharp(bytes, { ...STRICT, limitInputPixels: false })
    .metadata()
    .catch(unreadable);
  if (pages > 1) throw new Refused('moving_picture');
  if (width * height > LIMITS.pixels) throw new Refused('picture_too_large');
  return written(sharp(bytes, STRICT).autoOrient());
}

/** Decoded pixels (RGBA) written as JPEG. */
export const writePixels = (data: Uint8Array, width: number, height: number): Promise<Decoded> =>
  written(sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: LIMITS.pixels }));

async function written(picture: Sharp): Promise<Decoded> {
  const document = await fitted(picture.flatten({ background: '#fff' }).toColourspace('srgb'), LIMITS.side)
    .jpeg({ quality: 88 })
    .toBuffer()
    .catch(unreadable);
  const { data: jpeg, info } = await fitted(sharp(document), LIMITS.shown)
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return {
    mediaType: 'image/jpeg',
    document,
    pages: [{ width: info.width, height: info.height, jpeg }],
    showsNumber: false,
    soundsLike: [],
    hasPictures: true,
  };
}

const fitted = (picture: Sharp, side: number) =>
  picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

function unreadable(): never {
  throw new Refused('unreadable_picture');
}
