import type { FileView, RecordedEvent } from '@suivi/contracts/files';
import type { Message } from '@suivi/contracts/messages';
import type { Task } from '@suivi/contracts/tasks';
import type { Day } from '@suivi/rules/calendar/days';
import type { Coming, Forecast } from '@suivi/rules/forecast';
import { keyOfComing } from '@suivi/rules/forecast';
import type { EventType, TaskKind } from '@suivi/rules/vocabulary';
import type { ShownNote } from '../notes/queries.ts';

/** Past and plan on one line. What may be shown alone: letters, calls, emails, deadlines. */
export const AXIS_GROUPS = ['all', 'post', 'calls', 'emails', 'deadlines'] as const;
export type AxisGroup = (typeof AXIS_GROUPS)[number];
type Deadline = FileView['deadlines'][number];

type Place = {
  id: string;
  on: Day;
  group: Exclude<AxisGroup, 'all'> | 'others';
  /** Small: what moves nothing by itself. */
  small: boolean;
  /** Listed today, and gone by its day if nothing happens: from when. */
  awayFrom?: Day;
  /** The day that today's plan has, where the thing will fall due on another if nothing happens. */
  listedOn?: Day;
};
export type AxisEntry = Place &
  (
    | { kind: 'events'; events: readonly [RecordedEvent, ...RecordedEvent[]] }
    | { kind: 'note'; note: ShownNote }
    | { kind: 'email'; message: Message }
    | { kind: 'task'; task: Task; late: boolean }
    | { kind: 'deadline'; deadline: Deadline; passed: boolean }
    /** Not in the plan yet: it will be by then, if nothing happens. */
    | { kind: 'foreseen'; coming: Coming }
  );
export type Axis = { past: readonly AxisEntry[]; ahead: readonly AxisEntry[] };

const POST = new Set<EventType | TaskKind>([
  'file_submitted', 'post_tracked', 'post_delivered', 'supplement_sent', 'letter_sent', 'appeal_sent', 'appeal_delivered',
  'registered_post', 'submit_online', 'trace_post', 'file_appeal',
]); // prettier-ignore
const CALLS = new Set<EventType | TaskKind>([
  'call_made', 'office_visited', 'ameli_message_sent', 'call_3646', 'office_visit', 'ameli_message',
]); // prettier-ignore
const SMALL = new Set<EventType>([
  'applicant_changed', 'document_received', 'document_verified', 'document_rejected', 'post_tracked', 'task_done',
]); // prettier-ignore
/** Papers come by the handful: those of a day and a kind are one entry. */
const TOGETHER = new Set<EventType>(['document_received', 'document_verified', 'document_rejected']);

const groupOf = (what: EventType | TaskKind): Place['group'] =>
  POST.has(what) ? 'post' : CALLS.has(what) ? 'calls' : 'others';

function eventEntries(events: readonly RecordedEvent[]): AxisEntry[] {
  const entries: AxisEntry[] = [];
  const together = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'voided' || event.on === null) continue;
    const heap = `${event.on} ${event.type} ${event.voided}`;
    const at = TOGETHER.has(event.type) ? together.get(heap) : undefined;
    const entry = at === undefined ? undefined : entries[at];
    if (at !== undefined && entry?.kind === 'events') {
      entries[at] = { ...entry, events: [...entry.events, event] };
      continue;
    }
    together.set(heap, entries.length);
    entries.push({
      kind: 'events',
      id: event.id,
      on: event.on,
      group: groupOf(event.type),
      small: SMALL.has(event.type) || event.voided,
      events: [event],
    });
  }
  return entries;
}

/** The day that counts for a person: the plan's, or the later one they snoozed the task to. */
export const taskDay = ({ dueOn, snoozedUntil }: Pick<Task, 'dueOn' | 'snoozedUntil'>): Day =>
  snoozedUntil !== null && snoozedUntil > dueOn ? snoozedUntil : dueOn;

const GONE = new Set(['sent', 'failed', 'uncertain', 'sending']);
const KINDS: Record<AxisEntry['kind'], number> = { events: 0, note: 1, task: 2, email: 3, deadline: 4, foreseen: 5 };
const inOrder = (a: AxisEntry, b: AxisEntry): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return KINDS[a.kind] - KINDS[b.kind];
};

/**
 * Everything of a file by day: what happened before the line of today, what is to come after it. Of the days that the
 * forecast looks at, what is to come is what it says; of later ones, what the plan lists today.
 */
export function axisOf(
  view: Pick<FileView, 'events' | 'tasks' | 'messages' | 'deadlines'>,
  today: Day,
  forecast: Forecast | null = null,
  notes: readonly ShownNote[] = [],
): Axis {
  const past = eventEntries(view.events);
  for (const note of notes) past.push({ kind: 'note', id: note.id, on: note.on, group: 'others', small: true, note });
  const ahead: AxisEntry[] = [];
  for (const message of view.messages) {
    if (message.state === 'cancelled') continue;
    const gone = GONE.has(message.state);
    (gone ? past : ahead).push({
      kind: 'email',
      id: message.id,
      on: message.sendOn,
      group: 'emails',
      small: true,
      message,
    });
  }
  for (const task of view.tasks) {
    if (task.state !== 'open') continue;
    const on = taskDay(task);
    ahead.push({ kind: 'task', id: task.id, on, group: groupOf(task.kind), small: false, task, late: on < today });
  }
  for (const deadline of view.deadlines) {
    const passed = deadline.on < today;
    (passed ? past : ahead).push({
      kind: 'deadline',
      id: deadline.key,
      on: deadline.on,
      group: 'deadlines',
      small: false,
      deadline,
      passed,
    });
  }
  if (forecast !== null) foresee(ahead, forecast, leftOf(view.messages));
  return { past: past.sort(inOrder), ahead: ahead.sort(inOrder) };
}

/** The emails that leave no more: what is sent is sent, and what gave way gave way, whatever day the plan has now. */
const leftOf = (messages: readonly Message[]): ReadonlySet<string> =>
  new Set(messages.flatMap(({ key, state, superseded }) => (GONE.has(state) || superseded ? [key] : [])));

/** Says of what is planned whether it will come, and on which day; adds what is not planned yet. */
function foresee(ahead: AxisEntry[], { coming, fallsAway }: Forecast, left: ReadonlySet<string>): void {
  const planned = new Map(ahead.map((entry) => [keyOf(entry), entry]));
  for (const { key, from } of fallsAway) {
    const entry = planned.get(key);
    if (entry !== undefined) entry.awayFrom = from;
  }
  for (const one of coming) {
    const key = keyOfComing(one);
    if (left.has(key)) continue;
    const entry = planned.get(key);
    if (entry === undefined)
      ahead.push({
        kind: 'foreseen',
        id: key,
        on: one.on,
        group: groupOfComing(one),
        small: one.what === 'email',
        coming: one,
      });
    else if (one.listedOn !== null && one.listedOn !== one.on && entry.on === one.listedOn) {
      entry.listedOn = one.listedOn;
      entry.on = one.on;
    }
  }
}

const keyOf = (entry: AxisEntry): string => {
  if (entry.kind === 'task') return entry.task.key;
  if (entry.kind === 'email') return entry.message.key;
  return entry.id;
};

const groupOfComing = (one: Coming): Place['group'] =>
  one.what === 'task' ? groupOf(one.task.kind) : one.what === 'email' ? 'emails' : 'deadlines';

export const shownOf = (entries: readonly AxisEntry[], group: AxisGroup): readonly AxisEntry[] =>
  group === 'all' ? entries : entries.filter((entry) => entry.group === group);

/** The last entries before today stand open; what lies before them is folded. */
const OPEN_PAST = 5;
export function folded(past: readonly AxisEntry[]): { earlier: readonly AxisEntry[]; recent: readonly AxisEntry[] } {
  // To fold a single entry away would take the room that it has.
  if (past.length <= OPEN_PAST + 1) return { earlier: [], recent: past };
  return { earlier: past.slice(0, -OPEN_PAST), recent: past.slice(-OPEN_PAST) };
}
