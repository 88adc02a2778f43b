import type { BulkOutcome, BulkUndo, UndoBulk } from '@suivi/contracts/bulk';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { Colleague } from '../accounts/person.ts';
import { changeClientIn } from '../files/change-client.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { snoozeTaskIn } from '../tasks/snooze-task.ts';
import { CHANGED, CHANGED_BACK, reasonOf } from './left-out.ts';
import { idFrom, once } from './once.ts';
import { lock } from './run-bulk.ts';

type Line = BulkOutcome['lines'][number];
type Of<K extends BulkUndo['kind']> = Extract<BulkUndo, { kind: K }>;

/**
 * Takes an action back, file by file: assigned back, snoozed back, the event voided. What somebody has changed since
 * stays as it is.
 */
export async function undoBulk(platform: Platform, me: Colleague, { key, files }: UndoBulk): Promise<BulkOutcome> {
  const lines: Line[] = [];
  for (const file of files) lines.push(await undoOne(platform, me, key, file));
  return { lines };
}

async function undoOne(platform: Platform, me: Colleague, key: string, file: BulkUndo): Promise<Line> {
  const { fileId } = file;
  const undone: Line = { fileId, leftOut: null, undo: null };
  const stays: Line = { fileId, leftOut: CHANGED_BACK, undo: null };
  try {
    if (file.kind === 'record') {
      const event = { id: idFrom(key, fileId, 'voided'), type: 'voided', event: file.eventId };
      const body = { event, expectedVersion: file.version, history: false };
      await recordEvent(platform, me, fileId, body, `${key} ${fileId} undo`);
      return undone;
    }
    return await platform.database.asAgency(me.agencyId, async (tx) => {
      await lock(tx, fileId);
      return once(platform, tx, me, { key: `${key} ${fileId} undo`, body: file }, async () => {
        const may = file.kind === 'assign' ? await assignBack(platform, tx, me, file) : await snoozeBack(tx, me, file);
        return may ? undone : stays;
      });
    });
  } catch (error) {
    const leftOut = reasonOf(error);
    return { fileId, leftOut: leftOut === CHANGED ? CHANGED_BACK : leftOut, undo: null };
  }
}

async function assignBack(platform: Platform, tx: Tx, me: Colleague, file: Of<'assign'>): Promise<boolean> {
  const now = await tx.one<{ version: number; adviser: string | null }>(
    'SELECT version, adviser_id AS adviser FROM files WHERE agency_id = $1 AND id = $2',
    [tx.agencyId, file.fileId],
  );
  if (now.adviser !== file.adviser) return false;
  const change = { client: {}, adviser: file.was, expectedVersion: now.version };
  await changeClientIn(platform, tx, me, file.fileId, change);
  return true;
}

async function snoozeBack(tx: Tx, me: Colleague, file: Of<'snooze'>): Promise<boolean> {
  const task = await tx.maybeOne<{ snoozedUntil: Day | null; today: Day }>(
    `SELECT snoozed_until AS "snoozedUntil", agency_today($1) AS today FROM tasks
     WHERE agency_id = $1 AND file_id = $2 AND id = $3 AND state = 'open'`,
    [tx.agencyId, file.fileId, file.taskId],
  );
  if (task === null || task.snoozedUntil !== file.until) return false;
  // A snooze that has run out meanwhile is none.
  await snoozeTaskIn(tx, me, file.taskId, file.was !== null && file.was > task.today ? file.was : null);
  return true;
}
