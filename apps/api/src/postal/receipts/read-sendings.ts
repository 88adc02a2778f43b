import type { Sending } from '@suivi/contracts/receipts';
import type { Tx } from '@suivi/database/database';
import { unseal } from '@suivi/database/sealing';
import type { KeyRing } from '@suivi/database/sealing';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import { normaliseTracking } from '@suivi/rules/numbers/tracking';
import { voidedIds } from '@suivi/rules/voided';

const COLUMNS = `s.id, s.file_id AS "fileId", f.reference, f.first_name || ' ' || f.last_name AS "clientName", f.caisse, e.type,
  s.tracking_number AS "trackingNumber", s.posted_on AS "postedOn", s.asked_at AS "askedAt",
  (SELECT jsonb_build_object('code', t.code, 'label', t.label, 'at', to_char(t.happened AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    FROM tracking_events t WHERE t.agency_id = s.agency_id AND t.sending_id = s.id ORDER BY t.happened DESC LIMIT 1) AS "laPoste",
  (SELECT count(*)::int FROM receipts r WHERE r.agency_id = s.agency_id AND r.sending_id = s.id AND r.state = 'matched') AS receipts`;
const FROM = `FROM sendings s JOIN files f ON f.agency_id = s.agency_id AND f.id = s.file_id
  JOIN events e ON e.agency_id = s.agency_id AND e.id = s.event_id WHERE s.agency_id = $1 AND NOT s.voided`;

type Row = Omit<Sending, 'deliveredOn'>;
const MOST = 300;

/** Letters posted since a day that have no receipt, the oldest first; of too many the newest. */
export const sendingsSince = (tx: Tx, keys: KeyRing, since: Day): Promise<Sending[]> =>
  read(
    tx,
    keys,
    `s.id IN (SELECT l.id FROM sendings l WHERE l.agency_id = $1 AND NOT l.voided AND l.posted_on >= $2::date
       AND NOT EXISTS (SELECT FROM receipts r WHERE r.agency_id = $1 AND r.sending_id = l.id AND r.state = 'matched')
       ORDER BY l.posted_on DESC, l.created_at DESC, l.id LIMIT ${MOST})`,
    since,
  );

export const sendingsWithNumbers = (tx: Tx, keys: KeyRing, numbers: readonly string[]): Promise<Sending[]> =>
  read(tx, keys, 's.tracking_number = ANY ($2::text[])', numbers);

export const sendingsById = (tx: Tx, keys: KeyRing, ids: readonly string[]): Promise<Sending[]> =>
  read(tx, keys, 's.id = ANY ($2::uuid[])', ids);

/** By number, name or reference, the newest first. */
export async function findSendings(tx: Tx, keys: KeyRing, typed: string): Promise<Sending[]> {
  const found = await tx.query<{ id: string }>(
    `SELECT s.id ${FROM} AND (s.tracking_number LIKE '%' || $2 || '%' OR f.reference ILIKE '%' || $3 || '%'
       OR f.first_name || ' ' || f.last_name ILIKE '%' || $3 || '%') ORDER BY s.posted_on DESC, s.id LIMIT 20`,
    [tx.agencyId, escaped(normaliseTracking(typed)), escaped(typed)],
  );
  const sendings = await sendingsById(
    tx,
    keys,
    found.map(({ id }) => id),
  );
  return sendings.reverse();
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

async function read(tx: Tx, keys: KeyRing, condition: string, value: unknown): Promise<Sending[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} ${FROM} AND ${condition} ORDER BY s.posted_on, s.created_at, s.id LIMIT ${MOST}`,
    [tx.agencyId, value],
  );
  const fileIds = [...new Set(rows.map(({ fileId }) => fileId))];
  const delivered = await deliveries(tx, keys, fileIds);
  // All letters of these files, also those that were not asked for: a delivery may be theirs.
  const posted = await tx.query<Posted>(
    'SELECT file_id AS "fileId", posted_on AS "postedOn" FROM sendings WHERE agency_id = $1 AND file_id = ANY ($2::uuid[]) AND NOT voided',
    [tx.agencyId, fileIds],
  );
  return rows.map((row) => ({ ...row, deliveredOn: deliveredOn(row, posted, delivered.get(row.fileId) ?? []) }));
}

type Posted = Pick<Row, 'fileId' | 'postedOn'>;

type Delivery = { on: Day; number: string | null };

/** What the files say of deliveries: only these events are opened. */
async function deliveries(tx: Tx, keys: KeyRing, fileIds: readonly string[]): Promise<Map<string, Delivery[]>> {
  const events = await tx.query<{ id: string; fileId: string; sealed: Buffer }>(
    `SELECT id, file_id AS "fileId", sealed FROM events
     WHERE agency_id = $1 AND file_id = ANY ($2::uuid[]) AND type IN ('post_delivered', 'voided') ORDER BY file_id, seq`,
    [tx.agencyId, fileIds],
  );
  const opened = events.map(({ id, fileId, sealed }) => ({
    fileId,
    event: unseal<Event>(keys, { agencyId: tx.agencyId, table: 'events', id, column: 'sealed' }, sealed),
  }));
  const voided = voidedIds(opened.map(({ event }) => event));
  const byFile = new Map<string, Delivery[]>();
  for (const { fileId, event } of opened) {
    if (event.type !== 'post_delivered' || voided.has(event.id)) continue;
    const number = event.trackingNumber === null ? null : normaliseTracking(event.trackingNumber);
    byFile.set(fileId, [...(byFile.get(fileId) ?? []), { on: event.on, number }]);
  }
  return byFile;
}

/** By its number; a delivery without one is that of the last letter posted before it. */
function deliveredOn(row: Row, posted: readonly Posted[], delivered: readonly Delivery[]): Day | null {
  const own = delivered.find(({ number }) => number !== null && number === row.trackingNumber);
  if (own) return own.on;
  const later = posted.filter(({ fileId, postedOn }) => fileId === row.fileId && postedOn > row.postedOn);
  return (
    delivered.find(
      ({ number, on }) => number === null && on >= row.postedOn && !later.some(({ postedOn }) => postedOn <= on),
    )?.on ?? null
  );
}
