/** What may be wrong with something that was to be printed. */
export const FAULT_KINDS = [
  'encrypted',
  'broken',
  'too_many_pages',
  'no_page',
  'unwritable_sign',
  'too_heavy',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that cannot be printed: which enclosure by its place, or the letter's own text. */
export class Unprintable extends Error {
  readonly kind: FaultKind;
  readonly detail: string;
  constructor(kind: FaultKind, detail = '') {
    super(kind);
    this.name = 'Unprintable';
    this.kind = kind;
    this.detail = detail;
  }
}

/** How the printing process ends when the fault is ours, and not the paper's. */
export const OWN_FAULT = 70;
