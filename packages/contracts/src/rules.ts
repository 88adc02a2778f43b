import { z } from 'zod';
import { Id } from './words.ts';

/** Which rule is asked about: its id in the register of rules. */
export const TouchedQuery = z.strictObject({ rule: z.string().trim().min(1).max(60) });
export type TouchedQuery = z.infer<typeof TouchedQuery>;

/** The open files in whose plan something of a rule stands. */
export const TouchedFiles = z
  .object({
    /** At most 501: more read "500+". Null where it cannot be counted: papers and warnings are kept sealed. */
    count: z.int().nullable(),
    /** The first of them. */
    files: z.array(z.object({ id: Id, reference: z.string(), clientName: z.string() })),
  })
  .meta({ id: 'TouchedFiles' });
export type TouchedFiles = z.infer<typeof TouchedFiles>;
