import type { PDFDocument } from '@cantoo/pdf-lib';
import { Flow, SOFT, type Style } from './flow.ts';
import { asWritten, type Fonts, type Written } from './fonts.ts';
import type { FileToMerge } from './print-job.ts';
import { A4, MARGIN, MM } from './sheet-size.ts';

export type PackTitle = {
  heading: string;
  client: string;
  lines: string[];
  /** What stands above the index, and in the columns of its head. */
  index: string;
  columns: { no: string; on: string; what: string; page: string };
  note: string;
};

/** One thing of the pack: a text of its own, or a file that lies on disk behind the line that names it. */
export type PackPiece = {
  on: string;
  title: string;
  /** Whose it is, where it is not the client’s own. */
  whose: string | null;
  lines: string[];
  sha256: string;
  file: FileToMerge | null;
  /** Said in its place when the file cannot be opened. */
  unopened: string;
};

const LINE: Omit<Style, 'face'> = { size: 9.5, leading: 12.5 };
/** Two lines a piece: what it is, and its hash. */
const ROW = 2 * LINE.leading + 5;
const FIRST_ROWS = 18;
const MORE_ROWS = Math.floor((A4.height - MARGIN.top - MARGIN.bottom - 10 * MM) / ROW);

/** How many sheets title and index take. Known beforehand: the index names the pages behind it. */
export const frontPages = (pieces: number): number => 1 + Math.max(0, Math.ceil((pieces - FIRST_ROWS) / MORE_ROWS));

/** The title with the index: each piece with its page and its hash. */
export function drawFront(
  doc: PDFDocument,
  fonts: Fonts,
  title: PackTitle,
  rows: readonly (PackPiece & { page: number })[],
): void {
  const flow = new Flow(doc, fonts);
  flow.text(title.heading, { face: fonts.bold, size: 20, leading: 27 });
  flow.text(title.client, { face: fonts.bold, size: 14, leading: 20 });
  flow.space(2 * MM);
  for (const line of title.lines) flow.text(line, { face: fonts.serif, ...LINE });
  flow.space(2 * MM);
  flow.text(title.note, { face: fonts.serif, size: 9, leading: 12, soft: true });
  flow.space(6 * MM);
  drawRows(flow, title, rows.slice(0, FIRST_ROWS), 0);
  for (let at = FIRST_ROWS; at < rows.length; at += MORE_ROWS) {
    flow.turn();
    drawRows(flow, title, rows.slice(at, at + MORE_ROWS), at);
  }
}

function drawRows(
  flow: Flow,
  { index, columns }: PackTitle,
  rows: readonly (PackPiece & { page: number })[],
  from: number,
): void {
  const { bold, serif, sans } = flow.fonts;
  const at = {
    no: MARGIN.left,
    on: MARGIN.left + 10 * MM,
    what: MARGIN.left + 40 * MM,
    right: A4.width - MARGIN.right,
  };
  const head: Style = { face: bold, ...LINE };
  if (from === 0) flow.text(index, { face: bold, size: 12, leading: 18 });
  flow.at(columns.no, at.no, flow.y, head);
  flow.at(columns.on, at.on, flow.y, head);
  flow.at(columns.what, at.what, flow.y, head);
  flow.at(columns.page, at.right - bold.width(asWritten(columns.page), LINE.size), flow.y, head);
  flow.space(LINE.leading + 3);
  rows.forEach((row, place) => {
    const style: Style = { face: serif, ...LINE };
    flow.rule();
    flow.at(String(from + place + 1), at.no, flow.y + 2, style);
    flow.at(row.on, at.on, flow.y + 2, style);
    flow.at(shortened(row.title, serif, at.right - at.what - 14 * MM), at.what, flow.y + 2, style);
    flow.at(String(row.page), at.right - serif.width(String(row.page), LINE.size), flow.y + 2, style);
    flow.at(
      [...(row.whose === null ? [] : [row.whose]), `SHA-256 ${row.sha256}`].join(' · '),
      at.what,
      flow.y + 2 + LINE.leading,
      {
        face: sans,
        size: 7,
        leading: 10,
        soft: true,
      },
    );
    flow.space(ROW);
  });
}

function shortened(title: string, face: Fonts['serif'], width: number): string {
  let text = asWritten(title);
  while (text.length > 1 && face.width(text, LINE.size) > width)
    text = `${text.replace(/…$/, '').slice(0, -1).trimEnd()}…`;
  return text;
}

/** A piece with its number in the index. */
export type Numbered = { piece: PackPiece; number: number; unopened: boolean };

/** A piece begins on a sheet only where its head and a few lines of it have room. */
const LEAST_ROOM = 38 * MM;

/**
 * Pieces that follow one another without a file between them, one below the other.
 * @returns how many sheets, and on which of them each begins, from 0
 */
export function drawRun(
  doc: PDFDocument | null,
  fonts: Fonts,
  run: readonly Numbered[],
): { pages: number; starts: number[] } {
  const flow = new Flow(doc, fonts);
  const starts: number[] = [];
  for (const [place, { piece, number, unopened }] of run.entries()) {
    if (place > 0) {
      flow.space(5 * MM);
      flow.need(LEAST_ROOM);
      if (flow.y > MARGIN.top) flow.rule();
      flow.space(4 * MM);
    }
    starts.push(flow.pages.length - 1);
    drawPiece(flow, piece, number, unopened);
  }
  return { pages: flow.pages.length, starts };
}

/** All that a piece says, or the line before the file that follows. */
function drawPiece(flow: Flow, piece: PackPiece, number: number, unopened: boolean): void {
  const { bold, serif, sans } = flow.fonts;
  flow.text(`${number}. ${piece.title}`, { face: bold, size: 12, leading: 17 });
  const under = piece.whose === null ? piece.on : `${piece.on} · ${piece.whose}`;
  flow.text(under, { face: serif, size: 10, leading: 14, soft: true });
  flow.text(`SHA-256 ${piece.sha256}`, { face: sans, size: 7.5, leading: 11, soft: true });
  flow.space(2 * MM);
  for (const line of piece.lines) {
    flow.text(line, { face: serif, size: 10.5, leading: 14.5 });
    flow.space(1 * MM);
  }
  if (unopened) flow.text(piece.unopened, { face: bold, size: 10.5, leading: 14.5 });
}

/** The running number of each sheet of the pack, over what lies on it. */
export function numberSheets(doc: PDFDocument, face: Written, from: number, of: number, foot: string): void {
  const size = 7.5;
  const line = asWritten(foot);
  face.width(line, size);
  doc.getPages().forEach((page, at) => {
    const text = `${from + at} / ${of}`;
    const style = { y: 8 * MM - size / 2, size, font: face.font, color: SOFT };
    page.drawText(line, { x: 10 * MM, ...style });
    page.drawText(text, { x: page.getWidth() - 10 * MM - face.width(text, size), ...style });
  });
}
