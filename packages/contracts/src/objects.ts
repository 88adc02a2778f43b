import { z } from 'zod';

/** What stands behind `/api/objects/{id}` in a signed address. It is made by the API and used as it is. */
export const ObjectLink = z.strictObject({
  as: z.enum(['inline', 'attachment']),
  /** What a saved file is called. */
  name: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/, 'Use the address as it was given.'),
  until: z.coerce.number().int(),
  signature: z.string().max(100),
});
export type ObjectLink = z.infer<typeof ObjectLink>;
