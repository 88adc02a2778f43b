import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@suivi/database/database';
import { Owner, ownDatabase } from '../test/agencies.ts';
import { openMailSink, type MailSink } from '../test/mail-sink.ts';
import { onBothQueueStores, quiet, until } from '../test/queue-stores.ts';
import { Scene, testPlatform } from '../test/scene.ts';
import { openQueueStore } from './outbox/queue-store.ts';
import type { Platform } from './platform/platform.ts';
import { sweepOnce } from './reviews/sweep.ts';

const urls = await ownDatabase();
const owner = new Owner(urls.owner);
let sink: MailSink;
let platform: Platform;
beforeAll(async () => {
  sink = await openMailSink();
  platform = await testPlatform(urls, sink.url);
});
afterAll(async () => {
  sink.answer();
  await sink.close();
  await platform.database.close();
  await owner.close();
  await urls.drop();
});

/** The worker as it is started in earnest. */
class Process {
  readonly child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  said = '';

  constructor(settings: Record<string, string>) {
    const { config } = platform;
    const env = {
      ...config,
      ...settings,
      OWNER_DATABASE_URL: undefined,
      LOG_LEVEL: 'info',
      PORT: '3000',
      PATH: process.env.PATH,
    };
    this.child = spawn(process.execPath, ['src/main.worker.ts'], {
      cwd: new URL('..', import.meta.url).pathname,
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text) => (this.said += String(text)));
    this.ended = new Promise((done) => this.child.once('exit', (code, signal) => done(code ?? signal)));
  }
  working = () => until(`the worker to work: ${this.said}`, () => this.said.includes('"working"'), 45_000);
  kill = async () => {
    this.child.kill('SIGKILL');
    await this.ended;
  };
}

onBothQueueStores('a worker process', (_open, queueUrl) => {
  let scene: Scene;
  let workers: Process[] = [];
  const start = async (settings: Record<string, string> = {}) => {
    // What the process calls its queues is not ours to choose: a place that no other test uses
    const place = queueUrl.startsWith('redis') ? `${queueUrl.replace(/\/\d*$/, '')}/9` : urls.owner;
    const made = new Process({ QUEUE_URL: place, ...settings });
    workers.push(made);
    await made.working();
    return made;
  };
  beforeEach(async () => {
    await owner.query('DELETE FROM outbox');
    await owner.query(`UPDATE messages SET state = 'cancelled' WHERE state <> 'sent'`);
    sink.weather = 'fine';
    sink.onWhole = null;
    sink.taken.length = sink.seen.length = 0;
    scene = await Scene.set(platform, owner);
  });
  afterEach(async () => {
    sink.answer();
    await Promise.all(workers.map((each) => each.kill()));
    workers = [];
  });
  const becomes = (id: string, state: string, withinMs?: number) =>
    until(`${state}`, async () => (await scene.message(id)).state === state, withinMs);
  /** Two minutes, or twelve, pass. */
  const later = async (id: string) => {
    await owner.query(`UPDATE messages SET claimed_at = claimed_at - interval '13 minutes' WHERE id = $1`, [id]);
  };

  it('killed while the server has not yet asked for the letter: sent by the next, once', async () => {
    const first = await start();
    sink.weather = 'hang_at_recipient';
    const id = await scene.fileWithDueWelcome();
    await becomes(id, 'sending');
    await wait(100);
    await first.kill();
    expect(await scene.message(id)).toMatchObject({ state: 'sending', in_data: false });
    sink.weather = 'fine';
    await later(id);
    await start();
    await becomes(id, 'sent', 20_000);
    expect(sink.seen).toHaveLength(1);
    expect(await scene.message(id)).toMatchObject({ attempt: 2 });
  });

  it('killed between the whole letter and the answer: uncertain, and left to a person', async () => {
    const first = await start();
    sink.weather = 'hang_after_dot';
    const id = await scene.fileWithDueWelcome();
    await until('the letter to be there', () => sink.seen.length === 1);
    await first.kill();
    sink.weather = 'fine';
    await later(id);
    await start();
    await becomes(id, 'uncertain', 20_000);
    await wait(1_000);
    expect(sink.seen).toHaveLength(1);
    expect((await scene.message(id)).failure).toBe('worker_died');
  });

  it('asleep while another took its message over, does not finish the letter when it wakes', async () => {
    const sleeper = await start();
    sink.weather = 'hang_at_recipient';
    const id = await scene.fileWithDueWelcome();
    await becomes(id, 'sending');
    await wait(100);
    sleeper.child.kill('SIGSTOP');
    sink.weather = 'fine';
    await later(id);
    await start();
    await becomes(id, 'sent', 20_000);
    expect(sink.seen).toHaveLength(1);
    // The server answers the one that slept, and it wakes.
    sink.answer();
    sleeper.child.kill('SIGCONT');
    await wait(1_500);
    expect(sink.seen).toHaveLength(1);
    expect((await scene.message(id)).state).toBe('sent');
  });

  it('told to stop, ends what runs, takes nothing new and goes in good order', async () => {
    const worker = await start();
    sink.weather = 'hang_after_dot';
    const running = await scene.fileWithDueWelcome();
    await until('the letter to be there', () => sink.seen.length === 1);
    worker.child.kill('SIGTERM');
    await wait(300);
    const next = await scene.fileWithDueWelcome();
    sink.answer();
    expect(await worker.ended).toBe(0);
    expect((await scene.message(running)).state).toBe('sent');
    expect((await scene.message(next)).state).toBe('planned');
  });

  it('answers for its health where it is asked to', async () => {
    const port = String(20_000 + Math.floor(Math.random() * 20_000));
    await start({ WORKER_PORT: port });
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;
    await until('it to be ready', async () => (await ready()) === 200);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  });

  it('goes on by itself after its database connections were cut', async () => {
    await start();
    // All it has: its pool, its listener, and those of its queues
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
      AND application_name NOT LIKE '%test%' AND application_name <> '' AND pid <> pg_backend_pid()`;
    for (let n = 0; n < 10; n++, await wait(50)) await owner.query(cut);
    const id = await scene.fileWithDueWelcome();
    await becomes(id, 'sent', 45_000);
    expect(sink.seen).toHaveLength(1);
  });
});

describe('settings', () => {
  it('that are wrong are told at once, by name, and nothing starts', async () => {
    const worker = new Process({ SMTP_URL: 'http://mail', ENCRYPTION_KEYS: '' });
    expect(await worker.ended).toBe(1);
    expect(worker.said).toContain('SMTP_URL must begin with smtp');
    expect(worker.said).toContain('ENCRYPTION_KEYS');
  });
});

it('a sweep beside a queue that cannot be reached still finds what is due', async () => {
  const database = openDatabase({ url: urls.app });
  const store = await openQueueStore(urls.owner, { log: quiet, namespace: 'gone' });
  await owner.query('DROP SCHEMA gone CASCADE');
  const scene = await Scene.set(platform, owner);
  const id = await scene.fileWithDueWelcome();
  await sweepOnce({ database, store, wakeRelay: () => {} }, { files: true, recovery: true });
  expect((await scene.message(id)).state).toBe('queued');
  await store.close();
  await database.close();
});
