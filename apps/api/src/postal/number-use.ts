import type { NumberUse } from '@suivi/contracts/post';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import type { Platform } from '../platform/platform.ts';
import { holdersOf, usedBy } from './sendings.ts';

/** Whose letter has this number, so that a slip that was scanned twice is seen while it is still in the hand. */
export async function readNumberUse({ database }: Platform, agencyId: string, number: string): Promise<NumberUse> {
  const [holder] = await database.asAgency(agencyId, (tx) => holdersOf(tx, [normaliseTracking(number)]));
  if (holder === undefined) return { usedBy: null };
  const { fileId, reference, clientName, on } = holder;
  return { usedBy: { fileId, reference, clientName, on, words: usedBy(holder) } };
}
