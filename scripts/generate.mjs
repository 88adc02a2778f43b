// Writes again what is generated from the sources: `node scripts/generate.mjs`. One script a result: generate-NAME.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { at, run } from './servers/processes.mjs';
import { step } from './servers/progress.mjs';

/** What a generator reads that is not in this repository: it runs where that is there, and its result is kept. */
const OUTSIDE = { 'generate-caisses.mjs': '../shared/cpam.csv' };

const scripts = fs
  .readdirSync(at('scripts'))
  .filter((file) => /^generate-.+\.mjs$/.test(file))
  .filter((file) => !OUTSIDE[file] || fs.existsSync(at(OUTSIDE[file])))
  .sort();

/** Runs every generator; each says in its own file what it reads and writes. */
export async function generateAll(tell = (title, work) => work()) {
  for (const file of scripts) {
    const input = OUTSIDE[file] ? [at(OUTSIDE[file])] : [];
    await tell(file, () => run(file, process.execPath, [path.join(at('scripts'), file), ...input]));
  }
}

if (import.meta.main) {
  try {
    await generateAll(step);
    if (scripts.length === 0) console.log('Nothing to generate yet.');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
