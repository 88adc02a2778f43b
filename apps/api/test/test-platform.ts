import { randomBytes } from 'node:crypto';
import { temporaryObjects } from './temporary-objects.ts';
import { inject } from 'vitest';
import type {} from '@suivi/database/test/global-setup';
import { readConfig } from '../src/platform/config.ts';
import { makeLog } from '../src/platform/logging.ts';
import type { Platform } from '../src/platform/platform.ts';
import { openPlatform } from '../src/platform/platform.ts';

type Urls = { app: string; accounts: string; owner: string };

/** The settings of a test: the run's database, nothing else outside of this process. */
export function testConfig({ app, accounts, owner }: Urls = inject('database')) {
  return readConfig({
    DATABASE_URL: app,
    ACCOUNTS_DATABASE_URL: accounts,
    OWNER_DATABASE_URL: owner,
    QUEUE_URL: owner,
    SMTP_URL: 'smtp://127.0.0.1:1',
    APP_URL: 'http://suivi.test',
    AUTH_SECRET: 'a secret of the tests, long enough to be one',
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    OBJECTS_URL: temporaryObjects(),
    LOG_LEVEL: 'silent',
  });
}

/** What every feature stands on, on the run's database. */
export const openTestPlatform = (urls?: Urls): Promise<Platform> =>
  openPlatform(testConfig(urls), makeLog('silent', 'test'), 'suivi test');
