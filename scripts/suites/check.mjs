// The checks, as a suite of the tests.
import { at, start } from '../servers/processes.mjs';

export async function check() {
  const held = start('check', process.execPath, [at('scripts/check.mjs')], { quiet: true });
  held.child.stdout.pipe(process.stdout, { end: false });
  held.child.stderr.pipe(process.stderr, { end: false });
  await held.done;
  const sum = /check: (\d+) passed, (\d+) failed/.exec(held.said);
  return sum ? { passed: Number(sum[1]), failed: Number(sum[2]) } : { passed: 0, failed: 1 };
}
