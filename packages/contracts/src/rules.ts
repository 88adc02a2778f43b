import { z } from 'zod';
import { Id } from './words.ts';

/** Which rule is asked about: its id in the register of rules. */
export const TouchedQuery = z.strictObject({ rule: z.string().trim().min(1).max(60) });
export type TouchedQuery = z.infer<typeof TouchedQuery>;

/** The open files in whose plan something of a rule stands. */
export const TouchedFiles = z
  .object({
    /** At most 501: more read "500+". Null for a rule that puts nothing of its own into a plan. */
    count: z.int().nullable(),
    /** Papers, warnings, the first day and the caisse were looked for in so many files only; null where in all. */
    among: z.int().nullable(),
    /** The first of them. */
    files: z.array(z.object({ id: Id, reference: z.string(), clientName: z.string() })),
  })
  .meta({ id: 'TouchedFiles' });
export type TouchedFiles = z.infer<typeof TouchedFiles>;
