import { createCanvas } from '@napi-rs/canvas';
import { containsNir } from '@suivi/rules/numbers/nir';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';
import { Refused, LIMITS } from './verdict.ts';
import type { Decoded, Page } from './verdict.ts';

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const inside = (name: string) => `${path.join(folder, name)}${path.sep}`;

const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
/** Fewer letters than these are a page number or a stamp, not a page that could be searched. */
const FEW_LETTERS = 20;

/** Pages of a PDF that we have written, as pictures, and what their words say. @throws Refused */
export async function renderPdf(bytes: Uint8Array): Promise<Omit<Decoded, 'document' | 'mediaType'>> {
  const pdf = await openPdf(bytes);
  const pages: Page[] = [];
  const texts: string[] = [];
  let hasPictures = false;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const text = await textOf(page);
    texts.push(text);
    hasPictures ||= text.replace(/\s/g, '').length < FEW_LETTERS || (await hasPicture(page));
    pages.push(await render(page));
    page.cleanup();
  }
  const whole = texts.join('\n');
  return { pages, showsNumber: containsNir(whole), soundsLike: soundsLike(whole), hasPictures };
}

/** A PDF that we have written. @throws Refused */
export async function openPdf(bytes: Uint8Array) {
  const task = getDocument({
    data: new Uint8Array(bytes), // it takes what it is given
    standardFontDataUrl: inside('standard_fonts'),
    cMapUrl: inside('cmaps'),
    wasmUrl: inside('wasm'),
    iccUrl: inside('iccs'),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: LIMITS.pixels,
    verbosity: 0,
  });
  return task.promise.catch(() => {
    throw new Refused('unreadable_pdf');
  });
}

export async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ' '}` : '')).join('');
}

async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operation) => PICTURES.has(operation));
}

/** A page as a picture whose longer side has so many points. @throws Refused */
export async function render(page: PDFPageProxy, side: number = LIMITS.shown): Promise<Page> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = side / Math.max(width, height, 1);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const canvasContext = canvas.getContext('2d');
  canvasContext.fillStyle = '#fff';
  canvasContext.fillRect(0, 0, canvas.width, canvas.height);
  // The library is typed for a browser's canvas; this one draws alike.
  await page.render({ canvas: canvas as never, canvasContext: canvasContext as never, viewport }).promise.catch(() => {
    throw new Refused('unreadable_pdf');
  });
  return { width: canvas.width, height: canvas.height, jpeg: await canvas.encode('jpeg', 80) };
}

function soundsLike(text: string): Decoded['soundsLike'] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const kinds = [
    ['attestation', /attestation\s+de\s+droits/],
    ['carte_vitale', /carte\s+vitale/],
    ['number_letter', /numero\s+(de\s+securite\s+sociale|d.immatriculation)|immatriculation/],
  ] as const;
  return kinds.flatMap(([kind, words]) => (words.test(plain) ? [kind] : []));
}
