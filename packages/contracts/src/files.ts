import { z } from 'zod';
import { Applicant } from '@suivi/rules/file';
import { CATEGORIES, DEADLINE_KINDS, EVENT_TYPES, LANGUAGES, STAGES, TASK_KINDS } from '@suivi/rules/vocabulary';
import { Message } from './messages.ts';
import { Task } from './tasks.ts';
import { DayText, Id, Instant, Words } from './words.ts';

/** One line of text: a line break in a name would end up in the head of an email. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}]*$/u, 'Write this on one line, without control characters.');

const EMAIL_LONGEST = 254;
const who = {
  firstName: line(100).min(1, 'Enter the first name.'),
  lastName: line(100).min(1, 'Enter the last name.'),
  email: z.email('This is not an email address.').max(EMAIL_LONGEST, 'No address is this long.').nullable(),
  telephone: line(40).nullable(),
  street: line(200).nullable(),
};

/** Who the client is; beside the applicant's facts that the rules read. */
export const Client = z
  .strictObject({
    ...who,
    email: who.email.default(null),
    telephone: who.telephone.default(null),
    street: who.street.default(null),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof Client>;

export const NewFile = z
  .strictObject({
    client: Client,
    applicant: Applicant,
    reference: line(40).nullable().default(null),
    adviser: Id.nullable().default(null),
  })
  .meta({ id: 'NewFile' });
export type NewFile = z.infer<typeof NewFile>;

export const NewFileCreated = z.object({ id: Id, reference: z.string() }).meta({ id: 'NewFileCreated' });
export type NewFileCreated = z.infer<typeof NewFileCreated>;

export const CLIENT_FIELDS = ['firstName', 'lastName', 'email', 'telephone', 'street'] as const;

/** What is left out stays as it is: so without the defaults of a new client. */
export const ChangeClient = z
  .strictObject({
    client: z.strictObject(who).partial(),
    adviser: Id.nullable().optional(),
    expectedVersion: z.int().nonnegative(),
    /** What the person saw of what they change; when somebody has changed it meanwhile, nothing is saved. */
    was: z
      .strictObject({
        client: z.partialRecord(z.enum(CLIENT_FIELDS), z.string().nullable()),
        adviser: Id.nullable(),
      })
      .partial()
      .optional(),
  })
  .meta({ id: 'ChangeClient' });
export type ChangeClient = z.infer<typeof ChangeClient>;

const DEEPEST = 8;

/** An event holds objects in objects in lists, and no more: deeper ones would only exhaust whoever reads them. */
function isShallow(event: unknown): boolean {
  let level = [event];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return true;
}

const LONGEST_CALL_SECONDS = 6 * 60 * 60;
const seconds = z.int().min(0).max(LONGEST_CALL_SECONDS).nullable();

/** How a call to 3646 went, beside its outcome: what the best hour is learned from. */
export const CallTimes = z
  .strictObject({
    startedAt: Instant,
    waitedSeconds: seconds,
    talkedSeconds: seconds,
    clientOnLine: z.boolean(),
  })
  .meta({ id: 'CallTimes' });
export type CallTimes = z.infer<typeof CallTimes>;

/** An event as an adviser sends it: the contract's event without its id, which the browser makes (a UUID) so that a retry is one event. */
export const RecordEvent = z
  .strictObject({
    /** The contract's event, with a UUID as id; the rules check it against the file. */
    event: z.record(z.string(), z.unknown()).refine(isShallow, 'An event does not go this deep.'),
    /** The version the adviser saw; another one means that somebody was faster. */
    expectedVersion: z.int().nonnegative(),
    /** Needed for a day before the file was opened. */
    history: z.boolean().default(false),
    /** With `call_made`, from the call round. */
    call: CallTimes.optional(),
  })
  .meta({ id: 'RecordEvent' });
export type RecordEvent = z.infer<typeof RecordEvent>;

/** What the recorded event changed. */
export const Change = z
  .object({
    eventId: Id,
    version: z.int(),
    stage: z.enum(STAGES),
    tasksOpened: z.array(z.object({ key: z.string(), dueOn: DayText })),
    tasksClosed: z.array(z.string()),
    emailsPlanned: z.array(z.object({ key: z.string(), sendOn: DayText })),
    emailsCancelled: z.array(z.string()),
    nextReviewOn: DayText.nullable(),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

/** An event on the file's axis; `event` is the contract's. */
export const RecordedEvent = z
  .object({
    id: Id,
    type: z.enum(EVENT_TYPES),
    on: DayText.nullable(),
    event: z.record(z.string(), z.unknown()),
    recordedBy: z.string(),
    recordedAt: Instant,
    origin: z.enum(['adviser', 'import', 'client', 'la_poste']),
    voided: z.boolean(),
  })
  .meta({ id: 'RecordedEvent' });
export type RecordedEvent = z.infer<typeof RecordedEvent>;

export const FileDeadline = z
  .object({
    key: z.string(),
    kind: z.enum(DEADLINE_KINDS),
    on: DayText,
    suspended: z.boolean(),
    because: Words,
    source: z.string(),
  })
  .meta({ id: 'FileDeadline' });

/** Everything the file's page shows. `input` goes into `plan()` in the browser as it is. */
export const FileView = z
  .object({
    id: Id,
    reference: z.string(),
    version: z.int(),
    /** Rises with every change, events or not. */
    mark: z.string(),
    client: Client,
    adviser: z.object({ userId: Id, name: z.string() }).nullable(),
    today: DayText,
    /** The contract's file: id, openedOn, applicant, events, playbook. */
    input: z.record(z.string(), z.unknown()),
    events: z.array(RecordedEvent),
    tasks: z.array(Task),
    messages: z.array(Message),
    deadlines: z.array(FileDeadline),
    /** Emails that a person holds before they are planned, or in case they are planned again: by key, with the name of who holds them. */
    heldAhead: z.array(z.object({ key: z.string(), heldBy: z.string() })),
  })
  .meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;

/** One row of *Files*. */
export const FileRow = z
  .object({
    id: Id,
    reference: z.string(),
    clientName: z.string(),
    town: z.string().nullable(),
    caisse: z.string().nullable(),
    category: z.enum(CATEGORIES),
    language: z.enum(LANGUAGES),
    stage: z.enum(STAGES),
    step: z.int(),
    stageSince: DayText.nullable(),
    nextTask: z.object({ key: z.string(), kind: z.enum(TASK_KINDS), dueOn: DayText }).nullable(),
    documentsInHand: z.int(),
    documentsNeeded: z.int(),
    adviser: z.object({ userId: Id, name: z.string() }).nullable(),
    emailTrouble: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'FileRow' });
export type FileRow = z.infer<typeof FileRow>;

export const FILE_SORTS = ['due', 'name', 'stage', 'reference'] as const;
const list = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (v) => (v === undefined ? [] : Array.isArray(v) ? v : String(v).split(',').filter(Boolean)),
    z.array(of),
  );

/** What to watch: CPAM has had its turn for over 30 days, papers are missing, cover ends within 60 days, no email arrives. */
export const FILE_CONCERNS = ['silent', 'papers_missing', 'cover_ends', 'email_not_delivered'] as const;
export type FileConcern = (typeof FILE_CONCERNS)[number];

export const FileListQuery = z.strictObject({
  q: z.string().trim().max(100).default(''),
  stage: list(z.enum(STAGES)),
  category: list(z.enum(CATEGORIES)),
  caisse: list(z.string().max(60)),
  adviser: list(Id),
  /** All of them must hold. */
  concern: list(z.enum(FILE_CONCERNS)),
  /** `open`: all but delivered, withdrawn and nothing to file. */
  state: z.enum(['open', 'closed', 'all']).default('open'),
  sort: z.enum(FILE_SORTS).default('due'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  /** The key of the last row of the page before, as the answer gave it. */
  after: z.string().max(400).optional(),
});
export type FileListQuery = z.infer<typeof FileListQuery>;

export const FileList = z
  .object({
    rows: z.array(FileRow),
    /** Give it as `after` for the next page; null at the end. */
    next: z.string().nullable(),
    /** At most 501: more read "500+". */
    count: z.int(),
    /** For a search that finds nothing: the nearest name that would, and how many. */
    closeTo: z.object({ name: z.string(), count: z.int() }).nullable(),
  })
  .meta({ id: 'FileList' });
export type FileList = z.infer<typeof FileList>;
