import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const postgresProcess = path.resolve(import.meta.dirname, '../../../scripts/servers/postgres-process.mjs');
const PASSWORD = 'password';
// Tests ask what is true, not what survives a power cut.
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const freePort = () =>
  new Promise<number>((done, failed) => {
    const server = net.createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * The PostgreSQL of a test run: the one whose administrator's URL is given, or an embedded one of its own.
 * @returns the administrator's URL, and how to stop what was started
 */
export async function testServer(given: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (given) return { url: given, stop: async () => {} };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-test-'));
  fs.chmodSync(folder, 0o711); // as root the server runs as user postgres, who must be able to walk in
  const port = await freePort();
  const child = spawn(process.execPath, [postgresProcess, path.join(folder, 'pg'), String(port), ...FAST], {
    env: { ...process.env, SERVER_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  await new Promise<void>((ready, failed) => {
    child.stderr.on('data', (text) => (said += String(text)));
    child.stdout.on('data', (text) => String(text).includes('postgres ready') && ready());
    void ended.then(() => failed(new Error(`PostgreSQL did not start. ${said.trim()}`)));
  });
  return {
    url: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
