// Every package compiles. Turbo remembers what has not changed.
import path from 'node:path';
import { start } from '../servers/processes.mjs';

export const title = 'types fit';

const ERROR = /^(?:\S+:typecheck: )?(.+?)\((\d+),\d+\): error (TS\d+: .+)$/gm;

/** The folder of each package that turbo names. */
const FOLDERS = { api: 'apps/api', dashboard: 'apps/dashboard', bench: 'bench' };
const folderOf = (name) => FOLDERS[name] ?? `packages/${name}`;

export async function check() {
  const findings = [];
  // A package's fault shows in every app that uses it: told once.
  const add = (place, line, problem) => {
    const file = path.posix.normalize(place);
    if (!findings.some((one) => one.file === file && one.line === line && one.problem === problem))
      findings.push({ file, line, problem });
  };
  const root = start('types', 'tsc', ['--noEmit', '--pretty', 'false'], { quiet: true });
  const apps = start('types', 'turbo', ['run', 'typecheck', '--continue', '--output-logs=errors-only'], {
    quiet: true,
  });
  let out = '';
  apps.child.stdout.on('data', (text) => (out += text));
  const [rootCode, appsCode] = await Promise.all([root.done, apps.done]);
  for (const line of out.split('\n')) {
    const found = /^@suivi\/([\w-]+):typecheck: (.+?)[(:](\d+)[,:]\d+\)?(?: -|:) error (TS\d+: .+)$/.exec(line);
    if (found) add(`${folderOf(found[1])}/${found[2]}`, found[3], found[4]);
  }
  for (const [, file, line, problem] of root.said.matchAll(ERROR)) add(file, line, problem);
  if ((rootCode !== 0 || appsCode !== 0) && findings.length === 0)
    findings.push({
      file: 'package.json',
      line: 1,
      problem: `npm run typecheck fails: ${(root.said + apps.said).slice(-1500)}`,
    });
  return { findings };
}
