import { tellCaisseAddresses } from './caisses/tell-files.ts';
import { advanceDemo } from './demo/advance-demo.ts';
import { scanPapers } from './documents/scan-paper.ts';
import { startTending } from './documents/tend-papers.ts';
import { openMailServer, type MailServer } from './emails/mail-server.ts';
import { sendEmail } from './emails/send-email.ts';
import { checkImports } from './imports/check-import.ts';
import { runImports } from './imports/run-import.ts';
import { startClearing } from './objects/clear-lost.ts';
import { readWorkerReadiness } from './operations/readiness.ts';
import { listenForBell } from './outbox/bell-listener.ts';
import type { Handler } from './outbox/handlers.ts';
import type { QueueStore } from './outbox/queue-store.ts';
import { startRelay } from './outbox/relay.ts';
import { startWorkers, type Workers } from './outbox/workers.ts';
import type { Platform } from './platform/platform.ts';
import { rehearsePlaybooks } from './playbook/run-rehearsal.ts';
import { askLaPoste } from './postal/ask-la-poste.ts';
import { startForgettingReceipts } from './postal/receipts/tend-receipts.ts';
import { reviewFiles } from './reviews/review-file.ts';
import { startSweep } from './reviews/sweep.ts';

/** Running jobs may end in this time after SIGTERM; another worker takes up what does not. */
const JOBS_MAY_END_WITHIN_MS = 20_000;

export type RunningWorker = {
  readiness(): Promise<{ ready: boolean }>;
  /** Takes no new work, waits for what runs, and lets go of everything. */
  stop(): Promise<void>;
};

/** The handlers of all jobs. Each job has its one; the list is checked when the workers start. */
function allHandlers(platform: Platform, mail: MailServer, rest: Workers['rest']): Handler[] {
  return [
    reviewFiles(platform),
    sendEmail({ platform, mail, rest: (ms) => rest('emails', ms) }),
    advanceDemo(platform),
    checkImports(platform),
    runImports(platform),
    askLaPoste({ platform, rest: (ms) => rest('postal', ms) }),
    scanPapers(platform),
    rehearsePlaybooks(platform),
    tellCaisseAddresses(platform),
  ];
}

/** Sweep, relay and one worker a queue, in this process. @throws when a job has no handler, or two */
export function startWorker(platform: Platform, store: QueueStore): RunningWorker {
  const { config, database, log } = platform;
  const startedAt = Date.now();
  let stopping = false;
  const mail = openMailServer(config.SMTP_URL);
  const running: { workers?: Workers } = {};
  const rest: Workers['rest'] = (queue, ms) => running.workers?.rest(queue, ms);
  running.workers = startWorkers(allHandlers(platform, mail, rest), { store, database, log });
  const relay = startRelay({ database, store, log });
  const ear = listenForBell(config.DATABASE_URL, () => relay.wake(), log);
  const asksLaPoste = config.LA_POSTE_KEY !== '';
  const sweep = startSweep({ database, store, log, wakeRelay: () => relay.wake(), asksLaPoste });
  const clearing = startClearing(platform);
  const tending = startTending(platform, () => relay.wake());
  const forgetting = startForgettingReceipts(platform);

  return {
    async readiness() {
      if (stopping) return { ready: false };
      const state = await readWorkerReadiness(database, startedAt);
      const parts = { hears: ear.hears(), relays: relay.works(), sweeps: sweep.works() };
      return { ...state, ...parts, ready: state.ready && Object.values(parts).every((works) => works) };
    },
    async stop() {
      stopping = true;
      await sweep.stop();
      await clearing.stop();
      await tending.stop();
      await forgetting.stop();
      await running.workers?.stop(JOBS_MAY_END_WITHIN_MS);
      await relay.stop();
      await ear.close();
      await mail.close();
    },
  };
}
