import { existing, later, type Day } from './calendar/days.ts';
import { plannedDocument, type PaperRow } from './documents/status.ts';
import { eligibilityOn } from './eligibility.ts';
import { fileWarnings } from './file-warnings.ts';
import type { Facts } from './facts.ts';
import type { File } from './file.ts';
import { deadlineOf, taskOf } from './ladders/engine.ts';
import type { Plan, PlannedDeadline, PlannedDocument, PlannedEmail, PlannedTask } from './plan-types.ts';
import { stepOf } from './stage.ts';
import { Walk, type Walked } from './walk.ts';
import { applicantWarnings } from './warnings.ts';

/** Another one with each release that plans or says anything otherwise: open files are then offered for a review. */
export const RULES_VERSION = '2026.6';

/** A plan, and what answered the tasks that are no longer in it: the key of the task → the id of the event. */
export type PlanWithAnswers = Plan & { answered: Record<string, string> };

/**
 * What is due next for a file, and why: a pure function of the file and the day.
 * @param today a day is read at its end; before the opening, the plan is that of the opening day
 * @throws RangeError when there is no such day
 */
export function plan(file: File, today: Day): Plan {
  return planned(file, today);
}

/** The plan, and beside it what answered each task that was done: for the rows that follow it. */
export function planWithAnswers(file: File, today: Day): PlanWithAnswers {
  const answered: Record<string, string> = {};
  const made = planned(file, today, (facts) => {
    for (const [key, { eventId }] of facts.answered) answered[key] = eventId;
  });
  return { ...made, answered };
}

function planned(file: File, today: Day, read?: (facts: Facts) => void): Plan {
  const day = existing(later(today, file.openedOn));
  const walk = new Walk(file);
  const walked = walk.to(day);
  const documents = documentsOf(walked.context.papers.rows, null);
  const seen = promiseOf(file, walk, walked, documents);
  // The walk goes on to find the next review: what was answered is read before.
  read?.(walked.context.facts);
  return { ...seen, today: day, nextReviewOn: nextReview(file, walk, day, seen, documents) };
}

/** The papers in the words of the plan, and the rows that they were put into words from. */
type Documents = { rows: readonly PaperRow[]; planned: PlannedDocument[] };

/** Rows that stand as they did are not put into words again. */
const documentsOf = (rows: readonly PaperRow[], before: Documents | null): Documents =>
  before?.rows === rows ? before : { rows, planned: rows.map(plannedDocument) };

/** All of a plan but the day on which it was made, and the day until which it holds. */
type Promise = Omit<Plan, 'today' | 'nextReviewOn'>;

function promiseOf(file: File, walk: Walk, walked: Walked, documents: Documents): Promise {
  const { today, context: c, deeds, sent, ahead } = walked;
  const eligibility = eligibilityOn(c.applicant, c.day);
  return {
    file: file.id,
    today: undefined,
    rulesVersion: RULES_VERSION,
    stage: c.stage,
    progress: { step: stepOf(c.stage, c.facts, c.round), of: 7 },
    route: c.route,
    caisse: c.caisse,
    eligibility,
    documents: documents.planned,
    tasks:
      c.stage === 'withdrawn'
        ? []
        : sorted(
            deeds.tasks.map((draft) => taskOf(draft, c)),
            byDueOn,
          ),
    emails: sorted([...sent, ...ahead], bySendOn),
    deadlines: sorted(
      deeds.deadlines.map((draft) => deadlineOf(draft, c)),
      byOn,
    ),
    warnings: [
      ...applicantWarnings(c.applicant, c.day, c.needs),
      ...fileWarnings(c, eligibility, walk.duplicatesUpTo(today)),
    ].sort((a, b) => (a.code < b.code ? -1 : 1)),
  } as Promise;
}

/** A list of a plan in its order, which it mostly has already. */
function sorted<T>(list: T[], order: (a: T, b: T) => number): T[] {
  for (let i = 1; i < list.length; i += 1) {
    const [before, after] = [list[i - 1], list[i]];
    if (before !== undefined && after !== undefined && order(before, after) > 0) return list.sort(order);
  }
  return list;
}

type Keyed = { key: string };
const byDueOn = (a: PlannedTask, b: PlannedTask): number => byDay(a.dueOn, b.dueOn, a, b);
const bySendOn = (a: PlannedEmail, b: PlannedEmail): number => byDay(a.sendOn, b.sendOn, a, b);
const byOn = (a: PlannedDeadline, b: PlannedDeadline): number => byDay(a.on, b.on, a, b);

function byDay(first: Day, second: Day, a: Keyed, b: Keyed): number {
  if (first !== second) return first < second ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The first later day on which something listed falls due, or on which the plan would be another. */
function nextReview(file: File, walk: Walk, today: Day, seen: Promise, documents: Documents): Day | null {
  const due = firstDue(today, seen);
  for (let day = walk.nextDay(); day !== null; day = walk.nextDay()) {
    if (due !== null && due <= day) return due;
    const walked = walk.to(day);
    const next = promiseOf(file, walk, walked, documentsOf(walked.context.papers.rows, documents));
    // The papers come last: they are long, and it is mostly something else that differs.
    const [papers, others] = [seen.documents, { ...seen, documents: next.documents }];
    if (!isSame(others, next) || !isSame(papers, next.documents)) return day;
  }
  return due;
}

/** Whether two values read the same as JSON: what is undefined is as good as absent. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, place) => isSame(item, b[place]));
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of Object.keys(first)) if (!isSame(first[key], second[key])) return false;
  for (const key of Object.keys(second)) if (second[key] !== undefined && first[key] === undefined) return false;
  return true;
}

/** The first day after this one on which a task or an email of a plan falls due. */
function firstDue(today: Day, { tasks, emails }: Promise): Day | null {
  let first: Day | null = null;
  for (const { dueOn } of tasks) if (dueOn > today && (first === null || dueOn < first)) first = dueOn;
  for (const { sendOn } of emails) if (sendOn > today && (first === null || sendOn < first)) first = sendOn;
  return first;
}
