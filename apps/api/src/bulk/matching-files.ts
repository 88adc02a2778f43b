import type { MatchingFiles } from '@suivi/contracts/bulk';
import { MOST_FILES } from '@suivi/contracts/bulk';
import type { Question } from '../files/file-list.ts';
import { findFiles } from '../files/file-list.ts';
import type { Platform } from '../platform/platform.ts';

/** Every file that a list has, up to the most that may be acted on together. */
export function matchingFiles({ database }: Platform, agencyId: string, asked: Question): Promise<MatchingFiles> {
  return database.asAgency(agencyId, async (tx) => {
    const found = await findFiles(tx, asked, {}, MOST_FILES + 1);
    return { files: found.slice(0, MOST_FILES).map(({ id }) => id), more: found.length > MOST_FILES };
  });
}
