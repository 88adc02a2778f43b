import { RESTORABLE_FOR } from '../../documents/paper-rows.ts';
import { repeat, type Repeating } from '../../outbox/repeat.ts';
import type { Platform } from '../../platform/platform.ts';

const EVERY_MS = 60_000;
const AT_ONCE = 200;

/** Erases what was discarded as long ago as a removed paper may have been, row and bytes. @returns how many are gone */
export const forgetDiscarded = ({ database }: Pick<Platform, 'database'>): Promise<number> =>
  database.withoutAgency(async (tx) => {
    const { gone } = await tx.one<{ gone: string }>('SELECT forget_discarded_receipts($1, $2) AS gone', [
      RESTORABLE_FOR,
      AT_ONCE,
    ]);
    return Number(gone);
  });

/** Erases in every worker, by a plain timer; the rows are locked, so that two do nothing twice. */
export const startForgettingReceipts = (platform: Platform): Repeating =>
  repeat({
    name: 'receipts',
    everyMs: EVERY_MS,
    log: platform.log,
    turn: async () => ((await forgetDiscarded(platform)) === AT_ONCE ? 'again' : 'wait'),
  });
