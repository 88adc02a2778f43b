import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { describe, inject } from 'vitest';
import { openQueueStore, type QueueStore } from '../src/outbox/queue-store.ts';
import { testRedisUrl } from './test.config.ts';

export const quiet = pino({ level: 'silent' });

type Store = { name: string; url: string | undefined };

/** Runs the same tests on both queue stores; without a Redis those on it are shown as left out. */
export function onBothQueueStores(name: string, tests: (open: () => Promise<QueueStore>, url: string) => void): void {
  const stores: Store[] = [
    { name: 'PostgreSQL', url: inject('database').owner },
    { name: 'Redis', url: testRedisUrl },
  ];
  for (const { name: store, url } of stores)
    describe.skipIf(url === undefined)(`${name} (queues on ${store})`, () => {
      // A namespace of its own each time: what one test leaves lying is no other's.
      const open = () =>
        openQueueStore(url ?? '', { log: quiet, namespace: `t${randomUUID().replaceAll('-', '').slice(0, 12)}` });
      tests(open, url ?? '');
    });
}

/** Waits until something holds, and says what it was when it does not. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  for (const giveUpAt = Date.now() + withinMs; !(await holds()); await new Promise((done) => setTimeout(done, 20)))
    if (Date.now() > giveUpAt) throw new Error(`Did not happen within ${withinMs} ms: ${what}`);
}
