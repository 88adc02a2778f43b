import type { CaisseView } from '@suivi/contracts/caisses';
import { CAISSES } from '@suivi/rules/caisses';
import type { Colleague } from '../accounts/person.ts';
import { refuseNumbersIn } from '../files/client-texts.ts';
import { tellCaisseAddressJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { readCaisse } from './read-caisse.ts';
import { countUnsent } from './unsent-files.ts';

/** @throws Problem 404 for a caisse that there is none */
export function refuseNoCaisse(shortName: string): void {
  if (!CAISSES.some((caisse) => caisse.shortName === shortName)) throw notFound('caisse');
}

/** No social security number stands on an envelope. */
export const refuseNumbersInLines = (lines: readonly string[]) =>
  refuseNumbersIn({}, Object.fromEntries(lines.map((line, at) => [`lines.${at}`, line])));

/**
 * Keeps the filing address of a caisse as its next version. Its unsent files are told by a worker, each in a transaction
 * of its own; files made from now on take it from the start.
 * @throws Problem 404 for a caisse that there is none, 409 `stale_address` when somebody has entered another meanwhile
 */
export async function enterCaisseAddress(
  platform: Platform,
  me: Colleague,
  shortName: string,
  { lines, expectedVersion }: { lines: string[]; expectedVersion: number },
): Promise<CaisseView> {
  refuseNoCaisse(shortName);
  refuseNumbersInLines(lines);
  const { agencyId, userId } = me;
  const view = await platform.database.asAgency(agencyId, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [`${agencyId} ${shortName}`]);
    const before = await readCaisse(tx, shortName);
    if (before.version !== expectedVersion) throw staleAddress(before);
    const version = before.version + 1;
    const unsent = await countUnsent(tx, shortName);
    // What was being told of an older address is not worth telling any more.
    await tx.execute(
      'UPDATE caisse_addresses SET told_at = now() WHERE agency_id = $1 AND short_name = $2 AND told_at IS NULL',
      [agencyId, shortName],
    );
    await tx.execute(
      `INSERT INTO caisse_addresses (agency_id, short_name, version, lines, entered_by, to_tell, told_at)
       VALUES ($1, $2, $3, $4, $5, $6::int, CASE WHEN $6::int = 0 THEN now() END)`,
      [agencyId, shortName, version, lines, userId, unsent],
    );
    if (unsent > 0)
      await tx.execute('INSERT INTO outbox (agency_id, job, payload) VALUES ($1, $2, $3)', [
        agencyId,
        tellCaisseAddressJob.name,
        JSON.stringify({ agencyId, shortName, version }),
      ]);
    await tx.query(
      `SELECT append_audit($1, $2, 'caisse.address', jsonb_build_object('caisse', $3::text, 'version', $4::int, 'files', $5::int))`,
      [agencyId, userId, shortName, version, unsent],
    );
    return readCaisse(tx, shortName);
  });
  platform.wakeRelay();
  return view;
}

const staleAddress = ({ correctedBy, address }: CaisseView) =>
  new Problem(409, 'stale_address', {
    en: `${correctedBy} has entered another address meanwhile: ${address?.join(' · ')}. Look at it, then correct it if it is wrong.`,
    fr: `${correctedBy} a saisi une autre adresse entre-temps : ${address?.join(' · ')}. Vérifiez-la, puis corrigez si elle est fausse.`,
  });
