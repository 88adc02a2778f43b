import type { Day } from './calendar/days.ts';
import type { Deed } from './events.ts';
import { againKey, backKey, type Facts } from './facts.ts';
import type { TaskDraft } from './ladders/engine.ts';
import type { TaskKind } from './vocabulary.ts';

/** Which kind of task a deed of ours answers. */
const KIND = new Map<Deed['type'], TaskKind>([
  ['call_made', 'call_3646'],
  ['office_visited', 'office_visit'],
  ['ameli_message_sent', 'ameli_message'],
  ['letter_sent', 'registered_post'],
]);

/** What `task_done` can answer: what no other event does. */
const DONE_BY_HAND = new Set<TaskKind>([
  'review_file',
  'seize_mediator',
  'renew_cover',
  'trace_post',
  'open_ameli_account',
  'declare_gp',
]);

/** Letters that have an event of their own. */
const OWN_EVENT = /^registered_post:(file|option|supplement|resend):/;

/** The kinds of task that a day's deeds may answer: only of these does it matter which stand. */
export function answerable(deeds: readonly Deed[]): ReadonlySet<TaskKind> {
  let kinds: Set<TaskKind> | null = null;
  for (const deed of deeds) {
    const kind = kindAnswered(deed);
    if (kind !== null) (kinds ??= new Set()).add(kind);
  }
  return kinds ?? NONE;
}

const NONE: ReadonlySet<TaskKind> = new Set();

function kindAnswered(deed: Deed): TaskKind | null {
  if (deed.type === 'mediator_accepted') return 'seize_mediator';
  if (deed.type !== 'task_done') return KIND.get(deed.type) ?? null;
  // A key begins with the kind of its task.
  const [about] = deed.about.split(':');
  for (const kind of DONE_BY_HAND) if (kind === about) return kind;
  return null;
}

type Open = Map<string, { kind: TaskKind; due: Day }>;

/** The tasks that a day's deeds may answer: those that stood before it, and those that stand at its end. */
export function openTasks(before: readonly TaskDraft[], now: readonly TaskDraft[]): Open {
  const open: Open = new Map();
  for (const { key, step, due } of before) open.set(key, { kind: step.kind, due });
  for (const { key, step, due } of now) open.set(key, { kind: step.kind, due });
  return open;
}

/**
 * Notes what the deeds of a day have answered.
 * @param raisedToday keys of tasks that the day's own calls have raised: a call does not answer what it asks for
 */
export function noteAnswers(facts: Facts, deeds: readonly Deed[], open: Open, raisedToday: ReadonlySet<string>): void {
  let any = false;
  const swept = new Set<TaskKind>();
  const answer = (key: string, deed: Deed): void => {
    if (facts.answered.has(key)) return;
    facts.answered.set(key, { on: deed.on, eventId: deed.id });
    any = true;
  };
  for (const deed of deeds) {
    if (deed.type === 'mediator_accepted')
      for (const [key, { kind }] of open) if (kind === 'seize_mediator') answer(key, deed);
    if (deed.type === 'task_done') {
      const task = open.get(deed.about);
      if (task && DONE_BY_HAND.has(task.kind) && !deed.about.startsWith('review_file:caisse_address'))
        answer(deed.about, deed);
      continue;
    }
    const kind = KIND.get(deed.type);
    if (kind === undefined || !('about' in deed)) continue;
    const answers = (key: string, task: { kind: TaskKind }): boolean => task.kind === kind && !OWN_EVENT.test(key);
    if (deed.about !== null) {
      const task = open.get(deed.about);
      if (task && answers(deed.about, task)) answer(deed.about, deed);
      continue;
    }
    // All deeds are of one day: what the first of a kind has not answered, the next does not either.
    if (swept.has(kind)) continue;
    swept.add(kind);
    for (const [key, task] of open)
      if (answers(key, task) && task.due <= deed.on && !raisedToday.has(key)) answer(key, deed);
  }
  if (any) forgetCallsMade(facts);
}

/** A call that was raised and made never comes back. */
function forgetCallsMade(facts: Facts): void {
  facts.again = facts.again.filter(({ n }) => !facts.answered.has(againKey(n)));
  facts.back = facts.back.filter(({ n }) => !facts.answered.has(backKey(n)));
}
