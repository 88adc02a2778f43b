import { z } from 'zod';

/** What people do to a file besides recording events. */
export const OTHER_CHANGES = [
  'client_changed',
  'task_snoozed',
  'task_assigned',
  'note_written',
  'note_changed',
  'note_deleted',
  'email_held',
  'email_released',
  'email_resent',
  'letter_changed',
] as const;
export type OtherChange = (typeof OTHER_CHANGES)[number];

/** Something that somebody did to a file: who, what, when. Codes and days, nothing that is known of the client. */
export const FileChange = z
  .object({
    /** An event's type, or one of `OTHER_CHANGES`. */
    type: z.string(),
    /** The event's day. */
    on: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    /** The key of the task it is about. */
    task: z.string().optional(),
    /** The client's details, or the parts of a letter, that were changed. */
    fields: z.array(z.string()).optional(),
  })
  .meta({ id: 'FileChange' });
export type FileChange = z.infer<typeof FileChange>;
