import { randomUUID } from 'node:crypto';
import type { MessageState } from '@suivi/contracts/messages';
import type { Day } from '@suivi/rules/calendar/days';
import { zoneOf } from '@suivi/rules/calendar/working-days';
import type { Plan, PlannedDeadline, PlannedEmail, PlannedTask } from '@suivi/rules/plan-types';
import type { DeadlineKind, EmailTemplate, TaskKind, Words } from '@suivi/rules/vocabulary';
import { SUPERSEDED } from '../emails/message-reasons.ts';
import { sendAt } from './send-at.ts';
import { snoozeThatHolds } from './snooze.ts';
import type { StoredDeadline, StoredMessage, StoredTask } from './stored-file.ts';

/** What the tables hold of the last plan. */
export type Standing = { tasks: StoredTask[]; messages: StoredMessage[]; deadlines: StoredDeadline[] };

export type Circumstances = {
  now: Date;
  demo: boolean;
  /** A person's deed: its emails wait until it can no longer be undone. */
  undoable: boolean;
  postcode: string;
  hasEmail: boolean;
  /** What answered a task: its key, the event's id. */
  answered: ReadonlyMap<string, string>;
  /** Emails that a person held before they were planned: the key, who. */
  heldAhead?: ReadonlyMap<string, string>;
};

type Content = { because: Words; payload: Record<string, unknown> };
export type TaskWrite = {
  id: string;
  key: string;
  kind: TaskKind;
  state: StoredTask['state'];
  dueOn: Day;
  source: string;
  answeredBy: string | null;
  snoozedUntil: Day | null;
  content: Content;
};
export type MessageWrite = {
  id: string;
  key: string;
  template: EmailTemplate;
  /** The state it had; null for a new one. */
  was: MessageState | null;
  state: 'planned' | 'queued' | 'held' | 'cancelled';
  sendOn: Day;
  sendAt: string;
  heldReason: string | null;
  /** Who held it before it was planned, or planned again. */
  heldBy?: string | null;
  content: Content;
};
export type DeadlineWrite = {
  id: string;
  key: string;
  kind: DeadlineKind;
  on: Day;
  suspended: boolean;
  source: string;
  content: { because: Words };
};
type Writes<T> = { added: T[]; changed: T[] };

/** What has to be written so that the tables look like the plan. Empty lists when they do. */
export type Reconciled = {
  tasks: Writes<TaskWrite>;
  messages: Writes<MessageWrite>;
  deadlines: Writes<DeadlineWrite> & { gone: string[] };
};

/** Compares the tables with the plan. Done twice, the second time finds nothing to do. */
export function reconcile(standing: Standing, plan: Plan, circumstances: Circumstances): Reconciled {
  return {
    tasks: reconcileTasks(standing.tasks, plan, circumstances.answered),
    messages: reconcileMessages(standing.messages, plan, circumstances),
    deadlines: reconcileDeadlines(standing.deadlines, plan.deadlines),
  };
}

/**
 * Whether a row is as it should be. What it holds in JSON was written from an earlier plan and keeps its order, so the
 * texts are compared: this runs for every row of every recorded event.
 */
const alike = <T extends object>(wanted: T, standing: T): boolean =>
  (Object.keys(wanted) as (keyof T)[]).every((name) => {
    const [one, other] = [wanted[name], standing[name]];
    return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
  });

const byKey = <T extends { key: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.key, row]));

function reconcileTasks(
  rows: readonly StoredTask[],
  plan: Plan,
  answered: ReadonlyMap<string, string>,
): Writes<TaskWrite> {
  const before = byKey(rows);
  const planned = byKey(plan.tasks);
  const writes: Writes<TaskWrite> = { added: [], changed: [] };
  for (const task of plan.tasks) {
    const row = before.get(task.key);
    if (!row) writes.added.push({ ...openTask(task), id: randomUUID(), snoozedUntil: null });
    else {
      const wanted = {
        ...openTask(task),
        id: row.id,
        snoozedUntil: snoozeThatHolds(row.snoozedUntil, task, plan.deadlines),
      };
      if (!alike(wanted, taskAsItStands(row))) writes.changed.push(wanted);
    }
  }
  for (const row of rows) {
    if (planned.has(row.key)) continue;
    const answeredBy = answered.get(row.key) ?? null;
    const state = answeredBy === null ? 'dropped' : 'done';
    if (row.state === state && row.answeredBy === answeredBy) continue;
    writes.changed.push({ ...taskAsItStands(row), state, answeredBy, snoozedUntil: null });
  }
  return writes;
}

const openTask = ({ key, kind, dueOn, source, because, payload }: PlannedTask) => ({
  key,
  kind,
  state: 'open' as const,
  dueOn,
  source,
  answeredBy: null,
  content: { because, payload },
});

const taskAsItStands = ({
  id,
  key,
  kind,
  state,
  dueOn,
  source,
  answeredBy,
  snoozedUntil,
  because,
  payload,
}: StoredTask): TaskWrite => ({
  id,
  key,
  kind,
  state,
  dueOn,
  source,
  answeredBy,
  snoozedUntil,
  content: { because, payload },
});

/** From here on the message is on its way, or past it: the plan has no say any more. */
const LEFT = new Set(['sending', 'sent', 'failed', 'uncertain']);

function reconcileMessages(
  rows: readonly StoredMessage[],
  plan: Plan,
  circumstances: Circumstances,
): Writes<MessageWrite> {
  const before = byKey(rows);
  const planned = byKey(plan.emails);
  const writes: Writes<MessageWrite> = { added: [], changed: [] };
  for (const email of plan.emails) {
    const row = before.get(email.key);
    if (!row) writes.added.push(newMessage(email, plan.today, circumstances));
    else {
      const change = changedMessage(row, email, plan.today, circumstances);
      if (change) writes.changed.push(change);
    }
  }
  for (const row of rows)
    if (!planned.has(row.key) && !LEFT.has(row.state) && row.state !== 'cancelled')
      writes.changed.push({
        ...messageAsItStands(row),
        state: 'cancelled',
        // What took it away may be undone: whose hold it was is kept with what is foreseen, and nobody's, here.
        heldReason: row.heldReason === 'by_person' && row.heldBy === null ? row.heldReason : null,
      });
  return writes;
}

const hour = (email: PlannedEmail, today: Day, { postcode, now, demo, undoable }: Circumstances) =>
  sendAt({ sendOn: email.sendOn, template: email.template, zone: zoneOf(postcode), now, demo, today, undoable });

type Before = Pick<StoredMessage, 'id' | 'state' | 'heldReason' | 'heldBy'>;

function newMessage(email: PlannedEmail, today: Day, circumstances: Circumstances, before?: Before): MessageWrite {
  const { key, template, sendOn, because, payload } = email;
  const at = hour(email, today, circumstances);
  const { hasEmail, undoable, now, demo, heldAhead } = circumstances;
  const heldBy = heldAhead?.get(key) ?? before?.heldBy ?? null;
  const byPerson = before?.heldReason === 'by_person' || heldAhead?.has(key) === true;
  // One that leaves as soon as it can no longer be undone need not wait for the sweep as well. An hour of a demo day says
  // nothing of now: that day may lie months behind the world's.
  const soon = undoable && (!demo || sendOn <= today) && at.getTime() - now.getTime() <= 60_000;
  return {
    id: before?.id ?? randomUUID(),
    key,
    template,
    was: before?.state ?? null,
    state: byPerson || !hasEmail ? 'held' : soon ? 'queued' : 'planned',
    sendOn,
    sendAt: at.toISOString(),
    heldReason: byPerson ? 'by_person' : hasEmail ? null : 'no_address',
    heldBy: byPerson ? heldBy : null,
    content: { because, payload },
  };
}

function changedMessage(
  row: StoredMessage,
  email: PlannedEmail,
  today: Day,
  circumstances: Circumstances,
): MessageWrite | null {
  if (LEFT.has(row.state) || row.failure === SUPERSEDED) return null;
  const standing = messageAsItStands(row);
  const content: Content = { because: email.because, payload: email.payload };
  const same = alike(content, standing.content);
  const addressCame = row.heldReason === 'no_address' && circumstances.hasEmail;
  // A value that was missing may be known now: the sending finds out.
  const perhapsKnown = row.heldReason?.startsWith('not_known') === true && !same;
  if (row.state === 'cancelled' || addressCame || perhapsKnown) return newMessage(email, today, circumstances, row);
  if (row.sendOn === email.sendOn && same) return null;
  if (row.sendOn === email.sendOn) return { ...standing, content };
  // Its day has moved: what waited for its hour waits for another one.
  const moved = newMessage(email, today, circumstances, row);
  return row.state === 'held' ? { ...moved, state: 'held', heldReason: row.heldReason } : moved;
}

const messageAsItStands = ({
  id,
  key,
  template,
  state,
  sendOn,
  sendAt: at,
  heldReason,
  because,
  payload,
}: StoredMessage): MessageWrite => ({
  id,
  key,
  template,
  was: state,
  state: state === 'planned' || state === 'queued' || state === 'held' ? state : 'cancelled',
  sendOn,
  sendAt: at,
  heldReason,
  content: { because, payload },
});

function reconcileDeadlines(
  rows: readonly StoredDeadline[],
  planned: readonly PlannedDeadline[],
): Reconciled['deadlines'] {
  const before = byKey(rows);
  const wanted = byKey(planned);
  const writes: Reconciled['deadlines'] = { added: [], changed: [], gone: [] };
  for (const { key, kind, on, suspended, source, because } of planned) {
    const row = before.get(key);
    const write = { id: row?.id ?? randomUUID(), key, kind, on, suspended, source, content: { because } };
    if (!row) writes.added.push(write);
    else {
      const { because: was, ...rest } = row;
      if (!alike(write, { ...rest, content: { because: was } })) writes.changed.push(write);
    }
  }
  writes.gone = rows.filter(({ key }) => !wanted.has(key)).map(({ id }) => id);
  return writes;
}
