import type { FileView, RecordedEvent } from '@suivi/contracts/files';
import type { EventType } from '@suivi/rules/vocabulary';
import { voidedIds } from '@suivi/rules/voided';
import type { Colleague } from '../accounts/person.ts';
import { kindOfHold, reasonOfMessage, SUPERSEDED } from '../emails/message-reasons.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { markOf } from '../presence/changes-since.ts';
import { readStoredFile } from './stored-file.ts';
import type { StoredFile } from './stored-file.ts';

type Member = { userId: string; name: string };

/** Everything the file's page shows. @throws Problem 404 */
export async function readFileView({ database, keys }: Platform, me: Colleague, fileId: string): Promise<FileView> {
  const { stored, members, mark } = await database.asAgency(me.agencyId, async (tx) => {
    // Before the rest: what is recorded while it is read may then be told once too often, never too seldom.
    const before = await markOf(tx, fileId);
    const found = await readStoredFile(tx, keys, fileId);
    if (!found) throw notFound('file');
    const all = await tx.query<Member>('SELECT user_id AS "userId", name FROM members WHERE agency_id = $1', [
      me.agencyId,
    ]);
    return { mark: before, stored: found, members: new Map(all.map((member) => [member.userId, member])) };
  });
  return {
    id: stored.id,
    reference: stored.reference,
    version: stored.version,
    mark,
    client: stored.client,
    adviser: members.get(stored.adviserId ?? '') ?? null,
    today: stored.today,
    input: stored.file,
    events: recordedEvents(stored, members),
    tasks: stored.tasks,
    messages: stored.messages.map(
      ({ id, key, template, state, sendOn, sendAt, sentAt, because, heldReason, heldBy, failure, resent }) => ({
        id,
        key,
        template,
        state,
        sendOn,
        sendAt,
        sentAt,
        because,
        reason: reasonOfMessage({ heldReason: state === 'held' ? heldReason : null, failure }),
        heldReason: holdOf(state, heldReason),
        superseded: failure === SUPERSEDED,
        heldBy: heldBy === null || state !== 'held' ? null : (members.get(heldBy)?.name ?? null),
        resent,
      }),
    ),
    deadlines: stored.deadlines.map(({ id: _, ...deadline }) => deadline),
    heldAhead: stored.foreseen.flatMap(({ key, heldBy }) =>
      heldBy === null ? [] : [{ key, heldBy: members.get(heldBy)?.name ?? 'Suivi' }],
    ),
  };
}

/** What holds a message back. One that is cancelled keeps a hold that is nobody's, and comes back with it. */
const holdOf = (state: string, heldReason: string | null) =>
  state === 'held' || (state === 'cancelled' && heldReason === 'by_person') ? kindOfHold(heldReason) : null;

function recordedEvents({ file, records }: StoredFile, members: ReadonlyMap<string, Member>): RecordedEvent[] {
  const voided = voidedIds(file.events);
  return records.flatMap(({ id, type, on, origin, recordedBy, recordedAt }, at) => {
    const event = file.events[at];
    if (!event) return [];
    return [
      {
        id,
        type: type as EventType,
        on,
        event,
        recordedBy: members.get(recordedBy ?? '')?.name ?? 'Suivi',
        recordedAt,
        origin: origin as RecordedEvent['origin'],
        voided: voided.has(id),
      },
    ];
  });
}
