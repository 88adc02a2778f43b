import type {
  Plan,
  PlannedDeadline,
  PlannedDocument,
  PlannedEmail,
  PlannedTask,
  PlannedWarning,
} from './plan-types.ts';

export type Moved<Item> = { before: Item; after: Item };
export type FromTo<Value> = { from: Value; to: Value };

/** What changes from one plan to the next: for "What this will cause", and for what a rehearsal shows. */
export type PlanDifference = {
  stage: FromTo<Plan['stage']> | null;
  eligibility: FromTo<Plan['eligibility']> | null;
  caisse: FromTo<Plan['caisse']> | null;
  /** `done`: answered by an event. `dropped`: what the task waited for has come, or it no longer applies. */
  tasks: { added: PlannedTask[]; done: PlannedTask[]; dropped: PlannedTask[]; moved: Moved<PlannedTask>[] };
  emails: { added: PlannedEmail[]; dropped: PlannedEmail[]; moved: Moved<PlannedEmail>[] };
  /** `moved`: another day, or suspended, or running again. */
  deadlines: { added: PlannedDeadline[]; dropped: PlannedDeadline[]; moved: Moved<PlannedDeadline>[] };
  /** Papers whose need or status is another; `before` is null for the papers of a new child. */
  documents: { before: PlannedDocument | null; after: PlannedDocument | null }[];
  warnings: { added: PlannedWarning[]; gone: PlannedWarning[] };
  nextReviewOn: FromTo<Plan['nextReviewOn']> | null;
};

type Changes<Item> = { added: Item[]; gone: Item[]; moved: Moved<Item>[] };

/** Items are the same when their key is; those that stand in both but not at the same place have moved. */
function changes<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  placeOf: (item: Item) => string,
): Changes<Item> {
  const earlier = new Map(before.map((item) => [keyOf(item), item]));
  const later = new Map(after.map((item) => [keyOf(item), item]));
  return {
    added: after.filter((item) => !earlier.has(keyOf(item))),
    gone: before.filter((item) => !later.has(keyOf(item))),
    moved: after.flatMap((item) => {
      const same = earlier.get(keyOf(item));
      return same !== undefined && placeOf(same) !== placeOf(item) ? [{ before: same, after: item }] : [];
    }),
  };
}

function fromTo<Value>(from: Value, to: Value, sameness: (value: Value) => string = String): FromTo<Value> | null {
  return sameness(from) === sameness(to) ? null : { from, to };
}

const nothing = (document: PlannedDocument): boolean => document.need === 'not_needed' && document.status === 'missing';

function documentChanges(before: Plan, after: Plan): PlanDifference['documents'] {
  const { added, gone, moved } = changes(
    before.documents,
    after.documents,
    ({ code, member }) => `${code}:${member ?? ''}`,
    ({ need, status }) => `${need}:${status}`,
  );
  return [
    ...moved,
    ...added.filter((row) => !nothing(row)).map((row) => ({ before: null, after: row })),
    ...gone.filter((row) => !nothing(row)).map((row) => ({ before: row, after: null })),
  ];
}

/**
 * What changes from one plan of a file to another.
 * @param answered key → event that answered it, as the fold of `after` has it: tells what is done from what is dropped.
 */
export function difference(
  before: Plan,
  after: Plan,
  answered: Readonly<Record<string, unknown>> = {},
): PlanDifference {
  const key = ({ key }: { key: string }) => key;
  const tasks = changes(before.tasks, after.tasks, key, ({ dueOn }) => dueOn);
  const emails = changes(before.emails, after.emails, key, ({ sendOn }) => sendOn);
  const deadlines = changes(before.deadlines, after.deadlines, key, ({ on, suspended }) => `${on} ${suspended}`);
  const warnings = changes(
    before.warnings,
    after.warnings,
    ({ code }) => code,
    () => '',
  );
  const isDone = ({ key: of }: PlannedTask) => Object.hasOwn(answered, of);
  return {
    stage: fromTo(before.stage, after.stage),
    eligibility: fromTo(before.eligibility, after.eligibility, (e) => `${e.status} ${e.earliestSubmissionOn}`),
    caisse: fromTo(before.caisse, after.caisse, (c) => `${c.status} ${c.department} ${c.shortName}`),
    tasks: {
      added: tasks.added,
      done: tasks.gone.filter(isDone),
      dropped: tasks.gone.filter((task) => !isDone(task)),
      moved: tasks.moved,
    },
    emails: { added: emails.added, dropped: emails.gone, moved: emails.moved },
    deadlines: { added: deadlines.added, dropped: deadlines.gone, moved: deadlines.moved },
    documents: documentChanges(before, after),
    warnings: { added: warnings.added, gone: warnings.gone },
    nextReviewOn: fromTo(before.nextReviewOn, after.nextReviewOn),
  };
}

/** Whether nothing at all changes. */
export const isSame = (found: PlanDifference): boolean =>
  Object.values(found).every((part) =>
    part === null
      ? true
      : Array.isArray(part)
        ? part.length === 0
        : 'from' in part
          ? false
          : Object.values(part).every((list) => list.length === 0),
  );
