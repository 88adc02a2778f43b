// Every package compiles. Turbo remembers what has not changed.
import { start } from '../servers/processes.mjs';

export const title = 'types fit';

const ERROR = /^(?:\S+:typecheck: )?(.+?)\((\d+),\d+\): error (TS\d+: .+)$/gm;

/** The folder of each package that turbo names. */
const FOLDERS = { api: 'apps/api', dashboard: 'apps/dashboard', bench: 'bench' };
const folderOf = (name) => FOLDERS[name] ?? `packages/${name}`;

export async function check() {
  const findings = [];
  const root = start('types', 'tsc', ['--noEmit', '--pretty', 'false'], { quiet: true });
  const apps = start('types', 'turbo', ['run', 'typecheck', '--continue', '--output-logs=errors-only'], {
    quiet: true,
  });
  let out = '';
  apps.child.stdout.on('data', (text) => (out += text));
  const [rootCode, appsCode] = await Promise.all([root.done, apps.done]);
  for (const line of out.split('\n')) {
    const found = /^@suivi\/([\w-]+):typecheck: (.+?)[(:](\d+)[,:]\d+\)?(?: -|:) error (TS\d+: .+)$/.exec(line);
    if (found) findings.push({ file: `${folderOf(found[1])}/${found[2]}`, line: found[3], problem: found[4] });
  }
  for (const [, file, line, problem] of root.said.matchAll(ERROR)) findings.push({ file, line, problem });
  if ((rootCode !== 0 || appsCode !== 0) && findings.length === 0)
    findings.push({
      file: 'package.json',
      line: 1,
      problem: `npm run typecheck fails: ${(root.said + apps.said).slice(-1500)}`,
    });
  return { findings };
}
