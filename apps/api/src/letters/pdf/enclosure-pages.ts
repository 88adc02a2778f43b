import {
  PDFDocument,
  PDFName,
  concatTransformationMatrix,
  drawObject,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { Unprintable } from './faults.ts';
import { flatten } from './flatten.ts';
import type { FileToMerge } from './print-job.ts';
import { A4, MM } from './sheet-size.ts';

const MOST_PAGES = 300;
/** A4 at 300 dots an inch: more only makes the file heavy. */
const MOST_PIXELS = { width: 2_480, height: 3_508 };
const MOST_INPUT_PIXELS = 120_000_000;
/** Printers leave an edge white. */
const EDGE = 6 * MM;

sharp.cache(false);
sharp.concurrency(1);

/** An uploaded picture or PDF as sheets of A4, nothing added to them. @throws Unprintable when it cannot be opened */
export async function enclosurePages({ path, mediaType, only }: FileToMerge): Promise<PDFDocument> {
  const bytes = await readFile(path);
  const sheets = await PDFDocument.create({ updateMetadata: false });
  if (mediaType === 'application/pdf') await addPdf(sheets, bytes, only);
  else await addPicture(sheets, bytes);
  await sheets.flush();
  return sheets;
}

async function addPicture(sheets: PDFDocument, bytes: Uint8Array): Promise<void> {
  const picture = await sharp(bytes, { limitInputPixels: MOST_INPUT_PIXELS, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ ...turnedFor(await shapeOf(bytes)), fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => {
      throw new Unprintable('broken');
    });
  const image = await sheets.embedJpg(picture);
  const landscape = image.width > image.height;
  const page = sheets.addPage(landscape ? [A4.height, A4.width] : [A4.width, A4.height]);
  const { width, height } = page.getSize();
  const scale = Math.min((width - 2 * EDGE) / image.width, (height - 2 * EDGE) / image.height);
  page.drawImage(image, {
    x: (width - image.width * scale) / 2,
    y: (height - image.height * scale) / 2,
    width: image.width * scale,
    height: image.height * scale,
  });
}

const shapeOf = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MOST_INPUT_PIXELS })
    .metadata()
    .catch(() => {
      throw new Unprintable('broken');
    });

const turnedFor = ({ autoOrient }: { autoOrient: { width: number; height: number } }) =>
  autoOrient.width > autoOrient.height ? { width: MOST_PIXELS.height, height: MOST_PIXELS.width } : MOST_PIXELS;

async function addPdf(sheets: PDFDocument, bytes: Uint8Array, only: FileToMerge['only']): Promise<void> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false }).catch(
    (error: unknown) => {
      throw new Unprintable(error instanceof Error && /encrypt/i.test(error.message) ? 'encrypted' : 'broken');
    },
  );
  const all = pagesOf(source);
  const pages = only === null ? all : all.slice(only.from - 1, only.to);
  if (pages.length === 0) throw new Unprintable('no_page');
  if (pages.length > MOST_PAGES) throw new Unprintable('too_many_pages', String(MOST_PAGES));
  try {
    drawMissingAppearances(source);
    for (const page of pages) flatten(source, page);
    for (const page of pages) await addSheet(sheets, page);
  } catch (error) {
    throw error instanceof Unprintable ? error : new Unprintable('broken');
  }
}

function pagesOf(source: PDFDocument): PDFPage[] {
  try {
    return source.getPages();
  } catch {
    throw new Unprintable('broken');
  }
}

/** Some programs leave it to the reader to draw what was filled in. */
function drawMissingAppearances(source: PDFDocument): void {
  const form = source.catalog.getAcroForm();
  if (!form || form.dict.get(PDFName.of('NeedAppearances'))?.toString() !== 'true') return;
  try {
    source.getForm().updateFieldAppearances();
  } catch {
    // Its writing is not ours to write: what the form shows by itself is what is printed.
  }
}

/** One page, turned as it is read, and fitted to the sheet. */
async function addSheet(sheets: PDFDocument, source: PDFPage): Promise<void> {
  const { x, y, width, height } = source.getCropBox();
  if (!(width > 1 && height > 1)) throw new Unprintable('broken');
  if (!source.node.Contents()) {
    sheets.addPage([A4.width, A4.height]);
    return;
  }
  const embedded = await sheets.embedPage(source, { left: x, bottom: y, right: x + width, top: y + height });
  const turned = (((source.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const [w, h] = turned === 90 || turned === 270 ? [height, width] : [width, height];
  const page = sheets.addPage(w > h ? [A4.height, A4.width] : [A4.width, A4.height]);
  const sheet = page.getSize();
  const s = Math.min(sheet.width / w, sheet.height / h);
  const left = (sheet.width - w * s) / 2;
  const bottom = (sheet.height - h * s) / 2;
  const name = page.node.newXObject('Sheet', embedded.ref);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(
      ...({
        0: [s, 0, 0, s, left, bottom],
        90: [0, -s, s, 0, left, bottom + width * s],
        180: [-s, 0, 0, -s, left + width * s, bottom + height * s],
        270: [0, s, -s, 0, left + height * s, bottom],
      }[turned] as [number, number, number, number, number, number]),
    ),
    drawObject(name),
    popGraphicsState(),
  );
}
