// A browser in front of the built apps, with a database and a mail catcher of their own.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { buildApps } from '../servers/apps.mjs';
import { createDatabase, createQueueDatabase } from '../servers/databases.mjs';
import { startMailCatcher } from '../servers/mail-catcher.mjs';
import { freePorts, untilAnswers } from '../servers/ports.mjs';
import { at, run, start, stop } from '../servers/processes.mjs';
import { step } from '../servers/progress.mjs';
import { as } from '../servers/settings.mjs';
import { findProgram } from '../servers/temporary.mjs';
import { show } from './show.mjs';

/** The browser that is installed, or null. */
export const findChromium = () =>
  process.env.CHROMIUM_PATH || findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');

/** @param words parts of names: only the tests that hold one of them */
export async function endToEnd({ folder, postgresUrl, redisUrl, chromium, words }) {
  const node = process.execPath;
  const admin = new URL(postgresUrl);
  const owner = as(postgresUrl, admin.username, admin.password, 'end_to_end');
  const [port, workerPort, smtpPort, inboxPort] = await freePorts(4);
  const queueUrl = as(postgresUrl, 'end_to_end_queue', randomBytes(12).toString('hex'), 'end_to_end_queue');
  const env = {
    OWNER_DATABASE_URL: owner,
    DATABASE_URL: as(owner, 'suivi_app', 'end-to-end', 'end_to_end'),
    ACCOUNTS_DATABASE_URL: as(owner, 'suivi_accounts', 'end-to-end', 'end_to_end'),
    QUEUE_URL: redisUrl ?? queueUrl,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}`,
    DEMO: '1',
    DEMO_PASSWORD: 'end-to-end-password',
    LOG_LEVEL: 'warn',
  };
  const running = [];
  const startApp = (name, script, healthPort) => {
    const app = { ...env, ...(name === 'worker' && { WORKER_PORT: String(healthPort) }) };
    const held = start(name, node, ['--enable-source-maps', script], { cwd: at('apps/api'), env: app });
    running.push(held);
    const giveUp = held.done.then((code) => Promise.reject(new Error(`The ${name} ended at once (${code}).`)));
    giveUp.catch(() => {}); // told while we wait; later its end is asked for
    return untilAnswers(`http://127.0.0.1:${healthPort}/health/ready`, { giveUp });
  };
  try {
    await step('build', buildApps);
    await step('apps with a demo agency', async () => {
      await createDatabase(owner);
      if (!redisUrl) await createQueueDatabase(owner, queueUrl);
      await run('migrate', node, ['src/migrate.ts', 'deploy'], { cwd: at('packages/database'), env });
      running.push(await startMailCatcher({ smtpPort, inboxPort }));
      await run('seed', node, ['--enable-source-maps', 'dist/seed.js'], { cwd: at('apps/api'), env });
      await Promise.all([
        startApp('api', 'dist/main.http.js', port),
        startApp('worker', 'dist/main.worker.js', workerPort),
      ]);
    });
    const report = path.join(folder, 'playwright.json');
    const code = await show('playwright', ['test', '--reporter=list,json', ...words], {
      ...env,
      BASE_URL: env.APP_URL,
      INBOX_URL: `http://127.0.0.1:${inboxPort}`,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
    const { stats, errors } = JSON.parse(fs.readFileSync(report, 'utf8'));
    const failed = stats.unexpected + (stats.unexpected === 0 && code !== 0 ? Math.max(1, errors.length) : 0);
    return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  } finally {
    await stop(running);
  }
}
