import { z } from 'zod';
import { DEADLINE_KINDS, EMAIL_TEMPLATES, STAGES, TASK_KINDS } from '@suivi/rules/vocabulary';
import { MESSAGE_STATES } from './messages.ts';
import { DayText, Id, Words } from './words.ts';

export const AHEAD_WHATS = ['task', 'email', 'deadline'] as const;
export type AheadWhat = (typeof AHEAD_WHATS)[number];

const line = {
  key: z.string(),
  /** The day on which it falls due if nothing happens; for a task put off by a person, the later day. */
  on: DayText,
  because: Words,
  /** Null for emails, whose because stands alone. */
  source: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  /** Today's plan lists it. Otherwise it will be planned by then, if nothing happens. */
  planned: z.boolean(),
  file: z.object({
    id: Id,
    reference: z.string(),
    clientName: z.string(),
    caisse: z.string().nullable(),
    stage: z.enum(STAGES),
    /** Null: no address, and nothing can leave. */
    email: z.string().nullable(),
  }),
};

/** One thing that will fall due. */
export const AheadItem = z
  .discriminatedUnion('what', [
    z.object({ what: z.literal('task'), kind: z.enum(TASK_KINDS), ...line }),
    z.object({
      what: z.literal('email'),
      kind: z.enum(EMAIL_TEMPLATES),
      ...line,
      state: z.enum(MESSAGE_STATES),
      /** Why it is held, in words for the adviser. */
      reason: Words.nullable(),
      heldBy: z.string().nullable(),
    }),
    z.object({ what: z.literal('deadline'), kind: z.enum(DEADLINE_KINDS), ...line }),
  ])
  .meta({ id: 'AheadItem' });
export type AheadItem = z.infer<typeof AheadItem>;

/** Some emails and deadlines have one name: `what` tells which is meant. */
const KINDS = [...new Set([...TASK_KINDS, ...EMAIL_TEMPLATES, ...DEADLINE_KINDS])];

export const AheadQuery = z.strictObject({
  /** `mine`: of the files that I follow, and those of colleagues who are away and named me. */
  scope: z.enum(['mine', 'team']).default('mine'),
  what: z.enum(['all', ...AHEAD_WHATS]).default('all'),
  /** A kind of task, an email's template or a kind of deadline. */
  kind: z.enum(KINDS).optional(),
  caisse: z.string().max(60).optional(),
  /** The key of the last row of the page before, as the answer gave it. */
  after: z.string().max(400).optional(),
});
export type AheadQuery = z.infer<typeof AheadQuery>;

export const AheadList = z
  .object({
    today: DayText,
    /** The last day that is looked at, 90 days on. */
    until: DayText,
    rows: z.array(AheadItem),
    /** Give it as `after` for the next page; null at the end. */
    next: z.string().nullable(),
    /** Whatever the kind that is asked for; each at most 501: more read "500+". With the first page alone. */
    counts: z.object({ task: z.int(), email: z.int(), deadline: z.int() }).nullable(),
  })
  .meta({ id: 'AheadList' });
export type AheadList = z.infer<typeof AheadList>;
