// Columns of text for a terminal.
const WIDEST = 60;

/** Cut where a line would become unreadable; what is cut shows it. */
const cut = (text) => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** @param {string[]} headings @param {string[][]} rows the last column may be as long as it likes */
export function table(headings, rows) {
  const last = headings.length - 1;
  const lines = [headings, ...rows].map((cells) =>
    cells.map((cell, at) => (at === last ? cell : cut(cell.replace(/\s+/g, ' ')))),
  );
  const widths = headings.map((_, at) => Math.max(...lines.map((cells) => (at === last ? 0 : cells[at].length))));
  return lines.map((cells) => `  ${cells.map((cell, at) => cell.padEnd(widths[at])).join('  ')}`.trimEnd()).join('\n');
}
