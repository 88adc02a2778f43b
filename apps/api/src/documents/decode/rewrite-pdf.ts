import {
  concatTransformationMatrix,
  drawObject,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFRef,
  PDFStream,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { LIMITS, Refused } from './verdict.ts';

/**
 * A PDF written anew: its pages as they look, and nothing that acts. What was typed into a form, stamped or signed on a
 * page becomes part of the page; scripts, attachments, links, actions and what is said of its author stay behind.
 * @throws Refused
 */
export async function rewritePdf(bytes: Buffer): Promise<Uint8Array> {
  const source = await open(bytes);
  const catalog = source.catalog;
  const count = catalog.Pages().lookup(PDFName.of('Count'));
  if (count instanceof PDFNumber && count.asNumber() > LIMITS.pages) throw new Refused('too_many_pages');
  if (source.getPageCount() > LIMITS.pages) throw new Refused('too_many_pages');
  if (source.getPageCount() === 0) throw new Refused('unreadable_pdf');
  const form = catalog.lookup(PDFName.of('AcroForm'));
  if (form instanceof PDFDict) {
    // A form of the other kind (XFA alone) has one page, which asks for another program.
    const fields = form.lookup(PDFName.of('Fields'));
    if (form.has(PDFName.of('XFA')) && !(fields instanceof PDFArray && fields.size() > 0))
      throw new Refused('unflattened_pdf');
    if (String(form.lookup(PDFName.of('NeedAppearances'))) === 'true') writeAppearances(source);
  }
  // Before they are copied, so that nothing of it is copied along.
  for (const page of source.getPages()) {
    flatten(page);
    for (const name of ['Annots', 'AA', 'B', 'Metadata', 'PieceInfo', 'Thumb', 'StructParents', 'Trans', 'Dur', 'AF'])
      page.node.delete(PDFName.of(name));
  }
  const target = await PDFDocument.create({ updateMetadata: false });
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
  const written = await target.save({ addDefaultPage: false, updateFieldAppearances: false });
  if (await acts(written)) throw new Refused('unflattened_pdf');
  return written;
}

async function open(bytes: Buffer): Promise<PDFDocument> {
  try {
    // Many a bank locks its statements against changes, and lets everybody read them: those open with no password.
    return await PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: false });
  } catch (error) {
    const locked =
      error instanceof EncryptedPDFError || (error instanceof Error && /password|encrypt/i.test(error.message));
    throw new Refused(locked ? 'encrypted_pdf' : 'unreadable_pdf');
  }
}

/** A form that leaves its looks to whoever shows it. */
function writeAppearances(source: PDFDocument) {
  try {
    source.getForm().updateFieldAppearances();
  } catch {
    throw new Refused('unflattened_pdf');
  }
}

const HIDDEN = 2;
const NO_VIEW = 32;

/** Draws what lies upon the page into it, where it has a look of its own (PDF 32000-1, 12.5.5). */
function flatten(page: PDFPage) {
  const annotations = page.node.Annots();
  if (!annotations) return;
  const draw: PDFOperator[] = [];
  for (let at = 0; at < annotations.size(); at += 1) {
    const annotation = annotations.lookup(at);
    if (!(annotation instanceof PDFDict)) continue;
    const flags = annotation.lookup(PDFName.of('F'));
    if (flags instanceof PDFNumber && (flags.asNumber() & (HIDDEN | NO_VIEW)) !== 0) continue;
    const subtype = String(annotation.lookup(PDFName.of('Subtype')));
    if (subtype === '/Link' || subtype === '/Popup') continue;
    const look = lookOf(annotation);
    const rectangle = numbers(annotation.lookup(PDFName.of('Rect')), 4);
    if (!look || !rectangle) continue;
    const matrix = placed(look.stream, rectangle);
    if (!matrix) continue;
    look.stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
    look.stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
    const name = page.node.newXObject('Flat', look.reference);
    draw.push(pushGraphicsState(), concatTransformationMatrix(...matrix), drawObject(name), popGraphicsState());
  }
  if (draw.length > 0) page.pushOperators(...draw);
}

/** The stream that an annotation is shown with. */
function lookOf(annotation: PDFDict): { stream: PDFStream; reference: PDFRef } | null {
  const looks = annotation.lookup(PDFName.of('AP'));
  if (!(looks instanceof PDFDict)) return null;
  let holder = looks;
  let name = PDFName.of('N');
  const states = looks.lookup(name);
  if (states instanceof PDFDict && !(states instanceof PDFStream)) {
    const state = annotation.lookup(PDFName.of('AS'));
    if (!(state instanceof PDFName)) return null;
    [holder, name] = [states, state];
  }
  const reference = holder.get(name);
  const stream = holder.lookup(name);
  return stream instanceof PDFStream && reference instanceof PDFRef ? { stream, reference } : null;
}

type Matrix = [number, number, number, number, number, number];

/** What brings the look's own box into the annotation's rectangle. */
function placed({ dict }: PDFStream, [x0, y0, x1, y1]: number[]): Matrix | null {
  const box = numbers(dict.lookup(PDFName.of('BBox')), 4);
  if (!box || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  const [a, b, c, d, e, f] = (numbers(dict.lookup(PDFName.of('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0]) as Matrix;
  const [left, bottom, right, top] = box as [number, number, number, number];
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - minX, Math.max(...ys) - minY];
  if (width === 0 || height === 0) return null;
  const [scaleX, scaleY] = [Math.abs(x1 - x0) / width, Math.abs(y1 - y0) / height];
  return [scaleX, 0, 0, scaleY, Math.min(x0, x1) - minX * scaleX, Math.min(y0, y1) - minY * scaleY];
}

function numbers(array: unknown, count: number): number[] | null {
  if (!(array instanceof PDFArray) || array.size() !== count) return null;
  const found = array.asArray().map((_, at) => array.lookup(at));
  return found.every((one) => one instanceof PDFNumber) ? found.map((one) => one.asNumber()) : null;
}

/** What makes a PDF do something, or carry something along. */
const ACTS = [
  'JS',
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'OpenAction',
  'AA',
  'URI',
];
const ACTIONS = new Set([
  '/JavaScript',
  '/Launch',
  '/SubmitForm',
  '/ImportData',
  '/GoToR',
  '/GoToE',
  '/URI',
  '/Rendition',
]);

/** Looks once more at what was written, object by object: nothing in it may act. */
async function acts(written: Uint8Array): Promise<boolean> {
  const again = await PDFDocument.load(written, { updateMetadata: false });
  return again.context.enumerateIndirectObjects().some(([, object]) => actsInside(object, 0));
}

function actsInside(object: unknown, depth: number): boolean {
  if (depth > 40) return true;
  if (object instanceof PDFStream) return actsInside(object.dict, depth);
  if (object instanceof PDFArray) return object.asArray().some((one) => actsInside(one, depth + 1));
  if (!(object instanceof PDFDict)) return false;
  if (ACTS.some((name) => object.has(PDFName.of(name)))) return true;
  if (ACTIONS.has(String(object.get(PDFName.of('S'))))) return true;
  return object
    .values()
    .some((one) => !(one instanceof PDFString || one instanceof PDFHexString) && actsInside(one, depth + 1));
}
