import { PDFDocument } from '@cantoo/pdf-lib';
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import {
  bomb,
  busyPdf,
  CONTRACT,
  docx,
  formPdf,
  lockedPdf,
  movingWebp,
  NUMBER,
  pageTree,
  pdf,
  phonePhoto,
  photo,
  xfaPdf,
  ZIP,
} from '../../../test/zoo.ts';
import { sniff } from '../sniff.ts';
import { decode, DecoderStopped } from './decoder.ts';
import type { DecoderLimits } from './decoder.ts';
import { Refused } from './verdict.ts';
import type { Decoded } from './verdict.ts';

const heic = () => fs.readFileSync(path.join(import.meta.dirname, '../../../test/papers/phone.heic'));

/** A file as it is uploaded: sniffed, then decoded in its process. */
async function upload(bytes: Buffer, limits?: DecoderLimits): Promise<Decoded> {
  const found = await sniff(bytes);
  if (found.task === null) throw new Error(`sniffed: ${found.found}`);
  return decode(found.task, [found.bytes], limits);
}
/** What becomes of a file: its kind, or why it is refused. */
const verdict = (bytes: Buffer, limits?: DecoderLimits): Promise<string> =>
  upload(bytes, limits).then(
    ({ mediaType, pages }) => `${mediaType}, ${pages.length} page${pages.length === 1 ? '' : 's'}`,
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      if (error instanceof DecoderStopped) return `stopped: ${error.why}`;
      return error instanceof Error ? error.message : 'thrown';
    },
  );
/** A document’s bytes as text, a PDF’s objects in the open. */
async function text({ mediaType, document }: Decoded): Promise<string> {
  if (mediaType === 'image/jpeg') return Buffer.from(document).toString('latin1');
  const pdfDocument = await PDFDocument.load(document, { updateMetadata: false });
  return Buffer.from(await pdfDocument.save({ useObjectStreams: false })).toString('latin1');
}
const pngOf = async (side: number) =>
  sharp({ create: { width: side, height: side, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();

describe('the zoo', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a photo', () => photo(), 'image/jpeg, 1 page'],
    ['a PNG', () => pngOf(300), 'image/jpeg, 1 page'],
    [
      'a WebP',
      async () =>
        sharp(await photo())
          .webp()
          .toBuffer(),
      'image/jpeg, 1 page',
    ],
    ['a HEIC from a phone', heic, 'image/jpeg, 1 page'],
    [
      'a JPEG that is HTML too',
      async () => Buffer.concat([await photo(), Buffer.from('<script>MARK</script>')]),
      'image/jpeg, 1 page',
    ],
    ['a PDF', () => pdf(CONTRACT), 'application/pdf, 1 page'],
    ['a PDF that is a ZIP too', async () => Buffer.concat([await pdf(CONTRACT), ZIP]), 'application/pdf, 1 page'],
    [
      'a PDF behind a line’s end',
      async () => Buffer.concat([Buffer.from('\r\n'), await pdf(CONTRACT)]),
      'application/pdf, 1 page',
    ],
    ['a PDF with script, launch, link, attachment', busyPdf, 'application/pdf, 1 page'],
    ['a filled form', () => formPdf('Haruka'), 'application/pdf, 1 page'],
    [
      'a PDF that is locked against changes alone',
      () => lockedPdf({ ownerPassword: 'bank' }),
      'application/pdf, 1 page',
    ],
    ['a PDF with a password', () => lockedPdf({ userPassword: 'mine', ownerPassword: 'bank' }), 'encrypted_pdf'],
    ['a form that only its maker shows', xfaPdf, 'unflattened_pdf'],
    ['a PDF that breaks off', async () => (await pdf(CONTRACT)).subarray(0, 300), 'unreadable_pdf'],
    ['a PDF in name alone', () => Buffer.from(`%PDF-1.7\n${'nothing of the kind '.repeat(50)}`), 'unreadable_pdf'],
    ['a PDF that says it has a million pages', () => pageTree(20, 1_000_000), 'too_many_pages'],
    ['a PNG of 65,535 points a side in few bytes', () => bomb(), 'picture_too_large'],
    ['a WebP of 10,000 frames', () => movingWebp(10_000), 'moving_picture'],
    ['half a photo', async () => (await photo()).subarray(0, 3_000), 'unreadable_picture'],
    ['half a PNG', async () => (await pngOf(300)).subarray(0, 200), 'unreadable_picture'],
    ['half a HEIC', () => heic().subarray(0, 500), 'unreadable_picture'],
    ['a GIF that is script too', () => Buffer.from('GIF89a/*\x01\x00\x80\x00*/=1;alert(1)'), 'sniffed: moving'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'sniffed: web'],
    ['a page', () => Buffer.from('<!doctype html><title>x</title>'), 'sniffed: web'],
    ['a ZIP', () => ZIP, 'sniffed: archive'],
    ['a DOCX that unpacks to 200 MB', () => docx(), 'sniffed: archive'],
    ['a text', () => Buffer.from('just words'), 'sniffed: unknown'],
    ['a program', () => Buffer.from('MZ\x90\0\x03'), 'sniffed: unknown'],
    ['nothing', () => Buffer.alloc(0), 'sniffed: empty'],
  ])(
    '%s',
    async (_, make, becomes) => {
      expect(await verdict(await make())).toBe(becomes);
    },
    60_000,
  );

  it('a page tree that unfolds without end is stopped', async () => {
    const outcome = await verdict(pageTree(40, 2), { timeMs: 8_000, memoryBytes: 600_000_000 });
    expect(outcome).toMatch(/^(stopped: (time|memory|fell)|unreadable_pdf)$/);
  }, 60_000);

  it('what takes too long is stopped, and so is what takes too much memory', async () => {
    const large = await sharp({ create: { width: 6_000, height: 6_000, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    expect(await verdict(large, { timeMs: 60, memoryBytes: 2 ** 30 })).toBe('stopped: time');
    expect(await verdict(large, { timeMs: 30_000, memoryBytes: 40_000_000 })).toBe('stopped: memory');
  }, 60_000);

  it('what answers without end is stopped: no more of it is kept than may be', async () => {
    const small = { timeMs: 30_000, memoryBytes: 2 ** 30 };
    expect(await verdict(await photo(), { ...small, answerBytes: 1_000 })).toBe('stopped: memory');
    expect(await verdict(await photo(), { ...small, answerBytes: 1_000_000 })).toBe('image/jpeg, 1 page');
  }, 60_000);
});

describe('what is kept of a picture', () => {
  it('is upright, and says neither where it was taken nor whose it is', async () => {
    const taken = await phonePhoto();
    expect(taken.includes('OWNER-OF-THE-PHONE')).toBe(true);
    const { document, pages } = await upload(taken);
    const kept = await sharp(document).metadata();
    expect([kept.width, kept.height, kept.orientation, kept.exif, kept.icc, kept.xmp]).toEqual([
      600,
      800,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(document).includes('OWNER-OF-THE-PHONE')).toBe(false);
    expect(pages[0]).toMatchObject({ width: 600, height: 800 });
  });

  it('is upright and silent from HEIC, too', async () => {
    expect(heic().includes('OWNER-OF-THE-PHONE')).toBe(true);
    const { document, pages } = await upload(heic());
    expect(pages[0]).toMatchObject({ width: 480, height: 640 });
    expect(Buffer.from(document).includes('OWNER-OF-THE-PHONE')).toBe(false);
    // The dark bar was at the top left of the picture as it lay.
    const { data, info } = await sharp(document).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels + 2] ?? 0;
    expect([at(430, 100) < 130, at(100, 100) > 200]).toEqual([true, true]);
  });

  it('is nothing of what stood behind the picture', async () => {
    const kept = await upload(Buffer.concat([await photo(), Buffer.from('<script>MARK</script>')]));
    expect(await text(kept)).not.toContain('MARK');
  });

  it('is white where it was transparent', async () => {
    const { document } = await upload(await pngOf(50));
    const { data } = await sharp(document).raw().toBuffer({ resolveWithObject: true });
    expect(Math.min(...data)).toBeGreaterThan(250);
  });
});

describe('what is kept of a PDF', () => {
  it('acts no more, and carries nothing along', async () => {
    const sent = await busyPdf();
    for (const mark of ['/JavaScript', '/Launch', '/EmbeddedFile', '/OpenAction', '/URI'])
      expect([mark, sent.includes(mark)]).toEqual([mark, true]);
    const kept = await upload(sent);
    const objects = await text(kept);
    expect(objects).toContain('/MediaBox');
    for (const mark of ['MARK', 'JavaScript', 'Launch', 'EmbeddedFile', 'OpenAction', '/AA', '/URI', 'AUTHOR'])
      expect([mark, objects.includes(mark)]).toEqual([mark, false]);
  });

  it('holds what was typed into its form, as part of the page', async () => {
    const [typed, empty] = [await upload(await formPdf('Haruka Watanabe')), await upload(await formPdf(''))];
    expect(await text(typed)).not.toContain('AcroForm');
    expect(Buffer.compare(Buffer.from(typed.pages[0]?.jpeg ?? []), Buffer.from(empty.pages[0]?.jpeg ?? []))).not.toBe(
      0,
    );
  });

  it('is shown page by page', async () => {
    const two = await pdf(CONTRACT, ({ document }) => void document.addPage([842, 595]));
    const { pages } = await upload(two);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [1131, 1600],
      [1600, 1131],
    ]);
    expect((await sharp(pages[0]?.jpeg).stats()).isOpaque).toBe(true);
  });

  it('can be joined from several, pictures and PDFs, in their order', async () => {
    const parts = [await upload(await photo()), await upload(await pdf(CONTRACT))];
    const joined = await decode(
      'join',
      parts.map(({ document }) => document),
    );
    const again = await upload(Buffer.from(joined.document));
    expect(again.pages.map(({ width, height }) => [width, height])).toEqual([
      [1600, 1200],
      [1131, 1600],
    ]);
  });
});

describe('a social security number in a PDF', () => {
  it.each<[string, () => Promise<Buffer>, boolean]>([
    ['in a line is found', () => pdf([...CONTRACT, `Numéro : ${NUMBER}`.replace('é', 'e')]), true],
    ['digit by digit is found', () => pdf([NUMBER.split('').join(' ')]), true],
    ['in two pieces of text is found', () => pdf(['1 85 05 78 006', '084 91']), true],
    ['typed into a form is found', () => formPdf(NUMBER), true],
    ['with a wrong key is none', () => pdf(['1 85 05 78 006 084 92']), false],
    ['is not found where there is none', () => pdf(CONTRACT), false],
  ])(
    '%s',
    async (_, make, shows) => {
      expect((await upload(await make())).showsNumber).toBe(shows);
    },
    60_000,
  );

  it('cannot be looked for in pictures, which is said', async () => {
    expect((await upload(await photo())).hasPictures).toBe(true);
    expect((await upload(await pdf(CONTRACT))).hasPictures).toBe(false);
    const scan = await decode('join', [(await upload(await photo())).document]);
    expect((await upload(Buffer.from(scan.document))).hasPictures).toBe(true);
  });

  it('comes with words that tell which paper it is', async () => {
    const { soundsLike } = await upload(await pdf(["ATTESTATION DE DROITS a l'assurance maladie", NUMBER]));
    expect(soundsLike).toEqual(['attestation']);
  });
});

const read = (pid: string, what: string) => fs.readFileSync(`/proc/${pid}/${what}`, 'utf8');
const isDecoderOfOurs = (pid: string) => {
  try {
    const parent = read(pid, 'stat').split(') ')[1]?.split(' ')[1];
    return parent === String(process.pid) && read(pid, 'cmdline').includes('decode-child');
  } catch {
    return false; // it has ended meanwhile
  }
};

describe('the decoder’s process', () => {
  it.runIf(process.platform === 'linux')(
    'has no environment, and may neither write nor start anything',
    async () => {
      process.env.A_SECRET_OF_THE_TEST = 'secret';
      const large = await sharp({ create: { width: 6_000, height: 6_000, channels: 3, background: '#777' } })
        .png()
        .toBuffer();
      const decoding = upload(large);
      const child = await vi.waitFor(() => {
        const pid = fs.readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && isDecoderOfOurs(entry));
        if (pid === undefined) throw new Error('not there yet');
        return { environment: read(pid, 'environ'), command: read(pid, 'cmdline').split('\0') };
      }, 10_000);
      await decoding;
      expect(child.environment).toBe('');
      expect(child.command).toContain('--permission');
      const allowed = child.command.filter((word) => word.startsWith('--allow'));
      expect(allowed.map((word) => word.replace(/=.*\//, '=…/'))).toEqual([
        '--allow-addons',
        '--allow-fs-read=…/node_modules',
        '--allow-fs-read=…/apps',
        '--allow-fs-read=…/packages',
      ]);
    },
    60_000,
  );
});
