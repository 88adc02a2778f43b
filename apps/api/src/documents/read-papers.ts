import type { Paper, PaperList } from '@suivi/contracts/papers';
import type { Colleague } from '../accounts/person.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { namesIn, paperRow, paperRowsOf, viewOf } from './paper-rows.ts';

/** The papers of a file. @throws Problem 404 */
export function readPapers(platform: Platform, me: Colleague, fileId: string): Promise<PaperList> {
  return platform.database.asAgency(me.agencyId, async (tx) => {
    const stored = await readStoredFile(tx, platform.keys, fileId);
    if (!stored) throw notFound('file');
    const names = await namesIn(tx);
    const rows = await paperRowsOf(tx, fileId);
    return { papers: rows.map((row) => viewOf(platform, me, row, stored, names)) };
  });
}

/** One paper. @throws Problem 404 */
export function readPaper(platform: Platform, me: Colleague, paperId: string): Promise<Paper> {
  return platform.database.asAgency(me.agencyId, async (tx) => {
    const row = await paperRow(tx, paperId);
    const stored = row && (await readStoredFile(tx, platform.keys, row.fileId));
    if (!row || !stored) throw notFound('paper');
    return viewOf(platform, me, row, stored, await namesIn(tx));
  });
}
