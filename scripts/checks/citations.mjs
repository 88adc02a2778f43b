// Every source says when it was read, and stands behind a rule; no rule stands on one that has ended or was replaced.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../servers/processes.mjs';
import { isTest, parse, read, sourceFiles, visit } from './source.mjs';

export const title = 'sources are dated and cited';

const TABLE = 'packages/rules/src/citations/citations.ts';
const IN_FORCE = 'packages/rules/src/citations/in-force.ts';

/**
 * What follows a source that holds no more: its time is over on this day, or a newer source took its place. A rule may
 * know older ones beside the one it follows, which stands first.
 * @param followed who follows which source
 * @returns the source, and what is wrong
 */
export function outlived(followed, citations, hasEnded, today) {
  const replacedBy = new Map(
    Object.entries(citations).flatMap(([id, { supersedes = [] }]) => supersedes.map((other) => [other, id])),
  );
  return followed.flatMap(({ what, source }) => {
    if (hasEnded(citations[source], today))
      return [
        [
          source,
          `${what} stands on ${source}, which held until ${citations[source].validUntil}: follow what holds now`,
        ],
      ];
    const newer = replacedBy.get(source);
    return newer ? [[source, `${what} stands on ${source}, which ${newer} has replaced: follow that one`]] : [];
  });
}

/** Every rule with the source it follows, every step and every paper with its own. */
async function followedSources() {
  const load = (module) => import(pathToFileURL(path.join(root, 'packages/rules/src', module)).href);
  const [{ RULES }, { LADDERS }, { DOCUMENT_RULES }] = await Promise.all(
    ['register.ts', 'ladders/all.ts', 'documents/needs.ts'].map(load),
  );
  return [
    ...RULES.map(({ id, sources }) => ({ what: `the rule ${id}`, source: sources[0] })),
    ...LADDERS.flatMap(({ steps }) => steps)
      .filter(({ source }) => source)
      .map(({ does, kind, source }) => ({ what: `a ${does} ${kind}`, source })),
    ...DOCUMENT_RULES.map(({ document, source }) => ({ what: `the paper ${document}`, source })),
  ];
}

/** The table of sources: the one export whose entries say `readOn`. */
function tableOf(module) {
  return Object.values(module).find(
    (value) =>
      value &&
      typeof value === 'object' &&
      Object.values(value).some((one) => one && typeof one === 'object' && 'readOn' in one),
  );
}

export async function check() {
  const file = path.join(root, TABLE);
  if (!fs.existsSync(file)) return { findings: [], note: `no ${TABLE} yet` };
  const citations = tableOf(await import(pathToFileURL(file).href));
  if (!citations) return { findings: [{ file: TABLE, line: 1, problem: 'holds no table of sources with `readOn`' }] };

  // A source may also be cited by another one, as what it contradicts.
  const cited = new Set();
  const files = sourceFiles('packages/rules', 'packages/emails').filter((other) => !isTest(other));
  for (const other of files)
    visit(parse(other).program, (node, parent) => {
      const isKey = parent?.type === 'Property' && parent.key === node;
      if (node.type === 'Literal' && typeof node.value === 'string' && !isKey) cited.add(node.value);
    });
  const text = read(TABLE);
  const lineOf = (id) => {
    const line = text
      .split('\n')
      .findIndex((one) => one.trim().startsWith(`'${id}':`) || one.trim().startsWith(`${id}:`));
    return line < 0 ? 1 : line + 1;
  };
  const findings = [];
  for (const [id, citation] of Object.entries(citations)) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(citation.readOn ?? ''))
      findings.push({
        file: TABLE,
        line: lineOf(id),
        problem: `${id} does not say on which day it was read: add readOn`,
      });
    if (!cited.has(id))
      findings.push({
        file: TABLE,
        line: lineOf(id),
        problem: `no rule cites ${id}: cite it where it decides something, or remove it`,
      });
  }
  const { hasEnded } = await import(pathToFileURL(path.join(root, IN_FORCE)).href);
  const today = new Date().toISOString().slice(0, 10);
  for (const [id, problem] of outlived(await followedSources(), citations, hasEnded, today))
    findings.push({ file: TABLE, line: lineOf(id), problem });
  return { findings, note: `${Object.keys(citations).length} sources` };
}
