import { fileTypeFromBuffer } from 'file-type';
import type { DecoderTask } from './decode/verdict.ts';

/** What a file is by its first bytes, never by its name: what decodes it, or what it is instead of a paper. */
export type Sniffed = { task: Exclude<DecoderTask, 'join'>; bytes: Buffer } | { task: null; found: Found };
export type Found = 'empty' | 'word' | 'archive' | 'moving' | 'web' | 'other_picture' | 'unknown';

const TASKS: Record<string, Exclude<DecoderTask, 'join'>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
};

/** Before a PDF's mark stands nothing but, at times, the mark of a text file or a line's end. */
const BEFORE_PDF = /^(?:\xef\xbb\xbf)?[\s\0]{0,16}(?=%PDF-)/;

/** As much as tells one kind from another. An archive is not unpacked further than that: it may be a bomb. */
const HEAD = 4_100;

export async function sniff(bytes: Buffer): Promise<Sniffed> {
  if (bytes.length === 0) return { task: null, found: 'empty' };
  const [before] = BEFORE_PDF.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (before !== undefined) return { task: 'pdf', bytes: bytes.subarray(before.length) };
  // A head that tells of one kind and goes on as none is nothing that we know.
  const mime = await fileTypeFromBuffer(bytes.subarray(0, HEAD)).then(
    (type) => type?.mime ?? '',
    () => '',
  );
  const task = TASKS[mime];
  return task ? { task, bytes } : { task: null, found: foundOf(mime, bytes) };
}

function foundOf(mime: string, bytes: Buffer): Found {
  if (mime.includes('officedocument') || mime.includes('opendocument') || mime === 'application/x-cfb') return 'word';
  if (/zip|rar|tar|7z|gzip|compressed/.test(mime)) return 'archive';
  if (mime === 'image/gif' || mime === 'image/apng' || mime.endsWith('-sequence') || mime.startsWith('video/'))
    return 'moving';
  if (mime.startsWith('image/')) return 'other_picture';
  const beginning = bytes.toString('latin1', 0, 1_000).trimStart().toLowerCase();
  return /^<(!doctype|html|svg|\?xml|script|head|body)/.test(beginning) ? 'web' : 'unknown';
}
