import { PDFDocument } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { enclosurePages } from './enclosure-pages.ts';
import { drawEnclosureList, type Listed } from './enclosure-list.ts';
import { OWN_FAULT, Unprintable } from './faults.ts';
import { fontsIn, smallPrintIn } from './fonts.ts';
import { JoinedFile } from './joined-file.ts';
import { drawLetter } from './letter-pages.ts';
import { drawMandate } from './mandate-pages.ts';
import { drawFront, drawRun, frontPages, numberSheets, type Numbered, type PackPiece } from './pack-pages.ts';
import type { FileToMerge, PrintAnswer, PrintFault, PrintJob, Printed } from './print-job.ts';

/**
 * Prints in a process of its own, one job at a time: what people upload is parsed here and nowhere else, without a secret,
 * without the network's leave, within a memory that is limited.
 */

/** Where the work stands, for whoever has to be told what could not be printed. */
let at: number | null = null;
/** How many sheets of what is printed are the letter itself. */
let own = 0;

async function print(job: PrintJob): Promise<Printed> {
  at = null;
  own = 0;
  const file = await JoinedFile.begin(job.out);
  try {
    const title = await written(job, file);
    return { ...(await file.end({ title, author: job.author, on: job.on })), own };
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

async function written(job: PrintJob, file: JoinedFile): Promise<string> {
  switch (job.kind) {
    case 'letter':
      own = await letter(job, file);
      return job.letter.subject;
    case 'mandate': {
      const { doc, fonts } = await blank();
      drawMandate(doc, fonts, job.texts, job.reference);
      await add(file, doc);
      return 'Mandat';
    }
    case 'join':
      for (const [place, path] of job.parts.entries()) {
        at = place;
        await add(file, await PDFDocument.load(await readFile(path), { updateMetadata: false }));
      }
      return job.title;
    case 'pack':
      await pack(job, file);
      return job.title.heading;
  }
}

async function letter(job: Extract<PrintJob, { kind: 'letter' }>, file: JoinedFile): Promise<number> {
  // Opened once to be counted and once to be merged: no two of them are in memory at a time.
  const listed: Listed[] = [];
  for (const [place, { name, files }] of job.enclosures.entries()) {
    at = place;
    let pages = 0;
    for (const each of files) pages += (await enclosurePages(each)).getPageCount();
    listed.push({ name, pages: files.length === 0 ? null : pages });
  }
  at = null;
  const { doc, fonts } = await blank();
  const own = drawLetter(doc, fonts, job.letter);
  if (listed.length > 1) drawEnclosureList(doc, fonts, listed, { ...job.letter, client: job.client });
  await add(file, doc);
  for (const [place, { files }] of job.enclosures.entries()) {
    at = place;
    for (const each of files) await add(file, await enclosurePages(each));
  }
  return own;
}

/** Pieces without a file between them, and the file behind the last. */
type Run = { pieces: Numbered[]; file: FileToMerge | null; filePages: number };

async function pack(job: Extract<PrintJob, { kind: 'pack' }>, file: JoinedFile): Promise<void> {
  const runs = await runsOf(job.pieces);
  const front = frontPages(job.pieces.length);
  const rows: (PackPiece & { page: number })[] = [];
  const measure = (await blank()).fonts;
  let page = front + 1;
  for (const { pieces, filePages } of runs) {
    const { pages, starts } = drawRun(null, measure, pieces);
    pieces.forEach(({ piece }, place) => rows.push({ ...piece, page: page + (starts[place] ?? 0) }));
    page += pages + filePages;
  }
  const all = page - 1;
  const foot = job.title.client;
  const { doc, fonts } = await blank();
  drawFront(doc, fonts, job.title, rows);
  if (doc.getPageCount() !== front) throw new Error('The index took another number of pages than was reckoned.');
  numberSheets(doc, fonts.sans, 1, all, foot);
  await add(file, doc);
  for (const run of runs) {
    const own = await blank();
    drawRun(own.doc, own.fonts, run.pieces);
    numberSheets(own.doc, own.fonts.sans, file.pages + 1, all, foot);
    await add(file, own.doc);
    if (run.file === null) continue;
    const sheets = await enclosurePages(run.file);
    numberSheets(sheets, await smallPrintIn(sheets), file.pages + 1, all, foot);
    await add(file, sheets);
  }
  if (file.pages !== all) throw new Error('The pack came to another number of pages than its index says.');
}

async function runsOf(pieces: readonly PackPiece[]): Promise<Run[]> {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const [place, piece] of pieces.entries()) {
    at = place;
    const sheets = await fileOf(piece.file);
    if (open === null) runs.push((open = { pieces: [], file: null, filePages: 0 }));
    open.pieces.push({ piece, number: place + 1, unopened: piece.file !== null && sheets === null });
    if (sheets === null) continue;
    open.file = piece.file;
    open.filePages = sheets.getPageCount();
    open = null;
  }
  at = null;
  return runs;
}

/** What cannot be opened is said in its place: a pack with a hole is worth more than none. */
async function fileOf(file: FileToMerge | null): Promise<PDFDocument | null> {
  if (file === null) return null;
  try {
    return await enclosurePages(file);
  } catch (error) {
    if (error instanceof Unprintable) return null;
    throw error;
  }
}

async function blank() {
  const doc = await PDFDocument.create({ updateMetadata: false });
  return { doc, fonts: await fontsIn(doc) };
}

async function add(file: JoinedFile, doc: PDFDocument): Promise<void> {
  await doc.flush();
  await file.add(doc);
}

async function answerTo(job: PrintJob): Promise<PrintAnswer> {
  try {
    return await print(job);
  } catch (error) {
    if (error instanceof Unprintable) return { fault: error.kind, at, detail: error.detail } satisfies PrintFault;
    throw error;
  }
}

process.on('message', (job: PrintJob) => {
  answerTo(job).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      // A fault of ours: the parent sees the process end, and whose job it was. Its message may quote a letter.
      const [, ...where] = error instanceof Error ? (error.stack ?? '').split(/\n(?= +at )/) : [];
      process.stderr.write(`${error instanceof Error ? error.name : typeof error}\n${where.join('\n')}\n`);
      process.exit(OWN_FAULT);
    },
  );
});
