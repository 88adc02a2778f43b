import { MOST_PARTS, UploadFields } from '@suivi/contracts/papers';
import busboy from 'busboy';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Problem } from '../platform/problem.ts';
import { invalidRequest } from '../platform/validation.ts';
import { ARRIVES_MS, SILENT_MS } from './read-body.ts';
import { brokeOff, notTaken, tooLarge, tooMany } from './refusals.ts';

export type UploadedFile = { name: string; bytes: Buffer };
export type Upload = { fields: UploadFields; files: UploadedFile[] };

/**
 * Reads an upload: its fields, then its files. What is too large is refused at the byte that is too many, not after the
 * last one.
 * @param check may refuse by the fields, before a file is read
 * @throws Problem 413, 408, 422
 */
export function readUpload(
  request: IncomingMessage,
  maxMegabytes: number,
  check: (fields: UploadFields) => void,
): Promise<Upload> {
  const most = maxMegabytes * 1_000_000;
  return new Promise((resolve, reject) => {
    const said: Record<string, string> = {};
    let fields: UploadFields | null = null;
    const files: Promise<UploadedFile>[] = [];
    let total = 0;
    const fieldsOnce = () => (fields ??= checked(said, check));
    const parts = parserOf(request, most);
    let silence = setTimeout(stop, SILENT_MS);
    const whole = setTimeout(stop, ARRIVES_MS);
    function stop() {
      reject(brokeOff());
    }
    const arrived = () => {
      clearTimeout(silence);
      clearTimeout(whole);
    };
    request.on('data', (part: Buffer) => {
      total += part.length;
      if (total > 2 * most + 100_000) reject(tooMany(MOST_PARTS));
      clearTimeout(silence);
      silence = setTimeout(stop, SILENT_MS);
    });
    request.once('close', () => {
      arrived();
      if (!request.complete) stop();
    });
    parts.on('field', (name, value) => {
      said[name] = value;
    });
    parts.on('file', (field, stream, { filename }) => {
      try {
        fieldsOnce();
      } catch (error) {
        stream.resume();
        return reject(error as Error);
      }
      const file = collect(stream, most, maxMegabytes).then((bytes) => ({ name: filename ?? '', bytes }));
      file.catch(reject);
      files.push(file);
    });
    parts.on('filesLimit', () => reject(tooMany(MOST_PARTS)));
    parts.once('error', () => reject(brokeOff()));
    parts.once('close', () => {
      arrived();
      Promise.resolve()
        .then(async () => ({ fields: fieldsOnce(), files: await Promise.all(files) }))
        .then((upload) => (upload.files.length === 0 ? reject(notTaken('empty')) : resolve(upload)), reject);
    });
    request.pipe(parts);
  });
}

function parserOf({ headers }: IncomingMessage, most: number) {
  try {
    return busboy({
      headers,
      defParamCharset: 'utf8',
      limits: { fileSize: most + 1, files: MOST_PARTS, fields: 10, fieldSize: 500, fieldNameSize: 50 },
    });
  } catch {
    throw new Problem(422, 'invalid_request', {
      en: 'Send the paper as multipart/form-data: its fields, then its files.',
      fr: 'Envoyez la pièce en multipart/form-data : ses champs, puis ses fichiers.',
    });
  }
}

function checked(said: Record<string, string>, check: (fields: UploadFields) => void): UploadFields {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
  const read = UploadFields.safeParse(given);
  if (!read.success) throw invalidRequest(read.error.issues);
  check(read.data);
  return read.data;
}

async function collect(stream: Readable, most: number, maxMegabytes: number): Promise<Buffer> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw tooLarge(maxMegabytes);
    held.push(part);
  }
  return Buffer.concat(held);
}
