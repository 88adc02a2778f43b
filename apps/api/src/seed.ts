import { makeAuth } from './accounts/auth.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { readConfig } from './platform/config.ts';
import { makeLog } from './platform/logging.ts';
import { openPlatform } from './platform/platform.ts';

// Fills the demo agencies. Run as often as you like: what stands already stays.
try {
  const config = readConfig();
  if (!config.DEMO) throw new Error('The demo agencies are made where DEMO is 1. Set it, or leave the seed out.');
  if (!config.OWNER_DATABASE_URL)
    throw new Error('Set OWNER_DATABASE_URL: only the owner of the tables makes agencies.');
  const log = makeLog(config.LOG_LEVEL, 'seed');
  const platform = await openPlatform(config, log, 'suivi seed');
  const { auth, close } = makeAuth(config, log);
  const made = await seedDemo(platform, auth, config.OWNER_DATABASE_URL);
  console.log(made.length > 0 ? `made ${made.join(' and ')}` : 'the demo agencies stand already');
  await close();
  await platform.database.close();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
