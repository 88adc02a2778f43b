import type { Area } from './black-out.ts';
import { blackOut } from './black-out.ts';

/**
 * The picture in a file or behind an address, turned as it was taken. It is drawn on a canvas, never shown by an
 * address of its own: the page's policy lets in no picture but Suivi's.
 * @throws when this browser cannot read it (HEIC nearly everywhere, broken files)
 */
export const pictureIn = (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' });

/** Draws a picture on a canvas, no larger than `longest` on its longer side. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, longest = Infinity): void {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}

const QUALITY = 0.92;

/** The picture as a JPEG, its areas painted over. The pixels below them, and where it was taken, are gone with it. */
export async function blackedOut(picture: ImageBitmap, areas: readonly Area[], name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  draw(canvas, picture);
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('This browser has no canvas.');
  blackOut(paint, areas);
  const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (jpeg === null) throw new Error('The picture could not be written.');
  return new File([jpeg], name.replace(/\.[a-z0-9]{2,5}$/i, '').concat('.jpg'), { type: 'image/jpeg' });
}
