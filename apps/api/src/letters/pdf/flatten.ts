import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { concatTransformationMatrix, drawObject, popGraphicsState, pushGraphicsState } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';

const HIDDEN = 2;
type Numbers = [number, number, number, number, number, number];

/**
 * Draws what lies on a page into the page: filled form fields, signatures, stamps. A page that is taken over into another
 * document brings its content along and nothing that lies on it, and a form would arrive empty.
 * (ISO 32000-1, 12.5.5: an appearance's box, by its matrix, is fitted to the annotation's rectangle.)
 */
export function flatten(doc: PDFDocument, page: PDFPage): void {
  const annotations = page.node.Annots();
  if (!annotations) return;
  for (let at = 0; at < annotations.size(); at += 1) {
    const annotation = annotations.lookupMaybe(at, PDFDict);
    const appearance = annotation && appearanceOf(annotation);
    if (!annotation || !appearance) continue;
    const matrix = placed(annotation, appearance.stream);
    if (!matrix) continue;
    const name = page.node.newXObject('Lying', appearance.ref);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(...matrix),
      drawObject(name),
      popGraphicsState(),
    );
  }
  page.node.delete(PDFName.of('Annots'));

  function appearanceOf(annotation: PDFDict): { ref: PDFRef; stream: PDFStream } | null {
    if ((annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0) & HIDDEN) return null;
    if (annotation.lookupMaybe(PDFName.of('Subtype'), PDFName) === PDFName.of('Popup')) return null;
    const shown = annotation.lookupMaybe(PDFName.of('AP'), PDFDict);
    if (!shown) return null;
    let ref = shown.get(PDFName.of('N'));
    let found = doc.context.lookup(ref);
    if (found instanceof PDFDict) {
      // A box to tick has one appearance a state.
      const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName);
      if (!state) return null;
      ref = found.get(state);
      found = doc.context.lookup(ref);
    }
    return ref instanceof PDFRef && found instanceof PDFStream ? { ref, stream: found } : null;
  }
}

function placed(annotation: PDFDict, stream: PDFStream): Numbers | null {
  const rect = numbers(annotation.lookupMaybe(PDFName.of('Rect'), PDFArray), 4);
  const box = numbers(stream.dict.lookupMaybe(PDFName.of('BBox'), PDFArray), 4);
  if (!rect || !box) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    numbers(stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray), 6) ?? [];
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const left = Math.min(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const width = Math.max(...corners.map(([x]) => x)) - left;
  const height = Math.max(...corners.map(([, y]) => y)) - bottom;
  if (width <= 0 || height <= 0) return null;
  const [rx0 = 0, ry0 = 0, rx1 = 0, ry1 = 0] = rect;
  const sx = Math.abs(rx1 - rx0) / width;
  const sy = Math.abs(ry1 - ry0) / height;
  return [sx, 0, 0, sy, Math.min(rx0, rx1) - left * sx, Math.min(ry0, ry1) - bottom * sy];
}

function numbers(array: PDFArray | undefined, count: number): number[] | null {
  if (!array || array.size() < count) return null;
  const found = Array.from({ length: count }, (_, at) => array.lookupMaybe(at, PDFNumber)?.asNumber());
  return found.every((each): each is number => each !== undefined && Number.isFinite(each)) ? found : null;
}
