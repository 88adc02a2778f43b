import { degrees, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

// Files that people and attackers send, made here: each test says what becomes of it.

/** A photo: a light page with dark lines. */
export const photo = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#f4f1e6' } })
    .composite([
      { input: { create: { width: 200, height: 40, channels: 3, background: '#203060' } }, left: 40, top: 30 },
    ])
    .jpeg()
    .toBuffer();

/** A phone's photo: lying on its side, with the place it was taken and a word of its owner. */
export const phonePhoto = async () =>
  sharp(await photo())
    .withExif({
      IFD0: { Orientation: '6', Artist: 'OWNER-OF-THE-PHONE', Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 50/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of few bytes that says it is so large. */
export function bomb(side = 65_535): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(Math.ceil(side / 8) + 1))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A WebP of so many frames, each a point. */
export async function movingWebp(frames: number): Promise<Buffer> {
  const still = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .webp({ lossless: true })
    .toBuffer();
  const picture = still.subarray(12);
  const riff = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)]);
  };
  const extended = Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const frame = riff('ANMF', Buffer.concat([Buffer.alloc(12), Buffer.from([10, 0, 0, 0]), picture]));
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', extended),
    riff('ANIM', Buffer.alloc(6)),
    ...Array.from({ length: frames }, () => frame),
  ]);
  return riff('RIFF', body);
}

type Making = { document: PDFDocument };
/** A PDF of one page with these lines, and whatever else is done to it. */
export async function pdf(lines: string[], also: (making: Making) => void | Promise<void> = () => {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  lines.forEach((line, at) => page.drawText(line, { x: 50, y: 760 - 24 * at, size: 14, font }));
  await also({ document });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

export const CONTRACT = ['Contrat de travail', 'between the company and somebody', 'from 1 April 2026 on, in Lyon'];

/** Everything that a PDF can do or carry, at once. */
export const busyPdf = () =>
  pdf(CONTRACT, async ({ document }) => {
    const { context, catalog } = document;
    const script = context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert("MARK-SCRIPT")') });
    const launch = context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('MARK-LAUNCH.exe') });
    catalog.set(PDFName.of('OpenAction'), context.register(script));
    catalog.set(PDFName.of('AA'), context.obj({ WC: launch }));
    catalog.set(
      PDFName.of('Names'),
      context.obj({ JavaScript: { Names: [PDFString.of('a'), context.register(script)] } }),
    );
    await document.attach(Buffer.from('MARK-ATTACHED'), 'virus.exe', { mimeType: 'application/octet-stream' });
    const [page] = document.getPages();
    page?.node.set(PDFName.of('AA'), context.obj({ O: launch }));
    page?.node.set(
      PDFName.of('Annots'),
      context.obj([
        context.register(
          context.obj({
            Type: 'Annot',
            Subtype: 'Link',
            Rect: [50, 50, 200, 80],
            A: { S: 'URI', URI: PDFString.of('https://MARK-LINK.example') },
          }),
        ),
      ]),
    );
    document.setAuthor('MARK-AUTHOR');
  });

/** A filled form: what was typed stands in a field, not in the page. */
export const formPdf = (value: string) =>
  pdf(
    ['Demande d’ouverture des droits, S1106'.replace('’', "'"), 'to be filled in by the applicant'],
    ({ document }) => {
      const field = document.getForm().createTextField('name');
      field.setText(value);
      field.addToPage(document.getPage(0), { x: 50, y: 500, width: 300, height: 30, rotate: degrees(0) });
    },
  );

export const lockedPdf = async (passwords: { userPassword?: string; ownerPassword: string }) => {
  const document = await PDFDocument.load(await pdf(CONTRACT));
  document.encrypt({ userPassword: '', ...passwords });
  return Buffer.from(await document.save({ useObjectStreams: false }));
};

/** A page tree of few objects that unfolds into 2^depth pages, whatever it says of their number. */
export function pageTree(depth: number, says: number): Buffer {
  const node = (id: number, kids: string) => `${id} 0 obj\n<</Type/Pages/Count ${says}/Kids[${kids}]>>\nendobj\n`;
  const inner = Array.from({ length: depth }, (_, at) => node(at + 2, `${at + 3} 0 R ${at + 3} 0 R`));
  const leaf = `${depth + 2} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>\nendobj\n`;
  const catalog = '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n';
  return Buffer.from(`%PDF-1.4\n${catalog}${inner.join('')}${leaf}trailer<</Root 1 0 R/Size ${depth + 3}>>\n%%EOF\n`);
}

/** A form of the kind that shows “please wait” to everybody but its maker. */
export const xfaPdf = () =>
  pdf(['Please wait…'.replace('…', '...')], ({ document }) => {
    const { context, catalog } = document;
    const xfa = context.register(context.flateStream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>'));
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [], XFA: xfa }) as PDFDict);
    document.setTitle(PDFHexString.fromText('form').decodeText());
  });

/** The test pattern that every virus scanner knows, in two halves so that this file is none. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The smallest ZIP: an archive of nothing. */
export const ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

/** The beginning of a word processor's file whose first part unpacks to ever so much. */
export function docx(megabytes = 200): Buffer {
  const name = Buffer.from('[Content_Types].xml');
  const part = deflateRawSync(
    Buffer.concat([
      Buffer.from(
        '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
      ),
      Buffer.alloc(megabytes * 1_000_000, ' '),
    ]),
  );
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(part.length, 18);
  head.writeUInt32LE(megabytes * 1_000_000 + 110, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, part, ZIP]);
}

/** A social security number of nobody: month 05, department 78, right key. */
export const NUMBER = '1 85 05 78 006 084 91';
