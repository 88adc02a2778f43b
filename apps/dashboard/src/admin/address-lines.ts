const LONGEST = 38;
const MOST = 6;

/** The lines of an envelope, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export type AddressFault = { key: 'tooLong' | 'tooMany' | 'tooFew'; line: number };

/** What an envelope does not take; null: it takes this. */
export function addressFault(lines: readonly string[]): AddressFault | null {
  const long = lines.findIndex((line) => line.length > LONGEST);
  if (long >= 0) return { key: 'tooLong', line: long + 1 };
  if (lines.length > MOST) return { key: 'tooMany', line: MOST + 1 };
  return lines.length < 2 ? { key: 'tooFew', line: lines.length } : null;
}
