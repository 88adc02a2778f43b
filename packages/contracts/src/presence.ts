import { z } from 'zod';
import { FileChange } from './changes.ts';
import { Id } from './words.ts';

export const DOINGS = ['looking', 'recording', 'writing'] as const;
export type Doing = (typeof DOINGS)[number];

/** How often a browser says that it has a file open, and after how long it is taken to have gone. */
export const BEAT_MS = 15_000;
export const GONE_AFTER_SECONDS = 45;

const Mark = z.string().regex(/^\d{1,19}$/, 'A mark is the number that the answer before gave.');

/** A browser says that a file is open in it, and asks what else there is. */
export const Beat = z
  .strictObject({
    doing: z.enum([...DOINGS, 'leaving']),
    /** The mark up to which its person has seen what others did; null to begin with. */
    since: Mark.nullable().default(null),
  })
  .meta({ id: 'Beat' });
export type Beat = z.infer<typeof Beat>;

export const Presence = z
  .object({
    version: z.int(),
    /** Rises with every change of the file; a page whose own is lower shows something old. */
    mark: Mark,
    /** Who else has it open. */
    others: z.array(z.object({ userId: Id, name: z.string(), doing: z.enum(DOINGS) })),
    /** What others did since the mark that was sent, the oldest first. */
    changes: z.array(FileChange),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof Presence>;
