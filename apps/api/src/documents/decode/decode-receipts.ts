import { containsNir } from '@suivi/rules/numbers/nir';
import { trackingNumbersIn } from '@suivi/rules/numbers/tracking';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { decodeHeic } from './decode-heic.ts';
import { decodePdf } from './decode-pdf.ts';
import { decodePicture } from './decode-picture.ts';
import { openPdf, render, textOf } from './render-pdf.ts';
import { Refused } from './verdict.ts';
import type { Decoded } from './verdict.ts';

/** 300 dpi of an A4 page: the bars of a slip are a third of a millimetre wide. */
const READ_SIDE = 3_500;

/** Scanned receipts, a page each, and the tracking numbers that their barcodes and words say. @throws Refused */
export async function decodeReceipts(kind: string, bytes: Buffer): Promise<Decoded> {
  // It would fetch its own code from elsewhere; here is no network.
  const wasm = fs.readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  if (kind === 'pdf') {
    const decoded = await decodePdf(bytes);
    return { ...decoded, numbers: await numbersOfPdf(decoded.document) };
  }
  if (kind !== 'picture' && kind !== 'heic') throw new Refused('unreadable_picture');
  const decoded = kind === 'heic' ? await decodeHeic(bytes) : await decodePicture(bytes);
  return { ...decoded, numbers: [await numbersOfPicture(decoded.document)] };
}

async function numbersOfPdf(document: Uint8Array): Promise<string[][]> {
  const pdf = await openPdf(document);
  const numbers: string[][] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const page = await pdf.getPage(at);
    const bars = await numbersOfPicture((await render(page, READ_SIDE)).jpeg);
    // Its barcode says it best; where none can be read, the words of its scan may.
    numbers.push(bars.length > 0 ? bars : numbersOf(await textOf(page)));
    page.cleanup();
  }
  return numbers;
}

async function numbersOfPicture(jpeg: Uint8Array): Promise<string[]> {
  const bars = await readBarcodes(new Uint8Array(jpeg), { tryHarder: true, tryRotate: true, maxNumberOfSymbols: 8 });
  return numbersOf(bars.map(({ text }) => text).join('\n'));
}

/** A social security number is no tracking number, whatever it looks like. */
const numbersOf = (text: string): string[] => trackingNumbersIn(text).filter((number) => !containsNir(number));
