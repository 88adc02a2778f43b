import { serveWorkerHealth } from './operations/worker-health.ts';
import { openQueueStore } from './outbox/queue-store.ts';
import { readConfig } from './platform/config.ts';
import { makeLog, safeError } from './platform/logging.ts';
import { openPlatform } from './platform/platform.ts';
import { startWorker } from './worker.ts';

// The process of the workers: sweep, relay, jobs. On SIGTERM it takes no new work, ends what runs, and goes.
try {
  const config = readConfig();
  const log = makeLog(config.LOG_LEVEL, 'worker');
  const platform = await openPlatform(config, log, 'suivi worker');
  const store = await openQueueStore(config.QUEUE_URL, { log });
  const worker = startWorker(platform, store);
  const { WORKER_PORT, HOST } = config;
  const health = WORKER_PORT === undefined ? null : await serveWorkerHealth({ WORKER_PORT, HOST }, worker.readiness);
  log.info({ queues: store.kind }, 'working');

  const stop = async () => {
    log.info('stopping');
    await worker.stop();
    await store.close();
    await health?.close();
    await platform.database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  // What nobody awaited must not leave a half-dead worker behind: a supervisor starts a whole one.
  process.on('unhandledRejection', (error) => {
    log.fatal(safeError(error), 'something failed that nobody waited for');
    process.exit(1);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
