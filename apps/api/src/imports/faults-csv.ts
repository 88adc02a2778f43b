import type { Language } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { CSV_MARK, csvLine } from '../platform/csv.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { readImport } from './import-record.ts';
import type { ShownFault } from './import-view.ts';
import { readFaults } from './import-view.ts';

const HEADINGS: Record<Language, [line: string, column: string, reason: string]> = {
  en: ['Line', 'Column', 'Why it cannot be taken'],
  fr: ['Ligne', 'Colonne', 'Pourquoi elle ne peut pas être prise'],
};

function byLine(faults: readonly ShownFault[]): Map<number, ShownFault[]> {
  const lines = new Map<number, ShownFault[]>();
  for (const fault of faults) lines.set(fault.line, [...(lines.get(fault.line) ?? []), fault]);
  return lines;
}

/** The faulty rows with their reasons, to be corrected in a spreadsheet. Never a cell that held a number. */
export function writeFaultsCsv(
  platform: Platform,
  { agencyId, language }: Colleague,
  importId: string,
): Promise<string> {
  return platform.database.asAgency(agencyId, async (tx) => {
    const record = await readImport(tx, importId);
    if (!record) throw notFound('import');
    const faults = await readFaults(platform.keys, tx, record, record.reading.rows);
    const headings = record.reading.columns.map(({ heading }) => heading);
    const lines = [
      [...HEADINGS[language], ...headings],
      ...[...byLine(faults)].map(([line, found]) => [
        String(line),
        found.map(({ column }) => column).join(', '),
        found.map(({ reason }) => reason[language]).join(' '),
        ...headings.map((_, at) => found[0]?.cells[at] ?? ''),
      ]),
    ];
    return CSV_MARK + lines.map(csvLine).join('');
  });
}
