// Builds what runs: the Prisma client, the API with its worker, the dashboard. Turbo skips what has not changed.
import fs from 'node:fs';
import { at, run } from './processes.mjs';

/** Builds the apps; a build whose sources have not changed comes out of turbo's cache. */
export async function buildApps() {
  await run('build', 'turbo', [
    'run',
    'build',
    '--filter=@suivi/api',
    '--filter=@suivi/dashboard',
    '--output-logs=errors-only',
  ]);
  for (const file of ['apps/api/dist/main.http.js', 'apps/api/dist/main.worker.js', 'apps/dashboard/dist/index.html'])
    if (!fs.existsSync(at(file)))
      throw new Error(`The build left no ${file}. Run  npm run build  to see what it says.`);
}

/** Builds again at each change; `restart` is called when the API or the worker is new. The dashboard needs no restart. */
export async function watchApps(restart) {
  const { build } = await import('vite');
  const watcher = async (folder, onBuilt) => {
    const events = await build({
      root: at(folder),
      configFile: at(`${folder}/vite.config.ts`),
      logLevel: 'error',
      build: { watch: {} },
    });
    let turn = Promise.resolve();
    let first = true;
    events.on('event', (event) => {
      if (event.code === 'ERROR') console.error(`[build] ${event.error.message}`);
      if (event.code !== 'BUNDLE_END') return;
      event.result?.close?.();
      if (!first) turn = turn.then(onBuilt);
      first = false;
    });
  };
  await watcher('apps/api', restart);
  await watcher('apps/dashboard', async () => console.log('[build] dashboard: reload the page'));
}
