import { containsNir } from '@suivi/rules/numbers/nir';
import { plainText } from '../files/search-text.ts';

/**
 * A private adviser may not process social security numbers (NIR), and spreadsheets are full of them. They are looked
 * for before anything is stored, more widely than in free text: also without their key, also the provisional kind.
 */

// Sex or kind (7 and 8: provisional), year, month, then department, commune and order; perhaps the key.
const NUMBER = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/i;
// A spreadsheet that takes a number for a number shows 1.85127E+14.
const AS_FIGURE = /^[1-478][.,]\d{4,}E\+1[24]$/i;
const HEADING =
  /\b(nir|nia|n(o|um|umero)? (de )?(securite sociale|secu|ss|immatriculation)|securite sociale|social security( number)?|ssn)\b/;
/** A heading that asks for a day says so, and then digits that are a day may stay. */
const ASKS_FOR_A_DAY = /\b(le|date|on|day|jour|recu|received)\b/;
const DAY = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/;

const isNumber = (cell: string): boolean =>
  NUMBER.test(cell.replace(/[\s.·_-]/g, '')) || AS_FIGURE.test(cell.replace(/\s/g, '')) || containsNir(cell);

/** Whether a column is, by its heading, one of social security numbers. */
export function isNumberHeading(heading: string): boolean {
  const plain = plainText(heading.replace(/[°º]/g, 'o '));
  return HEADING.test(plain) && !ASKS_FOR_A_DAY.test(plain);
}

/** The places of the cells of one row that hold a social security number, or part of one. */
export function findNumbers(headings: readonly string[], cells: readonly string[]): Set<number> {
  const found = new Set<number>();
  cells.forEach((cell, at) => {
    if (cell.length < 2) return;
    if (cell.length >= 9 && isNumber(cell)) found.add(at);
    else if (/\d{4}/.test(cell) && !DAY.test(cell) && isNumberHeading(headings[at] ?? '')) found.add(at);
    // The key may stand in a column of its own.
    const next = cells[at + 1] ?? '';
    if (/^\d{2}$/.test(next) && cell.length >= 13 && containsNir(`${cell} ${next}`)) found.add(at).add(at + 1);
  });
  return found;
}
