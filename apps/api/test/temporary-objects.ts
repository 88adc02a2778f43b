import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder for the objects of one test file; it goes with the process. */
export function temporaryObjects(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-objects-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return `file:${folder}`;
}
