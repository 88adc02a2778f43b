import pg from 'pg';
import type { Logger } from 'pino';
import { RELAY_CHANNEL } from '../platform/relay-bell.ts';

const RECONNECT_MS = 2_000;
const HEARTBEAT_MS = 15_000;

export type Ear = {
  /** Whether a notification of our own has come back lately: through some poolers LISTEN succeeds and hears nothing. */
  hears(): boolean;
  close(): Promise<void>;
};

/** Listens for the bell on a connection of its own, which is made anew when it dies. */
export function listenForBell(url: string, heard: () => void, log: Logger): Ear {
  let client: pg.Client | null = null;
  let closed = false;
  let lastHeardAt = 0;
  let connecting: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;

  async function connect() {
    const made = new pg.Client({
      connectionString: url,
      application_name: 'suivi relay (listen)',
      connectionTimeoutMillis: 10_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client = made;
    made.on('error', () => lost(made));
    made.on('end', () => lost(made));
    made.on('notification', () => {
      lastHeardAt = Date.now();
      heard();
    });
    try {
      await made.connect();
      await made.query(`LISTEN ${RELAY_CHANNEL}`);
      await made.query(`NOTIFY ${RELAY_CHANNEL}`);
      heard(); // what was committed while nobody listened
    } catch {
      lost(made);
    }
  }

  function lost(gone: pg.Client) {
    if (client !== gone) return;
    client = null;
    gone.end().catch(() => {});
    if (closed) return;
    log.warn('The connection that listens for new work was lost; connecting again');
    again = setTimeout(() => (connecting = connect()), RECONNECT_MS);
  }

  // A connection that died in silence is found by asking it: the query times out.
  const heartbeat = setInterval(() => {
    const asked = client;
    asked?.query(`NOTIFY ${RELAY_CHANNEL}`).catch(() => lost(asked));
  }, HEARTBEAT_MS);

  connecting = connect();
  return {
    hears: () => Date.now() - lastHeardAt < 3 * HEARTBEAT_MS,
    async close() {
      closed = true;
      clearInterval(heartbeat);
      clearTimeout(again);
      await connecting;
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
