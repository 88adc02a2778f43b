import type { PDFDocument } from '@cantoo/pdf-lib';
import type { WrittenLetter } from '@suivi/letters/letter';
import { Flow, type Style } from './flow.ts';
import { asWritten, type Fonts } from './fonts.ts';
import { A4, BELOW_WINDOW, MARGIN, MM, WINDOW } from './sheet-size.ts';

export type LetterToPrint = Pick<
  WrittenLetter,
  'to' | 'from' | 'place' | 'registered' | 'subject' | 'references' | 'body' | 'signature' | 'enclosed'
> & { reference: string };

/** Tried in this order: a letter that fits on one sheet a little smaller stays on one. */
const SIZES = [10.5, 10, 9.5, 9] as const;
/** Within the frame: paper slips in its envelope. */
const INSET = 1.5 * MM;
/** Where a signature goes. */
const TO_SIGN = 15 * MM;

/** The sheets of a letter. @returns how many */
export function drawLetter(doc: PDFDocument, fonts: Fonts, letter: LetterToPrint): number {
  // Small print over two sheets gains nothing: then it is set at its usual size.
  const size = SIZES.find((each) => drawnAt(null, fonts, letter, each).pages.length === 1) ?? SIZES[0];
  const flow = drawnAt(doc, fonts, letter, size);
  flow.numberPages(`Dossier ${letter.reference}`);
  return flow.pages.length;
}

function drawnAt(doc: PDFDocument | null, fonts: Fonts, letter: LetterToPrint, size: number): Flow {
  const flow = new Flow(doc, fonts);
  const body: Style = { face: fonts.serif, size, leading: size * 1.32 };
  const strong: Style = { ...body, face: fonts.bold };
  const small: Style = { face: fonts.serif, size: size - 1.2, leading: (size - 1.2) * 1.3 };
  drawHead(flow, letter);

  flow.y = BELOW_WINDOW;
  const placeWidth = fonts.serif.width(asWritten(letter.place), size);
  flow.at(letter.place, A4.width - MARGIN.right - placeWidth, flow.y, body);
  flow.space(body.leading + 2 * MM);
  if (letter.registered !== null) {
    flow.text(letter.registered, strong);
    flow.space(1.5 * MM);
  }
  flow.text(letter.subject, strong);
  flow.space(1 * MM);
  if (letter.references !== null) flow.text(letter.references, small);
  flow.space(4 * MM);

  letter.body.forEach((part, at) => {
    // The greeting at the end never goes to a sheet of its own.
    if (at === letter.body.length - 2) flow.need(TO_SIGN + 8 * body.leading);
    if (part.kind === 'text') flow.text(part.text, body);
    else flow.list(part.lines, body);
    flow.space(size * 0.45);
  });
  const signature = letter.signature.length * body.leading;
  flow.need(TO_SIGN + signature);
  flow.space(TO_SIGN);
  for (const line of letter.signature) flow.text(line, body, { left: A4.width / 2 });
  if (letter.enclosed !== '') {
    flow.space(4 * MM);
    flow.text(letter.enclosed, small);
  }
  return flow;
}

/** Sender at the left, the window's block at the right. */
function drawHead(flow: Flow, { from, to }: LetterToPrint): void {
  const { bold, serif, sans } = flow.fonts;
  from.forEach((line, at) => {
    flow.y = MARGIN.top - 4 * MM + at * 13;
    flow.text(line, { face: at === 0 ? bold : serif, size: 10, leading: 13 }, { width: 85 * MM });
  });
  // 38 capitals fill the window at about nine points; the block is centred in its height.
  const widest = Math.max(...to.map((line) => sans.width(line, 1)), 1);
  const size = Math.min(10.5, (WINDOW.width - 2 * INSET) / widest);
  const leading = Math.min(14.5, (WINDOW.height - 2 * MM) / Math.max(to.length, 1));
  const top = WINDOW.top + (WINDOW.height - leading * to.length) / 2;
  to.forEach((line, at) => flow.at(line, WINDOW.left + INSET, top + at * leading, { face: sans, size, leading }));
}
