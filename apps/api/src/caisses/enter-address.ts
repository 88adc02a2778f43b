import { randomUUID } from 'node:crypto';
import type { EnteredCaisseAddress } from '@suivi/contracts/caisses';
import { CAISSES } from '@suivi/rules/caisses';
import type { Event } from '@suivi/rules/file';
import type { Colleague } from '../accounts/person.ts';
import { bringInLine } from '../files/bring-in-line.ts';
import { refuseNumbersIn } from '../files/client-texts.ts';
import { lockFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';

/**
 * Keeps the filing address of a caisse, and tells it to each of its unsent files by an event, in one transaction. Files
 * made later take it from the start.
 * @throws Problem 404 for a caisse that there is none
 */
export async function enterCaisseAddress(
  platform: Platform,
  me: Colleague,
  shortName: string,
  lines: string[],
): Promise<EnteredCaisseAddress> {
  if (!CAISSES.some((caisse) => caisse.shortName === shortName)) throw notFound('caisse');
  refuseNumbersIn({}, Object.fromEntries(lines.map((line, at) => [`lines.${at}`, line])));
  const { agencyId, userId } = me;
  return platform.database.asAgency(agencyId, async (tx) => {
    // Two admins who correct an address at once make two versions of it.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [`${agencyId} ${shortName}`]);
    await tx.execute(
      `INSERT INTO caisse_addresses (agency_id, short_name, version, lines, entered_by)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4 FROM caisse_addresses WHERE agency_id = $1 AND short_name = $2`,
      [agencyId, shortName, lines, userId],
    );
    // All of them before the first is brought in line: that one's audit row keeps every other writer waiting.
    const unsent = await tx.query<{ id: string }>(
      `SELECT id FROM files WHERE agency_id = $1 AND caisse = $2
         AND stage IN ('gathering_documents', 'waiting_for_eligibility', 'ready_to_submit') ORDER BY id
       FOR NO KEY UPDATE`,
      [agencyId, shortName],
    );
    for (const { id } of unsent) {
      const stored = await lockFile(tx, platform.keys, id);
      if (!stored) continue;
      const event: Event = {
        id: randomUUID(),
        type: 'applicant_changed',
        on: stored.today,
        changes: { caisseAddress: lines },
      };
      await bringInLine(platform, tx, stored, {
        file: { ...stored.file, events: [...stored.file.events, event] },
        added: { event, seq: stored.version + 1, origin: 'adviser', recordedBy: userId },
        audit: { actor: userId, action: 'event.recorded', subject: { file: id, event: event.id, type: event.type } },
      });
    }
    await tx.query(
      `SELECT append_audit($1, $2, 'caisse.address', jsonb_build_object('caisse', $3::text, 'files', $4::int))`,
      [agencyId, userId, shortName, unsent.length],
    );
    return { files: unsent.length };
  });
}
