import { z } from 'zod';
import type { EventType } from '@suivi/rules/vocabulary';
import { DOCUMENTS, FAULTS, LANGUAGES } from '@suivi/rules/vocabulary';
import { Change } from './files.ts';
import { DayText, Id, Instant, Words } from './words.ts';

export const PAPER_STATES = ['to_check', 'verified', 'rejected', 'removed'] as const;
/** `not_scanned`: no virus scanner is set up, or it has not answered yet. */
export const SCAN_STATES = ['not_scanned', 'clean', 'infected'] as const;

/**
 * What a client may hand over and Suivi may not keep, because it bears the social security number: each with the event to
 * record instead.
 */
export const PAPERS_WITH_NUMBER = {
  attestation: 'attestation_received',
  number_letter: 'social_security_number_received',
  carte_vitale: 'card_received',
} as const satisfies Record<string, EventType>;
export type PaperWithNumber = keyof typeof PAPERS_WITH_NUMBER;
export const PAPER_WITH_NUMBER_CODES = Object.keys(PAPERS_WITH_NUMBER) as [PaperWithNumber, ...PaperWithNumber[]];

/** What is accepted, for `accept` of a file input: a browser that reads HEIC then turns it into JPEG by itself. */
export const ACCEPTED_UPLOADS = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const;
/** Pictures of one paper in one request: front and back, page by page. */
export const MOST_PARTS = 20;

/**
 * The fields of an upload (multipart/form-data), before its files. All files of one request are one paper, their pages in
 * that order; other papers are other requests.
 */
export const UploadFields = z.strictObject({
  /** Made by the browser: a request that is sent again is the same paper. */
  id: Id,
  document: z.enum([...DOCUMENTS, ...PAPER_WITH_NUMBER_CODES]),
  member: z.string().max(100).nullable().default(null),
  /** The person says that no social security number is to be seen: needed for pictures and scans. */
  noNumberShown: z.stringbool().default(false),
  /** The paper that this one stands in for. */
  replaces: Id.nullable().default(null),
});
export type UploadFields = z.infer<typeof UploadFields>;

/** A page as a picture (JPEG). The address holds for five minutes and for whoever asked for it: ask again for a new one. */
export const PaperPage = z
  .object({ page: z.int(), url: z.string(), width: z.int(), height: z.int() })
  .meta({ id: 'PaperPage' });
export type PaperPage = z.infer<typeof PaperPage>;

export const Paper = z
  .object({
    id: Id,
    fileId: Id,
    document: z.enum(DOCUMENTS),
    member: z.string().nullable(),
    /** As it was called on the sender's machine. */
    name: z.string(),
    state: z.enum(PAPER_STATES),
    scan: z.enum(SCAN_STATES),
    mediaType: z.enum(['image/jpeg', 'application/pdf']),
    size: z.int(),
    pages: z.array(PaperPage),
    /** The paper itself; holds as long as a page's address. */
    download: z.string(),
    uploadedBy: z.string(),
    uploadedAt: Instant,
    /** What its verdict says; null before. */
    verdict: z
      .object({
        by: z.string(),
        on: DayText,
        fault: z.enum(FAULTS).nullable(),
        note: z.string().nullable(),
        issuedOn: DayText.nullable(),
        validUntil: DayText.nullable(),
        language: z.string().nullable(),
      })
      .nullable(),
    /** A removed paper can be brought back until then; after that its bytes are gone. */
    restorableUntil: Instant.nullable(),
  })
  .meta({ id: 'Paper' });
export type Paper = z.infer<typeof Paper>;

/** `GET /api/files/{id}/papers`: the newest first; removed ones only while they can be brought back. */
export const PaperList = z.object({ papers: z.array(Paper) }).meta({ id: 'PaperList' });
export type PaperList = z.infer<typeof PaperList>;

/** What an upload, a verdict, a removal changed: the paper, and the file (null when no event was needed). */
export const PaperChange = z.object({ paper: Paper, change: Change.nullable() }).meta({ id: 'PaperChange' });
export type PaperChange = z.infer<typeof PaperChange>;

/**
 * `POST /api/papers/{id}/verify`. A verdict is taken back by voiding its event (`change.eventId`): the paper then waits for
 * a check again. `/remove` and `/restore` take no body.
 */
export const VerifyPaper = z
  .strictObject({
    issuedOn: DayText.nullable().default(null),
    validUntil: DayText.nullable().default(null),
    /** The language it is written in, ISO 639-1: `en`. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'Write the language as two letters, such as en.')
      .nullable()
      .default(null),
  })
  .meta({ id: 'VerifyPaper' });
export type VerifyPaper = z.infer<typeof VerifyPaper>;

/** `POST /api/papers/{id}/reject`: the client's email quotes the note. */
export const RejectPaper = z
  .strictObject({
    fault: z.enum(FAULTS),
    note: z.string().trim().max(500, 'At most 500 characters.').nullable().default(null),
  })
  .meta({ id: 'RejectPaper' });
export type RejectPaper = z.infer<typeof RejectPaper>;

/** A paper that waits for a check, with all that its checker reads beside it. */
export const PaperToCheck = Paper.extend({
  /** Its name in the plan: a child's form and a frontier worker's have names of their own. */
  documentName: Words,
  need: z.enum(['required', 'conditional', 'optional', 'not_needed']),
  /** Why the plan asks for it. */
  because: Words,
  source: z.string(),
  /** Why CPAM wants it, in general. */
  whyAsked: Words,
  mustShow: Words,
  /** The ready wordings: what the client reads when it is sent back as this. */
  faults: z.object({ incomplete: Words, incorrect: Words, outdated: Words }),
}).meta({ id: 'PaperToCheck' });
export type PaperToCheck = z.infer<typeof PaperToCheck>;

export const CheckingRoundQuery = z.strictObject({
  scope: z.enum(['mine', 'team']).default('mine'),
  /** Of one client alone, whoever follows them. */
  file: Id.optional(),
});
export type CheckingRoundQuery = z.infer<typeof CheckingRoundQuery>;

/** `GET /api/rounds/checks`: the file whose oldest paper has waited longest first, all new papers of one client together. */
export const CheckingRound = z
  .object({
    today: DayText,
    files: z.array(
      z.object({
        id: Id,
        reference: z.string(),
        clientName: z.string(),
        caisse: z.string().nullable(),
        language: z.enum(LANGUAGES),
        version: z.int(),
        /** The children whose papers these may be. */
        members: z.array(z.object({ id: z.string(), birthDate: DayText })),
        papers: z.array(PaperToCheck),
      }),
    ),
    count: z.int(),
    /** More wait than are listed (200 at most). */
    more: z.boolean(),
  })
  .meta({ id: 'CheckingRound' });
export type CheckingRound = z.infer<typeof CheckingRound>;
