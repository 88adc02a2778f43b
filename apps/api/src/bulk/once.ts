import { seal, unseal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { keyReused } from '../files/record-event.ts';
import { answerPlace, hashOf, keptKey } from '../files/write-file.ts';
import type { Platform } from '../platform/platform.ts';

const ROUTE = 'POST /api/bulk';

/**
 * Does something to one file once under a key, in the caller's transaction, which must hold the file's lock: a twin of
 * the request waits there, and then gets the first answer.
 */
export async function once<T>(
  { keys }: Platform,
  tx: Tx,
  { userId }: Colleague,
  { key, body }: { key: string; body: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const request = { userId, route: ROUTE, key: keptKey(key) };
  const bodyHash = hashOf(body);
  const kept = await tx.maybeOne<{ bodyHash: Buffer; sealed: Buffer }>(
    `SELECT body_hash AS "bodyHash", sealed FROM idempotency_keys WHERE agency_id = $1 AND user_id = $2 AND route = $3 AND key = $4`,
    [tx.agencyId, userId, request.route, request.key],
  );
  if (kept && !kept.bodyHash.equals(bodyHash)) throw keyReused();
  if (kept) return unseal<T>(keys, answerPlace(tx.agencyId, request), kept.sealed);
  const answer = await work();
  await tx.execute(
    `INSERT INTO idempotency_keys (agency_id, user_id, route, key, body_hash, status, sealed) VALUES ($1, $2, $3, $4, $5, 200, $6)`,
    [tx.agencyId, userId, request.route, request.key, bodyHash, seal(keys, answerPlace(tx.agencyId, request), answer)],
  );
  return answer;
}

/** An event's id that is the same each time the same is asked for. */
export function idFrom(...parts: readonly string[]): string {
  const h = hashOf(parts).toString('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
