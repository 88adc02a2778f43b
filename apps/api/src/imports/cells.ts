import type { ImportField } from '@suivi/contracts/imports';
import type { Words } from '@suivi/rules/vocabulary';
import type { Read } from './values.ts';

/** `at`: the place of the column, from 0. */
export type RowFault = { at: number; reason: Words };

const MISSING: Words = {
  en: 'This is empty, and no file can do without it.',
  fr: 'Cette case est vide ; un dossier ne peut pas s’en passer.',
};

/** Reads the cells of one line by what their columns mean, and collects the faults. */
export class Cells {
  readonly faults: RowFault[] = [];
  readonly #cells: readonly (string | null)[];
  readonly #place: Map<ImportField, number>;

  constructor(cells: readonly (string | null)[], fields: readonly ImportField[]) {
    this.#cells = cells;
    this.#place = new Map(fields.map((field, at) => [field, at]));
  }

  fault(field: ImportField, reason: Words): void {
    // A field without a column: the fault is told at the first column, where the eye begins.
    this.faults.push({ at: this.#place.get(field) ?? 0, reason });
  }

  text(field: ImportField): string {
    const at = this.#place.get(field);
    return at === undefined ? '' : (this.#cells[at] ?? '').trim();
  }

  /** What a cell holds; null when it is empty, or faulty (then the fault is noted). */
  read<T>(field: ImportField, reader: (cell: string) => Read<T>): T | null {
    const text = this.text(field);
    if (text === '') return null;
    const read = reader(text);
    if (read.ok) return read.value;
    this.fault(field, read.reason);
    return null;
  }

  /** The same for a cell that must not be empty. */
  need<T>(field: ImportField, reader: (cell: string) => Read<T>): T | null {
    const at = this.#place.get(field);
    if (this.text(field) === '' && !(at !== undefined && this.#cells[at] === null)) this.fault(field, MISSING);
    return this.read(field, reader);
  }
}
