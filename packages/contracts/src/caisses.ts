import { z } from 'zod';

/** A body files are sent to. `address` null: none is known, an admin enters it. */
export const Caisse = z
  .object({ shortName: z.string(), officialName: z.string(), department: z.string(), address: z.array(z.string()).nullable(), correctedBy: z.string().nullable() })
  .meta({ id: 'Caisse' });
export type Caisse = z.infer<typeof Caisse>;
