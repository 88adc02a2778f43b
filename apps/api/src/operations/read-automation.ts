import type { Automation } from '@suivi/contracts/automation';
import type { Tx } from '@suivi/database/database';
import { QUEUES, type QueueName } from '../outbox/jobs.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import { within } from '../outbox/within.ts';
import type { Platform } from '../platform/platform.ts';
import { CAUSES } from './causes.ts';
import type { QueuesOnDemand } from './queues-on-demand.ts';

const QUEUES_ANSWER_WITHIN_MS = 2_000;
const SILENT_AFTER_SECONDS = 45;
const FILES_SHOWN = 20;

export async function readAutomation(
  { database }: Pick<Platform, 'database'>,
  queues: QueuesOnDemand,
  agencyId: string,
): Promise<Automation> {
  const [ours, inQueues, outbox] = await Promise.all([
    database.asAgency(agencyId, readOurs),
    within(QUEUES_ANSWER_WITHIN_MS, queues.open().then(readQueues)).catch(() => 'late' as const),
    database.withoutAgency((tx) =>
      tx.one<{ waiting: string; oldest: string | null }>('SELECT waiting, oldest FROM outbox_waiting()'),
    ),
  ]);
  const { measuredAt } = ours;
  return {
    ...ours,
    outbox: { waiting: Number(outbox.waiting), oldestSeconds: secondsBetween(outbox.oldest, measuredAt) },
    queues: inQueues === 'late' ? null : inQueues,
  };
}

type FailureRow = {
  job: string;
  cause: string;
  times: number;
  lastAt: string;
  files: { id: string; reference: string }[];
};

async function readOurs(tx: Tx) {
  const state = await tx.one<{
    measuredAt: string;
    sweptAt: string | null;
    workersRunning: boolean;
    sendingPaused: boolean;
    failed: number;
    uncertain: number;
    held: number;
  }>(
    `SELECT now() AS "measuredAt", (SELECT at FROM pulse WHERE name = 'sweep') AS "sweptAt",
       coalesce((SELECT at > now() - make_interval(secs => $2) FROM pulse WHERE name = 'sweep'), false) AS "workersRunning",
       a.sending_paused AS "sendingPaused", m.failed, m.uncertain, m.held
     FROM agencies a, (
       SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed, count(*) FILTER (WHERE state = 'uncertain')::int AS uncertain,
         count(*) FILTER (WHERE state = 'held')::int AS held
       FROM messages WHERE agency_id = $1 AND state IN ('failed', 'uncertain', 'held')) m
     WHERE a.id = $1`,
    [tx.agencyId, SILENT_AFTER_SECONDS],
  );
  const failures = await tx.query<FailureRow>(
    `SELECT f.job, f.error AS cause, sum(f.times)::int AS times, max(f.failed_at) AS "lastAt",
       coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', c.id, 'reference', c.reference)) FILTER (WHERE c.id IS NOT NULL), '[]') AS files
     FROM failures f
     LEFT JOIN messages m ON m.agency_id = f.agency_id AND m.id = f.message_id
     LEFT JOIN files c ON c.agency_id = f.agency_id AND c.id = coalesce(f.file_id, m.file_id)
     WHERE f.agency_id = $1 AND f.resolved_at IS NULL
     GROUP BY f.job, f.error ORDER BY max(f.failed_at) DESC LIMIT 50`,
    [tx.agencyId],
  );
  const { failed, uncertain, held, ...rest } = state;
  return {
    ...rest,
    emails: { failed, uncertain, held },
    failures: failures.map(({ files, ...failure }) => ({
      ...failure,
      words: CAUSES[failure.cause] ?? null,
      files: files.slice(0, FILES_SHOWN),
      moreFiles: Math.max(0, files.length - FILES_SHOWN),
    })),
  };
}

const readQueues = (store: QueueStore) => Promise.all(QUEUES.map((name) => readQueue(store, name)));

async function readQueue(store: QueueStore, name: QueueName) {
  const queue = store.queue(name);
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'failed'),
    queue.getJobs(['waiting'], 0, 0, true),
  ]);
  return {
    name,
    waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
    running: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    failed: counts.failed ?? 0,
    oldestWaitingSeconds: oldest === undefined ? null : Math.max(0, (Date.now() - oldest.timestamp) / 1_000),
  };
}

const secondsBetween = (from: string | null, to: string): number | null =>
  from === null ? null : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
