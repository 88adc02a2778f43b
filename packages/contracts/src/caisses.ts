import { z } from 'zod';

/** A body files are sent to. `address` null: none is known, an admin enters it. */
export const Caisse = z
  .object({
    shortName: z.string(),
    officialName: z.string(),
    department: z.string(),
    address: z.array(z.string()).nullable(),
    correctedBy: z.string().nullable(),
  })
  .meta({ id: 'Caisse' });
export type Caisse = z.infer<typeof Caisse>;

/** The filing address as it stands on the envelope: six lines of 38 characters at most. */
export const EnterCaisseAddress = z
  .strictObject({
    lines: z
      .array(
        z
          .string()
          .trim()
          .min(1, 'This line is empty.')
          .max(38, 'An envelope takes 38 characters a line.')
          .regex(/^[^\p{Cc}]*$/u, 'Write this on one line, without control characters.'),
      )
      .min(2, 'Enter the address, line by line.')
      .max(6, 'An envelope takes six lines.'),
  })
  .meta({ id: 'EnterCaisseAddress' });
export type EnterCaisseAddress = z.infer<typeof EnterCaisseAddress>;

/** How many unsent files of this caisse got the address. */
export const EnteredCaisseAddress = z.object({ files: z.int() }).meta({ id: 'EnteredCaisseAddress' });
export type EnteredCaisseAddress = z.infer<typeof EnteredCaisseAddress>;
