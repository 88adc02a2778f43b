import { randomUUID } from 'node:crypto';
import { seal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { holdIn, NOT_HELD, refuseOthersHold, releaseIn } from '../emails/hold-and-release.ts';
import { emailAhead, noLongerAhead, refuseWhatIsOver } from '../emails/letter-ahead.ts';
import { lockFile } from '../files/stored-file.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';

/**
 * Keeps an email of a file back, by its key: a planned one, or one that is foreseen and not planned yet. The hold of the
 * latter goes over to its message in the transaction that plans it, and stays until then, whatever else happens.
 * @throws Problem 404, 409 `message_not_waiting`
 */
export async function holdAhead(platform: Platform, me: Colleague, fileId: string, key: string): Promise<void> {
  const { database, keys } = platform;
  await database.asAgency(me.agencyId, async (tx) => {
    const stored = await lock(platform, tx, fileId);
    const message = messageOf(stored, key);
    if (message !== undefined) return holdIn(tx, me, message.id);
    refuseWhatIsOver(stored, key);
    const email = emailAhead(stored, key);
    if (email === undefined) throw noLongerAhead(key);
    const row = foreseenOf(stored, key);
    if (row?.heldBy != null && !row.away) return;
    const id = row?.id ?? randomUUID();
    const { because, payload } = email;
    const place = { agencyId: me.agencyId, table: 'foreseen', id, column: 'sealed' };
    await tx.execute(
      `INSERT INTO foreseen (agency_id, id, file_id, key, what, kind, "on", held_by, sealed) VALUES ($1, $2, $3, $4, 'email', $5, $6, $7, $8)
       ON CONFLICT (agency_id, id) DO UPDATE SET held_by = coalesce(foreseen.held_by, excluded.held_by), away = false, listed = false,
         kind = excluded.kind, "on" = excluded."on", sealed = excluded.sealed`,
      [me.agencyId, id, fileId, key, email.template, email.sendOn, me.userId, seal(keys, place, { because, payload })],
    );
    await audit(tx, me, 'email.held_ahead', fileId, key);
  });
}

/**
 * Lets an email that was held leave on its day. Who may is as for any held email: whoever held it, or a lead.
 * @throws Problem 404, 403 `not_allowed`, 409 `message_not_waiting`
 */
export async function releaseAhead(platform: Platform, me: Colleague, fileId: string, key: string): Promise<void> {
  await platform.database.asAgency(me.agencyId, async (tx) => {
    const stored = await lock(platform, tx, fileId);
    const message = messageOf(stored, key);
    if (message !== undefined) return releaseIn(tx, me, message.id);
    refuseWhatIsOver(stored, key);
    if (emailAhead(stored, key) === undefined) throw noLongerAhead(key);
    const row = foreseenOf(stored, key);
    if (row?.heldBy == null) throw new Problem(409, 'message_not_waiting', NOT_HELD);
    refuseOthersHold(me, row.heldBy);
    await tx.execute('UPDATE foreseen SET held_by = NULL WHERE agency_id = $1 AND id = $2', [me.agencyId, row.id]);
    await audit(tx, me, 'email.released_ahead', fileId, key);
  });
}

async function lock({ keys }: Platform, tx: Tx, fileId: string): Promise<StoredFile> {
  const stored = await lockFile(tx, keys, fileId);
  if (!stored) throw notFound('file');
  return stored;
}

/** Its message, but for one that was cancelled and may be planned again. */
const messageOf = ({ messages }: StoredFile, key: string) =>
  messages.find((message) => message.key === key && message.state !== 'cancelled');

const foreseenOf = ({ foreseen }: StoredFile, key: string) =>
  foreseen.find((row) => row.key === key && row.what === 'email');

const audit = (tx: Tx, me: Colleague, action: string, fileId: string, key: string) =>
  tx.query(`SELECT append_audit($1, $2, $3, jsonb_build_object('file', $4::text, 'email', $5::text))`, [
    me.agencyId,
    me.userId,
    action,
    fileId,
    key,
  ]);
