import type { Tx } from '@suivi/database/database';
import { bringInLine } from '../files/bring-in-line.ts';
import { lockFile } from '../files/stored-file.ts';
import { errorText } from '../outbox/error-text.ts';
import { noteFailure, resolveFailures } from '../outbox/failures.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { tellCaisseAddressJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { isUnsentOf, told, unsentAfter } from './unsent-files.ts';

/** Between two of them the progress is noted. */
const FILES_AT_ONCE = 20;

type Address = { shortName: string; version: number; lines: string[]; enteredBy: string };

/** Tells a caisse's corrected address to its unsent files. A run that another address overtakes ends without a word. */
export const tellCaisseAddresses = (platform: Platform): Handler =>
  handles(tellCaisseAddressJob, ({ agencyId, shortName, version }) =>
    tellFiles(platform, agencyId, shortName, version),
  );

export async function tellFiles(
  platform: Platform,
  agencyId: string,
  shortName: string,
  version: number,
): Promise<void> {
  const { database } = platform;
  // Begun anew, it counts anew: files that have the address are passed over.
  const address = await database.asAgency(agencyId, (tx) =>
    tx.maybeOne<Address>(
      `UPDATE caisse_addresses SET told = 0, moved_at = now() WHERE agency_id = $1 AND short_name = $2 AND version = $3 AND told_at IS NULL
       RETURNING short_name AS "shortName", version, lines, entered_by AS "enteredBy"`,
      [agencyId, shortName, version],
    ),
  );
  if (address === null) return;
  for (let after: string | null = null; ;) {
    const ids: string[] = await database.asAgency(agencyId, (tx) => unsentAfter(tx, shortName, after, FILES_AT_ONCE));
    // A file that is broken keeps no other from being told.
    for (const id of ids)
      try {
        await database.asAgency(agencyId, async (tx) => {
          await tellOne(platform, tx, id, address);
          await resolveFailures(tx, { job: tellCaisseAddressJob.name, fileId: id });
        });
      } catch (error) {
        await database.asAgency(agencyId, (tx) =>
          noteFailure(tx, { job: tellCaisseAddressJob.name, error: errorText(error), fileId: id }),
        );
      }
    after = ids.at(-1) ?? null;
    const stands = await database.asAgency(agencyId, (tx) => saveProgress(tx, address, ids.length));
    platform.wakeRelay();
    if (!stands || after === null) return;
  }
}

async function tellOne(platform: Platform, tx: Tx, id: string, address: Address): Promise<void> {
  const { shortName, lines, enteredBy } = address;
  const stored = await lockFile(tx, platform.keys, id);
  // Sent, or moved away, while it waited its turn
  if (stored === null || !(await isUnsentOf(tx, shortName, id))) return;
  const next = told(stored, lines);
  if (next === null) return;
  const { file, event } = next;
  await bringInLine(platform, tx, stored, {
    file,
    added: { event, seq: stored.version + 1, origin: 'adviser', recordedBy: enteredBy },
    audit: { actor: enteredBy, action: 'event.recorded', subject: { file: id, event: event.id, type: event.type } },
  });
}

/** False: another address holds now. No more files: it has ended. */
const saveProgress = async (tx: Tx, { shortName, version }: Address, files: number): Promise<boolean> =>
  (await tx.execute(
    `UPDATE caisse_addresses SET told = told + $4::int, to_tell = greatest(to_tell, told + $4::int), moved_at = now(),
       told_at = CASE WHEN $4::int = 0 THEN now() END
     WHERE agency_id = $1 AND short_name = $2 AND version = $3 AND told_at IS NULL`,
    [tx.agencyId, shortName, version, files],
  )) === 1;
