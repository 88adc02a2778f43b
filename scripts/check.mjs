// `npm run check`: what a reader should be able to rely on, checked one by one. `npm run check -- imports size` runs some.
import fs from 'node:fs';
import path from 'node:path';
import { at } from './servers/processes.mjs';
import { stopwatch } from './servers/progress.mjs';

const ORDER = [
  'format',
  'lint',
  'types',
  'imports',
  'purity',
  'size',
  'citations',
  'settings',
  'jobs',
  'migrations',
  'generated',
];
const SHOWN = 40;

const there = ORDER.filter((name) => fs.existsSync(path.join(at('scripts/checks'), `${name}.mjs`)));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !there.includes(name));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${there.join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const name of asked.length > 0 ? asked : there) {
  const elapsed = stopwatch();
  const { title, check } = await import(`./checks/${name}.mjs`);
  let result;
  try {
    result = await check();
  } catch (error) {
    result = {
      findings: [{ file: `scripts/checks/${name}.mjs`, line: 1, problem: `could not be run: ${error.message}` }],
    };
  }
  const { findings, note } = result;
  const good = findings.length === 0;
  if (good) passed += 1;
  else failed += 1;
  console.log(`  ${good ? '✓' : '✗'} ${title}${note ? ` (${note})` : ''}  ${elapsed()}`);
  for (const { file, line, problem } of findings.slice(0, SHOWN)) console.log(`      ${file}:${line}  ${problem}`);
  if (findings.length > SHOWN) console.log(`      … and ${findings.length - SHOWN} more; npm run check -- ${name}`);
}
console.log(`check: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
