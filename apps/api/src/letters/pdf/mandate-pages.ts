import type { PDFDocument } from '@cantoo/pdf-lib';
import type { MandateText } from '@suivi/letters/mandate';
import { Flow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { A4, MARGIN, MM } from './sheet-size.ts';

const FOR_READING = 'For reading only: the French text is the one that is signed.';

/** The mandate to be signed, and behind it its English for reading. @returns how many sheets */
export function drawMandate(doc: PDFDocument, fonts: Fonts, texts: readonly MandateText[], reference: string): number {
  let pages = 0;
  for (const text of texts) {
    const flow = new Flow(doc, fonts);
    const body = { face: fonts.serif, size: 11, leading: 15.5 };
    flow.y = 35 * MM;
    centred(flow, text.title, { face: fonts.bold, size: 17, leading: 24 });
    if (text.subtitle !== null)
      centred(flow, text.subtitle, { face: fonts.serif, size: 10.5, leading: 15, soft: true });
    flow.space(10 * MM);
    for (const part of text.body) {
      if (part.kind === 'text') flow.text(part.text, body);
      else flow.list(part.lines, body);
      flow.space(2.5 * MM);
    }
    if (text.signatures.length > 0) {
      flow.space(8 * MM);
      flow.need(45 * MM);
      const y = flow.y;
      text.signatures.forEach((line, at) => flow.at(line, MARGIN.left + at * 88 * MM, y, { ...body, size: 10 }));
    }
    if (text.language === 'en') {
      flow.space(6 * MM);
      flow.text(FOR_READING, { face: fonts.serif, size: 10, leading: 14, soft: true });
    }
    flow.numberPages(`Dossier ${reference}`);
    pages += flow.pages.length;
  }
  return pages;
}

function centred(flow: Flow, line: string, style: Parameters<Flow['at']>[3]): void {
  flow.at(line, (A4.width - style.face.width(line, style.size)) / 2, flow.y, style);
  flow.space(style.leading);
}
