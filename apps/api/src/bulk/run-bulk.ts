import type { BulkOutcome, RunBulk } from '@suivi/contracts/bulk';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { workingDay } from '@suivi/rules/calendar/working-days';
import type { Colleague } from '../accounts/person.ts';
import { changeClientIn } from '../files/change-client.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { snoozeTaskIn } from '../tasks/snooze-task.ts';
import { CHANGED, CLOSED, reasonOf } from './left-out.ts';
import { idFrom, once } from './once.ts';
import { refuseNumbersInEvent } from './preview-bulk.ts';
import { deadlines, whyNot } from './preview-snooze.ts';

type Line = BulkOutcome['lines'][number];
type Asked<K extends RunBulk['kind']> = Extract<RunBulk, { kind: K }>;
type Of<K extends RunBulk['kind']> = Asked<K>['files'][number];

/**
 * Does an action to these files, one transaction each: what has changed since the preview is left out, and nothing of a
 * file is half done. Under the same key the same file gets its first answer again.
 */
export async function runBulk(platform: Platform, me: Colleague, asked: RunBulk): Promise<BulkOutcome> {
  if (asked.kind === 'record') refuseNumbersInEvent(asked.event);
  const lines: Line[] = [];
  for (const file of asked.files) lines.push(await oneFile(platform, me, asked, file.fileId));
  return { lines };
}

async function oneFile(platform: Platform, me: Colleague, asked: RunBulk, fileId: string): Promise<Line> {
  try {
    const done =
      asked.kind === 'record'
        ? await record(platform, me, asked, pick(asked.files, fileId))
        : await platform.database.asAgency(me.agencyId, async (tx) => {
            await lock(tx, fileId);
            const { files: _, ...same } = asked;
            const body = [same, asked.files.find((file) => file.fileId === fileId)];
            return once(platform, tx, me, { key: `${asked.key} ${fileId}`, body }, () =>
              asked.kind === 'assign'
                ? assign(platform, tx, me, asked, pick(asked.files, fileId))
                : snooze(tx, me, asked, pick(asked.files, fileId)),
            );
          });
    return done;
  } catch (error) {
    return { fileId, leftOut: reasonOf(error), undo: null };
  }
}

function pick<T extends { fileId: string }>(files: readonly T[], fileId: string): T {
  const found = files.find((file) => file.fileId === fileId);
  if (found === undefined) throw notFound('file');
  return found;
}

type Standing = { version: number; closed: boolean; adviser: string | null };
const standing = (tx: Tx, fileId: string) =>
  tx.one<Standing>('SELECT version, closed, adviser_id AS adviser FROM files WHERE agency_id = $1 AND id = $2', [
    tx.agencyId,
    fileId,
  ]);

/** @throws Problem 404 */
export async function lock(tx: Tx, fileId: string): Promise<void> {
  const found = await tx.maybeOne('SELECT 1 AS one FROM files WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    tx.agencyId,
    fileId,
  ]);
  if (!found) throw notFound('file');
}

async function assign(
  platform: Platform,
  tx: Tx,
  me: Colleague,
  { adviser }: Asked<'assign'>,
  file: Of<'assign'>,
): Promise<Line> {
  const { fileId, version } = file;
  const now = await standing(tx, fileId);
  if (now.adviser !== file.adviser) return { fileId, leftOut: CHANGED, undo: null };
  if (now.closed) return { fileId, leftOut: CLOSED, undo: null };
  await changeClientIn(platform, tx, me, fileId, { client: {}, adviser, expectedVersion: version });
  return { fileId, leftOut: null, undo: { kind: 'assign', fileId, adviser, was: file.adviser } };
}

async function snooze(tx: Tx, me: Colleague, asked: Asked<'snooze'>, file: Of<'snooze'>): Promise<Line> {
  const { fileId, taskId, version } = file;
  const until = workingDay(asked.until, 'metropole');
  const task = await tx.maybeOne<{ key: string; due: Day; snoozedUntil: Day | null; state: string }>(
    `SELECT key, greatest(due_on, snoozed_until) AS due, snoozed_until AS "snoozedUntil", state
     FROM tasks WHERE agency_id = $1 AND file_id = $2 AND id = $3`,
    [tx.agencyId, fileId, taskId],
  );
  const now = await standing(tx, fileId);
  if (task === null || task.state !== 'open' || task.due !== file.due || now.version !== version)
    return { fileId, leftOut: CHANGED, undo: null };
  const leftOut = whyNot(task, until, (await deadlines(tx, [fileId])).get(fileId) ?? []);
  if (leftOut !== null) return { fileId, leftOut, undo: null };
  await snoozeTaskIn(tx, me, taskId, until);
  return { fileId, leftOut: null, undo: { kind: 'snooze', fileId, taskId, until, was: task.snoozedUntil } };
}

async function record(
  platform: Platform,
  me: Colleague,
  { event, key }: Asked<'record'>,
  { fileId, version }: Of<'record'>,
): Promise<Line> {
  const eventId = idFrom(key, fileId);
  const body = { event: { ...event, id: eventId }, expectedVersion: version, history: false };
  const change = await recordEvent(platform, me, fileId, body, `${key} ${fileId}`);
  return { fileId, leftOut: null, undo: { kind: 'record', fileId, eventId, version: change.version } };
}
