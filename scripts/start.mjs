// `npm start`: PostgreSQL, mail catcher, API with the dashboard, worker; a demo agency to look at. Ctrl-C stops it all.
//   --watch   builds again when a source file changes and restarts what uses it
import path from 'node:path';
import { buildApps, watchApps } from './servers/apps.mjs';
import { createDatabase, createQueueDatabase } from './servers/databases.mjs';
import { assertReachable, startPostgres } from './servers/embedded-postgres.mjs';
import { startMailCatcher } from './servers/mail-catcher.mjs';
import { freePort, isFree, untilAnswers } from './servers/ports.mjs';
import { at, clearLeftovers, keepLedger, run, start, stop, stopAll } from './servers/processes.mjs';
import { step, stopwatch } from './servers/progress.mjs';
import { dataFolder, localSettings, postgresFolder } from './servers/settings.mjs';

const node = process.execPath;
const ledger = path.join(dataFolder, 'running.json');
const elapsed = stopwatch();
let stopping = false;

async function end(code) {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await stopAll();
  console.log('Stopped. The data is kept; the next start takes a few seconds.');
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

async function assertPortsFree({ ports, ours }) {
  const needed = {
    PORT: 'the app',
    ...(ours.mail && { INBOX_PORT: 'the inbox page', SMTP_PORT: 'the mail catcher' }),
    ...(ours.postgres && { POSTGRES_PORT: 'PostgreSQL' }),
  };
  const taken = [];
  for (const [setting, use] of Object.entries(needed)) if (!(await isFree(ports[setting]))) taken.push([setting, use]);
  if (taken.length === 0) return;
  const lines = taken.map(([setting, use]) => `  ${ports[setting]} (${use}): choose another with ${setting}`);
  const example = taken.map(([setting]) => `${setting}=${ports[setting] + 1}`).join(' ');
  throw new Error(
    `Somebody else uses the port${taken.length > 1 ? 's' : ''}\n${lines.join('\n')}\n` +
      `Stop what uses ${taken.length > 1 ? 'them' : 'it'}, or start with  ${example} npm start  (or set it in .env).`,
  );
}

/** Starts an app and, should it fall, starts it again: at most five times a minute. */
function keepRunning(name, script, env) {
  const falls = [];
  const keeper = { held: null, restarting: false };
  const launch = () => {
    const held = start(name, node, ['--enable-source-maps', at(`apps/api/dist/${script}`)], {
      cwd: at('apps/api'),
      env,
    });
    keeper.held = held;
    held.done.then((code) => {
      if (stopping || keeper.restarting || keeper.held !== held) return;
      falls.push(Date.now());
      if (falls.filter((at) => at > Date.now() - 60_000).length > 5) {
        console.error(`The ${name} has ended again and again; its last words stand above.`);
        return end(1);
      }
      console.error(`The ${name} has ended (${code}); starting it again.`);
      setTimeout(() => !stopping && launch(), 1_000);
    });
  };
  keeper.restart = async () => {
    keeper.restarting = true;
    await stop([keeper.held]);
    keeper.restarting = false;
    if (!stopping) launch();
  };
  launch();
  return keeper;
}

/** Waits for the app; an app that ends at once has said why. */
async function untilReady(name, keeper, port) {
  const first = keeper.held;
  const giveUp = first.done.then((code) => {
    throw new Error(`The ${name} ended at once (${code}); its reason stands above.`);
  });
  giveUp.catch(() => {});
  await untilAnswers(`http://127.0.0.1:${port}/health/ready`, { giveUp });
}

async function main() {
  const watch = process.argv.includes('--watch');
  const left = await clearLeftovers(ledger);
  if (left.running !== null)
    throw new Error(
      `Suivi runs already (process ${left.running}). Stop it with Ctrl-C in its window, or: kill ${left.running}`,
    );
  if (left.ended.length > 0) console.log(`An earlier start was cut off; ended what it left: ${left.ended.join(', ')}.`);
  assertReachable(postgresFolder);
  const settings = localSettings();
  await assertPortsFree(settings);
  keepLedger(ledger);

  const { env, ports, ours } = settings;
  console.log('Starting Suivi');
  const building = buildApps();
  building.catch(() => {}); // its failure is told where it is awaited
  if (ours.postgres)
    await step('PostgreSQL', async () => {
      await startPostgres({ dir: postgresFolder, port: ports.POSTGRES_PORT, password: settings.postgresPassword });
      await createDatabase(env.OWNER_DATABASE_URL);
    });
  if (settings.needsQueueDatabase) await createQueueDatabase(env.OWNER_DATABASE_URL, env.QUEUE_URL);
  if (ours.mail)
    await step('Mail catcher', () =>
      startMailCatcher({
        smtpPort: ports.SMTP_PORT,
        inboxPort: ports.INBOX_PORT,
        folder: path.join(dataFolder, 'mail'),
      }),
    );
  await step('Build (the first takes longest)', () => building);
  await step('Tables and roles', () =>
    run('migrate', node, ['src/migrate.ts', 'deploy'], { cwd: at('packages/database'), env }),
  );
  if (env.DEMO === '1')
    await step('Demo agency', () =>
      run('seed', node, ['--enable-source-maps', 'dist/seed.js'], { cwd: at('apps/api'), env }),
    );

  const api = keepRunning('api', 'main.http.js', env);
  const workerPort = await freePort(); // where the worker says that it is ready
  const worker = keepRunning('worker', 'main.worker.js', { ...env, WORKER_PORT: String(workerPort) });
  await step('API, dashboard and worker', () =>
    Promise.all([untilReady('API', api, ports.PORT), untilReady('worker', worker, workerPort)]),
  );
  if (watch)
    await watchApps(async () => {
      await Promise.all([api.restart(), worker.restart()]);
      console.log('[build] API and worker run the new code');
    });
  console.log(welcome(settings));
  if (process.env.EXIT_WHEN_READY) await end(0);
}

function welcome({ env, inboxUrl, demoPassword }) {
  const rows = [
    '',
    `Suivi runs (${elapsed()}).`,
    '',
    `  App        ${env.APP_URL}`,
    ...(inboxUrl ? [`  Inbox      ${inboxUrl}   every email Suivi sends on this machine ends here`] : []),
    `  Queues     ${env.APP_URL}/admin/queues   as operator`,
  ];
  if (env.DEMO === '1')
    rows.push(
      '',
      '  Sign in    adviser@demo.test    the day, the files, an import',
      '             admin@demo.test      the same, and the agency',
      '             operator@demo.test   the queues, and no client',
      `  Password   ${demoPassword}`,
      '',
      '  See time pass:  npm run demo:advance -- 45',
    );
  else rows.push('', '  Agencies and people:  npm run agency, npm run member; each says how it is used');
  return [...rows, '  Stop:           Ctrl-C', ''].join('\n');
}

try {
  await main();
} catch (error) {
  if (!stopping) {
    console.error(`\n${error.message}\n`);
    stopping = true;
    await stopAll();
    process.exit(1);
  }
}
