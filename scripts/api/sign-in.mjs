// What the commands that speak to the running Suivi share: where it is, who signs in, how a refusal is said.
import fs from 'node:fs';
import { dataFolder, localSettings } from '../servers/settings.mjs';

/** Something that whoever typed the command can put right: said in a sentence, without a stack. */
export class Refused extends Error {}
export const giveUp = (message) => {
  throw new Refused(message);
};

const silent = (origin) =>
  `Suivi does not answer at ${origin}. Start it with  npm start  in another window, then try again.`;

/** The Suivi of this machine and its demo's password, where nothing else is said. */
export function whereAndAs(asked) {
  const password = process.env.SUIVI_PASSWORD;
  if (asked.url && password) return { url: asked.url, password };
  // Reading the settings makes those that are missing, and that is for `npm start` to do.
  if (!fs.existsSync(dataFolder)) giveUp('Suivi has not been started here yet. Run  npm start  first.');
  const settings = localSettings();
  return { url: asked.url ?? settings.env.APP_URL, password: password ?? settings.demoPassword };
}

/** Speaks to the API as one signed-in person. */
export async function signIn(url, email, password) {
  const origin = new URL(url).origin;
  let cookie = '';
  async function ask(method, route, body) {
    const headers = {
      origin,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const asked = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${origin}/api${route}`, asked).catch(() => giveUp(silent(origin)));
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    if (answer.ok) return { value: json ? JSON.parse(text) : text, answer };
    const problem = json ? JSON.parse(text) : {};
    const named = (problem.errors ?? [])
      .filter(({ message }) => message !== problem.detail)
      .map(({ path, message }) => (path?.startsWith('settings.') ? `${path.slice(9)}: ${message}` : message));
    return giveUp([problem.detail ?? problem.message ?? `${origin} answered ${answer.status}.`, ...named].join('\n  '));
  }
  await fetch(`${origin}/health/live`).catch(() => giveUp(silent(origin)));
  const { answer } = await ask('POST', '/auth/sign-in/email', { email, password }).catch((error) =>
    giveUp(`${email} could not sign in: ${error.message}`),
  );
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (...asked) => (await ask(...asked)).value;
}

const isTerminal = process.stdout.isTTY === true;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Follows work of a worker until it leaves a state, with a bar at a terminal. */
export async function follow(api, route, state, label) {
  let drawn = false;
  for (let silentMs = 0, last = -1; ;) {
    const view = await api('GET', route);
    const { done, of } = view.progress;
    if (isTerminal && of > 0) {
      const filled = Math.round((done / of) * 30);
      process.stdout.write(`\r${label}  ${'█'.repeat(filled)}${'░'.repeat(30 - filled)}  ${done} / ${of}`);
      drawn = true;
    }
    if (view.state !== state) {
      if (drawn) process.stdout.write('\n');
      return view;
    }
    silentMs = done === last ? silentMs + 300 : 0;
    last = done;
    if (silentMs > 60_000)
      giveUp('Nothing has moved for a minute. Does the worker run? Look at the window of  npm start.');
    await wait(300);
  }
}

/** Runs a command: what it returns is the exit code; what can be put right is said, what cannot is shown. */
export async function runCommand(main) {
  process.exitCode = await main().catch((error) => {
    console.error(error instanceof Refused ? error.message : error);
    return 1;
  });
}
