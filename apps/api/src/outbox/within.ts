import { setTimeout as wait } from 'node:timers/promises';

/** What `work` gives, or 'late' when it takes longer than that. It is not stopped: nobody waits for it any more. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  const settled = new AbortController();
  const late = wait(ms, 'late' as const, { signal: settled.signal }).catch(() => 'late' as const);
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort();
    work.catch(() => {}); // one that fails after we have gone
  }
}
