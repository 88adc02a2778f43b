import type { Change } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import { plan } from '@suivi/rules/plan';
import type { Event } from '@suivi/rules/file';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { voidedIds } from '@suivi/rules/voided';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { bringInLine } from '../files/bring-in-line.ts';
import { changeOf } from '../files/change-of.ts';
import { withEvent } from '../files/possible-event.ts';
import { lockFile } from '../files/stored-file.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';

/** In whose name, and about which paper; nobody (null) when the scanner speaks. */
export type Doer = { userId: string | null; paperId: string };
type About = { type: Event['type']; document: DocumentCode; member: string | null } & Record<string, unknown>;

export async function lockedFile(platform: Platform, tx: Tx, fileId: string): Promise<StoredFile> {
  const stored = await lockFile(tx, platform.keys, fileId);
  if (!stored) throw notFound('file');
  return stored;
}

/**
 * Records what happened to a paper today, in the caller's transaction, and brings the file in line. The same said twice of
 * one paper on one day is one event; said again after something else, as a second upload after a rejection is, it takes the
 * place of the first, so that it comes last.
 * @returns the event that says so, and what it changed (null: it stood already)
 */
export async function recordAbout(
  platform: Platform,
  tx: Tx,
  fileId: string,
  doer: Doer,
  about: About,
): Promise<{ eventId: string; change: Change | null }> {
  let stored = await lockedFile(platform, tx, fileId);
  const sent = { on: stored.today, ...about };
  const equal = standing(stored).find((event) => isSame(event, sent));
  if (equal && lastAbout(stored, about)?.id === equal.id) return { eventId: equal.id, change: null };
  if (equal) {
    await record(platform, tx, stored, doer, { type: 'voided', event: equal.id });
    stored = await lockedFile(platform, tx, fileId);
  }
  const change = await record(platform, tx, stored, doer, sent);
  return { eventId: change.eventId, change };
}

/** Takes an event back, or back again. @returns null when it does not stand any more */
export async function takeBack(
  platform: Platform,
  tx: Tx,
  fileId: string,
  doer: Doer,
  eventId: string,
): Promise<Change | null> {
  const stored = await lockedFile(platform, tx, fileId);
  if (voidedIds(stored.file.events).has(eventId)) return null;
  return record(platform, tx, stored, doer, { type: 'voided', event: eventId });
}

async function record(
  platform: Platform,
  tx: Tx,
  stored: StoredFile,
  { userId, paperId }: Doer,
  sent: Record<string, unknown>,
): Promise<Change> {
  const { file, event } = withEvent(stored.file, () => plan(stored.file, stored.today), {
    event: { id: randomUUID(), ...sent },
    history: false,
    today: stored.today,
  });
  const inLine = await bringInLine(platform, tx, stored, {
    file,
    added: { event, seq: stored.version + 1, origin: 'adviser', recordedBy: userId },
    audit: {
      actor: userId,
      action: 'event.recorded',
      subject: { file: stored.id, event: event.id, type: event.type, paper: paperId },
    },
  });
  return changeOf(event.id, stored, inLine);
}

function standing({ file }: StoredFile): Event[] {
  const voided = voidedIds(file.events);
  return file.events.filter(({ id, type }) => type !== 'voided' && !voided.has(id));
}

const without = (event: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(event).filter(([name, value]) => name !== 'id' && value !== null));
const isSame = (event: Event, sent: Record<string, unknown>) => isDeepStrictEqual(without(event), without(sent));

/** The last of what stands about a paper: by day, and on one day as it was recorded. */
function lastAbout(stored: StoredFile, { document, member }: About): Event | undefined {
  return standing(stored)
    .filter((event) => 'document' in event && event.document === document && event.member === member)
    .sort((a, b) => String(a.on).localeCompare(String(b.on)))
    .at(-1);
}
