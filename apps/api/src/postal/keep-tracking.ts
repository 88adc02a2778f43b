import { randomUUID } from 'node:crypto';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { isDay } from '@suivi/rules/calendar/days';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import { plan } from '@suivi/rules/plan';
import { voidedIds } from '@suivi/rules/voided';
import { bringInLine } from '../files/bring-in-line.ts';
import { withEvent } from '../files/possible-event.ts';
import { lockFile } from '../files/stored-file.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { isLast, statusOf } from './codes.ts';
import type { PostEvent, Shipment } from './la-poste.ts';
import { ASKED_FOR_DAYS } from './sendings.ts';

/** A letter moves once or twice a day, so it is asked about as often. */
const AGAIN_AFTER = '12 hours';

type Sending = { id: string; fileId: string; number: string; postedOn: Day };

/**
 * Keeps what La Poste said of a letter: each state once, and where it means something to the file, an event there, in
 * one transaction. A state whose event somebody voided is not recorded again.
 */
export async function keepTracking(platform: Platform, tx: Tx, sendingId: string, shipment: Shipment): Promise<void> {
  const { agencyId } = tx;
  const where = await tx.maybeOne<{ fileId: string }>(
    'SELECT file_id AS "fileId" FROM sendings WHERE agency_id = $1 AND id = $2',
    [agencyId, sendingId],
  );
  if (where === null || (await lockFile(tx, platform.keys, where.fileId)) === null) return;
  // Under the file's lock: what else is recorded of it, a voiding too, has been or comes after.
  const sending = await tx.maybeOne<Sending>(
    `SELECT id, file_id AS "fileId", tracking_number AS number, posted_on AS "postedOn" FROM sendings
     WHERE agency_id = $1 AND id = $2 AND NOT voided AND tracking_number IS NOT NULL`,
    [agencyId, sendingId],
  );
  if (sending === null) return;
  const known = await tx.query<{ code: string; happened: string }>(
    'SELECT code, happened FROM tracking_events WHERE agency_id = $1 AND sending_id = $2',
    [agencyId, sendingId],
  );
  let isAhead = false;
  const seen = new Set(known.map(({ code, happened }) => `${code} ${Date.parse(happened)}`));
  for (const event of shipment.events) {
    const name = `${event.code} ${event.at.getTime()}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const eventId = await tellFile(platform, tx, sending, event);
    if (eventId === 'later') {
      isAhead = true;
      continue;
    }
    await tx.execute(
      `INSERT INTO tracking_events (agency_id, id, sending_id, code, label, happened, event_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING`,
      [agencyId, randomUUID(), sendingId, event.code, event.label, event.at.toISOString(), eventId],
    );
  }
  const settled = shipment.isFinal || shipment.events.some(({ code }) => isLast(statusOf(code)));
  // What is left for a later day, a delivery too, is heard only when La Poste is asked again.
  await askAgain(tx, [sendingId], settled && !isAhead ? null : AGAIN_AFTER);
}

/** Notes that La Poste answered, and when it is asked again; null: never. Letters are asked about for sixty days. */
export async function askAgain(tx: Tx, sendingIds: readonly string[], after: string | null): Promise<void> {
  await tx.execute(
    `UPDATE sendings SET asked_at = now(),
       ask_at = CASE WHEN $3::interval IS NOT NULL AND posted_on > current_date - $4::int THEN now() + $3::interval * (0.95 + random() / 10) END
     WHERE agency_id = $1 AND id = ANY ($2::uuid[])`,
    [tx.agencyId, sendingIds, after, ASKED_FOR_DAYS],
  );
}

/** Records it on the file. Null: it means nothing there, or it is known. `later`: its day has not come for the agency. */
async function tellFile(
  platform: Platform,
  tx: Tx,
  { fileId, number, postedOn }: Sending,
  { code, on }: PostEvent,
): Promise<string | 'later' | null> {
  const status = statusOf(code);
  if (status === null || !isDay(on)) return null;
  const stored = await lockFile(tx, platform.keys, fileId);
  if (stored === null) return null;
  if (on > stored.today) return 'later';
  if (isKnown(stored, number, postedOn, status)) return null;
  const sent =
    status === 'delivered'
      ? { type: 'post_delivered', on, trackingNumber: number }
      : { type: 'post_tracked', on, trackingNumber: number, status };
  try {
    const { file, event } = withEvent(stored.file, () => plan(stored.file, stored.today), {
      event: { id: randomUUID(), ...sent },
      history: true,
      today: stored.today,
    });
    await bringInLine(platform, tx, stored, {
      file,
      added: { event, seq: stored.version + 1, origin: 'la_poste', recordedBy: null },
      audit: { actor: null, action: 'event.recorded', subject: { file: fileId, event: event.id, type: event.type } },
    });
    return event.id;
  } catch (error) {
    // La Poste saw it before the day on which it is noted as posted: kept and shown, for a person to put right.
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Each state of a letter is an event once, and a delivery that a person has noted is known. */
function isKnown({ file }: StoredFile, number: string, postedOn: Day, status: string): boolean {
  const voided = voidedIds(file.events);
  return file.events.some((event) => {
    if (voided.has(event.id)) return false;
    if (event.type === 'post_delivered')
      return (
        status === 'delivered' &&
        (event.trackingNumber === null ? event.on >= postedOn : normaliseTracking(event.trackingNumber) === number)
      );
    return (
      event.type === 'post_tracked' &&
      event.status === status &&
      event.trackingNumber !== null &&
      normaliseTracking(event.trackingNumber) === number
    );
  });
}
