import { repeat, type Repeating } from '../outbox/repeat.ts';
import type { Platform } from '../platform/platform.ts';
import { RESTORABLE_FOR } from './paper-rows.ts';

const EVERY_MS = 60_000;
const AT_ONCE = 200;
/** A scan whose job has failed for good is asked for again. */
const SCAN_AGAIN_AFTER = '3 hours';

export type Tended = { forgotten: number; scans: number };

/** Erases what was removed long enough ago, and asks for the scans that are missing, where there is a scanner. */
export async function tendPapers({ database, config }: Platform): Promise<Tended> {
  return database.withoutAgency(async (tx) => {
    const { gone } = await tx.one<{ gone: string }>('SELECT forget_removed_papers($1, $2) AS gone', [
      RESTORABLE_FOR,
      AT_ONCE,
    ]);
    const scans =
      config.CLAMD_URL === ''
        ? []
        : await tx.query('SELECT * FROM queue_paper_scans($1, $2)', [SCAN_AGAIN_AFTER, AT_ONCE]);
    return { forgotten: Number(gone), scans: scans.length };
  });
}

/** Tends in every worker, by a plain timer; the rows are locked, so that two do nothing twice. */
export const startTending = (platform: Platform, wakeRelay: () => void): Repeating =>
  repeat({
    name: 'papers',
    everyMs: EVERY_MS,
    log: platform.log,
    async turn() {
      const { forgotten, scans } = await tendPapers(platform);
      if (scans > 0) wakeRelay();
      return forgotten === AT_ONCE || scans === AT_ONCE ? 'again' : 'wait';
    },
  });
