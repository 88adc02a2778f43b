import type { PDFDocument } from '@cantoo/pdf-lib';
import { Flow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { A4, MARGIN, MM } from './sheet-size.ts';

export type Listed = {
  name: string;
  /** How many sheets of it lie behind; null: it is added by hand. */
  pages: number | null;
};
type Head = { place: string; reference: string; client: string };

/** The list that lies before the enclosures: what is there, in its order, and what is added by hand. */
export function drawEnclosureList(doc: PDFDocument, fonts: Fonts, listed: readonly Listed[], head: Head): number {
  const flow = new Flow(doc, fonts);
  const body = { face: fonts.serif, size: 10.5, leading: 16 };
  flow.text('Bordereau des pièces jointes', { face: fonts.bold, size: 14, leading: 20 });
  flow.space(1 * MM);
  flow.text(`${head.client}, dossier ${head.reference}. Lettre : ${head.place}.`, { ...body, size: 10, soft: true });
  flow.space(5 * MM);
  const right = A4.width - MARGIN.right;
  const sheets = (pages: number | null) =>
    pages === null ? 'jointe à part' : pages === 1 ? '1 page' : `${pages} pages`;
  listed.forEach(({ name, pages }, at) => {
    flow.need(body.leading + 4);
    flow.rule();
    flow.space(3);
    const y = flow.y;
    flow.at(`${at + 1}`, MARGIN.left, y, body);
    const said = sheets(pages);
    flow.at(said, right - body.face.width(said, body.size), y, { ...body, soft: pages === null });
    flow.text(name, body, { left: MARGIN.left + 9 * MM, width: right - MARGIN.left - 42 * MM });
    flow.space(3);
  });
  flow.rule();
  flow.numberPages(`Dossier ${head.reference}`);
  return flow.pages.length;
}
