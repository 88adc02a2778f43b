#!/usr/bin/env node
// Writes docs/rules.md and docs/rules.fr.md, what the rules say for people who check them: each rule with its sources,
// where sources differ, which papers, which settings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PEOPLE, SIGN, TEXT } from './rules/words.mjs';

const from = (file) => import(`../packages/rules/src/${file}.ts`);
const [
  { CITATIONS },
  { documentNeeds },
  { documentName },
  { Applicant },
  playbook,
  { CATEGORIES },
  { DISAGREEMENTS },
  { RULES, saysOf },
  { AREAS, areaName },
] = await Promise.all(
  [
    'citations/citations',
    'documents/needs',
    'documents/names',
    'file',
    'playbook',
    'vocabulary',
    'citations/disagreements',
    'register',
    'register/rule',
  ].map(from),
);

/** A day on which the yearly rules of 2026 hold. */
const DAY = '2026-09-13';

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

function papersOf(category, language) {
  const columns = PEOPLE.map(([, person]) =>
    documentNeeds(applicantOf(category, person), playbook.defaultPlaybook, DAY),
  );
  const rows = columns[0].flatMap((first, place) => {
    const needs = columns.map((column) => column[place]);
    if (needs.every(({ need }) => need === 'not_needed')) return [];
    const told = needs.find(({ need }) => need === 'required') ?? needs.find(({ need }) => need !== 'not_needed');
    const signs = needs.map(({ need }) => SIGN[need][language]);
    return [[documentName[first.code][language], ...signs, told.because[language], told.source]];
  });
  const { paper, because, source } = TEXT[language];
  return `### ${category}\n\n${table([paper, ...PEOPLE.map(([name]) => name[language]), because, source], rows)}`;
}

const link = (id) => {
  const { title, address } = CITATIONS[id];
  return address.startsWith('https:') ? `[${title}](${address})` : title;
};
const ids = (sources) => sources.map((id) => `\`${id}\``).join(', ');

function rulesOf(area, language) {
  const rules = RULES.filter((rule) => rule.area === area);
  const { differsHere, setsOff } = TEXT[language];
  const one = (rule) =>
    [
      `#### ${rule.title[language]}`,
      saysOf(rule)[language],
      `*${TEXT[language].sources}* ${ids(rule.sources)}.` +
        (rule.makes.length === 0 ? '' : ` *${setsOff}* ${ids(rule.makes)}.`),
      ...(rule.differs ?? []).map((id) => `*${differsHere}* ${DISAGREEMENTS[id].about[language]}.`),
    ].join('\n\n');
  return `### ${areaName[area][language]}\n\n${rules.map(one).join('\n\n')}`;
}

function differing(language) {
  const { point, followed, other, why } = TEXT[language];
  const side = ({ says, sources }) => `${says[language]} (${sources.map(link).join('; ')})`;
  const rows = Object.values(DISAGREEMENTS).map((one) => [
    one.about[language],
    side(one.followed),
    side(one.other),
    one.why[language],
  ]);
  return table([point, followed, other, why], rows);
}

function settingsIn(language) {
  const { risingDays } = TEXT[language];
  return [
    ...Object.entries(playbook.SETTINGS).map(([name, { default: usual, min, max, words }]) => [
      `\`${name}\``,
      usual,
      `${min}–${max}`,
      words[language],
    ]),
    ...Object.entries(playbook.OTHER_SETTINGS).map(([name, { default: usual, words }]) => [
      `\`${name}\``,
      JSON.stringify(usual),
      name === 'reminderAfterDays' ? risingDays : '',
      words[language],
    ]),
  ];
}

const sourcesIn = (language) =>
  Object.entries(CITATIONS).map(([id, { publisher, dated, readOn, confidence, says, ...more }]) => [
    `\`${id}\``,
    link(id),
    publisher,
    dated ?? TEXT[language].undated,
    readOn,
    TEXT[language].confidence[confidence],
    says[language],
    [
      more.validFrom && `${TEXT[language].since} ${more.validFrom}`,
      more.validUntil && `${TEXT[language].until} ${more.validUntil}`,
      more.conflictsWith && `${TEXT[language].against} ${ids(more.conflictsWith)}`,
      more.supersedes && `${TEXT[language].instead} ${ids(more.supersedes)}`,
    ]
      .filter(Boolean)
      .join('; '),
  ]);

function pageIn(language) {
  const t = TEXT[language];
  return `# ${t.title}

${t.written}

## ${t.believes}

${t.aboutRules(RULES.length, Object.keys(CITATIONS).length, Object.keys(DISAGREEMENTS).length)}

${AREAS.map((area) => rulesOf(area, language)).join('\n\n')}

## ${t.differ}

${differing(language)}

## ${t.papers}

${t.aboutPapers}

${CATEGORIES.map((category) => papersOf(category, language)).join('\n\n')}

## ${t.playbook}

${t.aboutPlaybook}

${table(t.settingsHead, settingsIn(language))}

## ${t.sourcesTitle}

${t.aboutSources}

${table(t.sourcesHead, sourcesIn(language))}
`;
}

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
mkdirSync(docs, { recursive: true });
writeFileSync(`${docs}rules.md`, pageIn('en'));
writeFileSync(`${docs}rules.fr.md`, pageIn('fr'));
console.log(`docs/rules.md, docs/rules.fr.md: ${RULES.length} rules, ${Object.keys(CITATIONS).length} sources.`);
