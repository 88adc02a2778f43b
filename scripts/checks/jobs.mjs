// Every job has exactly one handler, in the file it names. (The worker checks the same when it starts.)
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../servers/processes.mjs';
import { isTest, parse, sourceFiles, visit } from './source.mjs';

export const title = 'each job has one handler';

const LIST = 'apps/api/src/outbox/jobs.ts';

const textOf = (object, key) => object.properties.find((one) => one.key?.name === key)?.value?.value;

/** The jobs of the list: name of the constant, name of the job, the file it says it is handled in. */
function declared(file, parseFile) {
  const { program, lineAt } = parseFile(file);
  const jobs = [];
  visit(program, (node) => {
    if (node.type !== 'VariableDeclarator' || node.init?.callee?.name !== 'defineJob') return;
    const [settings] = node.init.arguments;
    if (settings?.type !== 'ObjectExpression') return;
    jobs.push({
      constant: node.id.name,
      name: textOf(settings, 'name'),
      handledIn: textOf(settings, 'handledIn'),
      line: lineAt(node.start),
    });
  });
  return jobs;
}

/** Where `handles(job, …)` stands for each constant. */
function handled(files, parseFile) {
  const places = new Map();
  for (const file of files) {
    const { program } = parseFile(file);
    visit(program, (node) => {
      if (node.type !== 'CallExpression' || node.callee.name !== 'handles') return;
      const constant = node.arguments[0]?.name;
      if (constant) places.set(constant, [...(places.get(constant) ?? []), file]);
    });
  }
  return places;
}

export function check(files = sourceFiles('apps/api').filter((file) => !isTest(file)), parseFile = parse) {
  if (parseFile === parse && !fs.existsSync(path.join(root, LIST))) return { findings: [], note: `no ${LIST} yet` };
  const jobs = declared(LIST, parseFile);
  const places = handled(files, parseFile);
  const findings = [];
  for (const { constant, name, handledIn, line } of jobs) {
    const found = places.get(constant) ?? [];
    const file = `apps/api/src/${handledIn}`;
    const say = (problem) => findings.push({ file: LIST, line, problem });
    if (found.length === 0) say(`${name} has no handler: write  handles(${constant}, …)  in ${file}`);
    else if (found.length > 1)
      say(`${name} has ${found.length} handlers (${found.join(', ')}): keep the one in ${file}`);
    else if (found[0] !== file) say(`${name} is handled in ${found[0]}, and says ${file}: correct handledIn`);
  }
  return { findings, note: `${jobs.length} jobs` };
}
