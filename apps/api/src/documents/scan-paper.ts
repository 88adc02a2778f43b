import { readObjectWhole } from '../objects/store-object.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { scanPaperJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { scanBytes } from './clamd.ts';
import { lockedPaper } from './judge-paper.ts';
import { paperRow } from './paper-rows.ts';
import { takeAway } from './remove-paper.ts';

/** Looks for viruses in papers that came while the scanner was down. One that has a virus is taken away. */
export const scanPapers = (platform: Platform): Handler =>
  handles(scanPaperJob, ({ agencyId, paperId }) => scanPaper(platform, agencyId, paperId));

/** @throws when the scanner does not answer: the queue tries again */
export async function scanPaper(platform: Platform, agencyId: string, paperId: string): Promise<void> {
  const { database, config, log } = platform;
  if (config.CLAMD_URL === '') return;
  const paper = await database.asAgency(agencyId, (tx) => paperRow(tx, paperId));
  if (paper?.scan !== 'not_scanned' || paper.state === 'removed') return;
  const { bytes } = await readObjectWhole(platform, agencyId, paper.objectId);
  const result = await scanBytes(config.CLAMD_URL, bytes);
  if (result === 'unavailable') throw new Error('The virus scanner does not answer.');
  await database.asAgency(agencyId, async (tx) => {
    const now = await lockedPaper(platform, tx, paperId);
    if (now.scan !== 'not_scanned') return;
    const scan = result === 'clean' ? 'clean' : 'infected';
    await tx.execute('UPDATE papers SET scan = $3 WHERE agency_id = $1 AND id = $2', [agencyId, paperId, scan]);
    if (scan === 'infected' && now.state !== 'removed') await takeAway(platform, tx, now, { userId: null, paperId });
  });
  if (typeof result === 'object') log.warn({ paperId, virus: result.infected }, 'a virus was found in a kept paper');
}
