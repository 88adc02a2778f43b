// Writes the description of the API and the types of the dashboard's client from the API's routes:
//   node scripts/generate-openapi.mjs            writes both
//   node scripts/generate-openapi.mjs --check    fails when they differ from a fresh run
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'packages/contracts/openapi');
const api = path.join(root, 'apps/api');

function run(args, cwd) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || `${args[0]} failed`);
}

/** Both files, made in a folder of their own: a build of the API that is running stays as it is. */
export async function generate(into) {
  const built = fs.mkdtempSync(path.join(api, 'node_modules/.openapi-'));
  try {
    await build({
      root: api,
      configFile: path.join(api, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true, sourcemap: false },
    });
    run([path.join(built, 'openapi.js'), path.join(into, 'openapi.json')], api);
  } finally {
    fs.rmSync(built, { recursive: true, force: true });
  }
  const program = path.join(folder, 'node_modules/openapi-typescript/bin/cli.js');
  run(
    [
      program,
      path.join(into, 'openapi.json'),
      '--output',
      path.join(into, 'api.gen.d.ts'),
      '--default-non-nullable',
      'false',
    ],
    folder,
  );
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) await generate(folder);
  else {
    const fresh = fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-openapi-'));
    await generate(fresh);
    const different = ['openapi.json', 'api.gen.d.ts'].filter(
      (name) => fs.readFileSync(path.join(fresh, name), 'utf8') !== fs.readFileSync(path.join(folder, name), 'utf8'),
    );
    fs.rmSync(fresh, { recursive: true, force: true });
    if (different.length > 0) {
      console.error(
        `${different.join(' and ')} differ from the API's routes. Run  node scripts/run.mjs generate-openapi`,
      );
      process.exit(1);
    }
  }
}
