import type { Paper } from '@suivi/contracts/papers';
import type { Tx } from '@suivi/database/database';
import { unseal } from '@suivi/database/sealing';
import type { Event } from '@suivi/rules/file';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import type { StoredFile } from '../files/stored-file.ts';
import { linkTo } from '../objects/links.ts';
import type { Platform } from '../platform/platform.ts';

/** A removed paper can be brought back for a day. */
export const RESTORABLE_FOR = '1 day';

type PageRow = { page: number; objectId: string; width: number; height: number };
export type PaperRow = {
  id: string;
  fileId: string;
  document: DocumentCode;
  member: string | null;
  objectId: string;
  mediaType: Paper['mediaType'];
  size: string;
  state: Paper['state'];
  scan: Paper['scan'];
  sealed: Buffer;
  receivedEvent: string | null;
  verdictEvent: string | null;
  removal: string[];
  uploadedBy: string | null;
  uploadedAt: string;
  restorableUntil: string | null;
  pages: PageRow[];
};

const ROWS = `SELECT p.id, p.file_id AS "fileId", p.document, p.member, p.object_id AS "objectId", o.media_type AS "mediaType", o.size,
    p.state, p.scan, p.sealed, p.received_event AS "receivedEvent", p.verdict_event AS "verdictEvent", p.removal,
    m.name AS "uploadedBy", p.uploaded_at AS "uploadedAt",
    CASE WHEN p.state = 'removed' THEN p.removed_at + interval '${RESTORABLE_FOR}' END AS "restorableUntil",
    (SELECT coalesce(json_agg(json_build_object('page', g.page, 'objectId', g.object_id, 'width', g.width, 'height', g.height) ORDER BY g.page), '[]')
      FROM paper_pages g WHERE g.agency_id = p.agency_id AND g.paper_id = p.id) AS pages
  FROM papers p JOIN stored_objects o ON o.agency_id = p.agency_id AND o.id = p.object_id
  LEFT JOIN members m ON m.agency_id = p.agency_id AND m.user_id = p.uploaded_by
  WHERE p.agency_id = $1`;

export const paperRow = (tx: Tx, id: string) => tx.maybeOne<PaperRow>(`${ROWS} AND p.id = $2`, [tx.agencyId, id]);

/** The papers of a file, the newest first. Removed ones as long as they can be brought back. */
export const paperRowsOf = (tx: Tx, fileId: string) =>
  tx.query<PaperRow>(
    `${ROWS} AND p.file_id = $2 AND (p.state <> 'removed' OR p.removed_at > now() - interval '${RESTORABLE_FOR}')
     ORDER BY p.uploaded_at DESC, p.id`,
    [tx.agencyId, fileId],
  );

export const paperRowsToCheck = (tx: Tx, ids: readonly string[]) =>
  tx.query<PaperRow>(`${ROWS} AND p.id = ANY ($2::uuid[]) ORDER BY p.uploaded_at, p.id`, [tx.agencyId, ids]);

export const placeOf = (agencyId: string, id: string) => ({ agencyId, table: 'papers', id, column: 'sealed' });

/** A paper as a person sees it, with addresses that hold for five minutes for this person. */
export function viewOf(platform: Platform, me: Colleague, row: PaperRow, stored: StoredFile, names: Names): Paper {
  const { id, fileId, document, member, state, scan, mediaType, size, uploadedAt, restorableUntil } = row;
  const { name } = unseal<{ name: string }>(platform.keys, placeOf(me.agencyId, id), row.sealed);
  const ending = mediaType === 'application/pdf' ? 'pdf' : 'jpg';
  const isSafe = scan !== 'infected';
  return {
    id,
    fileId,
    document,
    member,
    name,
    state,
    scan,
    mediaType,
    size: Number(size),
    pages: isSafe
      ? row.pages.map(({ page, objectId, width, height }) => ({
          page,
          width,
          height,
          url: linkTo(platform, me, objectId, { as: 'inline', name: `${document}-${page}.jpg` }),
        }))
      : [],
    download: isSafe ? linkTo(platform, me, row.objectId, { as: 'attachment', name: `${document}.${ending}` }) : '',
    uploadedBy: row.uploadedBy ?? 'Suivi',
    uploadedAt,
    verdict: state === 'verified' || state === 'rejected' ? verdictOf(row, stored, names) : null,
    restorableUntil,
  };
}

/** Who is who in the agency. */
export type Names = ReadonlyMap<string, string>;
export async function namesIn(tx: Tx): Promise<Names> {
  const members = await tx.query<{ id: string; name: string }>(
    'SELECT user_id AS id, name FROM members WHERE agency_id = $1',
    [tx.agencyId],
  );
  return new Map(members.map(({ id, name }) => [id, name]));
}

function verdictOf({ verdictEvent }: PaperRow, { file, records }: StoredFile, names: Names): Paper['verdict'] {
  const event: Event | undefined = file.events.find(({ id }) => id === verdictEvent);
  if (event?.type !== 'document_verified' && event?.type !== 'document_rejected') return null;
  const by = records.find(({ id }) => id === event.id)?.recordedBy ?? '';
  const known = { by: names.get(by) ?? 'Suivi', on: event.on };
  return event.type === 'document_verified'
    ? {
        ...known,
        fault: null,
        note: null,
        issuedOn: event.issuedOn,
        validUntil: event.validUntil,
        language: event.language,
      }
    : { ...known, fault: event.fault, note: event.note, issuedOn: null, validUntil: null, language: null };
}
