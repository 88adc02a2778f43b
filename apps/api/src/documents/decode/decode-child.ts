import './no-network.ts';
import { Socket } from 'node:net';
import { framed, unframed } from './frames.ts';
import { Refused } from './verdict.ts';
import type { Decoded, DecoderTask, Verdict } from './verdict.ts';

// The process that decodes one file of a stranger and ends. It gets the bytes on its input, says what it thinks of them on
// its fourth channel, and has nothing else: no environment, no network, no right to write or to start anything.

const TASKS: Record<DecoderTask, (pieces: Buffer[]) => Promise<Decoded>> = {
  picture: async ([bytes]) => (await import('./decode-picture.ts')).decodePicture(bytes ?? Buffer.alloc(0)),
  heic: async ([bytes]) => (await import('./decode-heic.ts')).decodeHeic(bytes ?? Buffer.alloc(0)),
  pdf: async ([bytes]) => (await import('./decode-pdf.ts')).decodePdf(bytes ?? Buffer.alloc(0)),
  receipts: async ([kind, bytes]) =>
    (await import('./decode-receipts.ts')).decodeReceipts(kind?.toString() ?? '', bytes ?? Buffer.alloc(0)),
  join: async (pieces) => ({
    mediaType: 'application/pdf',
    document: await (await import('./join-pdf.ts')).joinPdf(pieces),
    pages: [],
    showsNumber: false,
    soundsLike: [],
    hasPictures: false,
  }),
};

const pieces = unframed(Buffer.concat(await process.stdin.toArray()));
const answer = await TASKS[process.argv[2] as DecoderTask](pieces).then(
  ({ document, pages, ...said }) => {
    const sizes = pages.map(({ width, height }) => ({ width, height }));
    return told({ ok: true, numbers: [], ...said, pages: sizes }, [document, ...pages.map(({ jpeg }) => jpeg)]);
  },
  (error: unknown) => {
    if (error instanceof Refused) return told({ ok: false, refusal: error.refusal }, []);
    throw error;
  },
);
// Not on its standard output: the libraries print there whatever they think.
new Socket({ fd: 3, writable: true, readable: false }).end(answer);

function told(verdict: Verdict, rest: Uint8Array[]): Buffer {
  return framed([Buffer.from(JSON.stringify(verdict)), ...rest]);
}
