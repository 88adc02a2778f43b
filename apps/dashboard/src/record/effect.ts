import { addDays, type Day } from '@suivi/rules/calendar/days';
import { addWorkingDays, zoneOf } from '@suivi/rules/calendar/working-days';
import type { PlanDifference } from '@suivi/rules/difference';
import { difference } from '@suivi/rules/difference';
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
import type { EmailFate, EmailsSoFar, WithFate } from './emails-so-far.ts';
import { fatesOfAdded, sentKeys, settledKeys } from './emails-so-far.ts';

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
  | {
      kind: 'email';
      email: PlannedEmail;
      others: readonly PlannedEmail[];
      fate: EmailFate;
      /** Who holds it. */
      heldBy: string | null;
    }
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
  soFar: EmailsSoFar;
};

/** What changes in the plan with these events, by the very rules that the server follows. */
export function effectsOf({ file, events, today, soFar }: Asked): Effects {
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
  const news = added(found, fatesOfAdded(soFar, after.emails, found.emails.added, today));
  return {
    ok: true,
    changes: changed(found, after, settledKeys(soFar)),
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
    dropped: dropped(found, today, soFar),
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
  settled: ReadonlySet<string>,
): Effect[] {
  return [
    ...(stage === null ? [] : [{ kind: 'stage', from: stage.from, to: stage.to, step: after.progress.step } as const]),
    ...tasks.done.map((task) => ({ kind: 'taskDone', task }) as const),
    ...(documents.length === 0 ? [] : [{ kind: 'papers', papers: documents } as const]),
    ...(caisse === null ? [] : [{ kind: 'caisse', to: caisse.to } as const]),
    ...(eligibility === null ? [] : [{ kind: 'eligibility', to: eligibility.to } as const]),
    ...tasks.moved.map(({ before, after: task }) => ({ kind: 'taskMoved', before, task }) as const),
    ...deadlines.moved.map(({ before, after: deadline }) => ({ kind: 'deadlineMoved', before, deadline }) as const),
    ...emails.moved
      .filter(({ after: { key } }) => !settled.has(key))
      .map(({ before, after: email }) => ({ kind: 'emailMoved', before, email }) as const),
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

const added = ({ tasks, deadlines, warnings }: PlanDifference, emails: readonly WithFate[]): Effect[] =>
  linesOf({ tasks: tasks.added, deadlines: deadlines.added, warnings: warnings.added }, emails);

function linesOf(
  { tasks, deadlines, warnings }: Pick<Plan, 'tasks' | 'deadlines' | 'warnings'>,
  emails: readonly WithFate[],
): Effect[] {
  return [
    ...[
      ...tasks.map((task) => ({ kind: 'task', task }) as const),
      ...emailEffects(emails),
      ...deadlines.map((deadline) => ({ kind: 'deadline', deadline }) as const),
    ].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
    ...warnings.map((warning) => ({ kind: 'warning', warning }) as const),
  ];
}

/** Those of one template that share a fate are one line. */
function emailEffects(emails: readonly WithFate[]): Extract<Effect, { kind: 'email' }>[] {
  const effects: Extract<Effect, { kind: 'email' }>[] = [];
  for (const { email, fate, heldBy } of emails) {
    const same = effects.find(
      (effect) => effect.email.template === email.template && effect.fate === fate && effect.heldBy === heldBy,
    );
    if (same === undefined) effects.push({ kind: 'email', email, others: [], fate, heldBy });
    else same.others = [...same.others, email];
  }
  return effects;
}

function dropped({ tasks, emails, deadlines, warnings }: PlanDifference, today: Day, soFar: EmailsSoFar): Effect[] {
  const sent = sentKeys(soFar);
  const settled = settledKeys(soFar);
  return [
    ...tasks.dropped.map((task) => ({ kind: 'taskDropped', task }) as const),
    ...emails.dropped
      .filter(
        ({ key, sendOn }) =>
          sent.has(key) || (!settled.has(key) && sendOn >= addDays(today, -HELD_WHEN_LATER_THAN_DAYS)),
      )
      .map((email) => ({ kind: sent.has(email.key) ? 'emailStays' : 'emailDropped', email }) as const),
    ...deadlines.dropped.map((deadline) => ({ kind: 'deadlineDropped', deadline }) as const),
    ...warnings.gone.map((warning) => ({ kind: 'warningGone', warning }) as const),
  ];
}

/** All that a plan lists, as if it were new: for a file that does not exist yet. */
export function effectsOfPlan(plan: Plan, today: Day): Effect[] {
  const fates = fatesOf(plan.emails, today);
  const emails = plan.emails.map((email): WithFate => ({
    email,
    fate: fates.get(email.key) ?? 'planned',
    heldBy: null,
  }));
  return linesOf(plan, emails);
}

/** The lines of a change of papers: what each was, and is. */
export const paperOf = ({ before, after }: PlanDifference['documents'][number]): PlannedDocument | null =>
  after ?? before;
