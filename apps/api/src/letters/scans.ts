import { unseal, type KeyRing } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Wanted } from '@suivi/letters/enclosures';
import type { LetterRow } from './letter-record.ts';
import { lastPrinted } from './letter-record.ts';
import type { MandateRow } from './mandate-record.ts';

/** A kept object, or some of its pages, that is merged into a letter. */
export type Scan = {
  objectId: string;
  mediaType: string;
  sha256: string;
  pages: number | null;
  only: { from: number; to: number } | null;
};

export type PaperScan = Scan & { document: string; member: string | null; state: string };
export type ReceiptScan = Scan & { eventId: string };
export type Scans = { papers: PaperScan[]; receipts: ReceiptScan[]; mandate: MandateRow | null; letters: LetterRow[] };

/** The papers and receipts of a file that are kept and may go along. Nothing infected, sent back or removed does. */
export async function scansOf(tx: Tx, keys: KeyRing, fileId: string): Promise<Pick<Scans, 'papers' | 'receipts'>> {
  const papers = await tx.query<Omit<PaperScan, 'only'>>(
    `SELECT p.document, p.member, p.state, p.pages, p.object_id AS "objectId", o.media_type AS "mediaType", encode(o.sha256, 'hex') AS sha256
     FROM papers p JOIN stored_objects o ON o.agency_id = p.agency_id AND o.id = p.object_id
     WHERE p.agency_id = $1 AND p.file_id = $2 AND p.state IN ('to_check', 'verified') AND p.scan <> 'infected' AND o.state = 'kept'
     ORDER BY p.uploaded_at, p.id`,
    [tx.agencyId, fileId],
  );
  type Row = Omit<ReceiptScan, 'only' | 'pages'> & { id: string; sealed: Buffer };
  const receipts = await tx.query<Row>(
    `SELECT r.id, s.event_id AS "eventId", r.object_id AS "objectId", o.media_type AS "mediaType", encode(o.sha256, 'hex') AS sha256, r.sealed
     FROM receipts r JOIN sendings s ON s.agency_id = r.agency_id AND s.id = r.sending_id AND NOT s.voided
     JOIN stored_objects o ON o.agency_id = r.agency_id AND o.id = r.object_id
     WHERE r.agency_id = $1 AND s.file_id = $2 AND r.state = 'matched' AND o.state = 'kept' ORDER BY r.uploaded_at, r.id`,
    [tx.agencyId, fileId],
  );
  return {
    papers: papers.map((paper) => ({ ...paper, only: null })),
    receipts: receipts.map(({ id, sealed, ...row }) => {
      const place = { agencyId: tx.agencyId, table: 'receipts', id, column: 'sealed' };
      // One scan may hold the receipts of many clients: only its own page goes along.
      const { page } = unseal<{ page?: number | null }>(keys, place, sealed);
      const single = typeof page === 'number' && page > 0;
      return { ...row, pages: single ? 1 : null, only: single ? { from: page, to: page } : null };
    }),
  };
}

/** The scans of something that a letter is to enclose; none: it is added by hand. */
export function scansFor({ source, paper, receiptOf, letterOf }: Wanted, scans: Scans): Scan[] {
  if (source === 'mandate') {
    const { mandate } = scans;
    return mandate?.objectId && mandate.mediaType && mandate.sha256
      ? [{ objectId: mandate.objectId, mediaType: mandate.mediaType, sha256: mandate.sha256, pages: null, only: null }]
      : [];
  }
  if (paper) {
    const found = scans.papers.filter(({ document, member }) => document === paper.code && member === paper.member);
    const verified = found.filter(({ state }) => state === 'verified');
    return verified.length > 0 ? verified : found;
  }
  if (receiptOf) return scans.receipts.filter(({ eventId }) => eventId === receiptOf);
  if (letterOf) {
    const printed = lastPrinted(scans.letters.filter(({ taskKey }) => taskKey === letterOf));
    const own = printed?.content.printed?.own;
    return printed?.objectId && printed.sha256 && own
      ? [
          {
            objectId: printed.objectId,
            mediaType: 'application/pdf',
            sha256: printed.sha256,
            pages: own,
            only: { from: 1, to: own },
          },
        ]
      : [];
  }
  return [];
}
