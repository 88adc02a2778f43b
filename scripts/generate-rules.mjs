#!/usr/bin/env node
// Writes docs/rules.md, what the rules say for people who check them: which papers, which settings, which sources.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = (file) => import(`../packages/rules/src/${file}.ts`);
const [{ CITATIONS }, { documentNeeds }, { documentName }, { Applicant }, playbook, { CATEGORIES }] = await Promise.all(
  ['citations/citations', 'documents/needs', 'documents/names', 'file', 'playbook', 'vocabulary'].map(from),
);

/** A day on which the yearly rules of 2026 hold. */
const DAY = '2026-09-13';

/** Somebody of each category from each side of the EU's border: what is shown is what the rules answer for them. */
const PEOPLE = [
  ['EU (NL)', { nationalities: ['NL'], birthCountry: 'NL', birthCertificate: { country: 'NL', language: 'nl' } }],
  ['UK', { nationalities: ['GB'], birthCountry: 'GB', birthCertificate: { country: 'GB', language: 'en' } }],
  ['US', { nationalities: ['US'], birthCountry: 'US', birthCertificate: { country: 'US', language: 'en' } }],
];
const SIGN = { required: 'required', conditional: 'may be', optional: 'optional', not_needed: '–' };

const cell = (text) => String(text).replaceAll('|', '\\|');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const applicantOf = (category, person) =>
  Applicant.parse({
    category,
    birthDate: '1975-05-20',
    language: 'en',
    arrivedOn: '2026-06-01',
    address: { postcode: '24000' },
    residencePermit: { kind: 'carte_de_sejour' },
    ...person,
  });

function papersOf(category) {
  const columns = PEOPLE.map(([, person]) =>
    documentNeeds(applicantOf(category, person), playbook.defaultPlaybook, DAY),
  );
  const rows = columns[0].flatMap((first, place) => {
    const needs = columns.map((column) => column[place]);
    if (needs.every(({ need }) => need === 'not_needed')) return [];
    const told = needs.find(({ need }) => need === 'required') ?? needs.find(({ need }) => need !== 'not_needed');
    return [[documentName[first.code].en, ...needs.map(({ need }) => SIGN[need]), told.because.en, told.source]];
  });
  return `### ${category}\n\n${table(['paper', ...PEOPLE.map(([name]) => name), 'because', 'source'], rows)}`;
}

const bounds = Object.entries(playbook.SETTINGS).map(([name, { default: usual, min, max, words }]) => [
  `\`${name}\``,
  usual,
  `${min}–${max}`,
  words.en,
]);
const others = Object.entries(playbook.OTHER_SETTINGS).map(([name, { default: usual, words }]) => [
  `\`${name}\``,
  JSON.stringify(usual),
  name === 'reminderAfterDays' ? 'three rising days in 3–90' : '',
  words.en,
]);
const sources = Object.entries(CITATIONS).map(
  ([id, { title, publisher, address, dated, readOn, confidence, says }]) => [
    `\`${id}\``,
    address.startsWith('https:') ? `[${title}](${address})` : title,
    publisher,
    dated ?? 'undated',
    readOn,
    confidence,
    says.en,
  ],
);

const text = `# What the rules say

Written by \`node scripts/generate-rules.mjs\` from \`packages/rules\`; change the rules, not this page.

## Papers by category

Each table shows what is asked of somebody of 51 who came on 1 June 2026, born where they are a national, with a card as
permit, unmarried, without children. “may be”: the facts known do not settle it, and nothing waits for it. Papers that
nobody of the category needs are left out.

${CATEGORIES.map(papersOf).join('\n\n')}

## The playbook

Periods of courtesy, which each agency may set within bounds. Periods of the law are in no setting.

${table(['setting', 'default', 'bounds', 'what it is'], [...bounds, ...others])}

## Sources

All were read as stored copies on the day shown. *seen*: the source says it; *inferred*: it follows from the source;
*secondary*: only a report of the rule was seen.

${table(['id', 'title', 'publisher', 'dated', 'read on', 'confidence', 'says'], sources)}
`;

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
mkdirSync(docs, { recursive: true });
writeFileSync(`${docs}rules.md`, text);
console.log(
  `docs/rules.md: ${CATEGORIES.length} categories, ${bounds.length + others.length} settings, ${sources.length} sources.`,
);
