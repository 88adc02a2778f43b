import type { Message } from '@suivi/contracts/messages';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { addWorkingDays, zoneOf } from '@suivi/rules/calendar/working-days';
import type { PlanDifference } from '@suivi/rules/difference';
import { difference } from '@suivi/rules/difference';
import type { Fate } from '@suivi/rules/emails/late';
import { fatesOf, HELD_WHEN_LATER_THAN_DAYS } from '@suivi/rules/emails/late';
import type { File } from '@suivi/rules/file';
import { plan, planWithAnswers } from '@suivi/rules/plan';
import type {
  Plan,
  PlannedDeadline,
  PlannedDocument,
  PlannedEmail,
  PlannedTask,
  PlannedWarning,
} from '@suivi/rules/plan-types';
import { readFile } from '@suivi/rules/read-file';
import type { EventSent } from './draft.ts';

/** One line of what saving will cause. */
export type Effect =
  | { kind: 'stage'; from: Plan['stage']; to: Plan['stage']; step: number }
  | { kind: 'taskDone'; task: PlannedTask }
  | { kind: 'taskMoved'; before: PlannedTask; task: PlannedTask }
  | { kind: 'deadlineMoved'; before: PlannedDeadline; deadline: PlannedDeadline }
  | { kind: 'emailMoved'; before: PlannedEmail; email: PlannedEmail }
  | { kind: 'papers'; papers: PlanDifference['documents'] }
  | { kind: 'eligibility'; to: Plan['eligibility'] }
  | { kind: 'caisse'; to: Plan['caisse'] }
  | { kind: 'task'; task: PlannedTask }
  /** `others`: later emails of the same template, all in one line. */
  | { kind: 'email'; email: PlannedEmail; others: readonly PlannedEmail[]; fate: Fate }
  | { kind: 'deadline'; deadline: PlannedDeadline }
  | { kind: 'warning'; warning: PlannedWarning }
  | { kind: 'notYet' }
  | { kind: 'taskDropped'; task: PlannedTask }
  | { kind: 'emailDropped'; email: PlannedEmail }
  | { kind: 'emailStays'; email: PlannedEmail }
  | { kind: 'deadlineDropped'; deadline: PlannedDeadline }
  | { kind: 'warningGone'; warning: PlannedWarning };

export type Effects =
  | { ok: false; issues: { path: string; message: string }[] }
  | {
      ok: true;
      changes: Effect[];
      added: Effect[];
      /** What is counted from a receipt that has not come. */
      assumed: { on: Day; effects: Effect[] } | null;
      dropped: Effect[];
      after: Plan;
    };

export type Asked = {
  file: File;
  events: readonly EventSent[];
  today: Day;
  /** What became of the file's emails so far. */
  messages: readonly Pick<Message, 'key' | 'state' | 'heldReason'>[];
};

/** What changes in the plan with these events, by the very rules that the server follows. */
export function effectsOf({ file, events, today, messages }: Asked): Effects {
  const count = file.events.length;
  const read = readFile({
    ...file,
    events: [...file.events, ...events.map((event, i) => ({ id: `new ${i}`, ...event }))],
  });
  if (!read.ok)
    return {
      ok: false,
      issues: read.issues.map(({ path, message }) => ({
        path: path.replace(new RegExp(`^events\\.${count}(\\.|$)`), 'event$1'),
        message,
      })),
    };
  const before = plan(file, today);
  const { answered, ...after } = planWithAnswers(read.file, today);
  const found = difference(before, after, answered);
  const on = assumedOn(events[0], read.file, after);
  const isAssumed = (key: string) => on !== null && ASSUMED.test(key);
  const sent = keysOf(messages, ({ state }) => state === 'sent' || state === 'uncertain');
  const late = keysOf(messages, ({ state, heldReason }) => state === 'held' && heldReason === 'late');
  const heldLate = after.emails.filter(({ key }) => late.has(key));
  const news = added(found, { today, sent, heldLate });
  return {
    ok: true,
    changes: changed(found, after),
    added: news.filter((effect) => !isAssumed(keyOf(effect))),
    assumed:
      on === null || !news.some((effect) => isAssumed(keyOf(effect)))
        ? null
        : {
            on,
            effects: [
              ...news.filter((effect) => isAssumed(keyOf(effect))),
              ...(events[0]?.type === 'file_submitted' ? [{ kind: 'notYet' } as const] : []),
            ],
          },
    dropped: dropped(found, today, sent),
    after,
  };
}

/** The steps of the wait, and what hangs on them; looking for the letter is no wait. */
const ASSUMED =
  /^(call_3646:(with_cpam|supplement)|office_visit:with_cpam|registered_post:chase|seize_mediator|review_file:(with_cpam|appeal_silence|court)|deadline:(silence|appeal_silence|court)|email:still_waiting):?/;

/** The day on which a letter is taken to have arrived, when nothing better is known. */
function assumedOn(event: EventSent | undefined, file: File, after: Plan): Day | null {
  if (event === undefined || event.method !== 'registered_post' || typeof event.on !== 'string') return null;
  const waits = event.type === 'file_submitted' ? after.stage === 'submitted' : event.type !== 'letter_sent';
  if (!waits) return null;
  const zone = zoneOf(file.applicant.address.postcode);
  return addWorkingDays(event.on as Day, file.playbook.assumedDeliveryWorkingDays, zone);
}

function keyOf(effect: Effect): string {
  if (effect.kind === 'task') return effect.task.key;
  if (effect.kind === 'email') return effect.email.key;
  return effect.kind === 'deadline' ? effect.deadline.key : '';
}

function changed(
  { stage, tasks, deadlines, emails, documents, eligibility, caisse }: PlanDifference,
  after: Plan,
): Effect[] {
  return [
    ...(stage === null ? [] : [{ kind: 'stage', from: stage.from, to: stage.to, step: after.progress.step } as const]),
    ...tasks.done.map((task) => ({ kind: 'taskDone', task }) as const),
    ...(documents.length === 0 ? [] : [{ kind: 'papers', papers: documents } as const]),
    ...(caisse === null ? [] : [{ kind: 'caisse', to: caisse.to } as const]),
    ...(eligibility === null ? [] : [{ kind: 'eligibility', to: eligibility.to } as const]),
    ...tasks.moved.map(({ before, after: task }) => ({ kind: 'taskMoved', before, task }) as const),
    ...deadlines.moved.map(({ before, after: deadline }) => ({ kind: 'deadlineMoved', before, deadline }) as const),
    ...emails.moved.map(({ before, after: email }) => ({ kind: 'emailMoved', before, email }) as const),
  ];
}

const dayOf = (effect: Effect): Day | '' =>
  effect.kind === 'task'
    ? effect.task.dueOn
    : effect.kind === 'email'
      ? effect.email.sendOn
      : effect.kind === 'deadline'
        ? effect.deadline.on
        : '';

type Standing = {
  today: Day;
  /** The emails that have left. */
  sent: ReadonlySet<string>;
  /** Those that wait for a person because they are late. */
  heldLate: readonly PlannedEmail[];
};

const keysOf = (messages: Asked['messages'], which: (message: Asked['messages'][number]) => boolean) =>
  new Set(messages.filter(which).map(({ key }) => key));

const added = ({ tasks, emails, deadlines, warnings }: PlanDifference, { today, sent, heldLate }: Standing): Effect[] =>
  linesOf(
    {
      tasks: tasks.added,
      emails: emails.added.filter(({ key }) => !sent.has(key)),
      deadlines: deadlines.added,
      warnings: warnings.added,
    },
    today,
    heldLate,
  );

function linesOf(
  { tasks, emails, deadlines, warnings }: Pick<Plan, 'tasks' | 'emails' | 'deadlines' | 'warnings'>,
  today: Day,
  heldLate: readonly PlannedEmail[] = [],
): Effect[] {
  return [
    ...[
      ...tasks.map((task) => ({ kind: 'task', task }) as const),
      ...emailEffects(emails, today, heldLate),
      ...deadlines.map((deadline) => ({ kind: 'deadline', deadline }) as const),
    ].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
    ...warnings.map((warning) => ({ kind: 'warning', warning }) as const),
  ];
}

/** Of several late emails only the newest leaves; one more than ten days late waits for a person. */
function emailEffects(
  emails: readonly PlannedEmail[],
  today: Day,
  heldLate: readonly PlannedEmail[],
): Extract<Effect, { kind: 'email' }>[] {
  const fates = fatesOf(emails, today, heldLate);
  const effects: Extract<Effect, { kind: 'email' }>[] = [];
  for (const email of emails) {
    const fate = fates.get(email.key) ?? 'planned';
    const same = effects.find((effect) => effect.email.template === email.template && effect.fate === fate);
    if (same === undefined) effects.push({ kind: 'email', email, others: [], fate });
    else same.others = [...same.others, email];
  }
  return effects;
}

function dropped(
  { tasks, emails, deadlines, warnings }: PlanDifference,
  today: Day,
  sent: ReadonlySet<string>,
): Effect[] {
  return [
    ...tasks.dropped.map((task) => ({ kind: 'taskDropped', task }) as const),
    ...emails.dropped
      .filter(({ key, sendOn }) => sent.has(key) || sendOn >= addDays(today, -HELD_WHEN_LATER_THAN_DAYS))
      .map((email) => ({ kind: sent.has(email.key) ? 'emailStays' : 'emailDropped', email }) as const),
    ...deadlines.dropped.map((deadline) => ({ kind: 'deadlineDropped', deadline }) as const),
    ...warnings.gone.map((warning) => ({ kind: 'warningGone', warning }) as const),
  ];
}

/** All that a plan lists, as if it were new: for a file that does not exist yet. */
export const effectsOfPlan = (plan: Plan, today: Day): Effect[] => linesOf(plan, today);

/** The lines of a change of papers: what each was, and is. */
export const paperOf = ({ before, after }: PlanDifference['documents'][number]): PlannedDocument | null =>
  after ?? before;
