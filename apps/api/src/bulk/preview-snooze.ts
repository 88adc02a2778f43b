import type { BulkLine } from '@suivi/contracts/bulk';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { TaskKind, Words } from '@suivi/rules/vocabulary';
import { deadlineOf } from '../files/snooze.ts';
import { knownFiles, lineOf } from './known-files.ts';
import { CLOSED, dueLater, lawComesFirst, NO_TASK } from './left-out.ts';

type NextTask = { id: string; key: string; kind: TaskKind; due: Day };
type Limit = { key: string; on: Day; suspended: boolean };

/** Which next tasks would wait until this day: of each file the one that its row shows. */
export async function previewSnooze(
  tx: Tx,
  { until, files }: { until: Day; files: string[] },
): Promise<{ lines: BulkLine[] }> {
  const tasks = await nextTasks(tx, files);
  const limits = await deadlines(tx, files);
  const lines = (await knownFiles(tx, files)).map((file): BulkLine => {
    const task = tasks.get(file.fileId) ?? null;
    const leftOut = file.closed ? CLOSED : whyNot(task, until, limits.get(file.fileId) ?? []);
    return { ...lineOf(file), task, leftOut };
  });
  return { lines };
}

/** Why a task would not wait until this day, or null. */
export function whyNot(task: Pick<NextTask, 'key' | 'due'> | null, until: Day, limits: readonly Limit[]): Words | null {
  if (task === null) return NO_TASK;
  const deadline = deadlineOf(task.key, limits);
  if (deadline !== null && until >= deadline) return lawComesFirst(deadline);
  return until <= task.due ? dueLater(task.due) : null;
}

async function nextTasks(tx: Tx, files: readonly string[]): Promise<Map<string, NextTask>> {
  const rows = await tx.query<NextTask & { fileId: string }>(
    `SELECT f.id AS "fileId", t.id, t.key, t.kind, greatest(t.due_on, t.snoozed_until) AS due
     FROM files f JOIN tasks t ON t.agency_id = f.agency_id AND t.file_id = f.id AND t.key = f.next_task_key
     WHERE f.agency_id = $1 AND f.id = ANY ($2::uuid[]) AND t.state = 'open'`,
    [tx.agencyId, files],
  );
  return new Map(rows.map(({ fileId, ...task }) => [fileId, task]));
}

export async function deadlines(tx: Tx, files: readonly string[]): Promise<Map<string, Limit[]>> {
  const rows = await tx.query<Limit & { fileId: string }>(
    'SELECT file_id AS "fileId", key, "on", suspended FROM deadlines WHERE agency_id = $1 AND file_id = ANY ($2::uuid[])',
    [tx.agencyId, files],
  );
  const byFile = new Map<string, Limit[]>();
  for (const { fileId, ...limit } of rows) byFile.set(fileId, [...(byFile.get(fileId) ?? []), limit]);
  return byFile;
}
