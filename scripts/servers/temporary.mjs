// Servers for a test or a check: in a folder of the system, without waiting for the disk, gone afterwards.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './embedded-postgres.mjs';
import { freePort, untilListening } from './ports.mjs';
import { start, stop, stopAll } from './processes.mjs';

/** A folder that user postgres can walk through too. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** @returns {Promise<string>} the administrator's URL of a new server, database `postgres` */
export async function temporaryPostgres(folder) {
  const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const password = randomBytes(12).toString('hex');
  const url = await startPostgres({ dir: path.join(folder, 'pg'), port: await freePort(), password, flags });
  return `${url}/postgres`;
}

/** Runs work against the server in TEST_PG, or against one made for it. */
export async function withPostgres(work) {
  if (process.env.TEST_PG) return work(process.env.TEST_PG);
  const folder = temporaryFolder();
  try {
    return await work(await temporaryPostgres(folder));
  } finally {
    await stopAll();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The program of that name on the PATH, or null. */
export function findProgram(...names) {
  for (const name of names)
    for (const folder of name.includes(path.sep) ? [''] : (process.env.PATH ?? '').split(path.delimiter)) {
      const file = folder ? path.join(folder, name) : name;
      if (fs.existsSync(file)) return file;
    }
  return null;
}

/** @returns {Promise<string | null>} the URL of a new Redis, or null when none is installed */
export async function temporaryRedis(folder) {
  const program = findProgram('redis-server');
  if (program === null) return null;
  const port = await freePort();
  const data = path.join(folder, 'redis');
  fs.mkdirSync(data, { recursive: true });
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const held = start('redis', program, ['--port', port, '--dir', data, ...settings], { quiet: true });
  try {
    await untilListening(port);
  } catch {
    await stop([held]);
    throw new Error(`redis-server did not start.\n${held.said}`);
  }
  return `redis://127.0.0.1:${port}`;
}
