import { z } from 'zod';
import type { EventType } from '@suivi/rules/vocabulary';
import { BulkLine } from './bulk.ts';
import { DayText, Id } from './words.ts';

/**
 * What a day's post, mails and calls of clients bring, that is the same for everybody: no letter of CPAM that asks or
 * decides something, which is read on the file. In the order in which a client gets them.
 */
export const ARRIVALS = [
  'provisional_number_received',
  'social_security_number_received',
  'attestation_received',
  'photo_requested',
  'card_ordered',
  'card_received',
  'post_delivered',
  'ameli_account_created',
  'gp_declared',
  'card_lost',
  'appeal_delivered',
  'mediator_accepted',
  'mediator_closed',
] as const satisfies readonly EventType[];
export type ArrivalType = (typeof ARRIVALS)[number];

/** One file gets no more than this of one day's post. */
export const ARRIVALS_OF_A_FILE = 10;

/** The contract's event: the rules check it against the file. */
const event = z
  .looseObject({ id: Id, type: z.enum(ARRIVALS), on: DayText })
  .refine((sent) => JSON.stringify(sent).length <= 1_000, 'An event is not this long.');

/** What would become of one file by what came for it, in this order; nothing is written. */
export const PreviewArrivals = z
  .strictObject({ fileId: Id, events: z.array(event).min(1).max(ARRIVALS_OF_A_FILE) })
  .meta({ id: 'PreviewArrivals' });
export type PreviewArrivals = z.infer<typeof PreviewArrivals>;

/** A line for each event: why it cannot be, or what it and those before it cause together. */
export const ArrivalsPreview = z.object({ today: DayText, lines: z.array(BulkLine) }).meta({ id: 'ArrivalsPreview' });
export type ArrivalsPreview = z.infer<typeof ArrivalsPreview>;
