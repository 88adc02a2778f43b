// Writes again what is generated from the sources: `node scripts/generate.mjs`. One script a result: generate-NAME.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { at, run } from './servers/processes.mjs';
import { step } from './servers/progress.mjs';

const scripts = fs
  .readdirSync(at('scripts'))
  .filter((file) => /^generate-.+\.mjs$/.test(file))
  .sort();

/** Runs every generator; each says in its own file what it reads and writes. */
export async function generateAll(tell = (title, work) => work()) {
  for (const file of scripts) await tell(file, () => run(file, process.execPath, [path.join(at('scripts'), file)]));
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
