// One layout for all files, so that a difference in a change is a difference in what it does.
import { start } from '../servers/processes.mjs';

export const title = 'files are formatted';

export async function check() {
  const held = start('format', 'prettier', ['--check', '--cache', '--log-level', 'warn', '.'], { quiet: true });
  const code = await held.done;
  const files = [...held.said.matchAll(/^\[warn\] (.+\.\w+)$/gm)].map(([, file]) => file);
  const findings = files.map((file) => ({ file, line: 1, problem: 'is laid out differently: npm run format' }));
  for (const [, file, what] of held.said.matchAll(/^\[error\] (\S+): (.+)$/gm))
    findings.push({ file, line: 1, problem: what });
  if (code !== 0 && findings.length === 0)
    findings.push({ file: '.', line: 1, problem: `prettier failed: ${held.said.trim()}` });
  return { findings };
}
