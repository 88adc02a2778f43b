import { z } from 'zod';
import { STAGES } from '@suivi/rules/vocabulary';
import { DayText, Id, Instant, Words } from './words.ts';

/** What a column of a spreadsheet can be. `ignore` leaves it out. */
export const IMPORT_FIELDS = [
  'ignore',
  'reference',
  'last_name',
  'first_name',
  'email',
  'telephone',
  'language',
  'birth_date',
  'birth_country',
  'nationality',
  'category',
  'arrived_on',
  'activity_starts_on',
  'studies_start_on',
  'married',
  'street',
  'postcode',
  'town',
  'caisse',
  'residence_permit',
  'permit_validated_on',
  'permit_valid_until',
  'private_insurance_until',
  'event_file_submitted',
  'tracking_number',
  'event_post_delivered',
  'event_provisional_number',
  'event_number',
  'event_attestation',
  'event_card_ordered',
  'event_card_received',
  'adviser',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const ImportColumn = z
  .object({
    heading: z.string(),
    samples: z.array(z.string()),
    field: z.enum(IMPORT_FIELDS),
    /** `sure`: the heading says it; `confirm`: a guess to look at. */
    certainty: z.enum(['sure', 'confirm', 'none']),
    /** Cells that held a social security number: left out before anything was kept. */
    hiddenCells: z.int(),
  })
  .meta({ id: 'ImportColumn' });

export const IMPORT_STATES = ['mapping', 'checking', 'checked', 'importing', 'done', 'failed'] as const;

export const ImportFault = z
  .object({ line: z.int(), column: z.string(), value: z.string(), reason: Words, hidden: z.boolean() })
  .meta({ id: 'ImportFault' });

export const ImportGoodRow = z
  .object({
    line: z.int(),
    clientName: z.string(),
    stage: z.enum(STAGES),
    firstTask: z.object({ key: z.string(), dueOn: DayText }).nullable(),
  })
  .meta({ id: 'ImportGoodRow' });

/** What an import is, wherever it stands: mapping, check, progress, result. */
export const ImportView = z
  .object({
    id: Id,
    fileName: z.string(),
    state: z.enum(IMPORT_STATES),
    createdAt: Instant,
    seen: z.object({
      rows: z.int(),
      separator: z.enum([',', ';', '\t']),
      encoding: z.enum(['utf-8', 'windows-1252']),
      dates: z.enum(['dd/mm/yyyy', 'yyyy-mm-dd', 'mixed', 'none']),
    }),
    columns: z.array(ImportColumn),
    /** Words of the category column, what each is taken for, and how often it stands there. */
    categories: z.array(z.object({ value: z.string(), category: z.string().nullable(), rows: z.int() })),
    progress: z.object({ done: z.int(), of: z.int() }),
    /** Present from `checked` on. */
    check: z
      .object({
        good: z.int(),
        faulty: z.int(),
        unchanged: z.int(),
        newFiles: z.int(),
        underWay: z.int(),
        pastEvents: z.int(),
        faults: z.array(ImportFault),
        rows: z.array(ImportGoodRow),
        advisers: z.int(),
        tasksToday: z.array(z.object({ kind: z.string(), count: z.int() })),
        emailsToday: z.int(),
      })
      .nullable(),
    result: z
      .object({
        created: z.int(),
        unchanged: z.int(),
        left: z.int(),
        /** The new files, by name: the first hundred. */
        files: z.array(z.object({ id: Id, reference: z.string(), clientName: z.string() })),
      })
      .nullable(),
    /** `rows_changed`: with "all or nothing", a row was no longer good when it came to it; `expired`: a day has passed; `unexpected`. */
    failure: z.enum(['rows_changed', 'expired', 'unexpected']).nullable(),
  })
  .meta({ id: 'ImportView' });
export type ImportView = z.infer<typeof ImportView>;

/** The spreadsheet itself: base64, so that its letters are read as they are. 10 MB at most. */
export const NewImport = z
  .strictObject({ fileName: z.string().max(200), content: z.base64().max(14_000_000, 'The file is over 10 MB.') })
  .meta({ id: 'NewImport' });
export type NewImport = z.infer<typeof NewImport>;

export const MapImport = z
  .strictObject({
    columns: z.array(z.enum(IMPORT_FIELDS)).max(1_000),
    categories: z.record(z.string().max(100), z.string().max(40)).default({}),
  })
  .meta({ id: 'MapImport' });
export type MapImport = z.infer<typeof MapImport>;

export const CorrectImport = z
  .strictObject({
    line: z.int().min(2).max(1_000_000),
    column: z.string().max(1_000),
    value: z.string().max(2000).nullable(),
  })
  .meta({ id: 'CorrectImport' });
export type CorrectImport = z.infer<typeof CorrectImport>;

export const RunImport = z
  .strictObject({
    /** `good`: all good rows; `all`: nothing unless every row is good. */
    which: z.enum(['good', 'all']),
    holdEmails: z.boolean().default(false),
  })
  .meta({ id: 'RunImport' });
export type RunImport = z.infer<typeof RunImport>;
