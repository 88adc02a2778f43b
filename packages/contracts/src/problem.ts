import { z } from 'zod';
import { FileChange } from './changes.ts';

/** What every refused request gets (RFC 9457). `type` is a stable name, `detail` says what to do now. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** The faults by field, `path` as the request names it. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** `stale_…`: what others did since; for a file, the version to save against. */
    version: z.int().optional(),
    changes: z.array(FileChange).optional(),
    /** `paper_bears_number`: the events that say the same without the paper, the likeliest first. */
    record: z.array(z.string()).optional(),
    /** What the person may read out to support. */
    reference: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
