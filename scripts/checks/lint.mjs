// What a reader would stumble over: oxlint with the rules of .oxlintrc.json.
import { start } from '../servers/processes.mjs';

export const title = 'nothing the linter stumbles over';

export async function check() {
  const held = start('lint', 'oxlint', ['--deny-warnings', '--format=unix'], { quiet: true });
  let out = '';
  held.child.stdout.on('data', (text) => (out += text));
  const code = await held.done;
  const findings = [...out.matchAll(/^(.+?):(\d+):\d+: (.+)$/gm)].map(([, file, line, problem]) => ({
    file,
    line,
    problem,
  }));
  if (code !== 0 && findings.length === 0)
    findings.push({ file: '.oxlintrc.json', line: 1, problem: held.said.trim() });
  return { findings };
}
