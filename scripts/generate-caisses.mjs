#!/usr/bin/env node
// Writes packages/rules/src/caisses.ts from a CSV of caisses: node scripts/generate-caisses.mjs PATH/TO/cpam.csv
// Columns: department, kind, short_name, official_name, address_line1, address_line2, postal_code, city, …, status.
// Only rows with status seen_in_source carry an address; the others are names whose address a person must enter.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LINE_LENGTH = 38;
const ABBREVIATED = [
  [/^Caisse primaire d'assurance maladie/, 'CPAM'],
  [/\bboulevard\b/i, 'bd'],
  [/\bavenue\b/i, 'av'],
  [/\bplace\b/i, 'pl'],
];

/** Names that no abbreviation makes short enough for the first line of an envelope. */
const SHORTER_NAMES = { 'CPAM de Rouen-Elbeuf-Dieppe-Seine-Maritime': 'CPAM de Rouen-Elbeuf-Dieppe' };

const path = process.argv[2];
if (path === undefined) {
  console.error('Say where the list of caisses is: node scripts/generate-caisses.mjs PATH/TO/cpam.csv');
  process.exit(2);
}

/** The cells of one line of CSV (quotes may hold commas; the list has no line breaks inside cells). */
function cells(line) {
  const found = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  return found;
}

/** A street with its CS or BP number on a line of its own, and nothing longer than an envelope takes. */
function envelopeLines(text) {
  const [, street, box] = /^(.*?)\s*((?:CS|BP) \d+)?$/.exec(text) ?? [];
  return [street, box].filter(Boolean).map((line) => {
    for (const [long, short] of ABBREVIATED) if (line.length > LINE_LENGTH) line = line.replace(long, short);
    if (line.length > LINE_LENGTH)
      throw new Error(`“${line}” is longer than ${LINE_LENGTH} characters: shorten it in the list.`);
    return line;
  });
}

const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
const columns = cells(header);
const rows = lines.map((line) => Object.fromEntries(cells(line).map((cell, place) => [columns[place], cell])));

const entries = rows.map((row) => {
  const shortName = row.short_name.replaceAll("'", '’');
  const plain = (text) => text.replaceAll("'", '’');
  let address = null;
  if (row.status === 'seen_in_source') {
    const street = [row.address_line1, row.address_line2]
      .filter(Boolean)
      .flatMap((line) => envelopeLines(line))
      .map(plain);
    const name = SHORTER_NAMES[shortName] ?? shortName;
    // A dedicated Cedex has no street: its first line is the body itself, and is not written twice.
    const lines = street.filter((line) => line !== name && !/^(CPAM|Caisse primaire)/.test(line));
    address = [name, ...lines, plain(`${row.postal_code} ${row.city}`)];
    for (const line of address)
      if (line.length > LINE_LENGTH) throw new Error(`${shortName}: “${line}” is too long for an envelope.`);
    if (address.length > 6) throw new Error(`${shortName}: more than six lines.`);
  }
  return `  { department: ${JSON.stringify(row.department)}, shortName: ${JSON.stringify(row.short_name)}, address: ${JSON.stringify(address)} },`;
});

const readOn = rows
  .map((row) => row.source_date)
  .filter(Boolean)
  .sort()
  .at(-1);
writeFileSync(
  fileURLToPath(new URL('../packages/rules/src/caisses.ts', import.meta.url)),
  `// Written by scripts/generate-caisses.mjs from the list of caisses (DILA, Licence Ouverte, ${readOn}); change the list, not this file.

/** A caisse as the list has it. \`address\`: lines of the envelope, or null where none is known. */
export type Caisse = { department: string; shortName: string; address: readonly string[] | null };

export const CAISSES: readonly Caisse[] = [
${entries.join('\n')}
];
`,
);
console.log(
  `${entries.length} caisses, ${rows.filter((row) => row.status === 'seen_in_source').length} with an address.`,
);
