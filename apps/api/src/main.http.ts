import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { makeAuth } from './accounts/auth.ts';
import { makeHttpApp } from './http-app.ts';
import { readConfig } from './platform/config.ts';
import { makeLog, safeError } from './platform/logging.ts';
import { openPlatform } from './platform/platform.ts';

// The process of the API. It ends in good order: takes no new request, answers those it has, lets go of the database.
const config = loudly(() => readConfig());
const log = makeLog(config.LOG_LEVEL, 'api');
const dashboard = path.resolve(import.meta.dirname, '../../dashboard/dist');

try {
  const platform = await openPlatform(config, log, 'suivi api');
  const { auth, close } = makeAuth(config, log);
  const app = await makeHttpApp(platform, auth, fs.existsSync(path.join(dashboard, 'index.html')) ? dashboard : null);
  await app.listen(config.PORT, config.HOST);
  log.info({ port: config.PORT }, 'listening');
  const stop = async () => {
    await app.close();
    await platform.database.close();
    await close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
} catch (error) {
  log.fatal(safeError(error), 'the API could not start');
  loudly(() => {
    throw error;
  });
}

function loudly<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
