// The agreed cases: files with the plan they must get. They stand beside the repository.
import fs from 'node:fs';
import path from 'node:path';
import { root, start } from '../servers/processes.mjs';

const program = path.resolve(root, '../shared/cases/check.mjs');

export const casesAreThere = () => fs.existsSync(program);

export async function cases() {
  const held = start('cases', process.execPath, [program], { quiet: true });
  held.child.stdout.pipe(process.stdout, { end: false });
  held.child.stderr.pipe(process.stderr, { end: false });
  await held.done;
  const sum = [...held.said.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return sum ? { passed: Number(sum[1]), failed: Number(sum[2]) } : { passed: 0, failed: 1 };
}
