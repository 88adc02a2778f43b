import { brokeOff, tooLarge } from './refusals.ts';
import type { Body } from './upload-turn.ts';

/** A sender that says nothing for so long has gone. */
export const SILENT_MS = 30_000;

/** How long a body may take to arrive: a slow sender holds its turn, which others wait for. */
export const ARRIVES_MS = 120_000;

/** The body as it was sent, refused at the byte that is too many. @throws Problem 408, 413 */
export function readBody(body: Body, maxMegabytes: number): Promise<Buffer> {
  if (body.readableEnded) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const settle = (then: () => void) => {
      clearTimeout(silence);
      clearTimeout(whole);
      body.off('data', take);
      then();
    };
    const stop = () => settle(() => reject(brokeOff()));
    function take(part: Buffer) {
      size += part.length;
      if (size > maxMegabytes * 1_000_000) return settle(() => reject(tooLarge(maxMegabytes)));
      silence.refresh();
      parts.push(part);
    }
    const silence = setTimeout(stop, SILENT_MS);
    const whole = setTimeout(stop, ARRIVES_MS);
    body.once('end', () => settle(() => resolve(Buffer.concat(parts))));
    body.once('error', stop);
    body.once('close', stop);
    body.on('data', take);
  });
}
