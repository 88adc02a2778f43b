import { z } from 'zod';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import { LaPosteState } from './post.ts';
import { DayText, Id, Instant, Words } from './words.ts';

/** A letter that was posted, and what is known of its way. */
export const Sending = z
  .object({
    id: Id,
    fileId: Id,
    reference: z.string(),
    clientName: z.string(),
    caisse: z.string().nullable(),
    /** What was posted: the event that says so. */
    type: z.enum(EVENT_TYPES),
    trackingNumber: z.string().nullable(),
    postedOn: DayText,
    /** When it arrived, whoever says it. */
    deliveredOn: DayText.nullable(),
    /** The last thing that La Poste said; null: nothing yet. */
    laPoste: z.object({ code: z.string(), label: z.string(), at: Instant }).nullable(),
    askedAt: Instant.nullable(),
    /** Receipts of it that are kept. */
    receipts: z.int(),
  })
  .meta({ id: 'Sending' });
export type Sending = z.infer<typeof Sending>;

const Candidate = z.object({ sending: Sending, reason: Words });

/** One page that was scanned. `candidates`: the letters it may belong to, the likeliest first; `sure`: its number says so. */
export const Receipt = z
  .object({
    id: Id,
    settled: z.enum(['matched', 'discarded']).nullable(),
    /** The page as a picture; the address holds for five minutes. */
    image: z.string(),
    name: z.string(),
    page: z.int(),
    numberRead: z.string().nullable(),
    uploadedBy: z.string(),
    uploadedAt: Instant,
    sure: z.boolean(),
    candidates: z.array(Candidate),
    /** What should be known before it is confirmed: delivered already, a receipt kept already, a number of no letter. */
    note: Words.nullable(),
    deliveredOn: DayText.nullable(),
    letter: Sending.nullable(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

export const ReceiptBox = z
  .object({
    /** Waiting to be settled, the oldest first, fifty at most; then those settled today. */
    receipts: z.array(Receipt),
    /** Posted within sixty days and not known to have arrived, the oldest first. */
    underWay: z.array(Sending),
    laPoste: LaPosteState,
  })
  .meta({ id: 'ReceiptBox' });
export type ReceiptBox = z.infer<typeof ReceiptBox>;

export const UploadReceiptsQuery = z.strictObject({
  name: z.string().max(200).default(''),
  /** The person says that no social security number is to be seen: needed for pictures and scans. */
  noNumberShown: z.stringbool().default(false),
});
export type UploadReceiptsQuery = z.infer<typeof UploadReceiptsQuery>;

/** An address that opens the scan of a receipt. It holds for five minutes and for whoever asked for it. */
export const ReceiptLink = z.object({ url: z.string() }).meta({ id: 'ReceiptLink' });
export type ReceiptLink = z.infer<typeof ReceiptLink>;

/** How many receipts an upload brought, and how many pages were there already. */
export const UploadedReceipts = z.object({ added: z.int(), known: z.int() }).meta({ id: 'UploadedReceipts' });
export type UploadedReceipts = z.infer<typeof UploadedReceipts>;

export const ConfirmReceipt = z.strictObject({ sendingId: Id, deliveredOn: DayText }).meta({ id: 'ConfirmReceipt' });
export type ConfirmReceipt = z.infer<typeof ConfirmReceipt>;

export const SendingQuery = z.strictObject({ q: z.string().trim().min(2).max(100) });
