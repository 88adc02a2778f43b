import type { Tx } from '@suivi/database/database';
import { seal, type KeyRing } from '@suivi/database/sealing';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { keepObject, putObject } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { placeOf } from './paper-rows.ts';
import type { Taken } from './take-upload.ts';

type Page = { objectId: string; width: number; height: number };
/** The bytes of a paper, stored and nobody's yet. */
export type StoredPaper = { objectId: string; pages: Page[]; scan: Taken['scan'] };

/** Stores the bytes of a paper and of its pages as they are shown. */
export async function storePaper(
  platform: Platform,
  { agencyId, userId }: { agencyId: string; userId: string | null },
  { mediaType, document, pages, scan }: Pick<Taken, 'mediaType' | 'document' | 'pages' | 'scan'>,
): Promise<StoredPaper> {
  const object = await putObject(platform, agencyId, { mediaType, createdBy: userId }, document);
  const shown: Page[] = [];
  for (const { jpeg, width, height } of pages) {
    const page = await putObject(platform, agencyId, { mediaType: 'image/jpeg', createdBy: userId }, jpeg);
    shown.push({ objectId: page.id, width, height });
  }
  return { objectId: object.id, pages: shown, scan };
}

type PaperToWrite = {
  id: string;
  fileId: string;
  document: DocumentCode;
  member: string | null;
  /** As it was called on the sender's machine. */
  name: string;
  /** The event that says that it came. */
  receivedEvent: string;
  uploadedBy: string | null;
};

/** Writes the row of a paper and makes its bytes its own, in the caller's transaction. */
export async function writePaper(
  tx: Tx,
  keys: KeyRing,
  { id, fileId, document, member, name, receivedEvent, uploadedBy }: PaperToWrite,
  { objectId, pages, scan }: StoredPaper,
): Promise<void> {
  for (const kept of [objectId, ...pages.map((page) => page.objectId)]) await keepObject(tx, kept);
  await tx.execute(
    `INSERT INTO papers (agency_id, id, file_id, document, member, object_id, pages, scan, sealed, received_event, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.agencyId,
      id,
      fileId,
      document,
      member,
      objectId,
      pages.length,
      scan,
      seal(keys, placeOf(tx.agencyId, id), { name }),
      receivedEvent,
      uploadedBy,
    ],
  );
  await tx.execute(
    `INSERT INTO paper_pages (agency_id, paper_id, page, object_id, width, height)
     SELECT $1, $2, n, s."objectId", s.width, s.height
     FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS ("objectId" uuid, width integer, height integer)) WITH ORDINALITY AS s("objectId", width, height, n)`,
    [tx.agencyId, id, JSON.stringify(pages)],
  );
  await tx.query('SELECT append_audit($1, $2, $3, $4)', [
    tx.agencyId,
    uploadedBy,
    'paper.uploaded',
    { paper: id, file: fileId, object: objectId, document },
  ]);
}
