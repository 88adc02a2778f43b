import type { MandateText } from '@suivi/letters/mandate';
import type { FaultKind } from './faults.ts';
import type { LetterToPrint } from './letter-pages.ts';
import type { PackPiece, PackTitle } from './pack-pages.ts';

/** A file that lies on disk, or some of its pages (from 1). */
export type FileToMerge = { path: string; mediaType: string; only: { from: number; to: number } | null };
/** What goes along with a letter: scans of it, or none, and it is added by hand. */
export type EnclosedFile = { name: string; files: FileToMerge[] };

/** What the child is asked to print, to a file that is not there yet. `on` is the day the file bears. */
export type PrintJob =
  | {
      kind: 'letter';
      out: string;
      on: string;
      author: string;
      client: string;
      letter: LetterToPrint;
      enclosures: EnclosedFile[];
    }
  | { kind: 'mandate'; out: string; on: string; author: string; reference: string; texts: MandateText[] }
  | { kind: 'join'; out: string; on: string; author: string; title: string; parts: string[] }
  | { kind: 'pack'; out: string; on: string; author: string; title: PackTitle; pieces: PackPiece[] };

/** `own`: how many of the pages are the letter itself. */
export type Printed = { pages: number; own: number; size: number; sha256: string };
/** `at`: which enclosure or piece it was, from 0; null: the text itself. */
export type PrintFault = { fault: FaultKind; at: number | null; detail: string };
export type PrintAnswer = Printed | PrintFault;
