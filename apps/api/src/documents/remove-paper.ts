import type { Change } from '@suivi/contracts/files';
import type { Paper, PaperChange } from '@suivi/contracts/papers';
import type { Tx } from '@suivi/database/database';
import { voidedIds } from '@suivi/rules/voided';
import type { Colleague } from '../accounts/person.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { lockedPaper } from './judge-paper.ts';
import type { PaperRow } from './paper-rows.ts';
import { readPaper } from './read-papers.ts';
import { lockedFile, recordAbout, takeBack } from './record-paper-event.ts';
import type { Doer } from './record-paper-event.ts';

/**
 * Removes a paper: what it had caused (that it came, its verdict) is taken back, and it can be brought back for a day. Then
 * it is erased.
 * @throws Problem 404, 409 `paper_settled`
 */
export async function removePaper(platform: Platform, me: Colleague, paperId: string): Promise<PaperChange> {
  const change = await platform.database.asAgency(me.agencyId, async (tx) => {
    const paper = await lockedPaper(platform, tx, paperId);
    if (paper.state === 'removed')
      throw new Problem(409, 'paper_settled', {
        en: 'This paper has been removed already.',
        fr: 'Cette pièce est déjà retirée.',
      });
    return takeAway(platform, tx, paper, { userId: me.userId, paperId });
  });
  return { paper: await readPaper(platform, me, paperId), change };
}

/** In the caller's transaction, which has the file's lock. */
export async function takeAway(platform: Platform, tx: Tx, paper: PaperRow, doer: Doer): Promise<Change | null> {
  const { id, fileId } = paper;
  // First, so that the verdict's going does not put it among those to check again.
  await tx.execute(
    `UPDATE papers SET state = 'removed', removed_at = now(), removed_by = $3 WHERE agency_id = $1 AND id = $2`,
    [tx.agencyId, id, doer.userId],
  );
  const changes: Change[] = [];
  for (const eventId of [paper.verdictEvent, paper.receivedEvent]) {
    if (eventId === null || (await saidOfAnother(tx, eventId))) continue;
    const change = await takeBack(platform, tx, fileId, doer, eventId);
    if (change) changes.push(change);
  }
  await tx.execute('UPDATE papers SET removal = $3::uuid[] WHERE agency_id = $1 AND id = $2', [
    tx.agencyId,
    id,
    changes.map(({ eventId }) => eventId),
  ]);
  await audit(tx, doer, 'paper.removed', fileId);
  return changes.at(-1) ?? null;
}

/**
 * Brings a removed paper back, with all that it had caused.
 * @throws Problem 404, also when it has been erased; 409 `paper_settled`
 */
export async function restorePaper(platform: Platform, me: Colleague, paperId: string): Promise<PaperChange> {
  const doer = { userId: me.userId, paperId };
  const change = await platform.database.asAgency(me.agencyId, async (tx) => {
    const paper = await lockedPaper(platform, tx, paperId);
    if (paper.state !== 'removed' || paper.scan === 'infected')
      throw new Problem(409, 'paper_settled', {
        en:
          paper.state === 'removed'
            ? 'A virus was found in this paper: it does not come back.'
            : 'This paper stands already.',
        fr:
          paper.state === 'removed'
            ? 'Un virus a été trouvé dans cette pièce : elle ne revient pas.'
            : 'Cette pièce est déjà là.',
      });
    const changes: Change[] = [];
    for (const eventId of paper.removal.toReversed()) {
      const back = await takeBack(platform, tx, paper.fileId, doer, eventId);
      if (back) changes.push(back);
    }
    const stored = await lockedFile(platform, tx, paper.fileId);
    const state = stateOf(paper, stored);
    let { receivedEvent } = paper;
    // Another paper had shared the event, and took it along. A verdict that stands again says itself that the paper is here.
    if (state === 'to_check' && receivedEvent !== null && voidedIds(stored.file.events).has(receivedEvent)) {
      const { document, member } = paper;
      const received = { type: 'document_received', document, member } as const;
      const anew = await recordAbout(platform, tx, paper.fileId, doer, received);
      receivedEvent = anew.eventId;
      if (anew.change) changes.push(anew.change);
    }
    const restored = await tx.execute(
      `UPDATE papers SET removed_at = NULL, removed_by = NULL, removal = '{}', state = $3, received_event = $4
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, paperId, state, receivedEvent],
    );
    // Erased meanwhile, which waits for no file's lock.
    if (restored !== 1) throw notFound('paper');
    await audit(tx, doer, 'paper.restored', paper.fileId);
    return changes.at(-1) ?? null;
  });
  return { paper: await readPaper(platform, me, paperId), change };
}

/** What its verdict says, where that stands again. */
function stateOf({ verdictEvent }: PaperRow, { file }: StoredFile): Paper['state'] {
  const event = file.events.find(({ id }) => id === verdictEvent);
  if (!event || voidedIds(file.events).has(event.id)) return 'to_check';
  return event.type === 'document_verified' ? 'verified' : 'rejected';
}

/** An event that another paper stands on, too: front and back of one card came on one day. */
async function saidOfAnother(tx: Tx, eventId: string): Promise<boolean> {
  const other = await tx.maybeOne(
    `SELECT 1 FROM papers WHERE agency_id = $1 AND state <> 'removed' AND (received_event = $2 OR verdict_event = $2) LIMIT 1`,
    [tx.agencyId, eventId],
  );
  return other !== null;
}

const audit = (tx: Tx, { userId, paperId }: Doer, action: string, fileId: string) =>
  tx.query('SELECT append_audit($1, $2, $3, $4)', [tx.agencyId, userId, action, { paper: paperId, file: fileId }]);
