import { z } from 'zod';
import { CATEGORIES, STAGES } from '@suivi/rules/vocabulary';
import { FILE_CONCERNS, FILE_SORTS } from './files.ts';
import { Id } from './words.ts';

/** The columns of *Files* beside the client, in the order in which they stand. */
export const FILE_COLUMNS = [
  'stage',
  'waiting',
  'next',
  'due',
  'documents',
  'caisse',
  'town',
  'category',
  'language',
  'adviser',
] as const;
export type FileColumn = (typeof FILE_COLUMNS)[number];
export const USUAL_COLUMNS: readonly FileColumn[] = ['stage', 'waiting', 'next', 'due', 'documents', 'adviser'];

/** What a list is asked for: words, filters, sort and columns. */
export const ViewAsked = z
  .strictObject({
    q: z.string().trim().max(100),
    stage: z.array(z.enum(STAGES)),
    category: z.array(z.enum(CATEGORIES)),
    caisse: z.array(z.string().max(60)).max(120),
    adviser: z.array(Id).max(100),
    concern: z.array(z.enum(FILE_CONCERNS)),
    state: z.enum(['open', 'closed', 'all']),
    sort: z.enum(FILE_SORTS),
    direction: z.enum(['asc', 'desc']),
    columns: z.array(z.enum(FILE_COLUMNS)),
  })
  .meta({ id: 'ViewAsked' });
export type ViewAsked = z.infer<typeof ViewAsked>;

/** The views that everybody has. */
export const BUILT_IN_VIEWS = [
  'open',
  'mine',
  'silent',
  'papers_missing',
  'cover_ends',
  'email_not_delivered',
] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

/** At most 501: more read "500+". */
const count = z.int();

export const SavedView = z
  .object({
    id: Id,
    name: z.string(),
    asked: ViewAsked,
    shared: z.boolean(),
    /** Its owner moves it, and keeps it to themselves or shares it. */
    mine: z.boolean(),
    ownerName: z.string(),
    count,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const ViewList = z
  .object({
    builtIn: z.array(z.object({ id: z.enum(BUILT_IN_VIEWS), count })),
    /** The person's own in their order, then what colleagues share, by name. */
    saved: z.array(SavedView),
  })
  .meta({ id: 'ViewList' });
export type ViewList = z.infer<typeof ViewList>;

const name = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(60)
  .regex(/^[^\p{Cc}]*$/u, 'Write this on one line, without control characters.');

/** `id` is made by the browser, so that a retry is one view, and one that was deleted comes back as it was. */
export const NewView = z
  .strictObject({
    id: Id,
    name,
    asked: ViewAsked,
    shared: z.boolean().default(false),
    /** Its place among the person's own, 0 the first; left out: the last. */
    place: z.int().min(0).max(100).optional(),
  })
  .meta({ id: 'NewView' });
export type NewView = z.infer<typeof NewView>;

/** What is left out stays as it is. */
export const ChangeView = z
  .strictObject({
    name: name.optional(),
    asked: ViewAsked.optional(),
    shared: z.boolean().optional(),
    place: z.int().min(0).max(100).optional(),
  })
  .meta({ id: 'ChangeView' });
export type ChangeView = z.infer<typeof ChangeView>;

/** Exactly a view, or only the files that are chosen in it. */
export const ExportFiles = z
  .strictObject({ asked: ViewAsked, files: z.array(Id).min(1).max(500).optional() })
  .meta({ id: 'ExportFiles' });
export type ExportFiles = z.infer<typeof ExportFiles>;
