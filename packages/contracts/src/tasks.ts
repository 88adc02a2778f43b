import { z } from 'zod';
import { STAGES, TASK_KINDS } from '@suivi/rules/vocabulary';
import { DayText, Id, Words } from './words.ts';

export const TASK_STATES = ['open', 'done', 'dropped'] as const;

/** The plan owns key, kind, dueOn, because, source and payload; the person assignee and snooze. */
export const Task = z
  .object({
    id: Id,
    key: z.string(),
    kind: z.enum(TASK_KINDS),
    state: z.enum(TASK_STATES),
    dueOn: DayText,
    snoozedUntil: DayText.nullable(),
    assignee: Id.nullable(),
    because: Words,
    source: z.string(),
    payload: z.record(z.string(), z.unknown()),
    answeredBy: Id.nullable(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** One row of *Today*: the task and as much of its file as the row shows. */
export const WorkItem = Task.extend({
  file: z.object({
    id: Id,
    reference: z.string(),
    clientName: z.string(),
    caisse: z.string().nullable(),
    stage: z.enum(STAGES),
    version: z.int(),
    adviser: Id.nullable(),
  }),
  /** The newest note beside it, and how many there are. */
  note: z.object({ text: z.string(), by: z.string(), count: z.int() }).nullable(),
}).meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof WorkItem>;

export const WORK_GROUPS = ['all', 'calls', 'letters', 'checks', 'others'] as const;

export const WorkListQuery = z.strictObject({
  scope: z.enum(['mine', 'team']).default('mine'),
  group: z.enum(WORK_GROUPS).default('all'),
  /** How many days ahead are shown (today is 0). */
  ahead: z.coerce.number().int().min(0).max(90).default(7),
});
export type WorkListQuery = z.infer<typeof WorkListQuery>;

export const WorkList = z
  .object({
    today: DayText,
    items: z.array(WorkItem),
    /** More rows exist than are shown (500 at most). */
    more: z.boolean(),
    counts: z.object({ all: z.int(), calls: z.int(), letters: z.int(), checks: z.int(), others: z.int() }),
    scopes: z.object({ mine: z.int(), team: z.int() }),
    /** The next public holiday within ten days, where one lies ahead. */
    holiday: z.object({ on: DayText, name: Words }).nullable(),
    /** Colleagues who are away and whose tasks are therefore mine, too. */
    standingIn: z.array(z.object({ userId: Id, name: z.string(), to: DayText.nullable() })),
    /** For the empty state: when something is due next. */
    nextDueOn: DayText.nullable(),
    /** What that is; where the list is empty. */
    nextDue: z
      .object({
        key: z.string(),
        kind: z.enum(TASK_KINDS),
        because: Words,
        source: z.string(),
        payload: z.record(z.string(), z.unknown()),
        clientName: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'WorkList' });
export type WorkList = z.infer<typeof WorkList>;

/** `was`: what the person saw; when somebody has changed it meanwhile, nothing is saved. */
export const SnoozeTask = z
  .strictObject({ until: DayText.nullable(), was: DayText.nullable().optional() })
  .meta({ id: 'SnoozeTask' });
export type SnoozeTask = z.infer<typeof SnoozeTask>;
export const AssignTask = z
  .strictObject({ assignee: Id.nullable(), was: Id.nullable().optional() })
  .meta({ id: 'AssignTask' });
export type AssignTask = z.infer<typeof AssignTask>;
