import type { ChangeClient } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import { Problem } from '../platform/problem.ts';
import { changesSince } from '../presence/changes-since.ts';
import type { StoredFile } from './stored-file.ts';

/** The refusal of whoever saw an older version: says who recorded what since, so that both can stand. */
export async function staleFile(tx: Tx, stored: StoredFile, seen: number): Promise<Problem> {
  const names = await tx.query<{ id: string; name: string }>(
    'SELECT user_id AS id, name FROM members WHERE agency_id = $1',
    [tx.agencyId],
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return new Problem(
    409,
    'stale_file',
    {
      en: 'This file has changed since you opened it. Look at what changed, then record it again.',
      fr: 'Ce dossier a changé depuis que vous l’avez ouvert. Voyez ce qui a changé, puis notez-le de nouveau.',
    },
    {
      version: stored.version,
      changes: stored.records
        .filter(({ seq }) => seq > seen)
        .map(({ type, on, recordedBy, recordedAt }) => ({
          type,
          on,
          by: nameOf.get(recordedBy ?? '') ?? 'Suivi',
          at: recordedAt,
        })),
    },
  );
}

/**
 * Refuses a change of details that somebody else has changed since the person saw them. Others' changes of other details
 * stand beside it.
 * @throws Problem 409 `stale_file`
 */
export async function refuseStaleClient(
  tx: Tx,
  stored: StoredFile,
  { client, adviser, was }: ChangeClient,
  me: string,
): Promise<void> {
  const fields = Object.keys(client).filter((name) => {
    const seen = was?.client?.[name as keyof typeof client];
    return seen !== undefined && seen !== stored.client[name as keyof typeof client];
  });
  if (adviser !== undefined && was?.adviser !== undefined && was.adviser !== stored.adviserId) fields.push('adviser');
  if (fields.length === 0) return;
  const changes = await changesSince(tx, stored.id, { since: '0', except: me, action: 'client.changed' });
  throw new Problem(
    409,
    'stale_file',
    {
      en: 'Somebody has changed the same details meanwhile. Look at what they are now, then decide which stand.',
      fr: 'Quelqu’un a changé les mêmes coordonnées entre-temps. Voyez ce qu’il en est, puis choisissez ce qui reste.',
    },
    {
      version: stored.version,
      changes: changes.filter((change) => change.fields?.some((field) => fields.includes(field))).slice(-1),
    },
  );
}
