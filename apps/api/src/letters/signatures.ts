import type { LetterNote, LetterStanding, PrintedLetter } from '@suivi/contracts/letters';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Where the letters of these tasks stand, in the order asked for: what blocks each, what has been printed. A task that
 * is not open, is no letter's or belongs to another agency is left out. Tasks: `registered_post`, `file_appeal`,
 * `seize_mediator`. In `describe-letters.ts`.
 */
export type DescribeLetters = (
  platform: Platform,
  me: Colleague,
  taskIds: readonly string[],
) => Promise<LetterStanding[]>;

/** One PDF of many letters, in a file of its own on disk. */
export type PrintedRun = {
  /** In the order of the PDF. */
  letters: (PrintedLetter & { taskId: string })[];
  /** What could not be printed, and why. */
  blocked: { taskId: string; notes: LetterNote[] }[];
  /** Null when nothing could be printed. */
  pdf: { path: string; size: number; pages: number } | null;
  /** Removes the file; to be called once it has been sent. */
  done: () => Promise<void>;
};

/**
 * Prints these letters and files each on its client's file: one PDF, one letter after the other, in bounded memory.
 * A letter printed before with the same content is the same letter, whoever prints it. In `print-letters.ts`.
 */
export type PrintLetters = (platform: Platform, me: Colleague, taskIds: readonly string[]) => Promise<PrintedRun>;
