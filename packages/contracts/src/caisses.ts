import { z } from 'zod';
import { STAGES } from '@suivi/rules/vocabulary';
import { Id, Instant, Words } from './words.ts';

/** How far a corrected address has been told to the unsent files. `ended`: all of them have it. */
const Telling = z.object({ done: z.int(), of: z.int(), ended: z.boolean() });

/** A body files are sent to. `address` null: none is known, an admin enters it. */
export const Caisse = z
  .object({
    shortName: z.string(),
    officialName: z.string(),
    department: z.string(),
    address: z.array(z.string()).nullable(),
    correctedBy: z.string().nullable(),
    correctedAt: Instant.nullable(),
    /** How often the agency has entered it; 0: the address of the list holds. */
    version: z.int(),
  })
  .meta({ id: 'Caisse' });
export type Caisse = z.infer<typeof Caisse>;

/** An address as it held, and what held before it. Version 0 is the list's. */
export const CaisseAddress = z
  .object({
    version: z.int(),
    lines: z.array(z.string()).nullable(),
    enteredBy: z.string().nullable(),
    enteredAt: Instant.nullable(),
    telling: Telling.nullable(),
  })
  .meta({ id: 'CaisseAddress' });
export type CaisseAddress = z.infer<typeof CaisseAddress>;

/** A caisse with all its addresses, the newest first. */
export const CaisseView = Caisse.extend({
  history: z.array(CaisseAddress),
  /** Files of it that have not been sent. */
  unsentFiles: z.int(),
}).meta({ id: 'CaisseView' });
export type CaisseView = z.infer<typeof CaisseView>;

const lines = z
  .array(
    z
      .string()
      .trim()
      .min(1, 'This line is empty.')
      .max(38, 'An envelope takes 38 characters a line.')
      .regex(/^[^\p{Cc}]*$/u, 'Write this on one line, without control characters.'),
  )
  .min(2, 'Enter the address, line by line.')
  .max(6, 'An envelope takes six lines.');

/** The filing address as it stands on the envelope: six lines of 38 characters at most. */
export const EnterCaisseAddress = z
  .strictObject({ lines, expectedVersion: z.int().nonnegative() })
  .meta({ id: 'EnterCaisseAddress' });
export type EnterCaisseAddress = z.infer<typeof EnterCaisseAddress>;

export const PreviewCaisseAddress = z.strictObject({ lines }).meta({ id: 'PreviewCaisseAddress' });
export type PreviewCaisseAddress = z.infer<typeof PreviewCaisseAddress>;

/** Which unsent files would get the address, and what would become of the first of them. */
export const CaisseAddressPreview = z
  .object({
    /** Files that get it; those that have it already get nothing. */
    files: z.int(),
    /** Beyond these files, so many have not been looked at. */
    more: z.int(),
    samples: z.array(
      z.object({
        fileId: Id,
        reference: z.string(),
        clientName: z.string(),
        stage: z.enum(STAGES),
        before: z.array(z.string()).nullable(),
        /** What changes in its plan. */
        effects: z.array(Words),
      }),
    ),
  })
  .meta({ id: 'CaisseAddressPreview' });
export type CaisseAddressPreview = z.infer<typeof CaisseAddressPreview>;
