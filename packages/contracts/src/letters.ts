import { z } from 'zod';
import { LETTER_TEMPLATES } from '@suivi/rules/vocabulary';
import { DayText, Id, Instant, Words } from './words.ts';

/** Why a letter cannot be printed, or what should be known before it is. */
export const LetterNote = z
  .object({
    code: z.string(),
    /** What is wrong and what to do now. */
    say: Words,
    /** Where it is put right. */
    at: z.enum(['client', 'caisse', 'agency', 'file', 'mandate', 'documents', 'letter']),
    /** Of an address line that does not fit an envelope: which, from 1. */
    line: z.int().optional(),
  })
  .meta({ id: 'LetterNote' });
export type LetterNote = z.infer<typeof LetterNote>;

export const ENCLOSURE_SOURCES = ['mandate', 'paper', 'receipt', 'letter'] as const;

/** One enclosure, in the order of the letter. */
export const Enclosure = z
  .object({
    /** Stable within the letter. */
    id: z.string(),
    /** As the letter's list has it, in French. */
    name: z.string(),
    source: z.enum(ENCLOSURE_SOURCES),
    /** A scan of it is kept and merged; without one it is enclosed by hand. */
    scanned: z.boolean(),
    /** How many pages of it are merged, where that is known before printing. */
    pages: z.int().nullable(),
    /** Left out of this letter by a person. */
    left: z.boolean(),
  })
  .meta({ id: 'Enclosure' });
export type Enclosure = z.infer<typeof Enclosure>;

/** A part of the body: a paragraph, or the lines of a list. Plain text; a mark for each is the layout's. */
export const LetterPart = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('list'), lines: z.array(z.string()) }),
  ])
  .meta({ id: 'LetterPart' });
export type LetterPart = z.infer<typeof LetterPart>;

/** A letter as it was printed. `sha256` is that of its PDF. */
export const PrintedLetter = z
  .object({
    id: Id,
    fileId: Id,
    taskKey: z.string().nullable(),
    template: z.enum(LETTER_TEMPLATES),
    version: z.int(),
    subject: z.string(),
    pages: z.int(),
    sha256: z.string(),
    printedAt: Instant,
    printedBy: z.string(),
  })
  .meta({ id: 'PrintedLetter' });
export type PrintedLetter = z.infer<typeof PrintedLetter>;

/** What a list of letters shows of one: whether it can be printed, and what became of it. */
export const LetterStanding = z
  .object({
    taskId: Id,
    fileId: Id,
    taskKey: z.string(),
    template: z.enum(LETTER_TEMPLATES),
    subject: z.string(),
    /** The lines of the window, as printed. */
    to: z.array(z.string()),
    enclosures: z.int(),
    /** Empty: it can be printed. */
    blocked: z.array(LetterNote),
    warnings: z.array(LetterNote),
    /** The last one printed for this task. */
    printed: PrintedLetter.nullable(),
    /** It would be the same letter, should it be printed now. */
    unchanged: z.boolean(),
  })
  .meta({ id: 'LetterStanding' });
export type LetterStanding = z.infer<typeof LetterStanding>;

const text = (longest: number) => z.string().trim().max(longest, 'No letter is this long.');

/** What a person changes of a letter. What is null follows the template. */
export const LetterChanges = z
  .strictObject({
    subject: text(300).min(1, 'A letter has a subject.').nullable().default(null),
    /** The whole body, paragraph by paragraph; the lines of a list begin with « - ». */
    body: z.array(text(4_000)).min(1, 'A letter says something.').max(60).nullable().default(null),
    /** The enclosures that go along, by id, in this order. The mandate stays first. */
    enclosures: z.array(z.string().max(80)).max(60).nullable().default(null),
    /** Where the number of the registered letter is known before printing. */
    trackingNumber: text(40).nullable().default(null),
    /** Why a paper that was asked for cannot be sent. */
    reason: text(300).nullable().default(null),
  })
  .meta({ id: 'LetterChanges' });
export type LetterChanges = z.infer<typeof LetterChanges>;

/** A letter before it is printed: all that it says, and what may be changed. */
export const LetterView = LetterStanding.extend({
  from: z.array(z.string()),
  /** « Lyon, le 21 mai 2026 » */
  place: z.string(),
  registered: z.string().nullable(),
  references: z.string().nullable(),
  body: z.array(LetterPart),
  signature: z.array(z.string()),
  /** « Pièces jointes (3) : … » */
  enclosed: z.string(),
  list: z.array(Enclosure),
  /** A person has changed the wording. */
  edited: z.boolean(),
  /** What a person has changed of it, as it was typed. */
  changes: LetterChanges,
  /** How often it has been changed: whoever knows a lower one has not seen the last. */
  revision: z.int(),
  on: DayText,
}).meta({ id: 'LetterView' });
export type LetterView = z.infer<typeof LetterView>;

export const LETTER_PARTS = ['wording', 'enclosures', 'reason', 'trackingNumber'] as const;
/** What of a letter two people can change without being in each other's way. */
export type PartOfLetter = (typeof LETTER_PARTS)[number];

/** What of a letter is another thing after a change. */
export function changedParts(before: LetterChanges, after: LetterChanges): PartOfLetter[] {
  const said = ({ subject, body, ...rest }: LetterChanges) => ({ wording: [subject, body], ...rest });
  const [a, b] = [said(before), said(after)];
  return LETTER_PARTS.filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]));
}

/** All of a person's changes at once, and the revision that they were made on. */
export const ChangeLetter = LetterChanges.extend({ revision: z.int().nonnegative() }).meta({ id: 'ChangeLetter' });
export type ChangeLetter = z.infer<typeof ChangeLetter>;

/** Where the client's mandate stands. */
export const Mandate = z
  .object({
    id: Id,
    signedOn: DayText,
    endsOn: DayText,
    endedOn: DayText.nullable(),
    /** A scan of it is kept, and goes with every letter. */
    scanned: z.boolean(),
    enteredBy: z.string(),
    enteredAt: Instant,
    /** Today: `valid`, `ended` (taken back) or `over` (its year is past). */
    state: z.enum(['valid', 'ended', 'over', 'ahead']),
  })
  .meta({ id: 'Mandate' });
export type Mandate = z.infer<typeof Mandate>;

export const RecordMandate = z.strictObject({ signedOn: DayText }).meta({ id: 'RecordMandate' });
export type RecordMandate = z.infer<typeof RecordMandate>;

export const EndMandate = z.strictObject({ endedOn: DayText }).meta({ id: 'EndMandate' });
export type EndMandate = z.infer<typeof EndMandate>;

/** The person says that no social security number is to be seen: needed for pictures and scans. */
export const ScanMandateQuery = z.strictObject({ noNumberShown: z.stringbool().default(false) });
export type ScanMandateQuery = z.infer<typeof ScanMandateQuery>;

/** The *Letters* part of a file's page. */
export const FileLetters = z
  .object({
    letters: z.array(PrintedLetter),
    mandates: z.array(Mandate),
    /** What blocks the print of the mandate, such as a missing address. */
    mandateBlocked: z.array(LetterNote),
  })
  .meta({ id: 'FileLetters' });
export type FileLetters = z.infer<typeof FileLetters>;

/** An address that opens a printed letter. It holds for five minutes and for whoever asked for it. */
export const LetterLink = z.object({ url: z.string() }).meta({ id: 'LetterLink' });
export type LetterLink = z.infer<typeof LetterLink>;
