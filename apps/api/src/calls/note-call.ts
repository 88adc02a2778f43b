import { randomUUID } from 'node:crypto';
import type { CallTimes } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import { zoneOfCaisse } from '@suivi/rules/calls/hours';
import type { Event, File } from '@suivi/rules/file';
import { voidedIds } from '@suivi/rules/voided';
import { Problem } from '../platform/problem.ts';
import { minuteIn } from './local-time.ts';

type Recorded = {
  fileId: string;
  /** With the new event in it. */
  file: File;
  event: Event;
  times: CallTimes | undefined;
  caisse: { shortName: string | null; department: string };
  calledBy: string;
  /** By the database's clock. */
  now: string;
};

const A_DAY_MS = 86_400_000;
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * Keeps how a call went, in the transaction that records it: when it was, how long one waited, whether somebody
 * answered. A call that is voided counts no more. What was said stands in the event alone.
 * @throws Problem 422 `invalid_request`
 */
export async function noteCall(tx: Tx, { fileId, file, event, times, caisse, calledBy, now }: Recorded): Promise<void> {
  if (event.type === 'voided') {
    await tx.execute(
      'UPDATE calls SET voided = (event_id = ANY ($3::uuid[])) WHERE agency_id = $1 AND file_id = $2 AND voided <> (event_id = ANY ($3::uuid[]))',
      [tx.agencyId, fileId, [...voidedIds(file.events)]],
    );
    return;
  }
  if (times === undefined) return;
  if (event.type !== 'call_made')
    throw refused({
      en: 'Only a call has a waiting time. Leave “call” out of this event.',
      fr: 'Seul un appel a un temps d’attente. Retirez « call » de ce fait.',
    });
  const startedAt = new Date(times.startedAt);
  const age = Date.parse(now) - startedAt.getTime();
  if (age < -CLOCKS_DIFFER_MS || age > A_DAY_MS)
    throw refused({
      en: 'This call did not begin within the last day. Check the clock of this computer, or record it without its times.',
      fr: 'Cet appel n’a pas commencé dans les dernières 24 heures. Vérifiez l’heure de cet ordinateur, ou notez l’appel sans ses durées.',
    });
  await tx.execute(
    `INSERT INTO calls (agency_id, id, file_id, event_id, caisse, started_at, local_minute, waited_seconds, talked_seconds,
       answered, client_on_line, called_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.agencyId,
      randomUUID(),
      fileId,
      event.id,
      caisse.shortName,
      startedAt,
      minuteIn(zoneOfCaisse(caisse.shortName, caisse.department), startedAt),
      times.waitedSeconds,
      times.talkedSeconds,
      // The line may have broken, or the agent wanted the client alone: somebody had answered all the same.
      event.outcome !== 'no_answer' || (times.talkedSeconds ?? 0) > 0,
      times.clientOnLine,
      calledBy,
    ],
  );
}

const refused = (message: { en: string; fr: string }) =>
  new Problem(422, 'invalid_request', message, { errors: [{ path: 'call', message }] });
