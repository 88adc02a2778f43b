import { randomUUID } from 'node:crypto';
import type { Tx } from '@suivi/database/database';
import { mandateEnds } from '@suivi/letters/mandate';
import { zoneOfCaisse } from '@suivi/rules/calls/hours';
import type { File } from '@suivi/rules/file';
import { plan } from '@suivi/rules/plan';
import type { Day } from '@suivi/rules/calendar/days';
import { utcOffset } from '../calls/local-time.ts';
import { noteCall } from '../calls/note-call.ts';

/** When the calls of the demo's files were made, and how long each took: its day, the clock there, seconds. */
const CALL_TIMES: Record<string, Record<string, [clock: string, waited: number, talked: number | null]>> = {
  'F-0029': { '2026-03-02': ['08:52', 140, 265], '2026-04-30': ['12:40', 310, 340] },
  'F-0028': { '2026-04-24': ['14:35', 600, null], '2026-04-27': ['09:10', 95, 220] },
  'F-0032': { '2026-05-04': ['08:41', 155, 252] },
  'F-0033': { '2026-05-12': ['11:05', 480, 180] },
  'F-0035': { '2026-04-10': ['09:25', 120, 210] },
};
/** Whose mandate is still to come, beside those who came today: a call then needs the client on the line. */
const WITHOUT_MANDATE = new Set(['F-0033']);

type Seeded = { fileId: string; reference: string; file: File; adviserId: string | null; today: Day };

/** What the desk keeps beside the events: the client's mandate, and how the calls went. */
export async function seedDesk(tx: Tx, { fileId, reference, file, adviserId, today }: Seeded): Promise<void> {
  if (!WITHOUT_MANDATE.has(reference) && file.openedOn < today)
    await tx.execute(
      'INSERT INTO mandates (agency_id, id, file_id, signed_on, ends_on, entered_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [tx.agencyId, randomUUID(), fileId, file.openedOn, mandateEnds(file.openedOn), adviserId],
    );
  const { caisse } = plan(file, today);
  for (const event of file.events) {
    const times = event.type === 'call_made' ? CALL_TIMES[reference]?.[event.on] : undefined;
    if (times === undefined || adviserId === null) continue;
    const [clock, waitedSeconds, talkedSeconds] = times;
    const asUtc = new Date(`${event.on}T${clock}:00Z`);
    const zone = zoneOfCaisse(caisse.shortName, caisse.department);
    const startedAt = new Date(asUtc.getTime() - utcOffset(zone, asUtc) * 60_000).toISOString();
    await noteCall(tx, {
      fileId,
      file,
      event,
      times: { startedAt, waitedSeconds, talkedSeconds, clientOnLine: false },
      caisse,
      calledBy: adviserId,
      now: startedAt,
    });
  }
}
