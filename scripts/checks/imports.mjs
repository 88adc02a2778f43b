// Import direction and cycles: arrows point one way, a feature is entered by its front, and nothing runs in a circle.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../servers/processes.mjs';
import { isTest, parse, sourceFiles } from './source.mjs';

export const title = 'imports point one way, without cycles';

/** Which of our packages a package may use. An app is used by nobody. */
const ALLOWED = {
  'packages/rules': [],
  'packages/contracts': ['rules'],
  'packages/emails': ['rules', 'contracts'],
  'packages/letters': ['rules', 'contracts'],
  'packages/database': ['rules', 'contracts'],
  'apps/api': ['rules', 'contracts', 'emails', 'letters', 'database'],
  'apps/dashboard': ['rules', 'contracts', 'emails'],
  bench: [],
};
/** What every feature stands on. It knows none of them. */
const GROUND = { 'apps/api': ['platform'], 'apps/dashboard': ['shell'] };
/** Folders that hold entries of their own: composed of features, as the doors are. */
const INSIDES = /\.(controller|processor|test)\.tsx?$/;

const unitOf = (file) => Object.keys(ALLOWED).find((unit) => file.startsWith(`${unit}/`)) ?? null;

/** The feature's folder, or null for the doors that stand beside the features. */
function featureOf(file, unit) {
  const [folder, ...rest] = file.slice(`${unit}/src/`.length).split('/');
  return file.startsWith(`${unit}/src/`) && rest.length > 0 ? folder : null;
}

/** The file that a package gives for a name, by the `exports` of its package.json; null when it gives none. */
function exported(name, subpath) {
  const file = path.join(root, 'packages', name, 'package.json');
  const { exports: table = {} } = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const matches = Object.entries(table)
    .map(([pattern, target]) => [pattern.slice(2).split('*'), typeof target === 'string' ? target : target.types])
    .filter(([[before, after]]) =>
      after === undefined ? subpath === before : subpath.startsWith(before) && subpath.endsWith(after),
    )
    .sort(([[a]], [[b]]) => b.length - a.length); // the most exact one counts, as in Node
  const [found] = matches;
  if (!found) return `packages/${name}/src/${subpath}.ts`;
  const [[before], target] = found;
  return path.posix.join('packages', name, target.replace('*', subpath.slice(before.length)));
}

/** The file that an import names, as a path from the root; null when it is none of ours. */
function resolve(from, to) {
  const own = /^@suivi\/([a-z-]+)(?:\/(.+))?$/.exec(to);
  if (own) return own[2] ? exported(own[1], own[2]) : `packages/${own[1]}`;
  if (!to.startsWith('.')) return null;
  return path.posix.join(path.posix.dirname(from), to.replace(/\?.*$/, ''));
}

function refused(file, unit, { to }, target) {
  const targetUnit = unitOf(target) ?? unitOf(`${target}/`);
  if (unit === 'bench') return null; // measures what is inside, as a test does
  if (to.startsWith('@suivi/') && target.split('/').length < 3)
    return `imports the package ${to} as a whole: name the file, as in ${to}/plan`;
  if (to.startsWith('@suivi/') && !fs.existsSync(path.join(root, target)) && !target.includes('/generated/'))
    return `imports ${to}, which is no file: ${target} does not exist`;
  if (targetUnit && targetUnit !== unit) {
    if (targetUnit.startsWith('apps/'))
      return `imports ${target}: an app is used by nobody; move what is needed into a package`;
    if (!to.startsWith('@suivi/'))
      return `leaves its package by ${to}: import @suivi/${targetUnit.split('/')[1]}/… instead`;
    if (!ALLOWED[unit].includes(targetUnit.split('/')[1]))
      return `imports ${to}, against the arrows: ${unit} may use ${ALLOWED[unit].join(', ') || 'nothing of ours'}`;
    return null;
  }
  const [from, into] = [featureOf(file, unit), featureOf(target, unit)];
  if (!unit.startsWith('apps/') || from === into || from === null || isTest(file)) return null;
  const ground = GROUND[unit];
  if (into === null) return `imports ${target}: the doors know the features, not the other way round`;
  if (ground.includes(into)) return null;
  if (from === 'shell' && target.endsWith('/words.ts')) return null; // the words of all screens meet in one table
  if (ground.includes(from)) return `imports ${target}: ${from} is what features stand on and knows none of them`;
  if (INSIDES.test(target) || target.split('/').length > 5)
    return `imports ${target}, an inside of ${into}: use the file of ${into} that is named after what you need`;
  return null;
}

/** Circles among files, by the imports that are there at run time. Each is told once. */
export function cycles(graph) {
  const found = [];
  const state = new Map();
  const way = [];
  const go = (file) => {
    state.set(file, 'open');
    way.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') found.push([...way.slice(way.indexOf(next)), next]);
      else if (!state.has(next) && graph.has(next)) go(next);
    }
    way.pop();
    state.set(file, 'closed');
  };
  for (const file of graph.keys()) if (!state.has(file)) go(file);
  return found;
}

export function check(files = sourceFiles('apps', 'packages', 'bench'), parseFile = parse) {
  const findings = [];
  const graph = new Map();
  for (const file of files) {
    const unit = unitOf(file);
    if (unit === null) continue;
    const next = new Set();
    for (const one of parseFile(file).imports) {
      const target = resolve(file, one.to);
      if (unit === 'packages/rules' && target === null && !isTest(file) && one.to !== 'zod')
        findings.push({ file, line: one.line, problem: `imports ${one.to}: the rules use zod and nothing else` });
      if (target === null) continue;
      const problem = refused(file, unit, one, target);
      if (problem) findings.push({ file, line: one.line, problem });
      if (!one.typeOnly) next.add(target);
    }
    graph.set(file, next);
  }
  for (const circle of cycles(graph))
    findings.push({
      file: circle[0],
      line: 1,
      problem: `stands in a circle: ${circle.join(' → ')}. Move what both need into a file of its own, or import types with "import type"`,
    });
  return { findings, note: `${files.length} files` };
}
