import { z } from 'zod';
import { DayText, Id, Instant } from './words.ts';

export const NOTE_LONGEST = 4_000;

const Text = z
  .string()
  .trim()
  .min(1, 'Write something, or leave the note.')
  .max(NOTE_LONGEST, 'A note holds 4,000 characters. Make it shorter, or write two.');

export const Note = z
  .object({
    id: Id,
    /** The task it stands beside; null for the file as a whole. */
    taskKey: z.string().nullable(),
    text: z.string(),
    author: z.object({ userId: Id, name: z.string() }),
    /** The agency's day on which it was written. */
    on: DayText,
    writtenAt: Instant,
    changedAt: Instant.nullable(),
    revision: z.int(),
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;

/** The browser makes the id, so that a note sent again is one note. */
export const WriteNote = z
  .strictObject({ id: Id, taskKey: z.string().max(100).nullable().default(null), text: Text })
  .meta({ id: 'WriteNote' });
export type WriteNote = z.infer<typeof WriteNote>;

export const ChangeNote = z.strictObject({ text: Text, revision: z.int().nonnegative() }).meta({ id: 'ChangeNote' });
export type ChangeNote = z.infer<typeof ChangeNote>;
