import { z } from 'zod';
import { Id, Instant, Words } from './words.ts';

/** Whether anything is late, why, and whose files: for an admin. Queues are the whole platform's, failures the agency's. */
export const Automation = z
  .object({
    measuredAt: Instant,
    /** When due work was last looked for; null when no worker ever ran. */
    sweptAt: Instant.nullable(),
    workersRunning: z.boolean(),
    /** Work that is not in a queue yet. */
    outbox: z.object({ waiting: z.int(), oldestSeconds: z.number().nullable() }),
    /** null: the queues cannot be reached now. */
    queues: z
      .array(
        z.object({
          name: z.string(),
          waiting: z.int(),
          running: z.int(),
          delayed: z.int(),
          failed: z.int(),
          oldestWaitingSeconds: z.number().nullable(),
        }),
      )
      .nullable(),
    /** What failed, by its cause, with the files it failed for. */
    failures: z.array(
      z.object({
        job: z.string(),
        cause: z.string(),
        words: Words.nullable(),
        times: z.int(),
        lastAt: Instant,
        files: z.array(z.object({ id: Id, reference: z.string() })),
        moreFiles: z.int(),
      }),
    ),
    emails: z.object({ failed: z.int(), uncertain: z.int(), held: z.int() }),
    sendingPaused: z.boolean(),
  })
  .meta({ id: 'Automation' });
export type Automation = z.infer<typeof Automation>;
