/** A cell that no spreadsheet takes for a formula, quoted as RFC 4180 has it. */
function safeCell(text: string): string {
  const harmless = /^[\s\u0000]*[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text) ? `'${text}` : text;
  return /[";,\t\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** At the head of a CSV file, so that a spreadsheet reads the accents. */
export const CSV_MARK = '\ufeff';

/** One line of a CSV file; semicolons, as French spreadsheets expect. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(';')}\r\n`;
