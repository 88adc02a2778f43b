// Starts the processes that a command needs, shows what they say under their name, and stops them in order.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
/** The working folder of one of our apps or packages. */
export const at = (folder) => path.join(root, folder);

const onWindows = process.platform === 'win32';
const bin = path.join(root, 'node_modules/.bin');
const children = [];
let ledger = null;

function environment(extra = {}) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', NO_COLOR: '1', ...extra };
  if (!env.PATH?.split(path.delimiter).includes(bin)) env.PATH = `${bin}${path.delimiter}${env.PATH ?? ''}`;
  return env;
}

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches only us and we stop the others in order.
 * @param options.quiet keeps its output (see `said`) instead of showing it
 * @param options.last  stopped after all the others: the database
 */
export function start(name, command, args, { cwd = root, env, quiet = false, last = false } = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args.map(String), { cwd, env: environment(env), stdio, detached: !onWindows });
  const held = { name, child, last, ended: null, said: '', done: null };
  for (const [stream, out] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    stream.on('data', (text) => {
      held.said = (held.said + text).slice(-20_000);
      if (!quiet) for (const line of String(text).split('\n')) if (line.trim()) out.write(`[${name}] ${line}\n`);
    });
  held.done = new Promise((done) => {
    const end = (how) => {
      held.ended ??= how;
      noteRunning();
      done(held.ended);
    };
    child.on('error', (error) => end(error.code === 'ENOENT' ? `${command} was not found` : error.message));
    // Its last words may still be on the way.
    child.on('exit', (code, signal) => setTimeout(end, 20, code ?? signal));
  });
  children.push(held);
  noteRunning();
  return held;
}

/** Runs a command to its end; throws with the last of what it said when it fails. */
export async function run(name, command, args, options = {}) {
  const held = start(name, command, args, { quiet: true, ...options });
  const code = await held.done;
  if (code !== 0) throw new Error(`${name} failed (${code}).\n${held.said.trim()}`);
  return held.said;
}

function signal(held, name) {
  try {
    if (held.ended === null) held.child.kill(name);
  } catch {
    // It has ended in this very moment.
  }
}

function killGroup(held) {
  try {
    if (held.ended === null) process.kill(onWindows ? held.child.pid : -held.child.pid, 'SIGKILL');
  } catch {
    // It has ended in this very moment.
  }
}

/** Asks processes to end, waits for what they have in hand, and makes an end after `patienceMs`. */
export async function stop(list, patienceMs = 25_000) {
  for (const held of list) signal(held, 'SIGTERM');
  const late = setTimeout(() => list.forEach(killGroup), patienceMs);
  await Promise.all(list.map((held) => held.done));
  clearTimeout(late);
}

/** Stops everything: what works first, the database last. */
export async function stopAll(patienceMs) {
  await stop(
    children.filter((held) => held.ended === null && !held.last),
    patienceMs,
  );
  await stop(
    children.filter((held) => held.ended === null),
    patienceMs,
  );
  if (ledger) fs.rmSync(ledger, { force: true });
  ledger = null;
}

/** Writes down from now on what runs, so that a start after a kill finds what was left behind. */
export function keepLedger(file) {
  ledger = file;
  noteRunning();
}

function noteRunning() {
  if (!ledger) return;
  const running = children.filter((held) => held.ended === null && held.child.pid);
  const rows = running.map((held) => ({ name: held.name, pid: held.child.pid, args: held.child.spawnargs.join(' ') }));
  fs.writeFileSync(ledger, JSON.stringify({ pid: process.pid, children: rows }, null, 2) + '\n');
}

/** What a process was started with, or null when there is none. A pid alone proves nothing: pids are used again. */
export function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
  } catch {
    if (fs.existsSync('/proc/self/cmdline') || onWindows) return null;
  }
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;
}

/**
 * Ends what a killed start left running.
 * @returns {Promise<{ running: number | null, ended: string[] }>} the pid of a start that still runs, or the names of what was ended
 */
export async function clearLeftovers(file) {
  if (!fs.existsSync(file)) return { running: null, ended: [] };
  let noted = null;
  try {
    noted = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return { running: null, ended: [] }; // killed in the middle of writing it; the ports will tell
  }
  if (commandOf(noted.pid)?.includes('start.mjs')) return { running: noted.pid, ended: [] };
  const left = noted.children.filter(({ pid, args }) => commandOf(pid)?.includes(args.split(' ').slice(1).join(' ')));
  for (const { pid } of left) tryKill(pid, 'SIGTERM');
  for (let waitedMs = 0; waitedMs < 15_000 && left.some(({ pid }) => commandOf(pid)); waitedMs += 100)
    await new Promise((go) => setTimeout(go, 100));
  for (const { pid } of left) if (commandOf(pid)) tryKill(pid, 'SIGKILL');
  return { running: null, ended: left.map(({ name }) => name) };
}

function tryKill(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in this very moment.
  }
}
