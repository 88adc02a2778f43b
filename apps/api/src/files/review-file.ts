import type { Platform } from '../platform/platform.ts';
import { bringInLine } from './bring-in-line.ts';
import { lockFile } from './stored-file.ts';

/**
 * Plans a file anew because its day has come: no event, the same reconciling. Done twice, the second time changes
 * nothing. A file that is gone is no fault.
 */
export async function reviewFile(platform: Platform, agencyId: string, fileId: string): Promise<void> {
  await platform.database.asAgency(agencyId, async (tx) => {
    const stored = await lockFile(tx, platform.keys, fileId);
    if (stored) await bringInLine(platform, tx, stored, { file: stored.file, added: null, audit: null });
  });
}
