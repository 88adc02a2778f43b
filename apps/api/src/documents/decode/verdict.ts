import { z } from 'zod';

/** What the decoder can be asked to do. */
export const DECODER_TASKS = ['picture', 'heic', 'pdf', 'join', 'receipts'] as const;
export type DecoderTask = (typeof DECODER_TASKS)[number];

/** Why something is no paper that can be kept. */
export const DECODER_REFUSALS = [
  'unreadable_picture',
  'moving_picture',
  'picture_too_large',
  'encrypted_pdf',
  'unreadable_pdf',
  'too_many_pages',
  'unflattened_pdf',
] as const;
export type DecoderRefusal = (typeof DECODER_REFUSALS)[number];

/** What the decoder says of a file: the first piece of its answer. The document and the pages' pictures follow. */
export const Verdict = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    mediaType: z.enum(['image/jpeg', 'application/pdf']),
    pages: z.array(z.object({ width: z.int().positive(), height: z.int().positive() })),
    /** A social security number stands in its text. The text itself never leaves the decoder. */
    showsNumber: z.boolean(),
    /** Which papers its words sound like; for what is offered instead. */
    soundsLike: z.array(z.enum(['attestation', 'carte_vitale', 'number_letter'])),
    /** Some page is a picture, in which no number can be looked for. */
    hasPictures: z.boolean(),
    /** Of each page of receipts: the tracking numbers that its barcodes and its words say. */
    numbers: z.array(z.array(z.string().max(20)).max(20)).default([]),
  }),
  z.object({ ok: z.literal(false), refusal: z.enum(DECODER_REFUSALS) }),
]);
export type Verdict = z.infer<typeof Verdict>;

export type Page = { width: number; height: number; jpeg: Uint8Array };
export type Decoded = {
  mediaType: 'image/jpeg' | 'application/pdf';
  document: Uint8Array;
  pages: Page[];
  showsNumber: boolean;
  soundsLike: ('attestation' | 'carte_vitale' | 'number_letter')[];
  hasPictures: boolean;
  numbers?: string[][];
};

/** Thrown where the fault is found, told by its name. */
export class Refused extends Error {
  readonly refusal: DecoderRefusal;
  constructor(refusal: DecoderRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Limits that hold inside; the process itself is limited from outside. */
export const LIMITS = {
  pixels: 50_000_000,
  /** A side of what is kept: 4,000 points print an A4 page at 340 dpi. */
  side: 4_000,
  /** A side of a page as it is shown. */
  shown: 1_600,
  pages: 60,
} as const;
