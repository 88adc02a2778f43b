import { PDFDocument } from '@cantoo/pdf-lib';
import { LIMITS, Refused } from './verdict.ts';

/** Points to a side of the longer edge of A4. */
const LONG_EDGE = 842;

/** Documents that we have written, JPEG or PDF, as one PDF: a picture is a page of its own shape. @throws Refused */
export async function joinPdf(documents: readonly Uint8Array[]): Promise<Uint8Array> {
  const joined = await PDFDocument.create({ updateMetadata: false });
  for (const document of documents)
    if (document[0] === 0xff) {
      const picture = await joined.embedJpg(document);
      const scale = LONG_EDGE / Math.max(picture.width, picture.height);
      const [width, height] = [picture.width * scale, picture.height * scale];
      joined.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
    } else {
      const part = await PDFDocument.load(document, { updateMetadata: false });
      for (const page of await joined.copyPages(part, part.getPageIndices())) joined.addPage(page);
    }
  if (joined.getPageCount() > LIMITS.pages) throw new Refused('too_many_pages');
  return joined.save({ addDefaultPage: false });
}
