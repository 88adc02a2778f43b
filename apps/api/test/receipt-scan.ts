import { PDFDocument } from '@cantoo/pdf-lib';
import bwipjs from 'bwip-js/node';

/** A page of a scanned receipt: a number in bars, one in words, or neither. */
export type ScannedPage = { bars?: string; words?: string };

/** A PDF as a scanner makes it: one receipt a page. */
export async function receiptScan(pages: readonly ScannedPage[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (const { bars, words } of pages) {
    const page = pdf.addPage([595, 842]);
    page.drawText('AVIS DE RECEPTION', { x: 60, y: 760, size: 14 });
    if (words !== undefined) page.drawText(words, { x: 60, y: 700, size: 11 });
    if (bars === undefined) continue;
    const png = await bwipjs.toBuffer({ bcid: 'code128', text: bars, scale: 4, height: 14, paddingwidth: 12 });
    const picture = await pdf.embedPng(new Uint8Array(png));
    page.drawImage(picture, { x: 60, y: 560, width: 170, height: 48 });
  }
  return Buffer.from(await pdf.save());
}
