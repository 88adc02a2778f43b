import { PDFDocument } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { enclosurePages } from './enclosure-pages.ts';
import { drawEnclosureList, type Listed } from './enclosure-list.ts';
import { OWN_FAULT, Unprintable } from './faults.ts';
import { fontsIn, smallPrintIn } from './fonts.ts';
import { JoinedFile } from './joined-file.ts';
import { drawLetter } from './letter-pages.ts';
import { drawMandate } from './mandate-pages.ts';
import { drawFront, drawPiece, frontPages, numberSheets, type PackPiece } from './pack-pages.ts';
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
  if (listed.length > 0) drawEnclosureList(doc, fonts, listed, { ...job.letter, client: job.client });
  await add(file, doc);
  for (const [place, { files }] of job.enclosures.entries()) {
    at = place;
    for (const each of files) await add(file, await enclosurePages(each));
  }
  return own;
}

/** A document of so many sheets is written out before it grows further. */
const MOST_SHEETS = 100;

async function pack(job: Extract<PrintJob, { kind: 'pack' }>, file: JoinedFile): Promise<void> {
  const front = frontPages(job.pieces.length);
  const measure = (await blank()).fonts;
  const rows: (PackPiece & { page: number })[] = [];
  let page = front + 1;
  for (const [place, piece] of job.pieces.entries()) {
    at = place;
    const files = await fileOf(piece.file);
    rows.push({ ...piece, page });
    page += drawPiece(null, measure, piece, place + 1, piece.file !== null && files === null);
    page += files?.getPageCount() ?? 0;
  }
  const all = page - 1;
  at = null;
  const foot = job.title.client;
  const { doc, fonts } = await blank();
  drawFront(doc, fonts, job.title, rows);
  if (doc.getPageCount() !== front) throw new Error('The index took another number of pages than was reckoned.');
  numberSheets(doc, fonts.sans, 1, all, foot);
  await add(file, doc);
  // Texts that follow one another share a document, and so its faces.
  let own: Awaited<ReturnType<typeof blank>> | null = null;
  const flush = async () => {
    if (own === null) return;
    numberSheets(own.doc, own.fonts.sans, file.pages + 1, all, foot);
    await add(file, own.doc);
    own = null;
  };
  for (const [place, piece] of job.pieces.entries()) {
    at = place;
    const files = await fileOf(piece.file);
    own ??= await blank();
    drawPiece(own.doc, own.fonts, piece, place + 1, piece.file !== null && files === null);
    if (files !== null || own.doc.getPageCount() >= MOST_SHEETS) await flush();
    if (files === null) continue;
    numberSheets(files, await smallPrintIn(files), file.pages + 1, all, foot);
    await add(file, files);
  }
  await flush();
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
      // A fault of ours: the parent sees the process end, and whose job it was.
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(OWN_FAULT);
    },
  );
});
