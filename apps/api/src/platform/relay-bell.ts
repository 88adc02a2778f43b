import type { Database } from '@suivi/database/database';

/** On this channel a process says that it has committed outbox rows. It carries nothing. */
export const RELAY_CHANNEL = 'outbox';
/** A notification in each event's transaction would halve the throughput: the lock it takes is the whole server's. */
const AT_MOST_EVERY_MS = 50;

/**
 * To be called after a commit that wrote outbox rows. It returns at once and never fails: the relay's poll is what is
 * relied on.
 */
export type WakeRelay = () => void;

export function relayBell(database: Database): WakeRelay {
  let waiting = false;
  let lastRungAt = 0;
  const ring = () => {
    waiting = false;
    lastRungAt = Date.now();
    database.withoutAgency((tx) => tx.execute(`NOTIFY ${RELAY_CHANNEL}`)).catch(() => {}); // the poll finds it
  };
  return () => {
    if (waiting) return;
    waiting = true;
    const wait = lastRungAt + AT_MOST_EVERY_MS - Date.now();
    if (wait <= 0) setImmediate(ring);
    else setTimeout(ring, wait).unref();
  };
}
