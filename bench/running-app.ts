import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import pg from 'pg';
import { ensureUser } from '../apps/api/src/accounts/create-user.ts';
import { makeAuth } from '../apps/api/src/accounts/auth.ts';
import type { Colleague } from '../apps/api/src/accounts/person.ts';
import { makeLog } from '../apps/api/src/platform/logging.ts';
import type { Scene } from './scene.ts';

/** The built API with the built dashboard in front of a scene's database, and a browser that is signed in there. */

const root = path.resolve(import.meta.dirname, '..');
const PASSWORD = 'a password for measuring';
const EMAIL = 'measured@example.org';

/** Somebody of the scene's agency who can sign in. */
export async function aPerson({ platform, me, urls }: Scene): Promise<Colleague> {
  const { auth, close } = makeAuth(platform.config, makeLog('silent', 'bench'));
  const userId = await ensureUser(auth, { email: EMAIL, name: me.name, password: PASSWORD });
  await close();
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  await owner.query(
    `INSERT INTO members (agency_id, user_id, role, name, email, language) VALUES ($1, $2, 'adviser', $3, $4, 'en')`,
    [me.agencyId, userId, me.name, EMAIL],
  );
  await owner.end();
  return { ...me, userId, role: 'adviser', email: EMAIL };
}

async function ran(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.`);
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Builds what is not built, starts it, and hands over a page that is signed in. */
export async function withPage(scene: Scene, work: (page: Page) => Promise<void>): Promise<void> {
  await ran('npx', [
    'turbo',
    'run',
    'build',
    '--filter=@suivi/api',
    '--filter=@suivi/dashboard',
    '--output-logs=errors-only',
  ]);
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const { config } = scene.platform;
  const api = spawn(process.execPath, ['dist/main.http.js'], {
    cwd: path.join(root, 'apps/api'),
    env: {
      ...process.env,
      ...Object.fromEntries(
        Object.entries(config).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
      DEMO: '1',
      APP_URL: base,
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(`${base}/health/ready`).catch(() => null);
      if (answer?.ok) break;
      if (tries > 200) throw new Error('The API did not come up.');
      await new Promise((done) => setTimeout(done, 100));
    }
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 800 } });
    const answer = await context.request.post('/api/auth/sign-in/email', {
      data: { email: EMAIL, password: PASSWORD },
      headers: { origin: base },
    });
    if (!answer.ok()) throw new Error(`Nobody could sign in: ${answer.status()}.`);
    await work(await context.newPage());
  } finally {
    await browser.close();
    api.kill();
    await once(api, 'exit');
  }
}
