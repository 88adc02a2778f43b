import type { Platform } from '../platform/platform.ts';
import { scanBytes } from './clamd.ts';
import { decode, DecoderStopped } from './decode/decoder.ts';
import type { Decoded, DecoderTask } from './decode/verdict.ts';
import { LIMITS, Refused } from './decode/verdict.ts';
import type { UploadedFile } from './read-upload.ts';
import { infected, notTaken } from './refusals.ts';
import { sniff } from './sniff.ts';

export type Taken = Decoded & { scan: 'clean' | 'not_scanned' };

/**
 * What becomes of uploaded files: looked at by the scanner, written anew, and several made into one.
 * To be called in an upload's turn.
 * @throws Problem 422 `paper_refused`
 */
export async function takeUpload({ config, log, turns }: Platform, files: readonly UploadedFile[]): Promise<Taken> {
  let scan: Taken['scan'] = config.CLAMD_URL === '' ? 'not_scanned' : 'clean';
  const decoded: Decoded[] = [];
  for (const { bytes } of files) {
    const sniffed = await sniff(bytes);
    if (sniffed.task === null) throw notTaken(sniffed.found);
    if (config.CLAMD_URL !== '') {
      const result = await scanBytes(config.CLAMD_URL, bytes);
      if (typeof result === 'object') throw infected(result.infected);
      if (result === 'unavailable') {
        scan = 'not_scanned';
        log.warn('the virus scanner did not answer: a paper is looked at later');
      }
    }
    decoded.push(await decoding(turns, sniffed.task, [sniffed.bytes]));
  }
  const [first, ...others] = decoded;
  if (!first) throw notTaken('empty');
  if (others.length === 0) return { ...first, scan };
  const pages = decoded.flatMap((one) => one.pages);
  if (pages.length > LIMITS.pages) throw notTaken('too_many_pages');
  const { document, mediaType } = await decoding(
    turns,
    'join',
    decoded.map((one) => one.document),
  );
  return {
    document,
    mediaType,
    pages,
    showsNumber: decoded.some((one) => one.showsNumber),
    soundsLike: decoded.flatMap((one) => one.soundsLike),
    hasPictures: decoded.some((one) => one.hasPictures),
    scan,
  };
}

const decoding = (
  { decoders }: Platform['turns'],
  task: DecoderTask,
  pieces: readonly Uint8Array[],
): Promise<Decoded> =>
  decoders
    .run(() => decode(task, pieces))
    .catch((error: unknown) => {
      if (error instanceof Refused) throw notTaken(error.refusal);
      if (error instanceof DecoderStopped)
        throw notTaken(
          error.why === 'fell' ? (task === 'pdf' ? 'unreadable_pdf' : 'unreadable_picture') : 'too_much_work',
        );
      throw error;
    });
