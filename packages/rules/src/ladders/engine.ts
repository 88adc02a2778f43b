import { addDays, addMonths, later, type Day } from '../calendar/days.ts';
import { LEGAL_TAIL, movedBackTail, movedTail } from '../calendar/tails.ts';
import { followedBy, say, type Tail } from '../because.ts';
import type { Context } from '../context.ts';
import type { PlannedDeadline, PlannedEmail, PlannedTask } from '../plan-types.ts';
import type { DeadlineStep, DeedLadder, EmailLadder, EmailStep, TaskStep } from './step.ts';

/** Steps as they stand at the end of a day, not yet put into words. */
export type TaskDraft = {
  key: string;
  step: TaskStep<unknown>;
  item: unknown;
  raw: Day;
  due: Day;
  tails: readonly Tail[];
};
export type EmailDraft = { key: string | null; step: EmailStep<unknown>; item: unknown; raw: Day; sendOn: Day };
export type DeadlineDraft = { key: string; step: DeadlineStep<unknown>; item: unknown; on: Day };
export type Deeds = { tasks: TaskDraft[]; deadlines: DeadlineDraft[] };

/** The emails that stand: on every walked day, since each is caused by what is true on its day. */
export function standingEmails(ladders: readonly EmailLadder[], c: Context): EmailDraft[] {
  const emails: EmailDraft[] = [];
  for (const ladder of ladders) {
    const { one, each } = ladder;
    const item = one === undefined ? null : one(c);
    if (item !== null) addEmails(emails, ladder, item, c);
    if (each !== undefined) for (const other of each(c)) addEmails(emails, ladder, other, c);
  }
  return emails;
}

function addEmails(emails: EmailDraft[], { steps }: EmailLadder, item: unknown, c: Context): void {
  for (const step of steps) {
    const raw = step.on(item, c);
    // What had its day has left, or given way.
    if (raw === null || raw < (step.settled ? c.day : c.longAgo)) continue;
    const sendOn = c.days.onOrAfter(raw);
    if (sendOn >= c.day) emails.push({ key: null, step, item, raw, sendOn });
  }
}

/** The tasks and deadlines that stand: they leave no trace of their own, and are asked for when they matter. */
export function standingDeeds(ladders: readonly DeedLadder[], c: Context): Deeds {
  const deeds: Deeds = { tasks: [], deadlines: [] };
  for (const ladder of ladders) {
    const { one, each } = ladder;
    const item = one === undefined ? null : one(c);
    if (item !== null) addDeeds(deeds, ladder, item, c);
    if (each !== undefined) for (const other of each(c)) addDeeds(deeds, ladder, other, c);
  }
  return deeds;
}

function addDeeds({ tasks, deadlines }: Deeds, ladder: DeedLadder, item: unknown, c: Context): void {
  const first = tasks.length;
  for (const step of ladder.steps) {
    const raw = step.on(item, c);
    if (raw === null) continue;
    const key = step.key(item, c);
    if (step.does === 'deadline') deadlines.push({ key, step, item, on: raw });
    else {
      const draft = open({ key, step, item, raw, due: raw, tails: NO_TAILS }, c);
      if (draft !== null) tasks.push(draft);
    }
  }
  if (c.day < c.openedOn) return;
  if (ladder.oneStays) keepOne(tasks, first, ladder.oneStays(item, c), c);
  for (let i = first; i < tasks.length; i += 1) notBeforeOpening(tasks[i], c, Boolean(ladder.oneStays));
}

/** The step if nobody has answered it; a review that was answered comes back. */
function open(draft: TaskDraft, c: Context): TaskDraft | null {
  const { step, item } = draft;
  const { answered } = c.facts;
  if (!step.endedByFacts && answered.has(draft.key)) {
    if (step.kind !== 'review_file' || step.returns === 'never') return null;
    if (typeof step.returns === 'function' && !step.returns(item, c)) return null;
    return returned(draft, c, answered.get(draft.key)?.on ?? c.day, 2);
  }
  const raised = step.raisedOn?.(item, c);
  draft.due = raised === undefined ? c.days.onOrAfter(draft.raw) : movedBack(draft.raw, raised, c);
  if (draft.due > draft.raw) addTail(draft, movedTail(draft.raw, c.days.zoneOn(draft.raw)));
  else if (draft.due < draft.raw) addTail(draft, movedBackTail(draft.raw));
  return draft;
}

/** What must meet a limit of the law moves back, but never before the working day on or after what raised it. */
const movedBack = (raw: Day, raisedOn: Day, c: Context): Day =>
  later(c.days.onOrBefore(raw), c.days.onOrAfter(raisedOn));

const NO_TAILS: readonly Tail[] = [];
const addTail = (draft: TaskDraft, tail: Tail | null): void => {
  if (tail !== null) draft.tails = [...draft.tails, tail];
};

/** A review returns a while after it was answered, as `…:2`, `…:3`, as long as its ladder stands. */
function returned(draft: TaskDraft, c: Context, answeredOn: Day, n: number): TaskDraft {
  const yearly = draft.step.returns === 'yearly';
  const days = c.playbook.reviewAgainAfterDays;
  const base = draft.step.key(draft.item, c);
  let [on, number] = [answeredOn, n];
  let key = `${base}:${number}`;
  for (let next = c.facts.answered.get(key); next !== undefined; next = c.facts.answered.get(key)) {
    on = next.on;
    number += 1;
    key = `${base}:${number}`;
  }
  const raw = yearly ? addMonths(on, 12) : addDays(on, days);
  const due = draft.step.raisedOn === undefined ? c.days.onOrAfter(raw) : movedBack(raw, on, c);
  const tails: Tail[] = [];
  if (!yearly)
    tails.push({
      full: say(
        'Reviewed on {stepDay} and still open: again {days} days later.',
        'Revu le {stepDay}, toujours ouvert : de nouveau {days} jours après.',
        { stepDay: on, days },
        due,
      ),
      short: say(
        'Again {days} days after {stepDay}.',
        'De nouveau {days} jours après le {stepDay}.',
        { stepDay: on, days },
        due,
      ),
      shortest: say('Again {days} days later.', 'Revoir {days} jours après.', { days }, due),
    });
  return { ...draft, key, raw, due, tails };
}
/**
 * Half-way: of the steps that lie before the opening one stays, the last registered letter among them, else the last.
 * A review so dropped counts as answered on the opening day.
 */
function keepOne(tasks: TaskDraft[], first: number, ladder: string, c: Context): void {
  const { kept } = c.progress;
  const missed = tasks.slice(first).filter((draft) => draft.due < c.openedOn);
  if (missed.length === 0) return;
  if (!kept.has(ladder)) {
    const byDay = missed.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
    const stays = byDay.findLast((draft) => draft.step.kind === 'registered_post') ?? byDay[byDay.length - 1];
    kept.set(ladder, stays?.key ?? null);
  }
  const stays = kept.get(ladder);
  for (const draft of missed) {
    if (draft.key === stays) continue;
    const at = tasks.indexOf(draft);
    if (draft.step.kind === 'review_file') tasks[at] = returned(draft, c, c.openedOn, numberOfReturn(draft, c) + 1);
    else tasks.splice(at, 1);
  }
}

/** 1 for a review that has never come back. */
function numberOfReturn(draft: TaskDraft, c: Context): number {
  const own = draft.step.key(draft.item, c);
  return draft.key === own ? 1 : Number(draft.key.slice(own.length + 1));
}

function notBeforeOpening(draft: TaskDraft | undefined, c: Context, oneStays: boolean): void {
  if (draft === undefined || draft.due >= c.openedOn) return;
  draft.due = c.days.onOrAfter(c.openedOn);
  const named = { openedDay: draft.due };
  const full = oneStays
    ? say(
        'Due before Suivi followed the file: one step stays, on {openedDay}.',
        'Prévu avant le suivi par Suivi : une étape reste, le {openedDay}.',
        named,
        draft.due,
      )
    : say(
        'Due before Suivi followed the file: it stays, on {openedDay}.',
        'Prévu avant le suivi par Suivi : reporté au {openedDay}.',
        named,
        draft.due,
      );
  const short = say('Due before the takeover.', 'Prévu avant la reprise.', {}, draft.due);
  draft.tails = [{ full, short, shortest: say('Was due before.', 'Prévu avant.', {}, draft.due) }];
}

export function taskOf({ key, step, item, raw, due, tails }: TaskDraft, c: Context): PlannedTask {
  const at = { raw, day: due };
  return {
    key,
    kind: step.kind,
    dueOn: due,
    because: tails.length === 0 ? step.because(item, c, at) : tails.reduce(followedBy, step.because(item, c, at)),
    source: step.source,
    payload: step.payload?.(item, c, at) ?? {},
  };
}

/** The key of an email, which few need: on most days none leaves. */
export const keyOf = (draft: EmailDraft, c: Context): string => (draft.key ??= draft.step.key(draft.item, c));

export function emailOf(draft: EmailDraft, c: Context): PlannedEmail {
  const { step, item, raw, sendOn } = draft;
  const at = { raw, day: sendOn };
  const tail = sendOn > raw ? movedTail(raw, c.days.zoneOn(raw)) : null;
  return {
    key: keyOf(draft, c),
    template: step.template,
    sendOn,
    because: followedBy(step.because(item, c, at), tail),
    payload: step.payload(item, c, at),
  } as PlannedEmail;
}

export function deadlineOf({ key, step, item, on }: DeadlineDraft, c: Context): PlannedDeadline {
  const because = step.because(item, c, { raw: on, day: on });
  return {
    key,
    kind: step.kind,
    on,
    suspended: step.suspended?.(item, c) ?? false,
    because: step.legal && !c.days.isWorking(on) ? followedBy(because, LEGAL_TAIL) : because,
    source: step.source,
  };
}
