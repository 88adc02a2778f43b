import type { Change, RecordEvent } from '@suivi/contracts/files';
import { unseal } from '@suivi/database/sealing';
import { plan } from '@suivi/rules/plan';
import type { Colleague } from '../accounts/person.ts';
import { noteCall } from '../calls/note-call.ts';
import { checkedByHand } from '../documents/papers-follow.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { bringInLine } from './bring-in-line.ts';
import { changeOf } from './change-of.ts';
import { withEvent } from './possible-event.ts';
import { staleFile } from './stale-file.ts';
import type { StoredFile } from './stored-file.ts';
import { lockFile } from './stored-file.ts';
import { answerPlace, hashOf, keptKey } from './write-file.ts';

/** Two requests with the same key are one, whoever sends them again: a browser, a script, a proxy. */
const ROUTE = 'POST /api/files/:id/events';

/**
 * Records what happened to a file and brings its tasks and emails in line, in one transaction.
 * @param key the request's idempotency key; without one the event's own id
 * @throws Problem 409 `stale_file`, `equal_event`, `task_not_open`, `event_exists`; 422 `invalid_event`, `impossible_event`,
 *   `idempotency_key_reused`; 404 `not_found`
 */
export function recordEvent(
  platform: Platform,
  me: Colleague,
  fileId: string,
  body: RecordEvent,
  key?: string,
): Promise<Change> {
  const { keys } = platform;
  const request = {
    userId: me.userId,
    route: ROUTE,
    key: keptKey(key || String(body.event.id)),
    bodyHash: hashOf([fileId, body]),
  };
  const recorded = platform.database.asAgency(me.agencyId, async (tx) => {
    const stored = await lockFile(tx, keys, fileId, request);
    if (!stored) throw notFound('file');
    const before = answerBefore(platform, stored, request);
    if (before) return before;
    refuseKnown(stored, body);
    if (stored.version !== body.expectedVersion) throw await staleFile(tx, stored, body.expectedVersion);
    const { file, event } = withEvent(stored.file, () => plan(stored.file, stored.today), {
      ...body,
      today: stored.today,
    });
    const inLine = await bringInLine(platform, tx, stored, {
      file,
      added: { event, seq: stored.version + 1, origin: 'adviser', recordedBy: me.userId },
      answer: (next) => ({ ...request, status: 201, answer: changeOf(event.id, stored, next) }),
      audit: {
        actor: me.userId,
        action: 'event.recorded',
        subject: { file: fileId, event: event.id, type: event.type },
      },
    });
    await checkedByHand(tx, fileId, event);
    await noteCall(tx, {
      fileId,
      file,
      event,
      times: body.call,
      caisse: inLine.plan.caisse,
      calledBy: me.userId,
      now: stored.now,
    });
    return changeOf(event.id, stored, inLine);
  });
  return recorded.catch((error: unknown) => {
    throw isKnownElsewhere(error) ? eventExists() : error;
  });
}

/** Another file of the agency has an event of that id. */
const isKnownElsewhere = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'events_pkey';

type Request = { userId: string; route: string; key: string; bodyHash: Buffer };

/** The first answer, when this very request has been answered. Read under the file's lock: a twin has waited for it. */
function answerBefore({ keys }: Platform, { agencyId, kept }: StoredFile, request: Request): Change | null {
  if (!kept) return null;
  if (!kept.bodyHash.equals(request.bodyHash)) throw keyReused();
  return unseal<Change>(keys, answerPlace(agencyId, request), kept.sealed);
}

export const keyReused = () =>
  new Problem(422, 'idempotency_key_reused', {
    en: 'This idempotency key was used for another request. Take a new one for each.',
    fr: 'Cette clé d’idempotence a servi à une autre demande. Prenez-en une nouvelle pour chacune.',
  });

function refuseKnown(stored: StoredFile, { event }: RecordEvent) {
  if (stored.records.some(({ id }) => id === event.id)) throw eventExists();
}

const eventExists = () =>
  new Problem(409, 'event_exists', {
    en: 'An event with this id is recorded already. Look at the file again.',
    fr: 'Un fait avec cet identifiant est déjà enregistré. Regardez de nouveau le dossier.',
  });
