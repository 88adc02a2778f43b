// The door of every npm command. Runs on any Node from 20 on: installs once with the pinned pnpm, then goes on with
// the pinned Node 24. Whatever it has to say goes to stderr, since `npm run --silent plan` prints its answer on stdout.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const onWindows = process.platform === 'win32';
const node = path.join(root, 'node_modules/node/bin', onWindows ? 'node.exe' : 'node');
const stamp = path.join(root, 'node_modules/.install-stamp');

function giveUp(message, code = 1) {
  console.error(`\n${message}\n`);
  process.exit(code);
}

/** What the installed packages follow from. The stamp of another one means: install again. */
function wantedInstall() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(fs.readFileSync(path.join(root, file)));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function isInstalled(wanted) {
  return fs.existsSync(node) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
}

/** Runs pnpm with all of its output on stderr; resolves to its exit code and the end of what it said. */
function pnpmInstall(pnpm) {
  return new Promise((done) => {
    const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'];
    args.push('--config.confirmModulesPurge=false'); // without a terminal pnpm would refuse to replace what is there
    const child = spawn('npx', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: onWindows });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        process.stderr.write(text);
        said = (said + text).slice(-20_000);
      });
    child.on('error', (error) => done({ code: error.code === 'ENOENT' ? 'no npx' : error.message, said }));
    child.on('close', (code) => done({ code, said }));
  });
}

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|UND_ERR|META_FETCH_FAIL|SELF_SIGNED|UNABLE_TO_VERIFY|error sending request|fetch failed/i;

function whyInstallFailed({ code, said }, pnpm) {
  if (code === 'no npx')
    return 'npx was not found. It comes with npm: install npm (or Node.js from https://nodejs.org), then start again.';
  if (NETWORK.test(said))
    return (
      'The npm registry could not be reached, and the first run has to fetch the packages from it.\n' +
      'Check the network; behind a proxy set HTTPS_PROXY, with a registry of your own run\n' +
      '  npm config set registry https://your-registry/\n' +
      'Then start again: what has been fetched already is kept.'
    );
  if (/ENOSPC/.test(said)) return 'The disk is full. The packages need about 1 GB: make room, then start again.';
  if (/EACCES|EPERM/.test(said))
    return `The packages could not be written. Give this user the right to write to ${root}, then start again.`;
  if (/OUTDATED_LOCKFILE|frozen-lockfile/i.test(said))
    return `A package.json asks for other versions than pnpm-lock.yaml. Run  npx --yes ${pnpm} install  and commit the lockfile.`;
  return `The install ended with an error (${code}); the reason stands above. Put it right and start again: it goes on where it stopped.`;
}

async function install(wanted) {
  const { packageManager } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  console.error(`Installing the packages with ${packageManager} (once; about half a minute on a fresh machine) …`);
  const result = await pnpmInstall(packageManager);
  if (result.code !== 0) giveUp(whyInstallFailed(result, packageManager));
  if (!fs.existsSync(node)) giveUp(`The install left no Node 24 at ${node}. Remove node_modules and start again.`);
  fs.writeFileSync(stamp, wanted);
}

const [command, ...args] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.mjs`);

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
  giveUp(
    `Suivi needs Node.js ${OLDEST_NODE} or newer to start; this is ${process.version}. Get it from https://nodejs.org.`,
  );
if (!command || !fs.existsSync(script))
  giveUp(
    `There is no command "${command ?? ''}". package.json lists them under "scripts": npm start, npm test, npm run check …`,
  );

const wanted = wantedInstall();
if (!isInstalled(wanted)) await install(wanted);

const bin = path.join(root, 'node_modules/.bin');
const child = spawn(node, [script, ...args], {
  cwd: root,
  stdio: 'inherit',
  // A file named on the command line is meant from where the user stands.
  env: { INIT_CWD: process.cwd(), ...process.env, PATH: bin + path.delimiter + (process.env.PATH ?? '') },
});
child.on('error', (error) =>
  giveUp(`Node 24 could not be started (${error.message}). Remove node_modules and start again.`),
);
child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal ?? 'SIGTERM'] ?? 15)));

// At a terminal Ctrl-C reaches the child by itself; from a script it may reach only us. Twice does no harm.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm hands SIGTERM to its shell alone, which dies without a word: notice that the parent has gone.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}
