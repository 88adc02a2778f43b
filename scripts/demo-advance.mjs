// Moves the demo agency's day forward, day by day, and shows what happens: files looked at again, emails sent.
//   npm run demo:advance -- 45        45 days
//   npm run demo:advance              tomorrow
// It passes another "today" to the rules; no clock of this machine is touched.
import { parseArgs } from 'node:util';
import { Refused, signIn } from './servers/api.mjs';
import { localSettings } from './servers/settings.mjs';

const USAGE = `npm run demo:advance -- DAYS [options]
  DAYS         how many days, 1 to 400; 1 when left out
  --as EMAIL   who signs in (the demo's adviser); the password is asked of SUIVI_PASSWORD
  --url URL    where Suivi runs (APP_URL)`;

const LOOK_AGAIN_MS = 200;
const SILENCE_MS = 60_000;

function readArguments() {
  const options = {
    as: { type: 'string', default: 'adviser@demo.test' },
    url: { type: 'string' },
    help: { type: 'boolean', default: false },
  };
  let read;
  try {
    read = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Refused(`${error.message}\n\n${USAGE}`);
  }
  const [text = '1', ...more] = read.positionals;
  const days = Number(text);
  if (read.values.help || more.length > 0 || !Number.isInteger(days) || days < 1 || days > 400)
    throw new Refused(USAGE);
  return { ...read.values, days };
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** One line that changes at a terminal; a line a week elsewhere. */
function progress({ day, advancing }) {
  if (advancing === null) return;
  const { from, to, reviewed, sent } = advancing;
  const [done, of] = [daysBetween(from, day), daysBetween(from, to)];
  const counts = `${reviewed} files looked at again, ${sent} emails sent`;
  if (process.stdout.isTTY) {
    const filled = Math.round((done / of) * 30);
    process.stdout.write(`\r${day}  ${'█'.repeat(filled)}${'░'.repeat(30 - filled)}  ${counts} `);
  } else if (done % 7 === 0) console.log(`${day}  ${counts}`);
}

async function main() {
  const asked = readArguments();
  const settings = localSettings();
  const url = asked.url ?? settings.env.APP_URL;
  const api = await signIn(url, asked.as, process.env.SUIVI_PASSWORD ?? settings.demoPassword);
  const startedAt = Date.now();
  let clock = await api('GET', '/demo');
  // One that is under way is followed: two cannot move the same day.
  if (clock.advancing === null) clock = await api('POST', '/demo/advance', { days: asked.days });
  else console.log(`The day is on its way to ${clock.advancing.to} already.`);
  const { from } = clock.advancing;
  let last = clock;
  for (
    let movedAt = Date.now();
    clock.advancing !== null;
    await wait(LOOK_AGAIN_MS), clock = await api('GET', '/demo')
  ) {
    if (clock.day !== last.day || clock.advancing.reviewed !== last.advancing.reviewed) {
      progress(clock);
      movedAt = Date.now();
    }
    if (Date.now() - movedAt > SILENCE_MS)
      throw new Refused('\nNothing has moved for a minute. Does the worker run? Look at the window of  npm start.');
    last = clock;
  }
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  if (clock.stopped) throw new Refused(`Stopped on ${clock.day}. ${clock.stopped.en}`);
  console.log(`From ${from} to ${clock.day} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  console.log(`  App     ${url}`);
  if (settings.inboxUrl) console.log(`  Inbox   ${settings.inboxUrl}`);
}

process.exitCode = await main().then(
  () => 0,
  (error) => {
    console.error(error instanceof Refused ? error.message : error);
    return 1;
  },
);
