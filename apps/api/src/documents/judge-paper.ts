import type { PaperChange, RejectPaper, VerifyPaper } from '@suivi/contracts/papers';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { namesIn, paperRow } from './paper-rows.ts';
import type { PaperRow } from './paper-rows.ts';
import { readPaper } from './read-papers.ts';
import { lockedFile, recordAbout } from './record-paper-event.ts';

type Verdict = ({ type: 'document_verified' } & VerifyPaper) | ({ type: 'document_rejected' } & RejectPaper);

/**
 * Says of a paper that it is right, or what is wrong with it; the event and the paper's state are one transaction.
 * @throws Problem 404, 409 `paper_settled`, 422 `invalid_event`
 */
export async function judgePaper(
  platform: Platform,
  me: Colleague,
  paperId: string,
  verdict: Verdict,
): Promise<PaperChange> {
  const judged = platform.database.asAgency(me.agencyId, async (tx) => {
    const paper = await lockedPaper(platform, tx, paperId);
    if (paper.state !== 'to_check') throw await settled(tx, paper);
    const { document, member, fileId } = paper;
    const { eventId, change } = await recordAbout(
      platform,
      tx,
      fileId,
      { userId: me.userId, paperId },
      { ...verdict, document, member },
    );
    await tx.execute('UPDATE papers SET state = $3, verdict_event = $4 WHERE agency_id = $1 AND id = $2', [
      me.agencyId,
      paperId,
      verdict.type === 'document_verified' ? 'verified' : 'rejected',
      eventId,
    ]);
    return { eventId, change };
  });
  const { change } = await judged.catch((error: unknown) => {
    throw inTheirWords(error);
  });
  return { paper: await readPaper(platform, me, paperId), change };
}

/** A paper under the lock of its file, as every change of a file is. */
export async function lockedPaper(platform: Platform, tx: Tx, paperId: string): Promise<PaperRow> {
  const found = await paperRow(tx, paperId);
  if (!found) throw notFound('paper');
  await lockedFile(platform, tx, found.fileId);
  const paper = await paperRow(tx, paperId);
  if (!paper) throw notFound('paper');
  return paper;
}

async function settled(tx: Tx, { state, verdictEvent }: PaperRow): Promise<Problem> {
  if (state === 'removed')
    return new Problem(409, 'paper_settled', {
      en: 'This paper has been removed meanwhile. Go on with the next.',
      fr: 'Cette pièce a été retirée entre-temps. Passez à la suivante.',
    });
  const event = await tx.maybeOne<{ by: string | null }>(
    'SELECT recorded_by AS by FROM events WHERE agency_id = $1 AND id = $2',
    [tx.agencyId, verdictEvent],
  );
  const who = (await namesIn(tx)).get(event?.by ?? '') ?? 'Suivi';
  return new Problem(409, 'paper_settled', {
    en: `${who} has ${state === 'verified' ? 'verified' : 'sent back'} this paper meanwhile. Go on with the next, or void that event first.`,
    fr: `${who} a ${state === 'verified' ? 'validé' : 'renvoyé'} cette pièce entre-temps. Passez à la suivante, ou annulez d’abord ce fait.`,
  });
}

/** The faults of the event, under the names that the request has for them. */
function inTheirWords(error: unknown): unknown {
  if (!(error instanceof Problem) || error.details.errors === undefined) return error;
  const errors = error.details.errors.map(({ path, message }) => ({ path: path.replace(/^event\./, ''), message }));
  return new Problem(error.status, error.type, error.detail, { ...error.details, errors });
}
