import type { LetterNote, LetterPart } from '@suivi/contracts/letters';
import type { Day } from '@suivi/rules/calendar/days';
import type { Context } from '@suivi/rules/context';
import type { Event } from '@suivi/rules/file';
import type { LetterTemplate } from '@suivi/rules/vocabulary';

/** What a letter is written from. */
export type LetterInput = {
  template: LetterTemplate;
  /** The task it answers; null for what the client signs. */
  taskKey: string | null;
  /** What is known at the end of the day on which it is written. */
  known: Context;
  /** All that was recorded, corrections included. */
  events: readonly Event[];
  today: Day;
  reference: string;
  client: { firstName: string; lastName: string; street: string | null };
  agency: { name: string; addressLines: readonly string[]; telephone: string | null };
  /** Null: the file has no adviser, and the agency signs. */
  adviser: { name: string; telephone: string | null } | null;
  /** Where the number of the registered letter is known before it is printed. */
  trackingNumber: string | null;
  /** Why a paper that was asked for cannot be sent. */
  reason: string | null;
};

/** A letter with its words in place, before it is laid out. Everything is plain text. */
export type WrittenLetter = {
  template: LetterTemplate;
  /** The lines of the window, as NF Z10-011 has them. */
  to: string[];
  from: string[];
  /** « Lyon, le 21 mai 2026 » */
  place: string;
  /** « Lettre recommandée avec accusé de réception nº … » */
  registered: string | null;
  subject: string;
  references: string | null;
  body: LetterPart[];
  signature: string[];
  /** « Pièces jointes (3) : … », or the number alone where the body has the list. */
  enclosed: string;
  /** Why it cannot be printed yet. */
  blocked: LetterNote[];
  warnings: LetterNote[];
};

/** What a variable stands for: a text, the lines of a list, or nothing that is known. */
export type Value = string | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;
