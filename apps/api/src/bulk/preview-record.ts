import type { BulkLine } from '@suivi/contracts/bulk';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { later } from '@suivi/rules/calendar/days';
import { zoneOf } from '@suivi/rules/calendar/working-days';
import { fatesOf } from '@suivi/rules/emails/late';
import { plan } from '@suivi/rules/plan';
import { randomUUID } from 'node:crypto';
import { lineUp } from '../files/bring-in-line.ts';
import type { InLine } from '../files/bring-in-line.ts';
import { withEvent } from '../files/possible-event.ts';
import { localTime } from '../files/send-at.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import type { KnownFile } from './known-files.ts';
import { knownFiles, lineOf } from './known-files.ts';
import { CLOSED, GONE, reasonOf } from './left-out.ts';

type Sent = Record<string, unknown> & { type: string };

/** What the same event would cause in each of these files: planned and compared by what records it. */
export async function previewRecord(
  { keys }: Platform,
  tx: Tx,
  { event, files }: { event: Sent; files: string[] },
): Promise<{ lines: BulkLine[] }> {
  const lines: BulkLine[] = [];
  for (const file of await knownFiles(tx, files))
    lines.push(...(file.closed ? [{ ...lineOf(file), leftOut: CLOSED }] : await foresee(tx, keys, file, [event])));
  return { lines };
}

/**
 * What these events would cause in one file, each after those before it. An effect is that of all so far, together; an
 * event that cannot be says why, and the next is looked at as if it had not been named.
 */
export async function foresee(
  tx: Tx,
  keys: Platform['keys'],
  known: KnownFile,
  events: readonly Sent[],
): Promise<BulkLine[]> {
  const stored = await readStoredFile(tx, keys, known.fileId);
  if (!stored) return events.map(() => ({ ...lineOf(known), leftOut: GONE }));
  const line = { ...lineOf(known), version: stored.version };
  let before = stored.file;
  return events.map((event) => {
    try {
      const { file } = withEvent(before, () => plan(before, stored.today), {
        event: { id: randomUUID(), ...event },
        history: false,
        today: stored.today,
      });
      before = file;
      return { ...line, effect: effectOf(stored, lineUp(stored, file, true)) };
    } catch (error) {
      return { ...line, leftOut: reasonOf(error) };
    }
  });
}

/** What changes, as the person who is asked whether it should. */
function effectOf(stored: StoredFile, next: InLine): NonNullable<BulkLine['effect']> {
  const { tasks, messages } = next.reconciled;
  const open = new Set(stored.tasks.filter(({ state }) => state === 'open').map(({ key }) => key));
  const fates = fatesAfter(stored, next);
  return {
    stage: { from: stored.stage, to: next.plan.stage },
    tasksOpened: [...tasks.added, ...tasks.changed]
      .filter(({ state, key }) => state === 'open' && !open.has(key))
      .map(({ key, kind, dueOn }) => ({ key, kind, dueOn })),
    tasksClosed: tasks.changed
      .filter(({ state, key }) => state !== 'open' && open.has(key))
      .map(({ key, kind }) => ({ key, kind })),
    emails: [...messages.added, ...messages.changed]
      .filter(({ state, was }) => state !== 'cancelled' && (was === null || was === 'cancelled'))
      .map(({ key, template, state, ...when }) => ({
        key,
        template,
        on: leavesOn(stored, next, when),
        fate: state === 'held' ? 'held' : (fates.get(key) ?? 'planned'),
      })),
    emailsCancelled: messages.changed.filter(({ state }) => state === 'cancelled').length,
  };
}

/** After its last hour nothing leaves until the next working day; a demo day has no hours. */
function leavesOn(
  { demo, today }: StoredFile,
  { applicant }: InLine,
  { sendOn, sendAt }: { sendOn: Day; sendAt: string },
) {
  if (demo) return later(sendOn, today);
  return localTime(new Date(sendAt), zoneOf(applicant.address.postcode)).day;
}

/** Where the emails that have not left would go, once this is written. */
function fatesAfter({ messages, today }: StoredFile, { reconciled }: InLine) {
  const after = new Map(
    messages.map(({ key, sendOn, state, heldReason }) => [key, { key, sendOn, state, heldReason }]),
  );
  for (const { key, sendOn, state, heldReason } of [...reconciled.messages.added, ...reconciled.messages.changed])
    after.set(key, { key, sendOn, state, heldReason });
  const waiting = [...after.values()];
  return fatesOf(
    waiting.filter(({ state }) => state === 'planned' || state === 'queued'),
    today,
    waiting.filter(({ state, heldReason }) => state === 'held' && heldReason === 'late'),
  );
}
