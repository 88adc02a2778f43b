import { rgb, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { asWritten, type Fonts, type Written } from './fonts.ts';
import { linesOf } from './lines.ts';
import { A4, MARGIN, MM } from './sheet-size.ts';

const INK = rgb(0.08, 0.1, 0.15);
export const SOFT = rgb(0.35, 0.38, 0.44);
const RULE = rgb(0.72, 0.74, 0.78);

export type Style = { face: Written; size: number; leading: number; soft?: boolean };
type Box = { left?: number; width?: number };

/** Text that runs down a page, and on to the next. Places are measured from the upper edge. */
export class Flow {
  readonly fonts: Fonts;
  readonly pages: (PDFPage | null)[] = [];
  readonly #doc: PDFDocument | null;
  #page: PDFPage | null = null;
  y: number = MARGIN.top;

  /** @param doc null: nothing is drawn, and it is only seen how many pages it would take */
  constructor(doc: PDFDocument | null, fonts: Fonts) {
    this.#doc = doc;
    this.fonts = fonts;
    this.turn();
  }

  /** Begins a new page. */
  turn(): void {
    this.#page = this.#doc?.addPage([A4.width, A4.height]) ?? null;
    this.pages.push(this.#page);
    this.y = MARGIN.top;
  }

  /** Turns the page unless this height is left on it. */
  need(height: number): void {
    if (this.y + height > A4.height - MARGIN.bottom) this.turn();
  }

  space(height: number): void {
    this.y += height;
  }

  text(text: string, style: Style, { left = MARGIN.left, width = A4.width - MARGIN.right - left }: Box = {}): void {
    for (const line of linesOf(asWritten(text), style.face, style.size, width)) {
      this.need(style.leading);
      this.at(line, left, this.y, style);
      this.y += style.leading;
    }
  }

  list(lines: readonly string[], style: Style, mark = '–'): void {
    const indent = 5 * MM;
    for (const line of lines) {
      this.need(style.leading);
      this.at(mark, MARGIN.left + 1.5 * MM, this.y, style);
      this.text(line, style, { left: MARGIN.left + indent });
    }
  }

  /** One line whose upper edge lies at y. */
  at(text: string, left: number, y: number, { face, size, leading, soft = false }: Style, page = this.#page): void {
    const baseline = A4.height - y - (leading + size * 0.7) / 2;
    if (text !== '')
      page?.drawText(asWritten(text), { x: left, y: baseline, size, font: face.font, color: soft ? SOFT : INK });
  }

  rule(y = this.y): void {
    this.#page?.drawLine({
      start: { x: MARGIN.left, y: A4.height - y },
      end: { x: A4.width - MARGIN.right, y: A4.height - y },
      thickness: 0.5,
      color: RULE,
    });
  }

  /** Numbers our own pages at their foot, where there is more than one. */
  numberPages(foot: string): void {
    const style = { face: this.fonts.sans, size: 8, leading: 10, soft: true };
    this.pages.forEach((page, at) => {
      const number = this.pages.length > 1 ? `${at + 1} / ${this.pages.length}` : '';
      this.at(foot, MARGIN.left, A4.height - 13 * MM, style, page);
      this.at(
        number,
        A4.width - MARGIN.right - style.face.width(asWritten(number || ' '), 8),
        A4.height - 13 * MM,
        style,
        page,
      );
    });
  }
}
