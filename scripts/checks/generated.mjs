// What is generated is what its generator would write today.
import fs from 'node:fs';
import path from 'node:path';
import { generateAll } from '../generate.mjs';
import { root } from '../servers/processes.mjs';

export const title = 'generated files are fresh';

const GENERATED =
  /(^packages\/rules\/src\/caisses\.ts|\.gen(\.d)?\.ts|\/openapi\.json|^\.env\.example|^docs\/.+\.md|^README\.md)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.git', '.data', '.turbo']);

function snapshot(folder = root, found = new Map()) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) snapshot(full, found);
    } else {
      const file = path.relative(root, full).replaceAll(path.sep, '/');
      if (GENERATED.test(file)) found.set(file, fs.readFileSync(full, 'utf8'));
    }
  }
  return found;
}

const firstDifference = (a, b) => {
  const [one, other] = [a.split('\n'), b.split('\n')];
  const index = one.findIndex((line, i) => line !== other[i]);
  return (index < 0 ? Math.min(one.length, other.length) : index) + 1;
};

export async function check() {
  const before = snapshot();
  await generateAll();
  const after = snapshot();
  const findings = [];
  for (const [file, text] of after) {
    const old = before.get(file);
    if (old === text) continue;
    const line = old === undefined ? 1 : firstDifference(old, text);
    findings.push({
      file,
      line,
      problem: 'is not what its generator writes: run  node scripts/generate.mjs  and commit it',
    });
    // A check changes nothing.
    if (old === undefined) fs.rmSync(path.join(root, file));
    else fs.writeFileSync(path.join(root, file), old);
  }
  return { findings, note: `${after.size} files` };
}
