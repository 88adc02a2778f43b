// `npm test`: checks, unit and integration tests, the agreed cases, and a browser. The last line is the sum.
//   npm test -- rules        only vitest's files whose path holds "rules"
//   npm test -- check        only the checks; likewise cases, and e2e (further words choose among its tests)
import fs from 'node:fs';
import { run, stopAll } from './servers/processes.mjs';
import { step, stopwatch } from './servers/progress.mjs';
import { temporaryFolder, temporaryPostgres, temporaryRedis } from './servers/temporary.mjs';
import { cases, casesAreThere } from './suites/cases.mjs';
import { check } from './suites/check.mjs';
import { endToEnd, findChromium } from './suites/end-to-end.mjs';
import { vitest } from './suites/vitest.mjs';

const SUITES = ['check', 'cases', 'e2e'];
const words = process.argv.slice(2);
const only = SUITES.includes(words[0]) ? words[0] : words.length > 0 ? 'vitest' : null;
const wanted = (suite) => only === null || only === suite;

const folder = temporaryFolder();
const elapsed = stopwatch();
const sums = [];
const leftOut = [];

async function clean() {
  await stopAll();
  fs.rmSync(folder, { recursive: true, force: true });
}
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => clean().then(() => process.exit(code)));

/** What is not installed is left out, aloud; where CI is set it is a failure, since nobody reads along there. */
function leaveOut(what, how) {
  leftOut.push(`${what}: ${how}`);
  if (process.env.CI) sums.push({ name: `${what}, which CI must not leave out`, passed: 0, failed: 1 });
}

async function suite(name, work) {
  console.log(`\n${name}`);
  const time = stopwatch();
  const sum = await work();
  sums.push({ name, ...sum, time: time() });
}

async function main() {
  process.env.TEST_PG = await step('PostgreSQL for the tests', () => temporaryPostgres(folder));
  let redisUrl = null;
  if (only !== 'check' && only !== 'cases') {
    redisUrl = await step('Redis for the tests', () => temporaryRedis(folder));
    if (redisUrl) process.env.TEST_REDIS_URL = redisUrl;
    else
      leaveOut(
        'Queues on Redis',
        'redis-server is not installed (Debian: apt-get install redis-server; macOS: brew install redis)',
      );
  }
  await step('Prisma client', () => run('generate', 'turbo', ['run', 'generate', '--output-logs=errors-only']));

  if (wanted('check')) await suite('Checks', check);
  if (wanted('vitest')) await suite('Tests', () => vitest(folder, words));
  if (wanted('cases')) {
    if (casesAreThere()) await suite('Cases', cases);
    else leftOut.push('Cases: there is no ../shared/cases beside this folder');
  }
  if (wanted('e2e')) {
    const chromium = findChromium();
    if (chromium)
      await suite('Browser', () =>
        endToEnd({
          folder,
          postgresUrl: process.env.TEST_PG,
          redisUrl: null,
          chromium,
          words: only ? words.slice(1) : [],
        }),
      );
    else
      leaveOut(
        'Browser',
        'Chromium is not installed (Debian: apt-get install chromium), or say where with CHROMIUM_PATH',
      );
  }
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  sums.push({ name: 'Setting up', passed: 0, failed: 1 });
}
await clean();

console.log(`\nDone in ${elapsed()}`);
for (const { name, passed, failed, skipped, time } of sums)
  console.log(
    `  ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${time ? `  ${time}` : ''}`,
  );
for (const what of leftOut) console.log(`  Left out: ${what}`);
const total = (field) => sums.reduce((sum, one) => sum + one[field], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 ? 1 : 0);
