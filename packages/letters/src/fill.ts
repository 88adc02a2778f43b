import type { LetterPart } from '@suivi/contracts/letters';
import type { Value, Values } from './letter.ts';
import type { Case, Piece } from './template.ts';

const VARIABLE = /\{(\w+)\}/g;
const CLAUSE = /⟨([^⟩]*)⟩/g;

/** The sentences of a text: “L. 160-1” and « nº » end none. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]) +(?=[«A-ZÀ-Ý{])/u);

const variablesOf = (text: string): string[] => [...text.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []);

const isKnown = (value: Value | undefined): value is string | readonly string[] =>
  value !== undefined && value !== null && (typeof value === 'string' ? oneLine(value) !== '' : value.length > 0);

/** A text from outside on one line, without what could hide text or turn its direction. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Fills one text: its sentences whose variables are known, and the variables of those that had to go. */
export function fill(text: string, values: Values): { parts: LetterPart[]; missing: string[] } {
  const parts: LetterPart[] = [];
  const missing: string[] = [];
  let open = '';
  const shut = () => {
    if (open.trim() !== '') parts.push({ kind: 'text', text: open.trim() });
    open = '';
  };
  for (const sentence of sentencesOf(withoutUnknownClauses(text, values))) {
    const unknown = variablesOf(sentence).filter((name) => !isKnown(values[name]));
    if (unknown.length > 0) {
      missing.push(...unknown);
      continue;
    }
    if (open !== '') open += ' ';
    // Split by a pattern with one group: words and names of variables take turns.
    sentence.split(VARIABLE).forEach((piece, place) => {
      const value = place % 2 === 0 ? piece : values[piece];
      if (!isKnown(value)) {
        if (place % 2 === 0) open += piece;
      } else if (typeof value === 'string') open += place % 2 === 0 ? value : oneLine(value);
      else {
        shut();
        parts.push({ kind: 'list', lines: value.map(oneLine) });
      }
    });
  }
  shut();
  return { parts, missing };
}

const withoutUnknownClauses = (text: string, values: Values): string =>
  text.replace(CLAUSE, (_, clause: string) =>
    variablesOf(clause).every((name) => isKnown(values[name])) ? clause : '',
  );

/** A text without a list, on one line. */
export const fillLine = (text: string, values: Values): string =>
  fill(text, values)
    .parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    .join(' ');

/** The body of a letter: the pieces whose case holds, filled. */
export function fillBody(
  pieces: readonly Piece[],
  told: { cases: readonly Case[]; values: Values; partial: readonly Values[] },
): { parts: LetterPart[]; missing: string[] } {
  const parts: LetterPart[] = [];
  const missing: string[] = [];
  const add = (text: string, values: Values) => {
    const filled = fill(text, values);
    parts.push(...filled.parts);
    missing.push(...filled.missing);
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') add(piece, told.values);
    else if ('each' in piece) for (const values of told.partial) add(piece.text, { ...told.values, ...values });
    else if ('when' in piece) {
      const when: readonly Case[] = typeof piece.when === 'string' ? [piece.when] : piece.when;
      if (when.some((one) => told.cases.includes(one))) add(piece.text, told.values);
    } else {
      const lines = piece.list.flatMap((line) => {
        const { parts: filled, missing: gone } = fill(line, told.values);
        missing.push(...gone);
        return filled.flatMap((part) => (part.kind === 'text' ? [part.text] : part.lines));
      });
      if (lines.length > 0) parts.push({ kind: 'list', lines });
    }
  }
  return { parts, missing: [...new Set(missing)] };
}
