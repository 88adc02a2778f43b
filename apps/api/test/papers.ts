import { randomUUID } from 'node:crypto';
import type { PaperChange } from '@suivi/contracts/papers';
import { seal } from '@suivi/database/sealing';
import type { Colleague } from '../src/accounts/person.ts';
import { keepObject, putObject } from '../src/objects/store-object.ts';
import type { Platform } from '../src/platform/platform.ts';
import type { Reply } from './http.ts';

/** A paper to check that was put there without a decoder. @returns its id */
export async function storedPaper(platform: Platform, me: Colleague, fileId: string): Promise<string> {
  const { agencyId } = me;
  const { id: objectId } = await putObject(
    platform,
    agencyId,
    { mediaType: 'image/jpeg', createdBy: null },
    new Uint8Array(3),
  );
  const id = randomUUID();
  await platform.database.asAgency(agencyId, async (tx) => {
    await keepObject(tx, objectId);
    await tx.execute(
      `INSERT INTO papers (agency_id, id, file_id, document, object_id, pages, sealed) VALUES ($1, $2, $3, 'rib', $4, 1, $5)`,
      [
        agencyId,
        id,
        fileId,
        objectId,
        seal(platform.keys, { agencyId, table: 'papers', id, column: 'sealed' }, { name: 'rib.jpg' }),
      ],
    );
  });
  return id;
}

export type UploadOf = {
  document?: string;
  id?: string;
  member?: string;
  noNumberShown?: boolean;
  replaces?: string;
  files: { name: string; bytes: Uint8Array; type?: string }[];
};

/** The body of an upload, as a browser makes it. */
export function formOf({
  files,
  id = randomUUID(),
  document = 'identity',
  noNumberShown = true,
  ...rest
}: UploadOf): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ id, document, noNumberShown, ...rest })) form.set(name, String(value));
  for (const { name, bytes, type = 'application/octet-stream' } of files)
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  return form;
}

/** What an accepted upload answers. */
export function changeIn({ status, body, text }: Reply): PaperChange {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body as PaperChange;
}
