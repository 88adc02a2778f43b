import type { ChangeClient, Client } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import { seal } from '@suivi/database/sealing';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { applicantOn } from './applicant-on.ts';
import { bringInLine } from './bring-in-line.ts';
import { refuseNumbersIn } from './client-texts.ts';
import { refuseStranger } from './create-file.ts';
import { searchText } from './search-text.ts';
import { refuseStaleClient, staleFile } from './stale-file.ts';
import type { SealedClient } from './stored-file.ts';
import { lockFile } from './stored-file.ts';

/**
 * Changes who the client is and how to reach them, or whose file it is. What the rules read of them changes by an event.
 * The version stays: it rises with events only.
 * @throws Problem 404, 409 `stale_file`, 422
 */
export async function changeClient(
  platform: Platform,
  me: Colleague,
  fileId: string,
  change: ChangeClient,
): Promise<void> {
  refuseNumbersIn(change.client);
  await platform.database.asAgency(me.agencyId, (tx) => changeClientIn(platform, tx, me, fileId, change));
}

/** The same, in a transaction of the caller's. */
export async function changeClientIn(
  platform: Platform,
  tx: Tx,
  me: Colleague,
  fileId: string,
  change: ChangeClient,
): Promise<void> {
  const { keys } = platform;
  const stored = await lockFile(tx, keys, fileId);
  if (!stored) throw notFound('file');
  if (stored.version !== change.expectedVersion) throw await staleFile(tx, stored, change.expectedVersion);
  await refuseStaleClient(tx, stored, change, me.userId);
  await refuseStranger(tx, change.adviser);
  const client: Client = { ...stored.client, ...change.client };
  const { firstName, lastName, email, telephone, street } = client;
  const { city: town } = applicantOn(stored.file, stored.today).address;
  const hidden: SealedClient = { telephone, street };
  await tx.execute(
    `UPDATE files SET first_name = $3, last_name = $4, email = $5, search_text = $6, client_sealed = $7, adviser_id = $8, updated_at = now()
     WHERE agency_id = $1 AND id = $2`,
    [
      me.agencyId,
      fileId,
      firstName,
      lastName,
      email,
      searchText({ ...client, reference: stored.reference, town }),
      seal(keys, { agencyId: me.agencyId, table: 'files', id: fileId, column: 'client_sealed' }, hidden),
      change.adviser === undefined ? stored.adviserId : change.adviser,
    ],
  );
  const changed = Object.keys(change.client).concat(change.adviser === undefined ? [] : ['adviser']);
  // An email that waited for an address may leave now.
  await bringInLine(
    platform,
    tx,
    { ...stored, client },
    {
      file: stored.file,
      added: null,
      audit: { actor: me.userId, action: 'client.changed', subject: { file: fileId, fields: changed } },
    },
  );
}
