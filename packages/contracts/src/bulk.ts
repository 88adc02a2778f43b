import { z } from 'zod';
import { EMAIL_TEMPLATES, STAGES, TASK_KINDS } from '@suivi/rules/vocabulary';
import { DayText, Id, Words } from './words.ts';

/** So many files are acted on together at most, and so many go in one request: the browser shows how far it has come. */
export const MOST_FILES = 500;
export const FILES_A_PREVIEW = 100;
export const FILES_A_RUN = 25;

/** Events that may be the same for many: none that carries a number, a task or words of one file. */
export const BULK_EVENTS = [
  'document_received',
  'document_verified',
  'post_delivered',
  'documents_requested',
  'provisional_number_received',
  'social_security_number_received',
  'attestation_received',
  'photo_requested',
  'call_made',
  'office_visited',
  'ameli_message_sent',
  'ameli_account_created',
  'gp_declared',
  'card_ordered',
  'card_received',
  'withdrawn',
] as const;
export type BulkEvent = (typeof BULK_EVENTS)[number];

/** The contract's event without its id: the rules check it against each file. */
const event = z
  .looseObject({ type: z.enum(BULK_EVENTS), on: DayText })
  .refine((sent) => JSON.stringify(sent).length <= 4_000, 'An event is not this long.');

const assign = { kind: z.literal('assign'), adviser: Id.nullable() };
const snooze = { kind: z.literal('snooze'), until: DayText };
const record = { kind: z.literal('record'), event };

const ids = { files: z.array(Id).min(1).max(FILES_A_PREVIEW) };
/** What would become of these files; nothing is written. */
export const PreviewBulk = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...assign, ...ids }),
    z.strictObject({ ...snooze, ...ids }),
    z.strictObject({ ...record, ...ids }),
  ])
  .meta({ id: 'PreviewBulk' });
export type PreviewBulk = z.infer<typeof PreviewBulk>;

/** `now`: at once. `planned`: on its day. `skipped`: late, a newer one says more. `held`: waits for a person. */
const fate = z.enum(['planned', 'now', 'skipped', 'held']);
const effect = z.object({
  stage: z.object({ from: z.enum(STAGES), to: z.enum(STAGES) }),
  tasksOpened: z.array(z.object({ key: z.string(), kind: z.enum(TASK_KINDS), dueOn: DayText })),
  tasksClosed: z.array(z.object({ key: z.string(), kind: z.enum(TASK_KINDS) })),
  /** `on`: the day on which it leaves, should nothing change. */
  emails: z.array(z.object({ key: z.string(), template: z.enum(EMAIL_TEMPLATES), on: DayText, fate })),
  emailsCancelled: z.int(),
});

/** What would become of one file. With a reason in `leftOut` nothing would. */
export const BulkLine = z
  .object({
    fileId: Id,
    reference: z.string(),
    clientName: z.string(),
    version: z.int(),
    leftOut: Words.nullable(),
    /** Who follows it now. */
    adviser: z.object({ userId: Id, name: z.string() }).nullable(),
    /** Assign: its open tasks that go along; those given to somebody by hand stay there. */
    tasks: z.int(),
    tasksByHand: z.int(),
    /** Snooze: the next task, the one that its row shows. */
    task: z.object({ id: Id, key: z.string(), kind: z.enum(TASK_KINDS), due: DayText }).nullable(),
    /** Record. */
    effect: effect.nullable(),
  })
  .meta({ id: 'BulkLine' });
export type BulkLine = z.infer<typeof BulkLine>;

export const BulkPreview = z
  .object({
    today: DayText,
    /** Snooze: the working day on or after the day asked for, and why it is another. */
    until: z.object({ on: DayText, because: Words.nullable() }).nullable(),
    /** Assign: until when whoever gets the files is away, and who stands in. */
    away: z.object({ to: DayText.nullable(), substitute: z.string().nullable() }).nullable(),
    /** As they were named; a file that is not here is not among them. */
    lines: z.array(BulkLine),
  })
  .meta({ id: 'BulkPreview' });
export type BulkPreview = z.infer<typeof BulkPreview>;

const many = <T extends z.ZodRawShape>(seen: T) => ({
  /** One for the whole action: the same file is never acted on twice under it. */
  key: Id,
  files: z
    .array(z.strictObject({ fileId: Id, version: z.int().nonnegative(), ...seen }))
    .min(1)
    .max(FILES_A_RUN),
});
/** Does it to these files, each as its preview saw it; whatever has changed since is left out. */
export const RunBulk = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...assign, ...many({ adviser: Id.nullable() }) }),
    z.strictObject({ ...snooze, ...many({ taskId: Id, due: DayText }) }),
    z.strictObject({ ...record, ...many({}) }),
  ])
  .meta({ id: 'RunBulk' });
export type RunBulk = z.infer<typeof RunBulk>;

/** How one file goes back to what it was. */
export const BulkUndo = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('assign'), fileId: Id, adviser: Id.nullable(), was: Id.nullable() }),
    z.strictObject({ kind: z.literal('snooze'), fileId: Id, taskId: Id, until: DayText, was: DayText.nullable() }),
    z.strictObject({ kind: z.literal('record'), fileId: Id, eventId: Id, version: z.int().nonnegative() }),
  ])
  .meta({ id: 'BulkUndo' });
export type BulkUndo = z.infer<typeof BulkUndo>;

export const UndoBulk = z
  .strictObject({ key: Id, files: z.array(BulkUndo).min(1).max(FILES_A_RUN) })
  .meta({ id: 'UndoBulk' });
export type UndoBulk = z.infer<typeof UndoBulk>;

/** What became of each file: done, and how to undo it; or left out, and why. */
export const BulkOutcome = z
  .object({ lines: z.array(z.object({ fileId: Id, leftOut: Words.nullable(), undo: BulkUndo.nullable() })) })
  .meta({ id: 'BulkOutcome' });
export type BulkOutcome = z.infer<typeof BulkOutcome>;

/** Every file that a list has, up to the most that may be acted on together. */
export const MatchingFiles = z.object({ files: z.array(Id), more: z.boolean() }).meta({ id: 'MatchingFiles' });
export type MatchingFiles = z.infer<typeof MatchingFiles>;
