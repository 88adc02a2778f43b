import { randomUUID } from 'node:crypto';
import type { Tx } from '@suivi/database/database';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Event } from '@suivi/rules/file';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import { voidedIds } from '@suivi/rules/voided';
import { Problem } from '../platform/problem.ts';

/** La Poste is asked for so long, and no longer: what has not arrived by then will not. */
export const ASKED_FOR_DAYS = 60;
/** A letter is taken over some hours after it was handed in: asked sooner, La Poste does not know it. */
const FIRST_ASKED_AFTER_MS = 4 * 3_600_000;

export type Posting = { eventId: string; on: Day; trackingNumber: string | null };

/** What an event says was posted; null when it says nothing of the kind. */
export function postingOf(event: Event): Posting | null {
  switch (event.type) {
    case 'file_submitted':
    case 'supplement_sent':
    case 'appeal_sent':
      if (event.method !== 'registered_post') return null;
      break;
    case 'letter_sent':
      break;
    default:
      return null;
  }
  const number = event.trackingNumber === null ? '' : normaliseTracking(event.trackingNumber);
  return { eventId: event.id, on: event.on, trackingNumber: number === '' ? null : number };
}

/** When La Poste is first asked of a letter; null: never. */
const firstAskedAt = ({ trackingNumber, on }: Posting, { today, now }: { today: Day; now: Date }): string | null =>
  trackingNumber === null || on < addDays(today, -ASKED_FOR_DAYS)
    ? null
    : new Date(now.getTime() + FIRST_ASKED_AFTER_MS).toISOString();

/** The sendings of a file that is made with its history, as rows that only have to be inserted. */
export function sendingsOf(fileId: string, events: readonly Event[], at: { today: Day; now: Date }) {
  const voided = voidedIds(events);
  return events.flatMap((event) => {
    const posting = voided.has(event.id) ? null : postingOf(event);
    if (posting === null) return [];
    const { eventId, on, trackingNumber } = posting;
    return [{ id: randomUUID(), fileId, eventId, trackingNumber, postedOn: on, askAt: firstAskedAt(posting, at) }];
  });
}

/**
 * Keeps the sendings of letters that were posted before Suivi kept any, so that they are tracked and their receipts find
 * them. Done twice, the second time adds nothing; a number that another letter has stays that one's, as in an import.
 */
export async function keepMissingSendings(
  tx: Tx,
  fileId: string,
  events: readonly Event[],
  at: { today: Day; now: Date },
): Promise<void> {
  const rows = sendingsOf(fileId, events, at);
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO sendings (agency_id, id, file_id, event_id, tracking_number, posted_on, ask_at)
     SELECT $1, r.id, $2, r."eventId", r."trackingNumber", r."postedOn", r."askAt"
     FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, "eventId" uuid, "trackingNumber" text, "postedOn" date, "askAt" timestamptz)
     WHERE NOT EXISTS (SELECT 1 FROM sendings s WHERE s.agency_id = $1 AND s.event_id = r."eventId")
     ON CONFLICT DO NOTHING`,
    [tx.agencyId, fileId, JSON.stringify(rows)],
  );
}

type Recorded = {
  fileId: string;
  today: Day;
  now: Date;
  /** All events of the file, the new one among them. */
  events: readonly Event[];
  added: Event;
  /** The tasks that were answered: key → the event's id. */
  answered: Readonly<Record<string, string>>;
};

/**
 * Keeps what a recorded event says of letters: a posting makes a sending, a voided one was none. In the transaction that
 * records the event.
 * @throws Problem 409 `number_used` when the number is another letter's
 */
export async function keepSendings(tx: Tx, recorded: Recorded): Promise<void> {
  try {
    await keep(tx, recorded);
  } catch (error) {
    throw isUsedNumber(error) ? numberUsed() : error;
  }
}

/** An import takes no turn for its numbers: then the index is what finds it. */
const isUsedNumber = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'sendings_number';

const numberUsed = () => {
  const message = {
    en: 'Another letter has got this number meanwhile. Look at the slip; if it is wrong there, void that posting first.',
    fr: 'Une autre lettre a reçu ce numéro entre-temps. Vérifiez le bordereau ; si l’erreur est là-bas, annulez d’abord cet envoi.',
  };
  return new Problem(409, 'number_used', message, { errors: [{ path: 'event.trackingNumber', message }] });
};

async function keep(tx: Tx, recorded: Recorded): Promise<void> {
  const { added } = recorded;
  if (added.type === 'voided') return voidSendings(tx, recorded);
  const posting = postingOf(added);
  if (posting === null) return;
  await refuseUsedNumber(tx, posting.trackingNumber);
  const keys = Object.entries(recorded.answered).flatMap(([key, by]) => (by === added.id ? [key] : []));
  await tx.execute(
    `INSERT INTO sendings (agency_id, id, file_id, letter_id, event_id, tracking_number, posted_on, ask_at)
     VALUES ($1, $2, $3, (SELECT id FROM letters WHERE agency_id = $1 AND file_id = $3 AND task_key = ANY ($4) AND printed_at IS NOT NULL
       ORDER BY printed_at DESC LIMIT 1), $5, $6, $7, $8)`,
    [
      tx.agencyId,
      randomUUID(),
      recorded.fileId,
      keys,
      posting.eventId,
      posting.trackingNumber,
      posting.on,
      firstAskedAt(posting, recorded),
    ],
  );
}

/** A voided posting never was, and its number is free again; a voided `voided` makes the first stand again. */
async function voidSendings(tx: Tx, { fileId, events }: Recorded): Promise<void> {
  const gone = [...voidedIds(events)];
  const back = await tx.query<{ number: string }>(
    `SELECT tracking_number AS number FROM sendings
     WHERE agency_id = $1 AND file_id = $2 AND voided AND NOT event_id = ANY ($3::uuid[]) AND tracking_number IS NOT NULL`,
    [tx.agencyId, fileId, gone],
  );
  for (const { number } of back) await refuseUsedNumber(tx, number);
  await tx.execute(
    `UPDATE sendings SET voided = event_id = ANY ($3::uuid[]) WHERE agency_id = $1 AND file_id = $2 AND voided <> (event_id = ANY ($3::uuid[]))`,
    [tx.agencyId, fileId, gone],
  );
  // What proved a letter that never was, or a delivery that never was, is to be looked at again.
  await tx.execute(
    `UPDATE receipts SET state = 'orphan', sending_id = NULL, file_id = NULL, delivered_on = NULL, event_id = NULL
     WHERE agency_id = $1 AND file_id = $2 AND state = 'matched' AND (event_id = ANY ($3::uuid[])
       OR sending_id IN (SELECT id FROM sendings WHERE agency_id = $1 AND file_id = $2 AND voided))`,
    [tx.agencyId, fileId, gone],
  );
}

export type NumberHolder = { number: string; fileId: string; reference: string; clientName: string; on: Day };

/** The letters of the agency that have one of these numbers. */
export const holdersOf = (tx: Tx, numbers: readonly string[]) =>
  tx.query<NumberHolder>(
    `SELECT s.tracking_number AS number, f.id AS "fileId", f.reference, f.first_name || ' ' || f.last_name AS "clientName", s.posted_on AS "on"
     FROM sendings s JOIN files f ON f.agency_id = s.agency_id AND f.id = s.file_id
     WHERE s.agency_id = $1 AND s.tracking_number = ANY ($2) AND NOT s.voided`,
    [tx.agencyId, numbers],
  );

async function refuseUsedNumber(tx: Tx, number: string | null): Promise<void> {
  if (number === null) return;
  // Two postings of one number at once: the second waits here, and sees the first.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 13))', [`${tx.agencyId} ${number}`]);
  const [holder] = await holdersOf(tx, [number]);
  if (holder === undefined) return;
  const message = usedBy(holder);
  throw new Problem(409, 'number_used', message, { errors: [{ path: 'event.trackingNumber', message }] });
}

/** Says whose number it is, and what to do. */
export const usedBy = ({ number, clientName, reference, on }: NumberHolder) => ({
  en: `${number} is the number of the letter posted for ${clientName} (${reference}) on ${inWords(on, 'en', { year: true })}. Look at the slip; if it is wrong there, void that posting first.`,
  fr: `${number} est le numéro de la lettre envoyée pour ${clientName} (${reference}) le ${inWords(on, 'fr', { year: true })}. Vérifiez le bordereau ; si l’erreur est là-bas, annulez d’abord cet envoi.`,
});
