import type { Platform } from '../platform/platform.ts';
import { scanBytes } from './clamd.ts';
import { decode, DecoderStopped } from './decode/decoder.ts';
import { Refused } from './decode/verdict.ts';
import type { Decoded } from './decode/verdict.ts';
import { infected, notTaken, scannerSilent } from './refusals.ts';
import { sniff } from './sniff.ts';

/** Sixty pages at 300 dpi take their time. */
const LIMITS = { timeMs: 180_000, memoryBytes: 1_200_000_000 };

/**
 * A scan of receipts, looked at by the scanner and decoded: its pages, and the numbers on each.
 * @throws Problem 422 `paper_refused`, 503 `scanner_unreachable`
 */
export async function takeReceipts(
  { config, turns }: Pick<Platform, 'config' | 'turns'>,
  bytes: Buffer,
): Promise<Decoded> {
  const sniffed = await sniff(bytes);
  if (sniffed.task === null) throw notTaken(sniffed.found);
  if (config.CLAMD_URL !== '') {
    const result = await scanBytes(config.CLAMD_URL, bytes);
    if (typeof result === 'object') throw infected(result.infected);
    if (result === 'unavailable') throw scannerSilent();
  }
  const kind = sniffed.task;
  return turns.decoders
    .run(() => decode('receipts', [Buffer.from(kind), sniffed.bytes], LIMITS))
    .catch((error: unknown) => {
      if (error instanceof Refused) throw notTaken(error.refusal);
      if (error instanceof DecoderStopped)
        throw notTaken(
          error.why === 'fell' ? (kind === 'pdf' ? 'unreadable_pdf' : 'unreadable_picture') : 'too_much_work',
        );
      throw error;
    });
}
