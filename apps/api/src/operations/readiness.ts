import type { Database } from '@suivi/database/database';
import { within } from '../outbox/within.ts';

/** A worker whose clock is further off than this runs jobs twice: the queue's locks follow its clock. */
const CLOCK_MAY_DIFFER_MS = 5_000;
/** Three sweeps in a row that did not happen. */
const SWEEP_MAY_BE_OLD_SECONDS = 180;
const ANSWER_WITHIN_MS = 3_000;

export type Check = 'ok' | 'unreachable' | 'clock_differs' | 'no_sweep' | 'deaf' | 'stopping';
export type Readiness = { ready: boolean; database: Check; clock: Check };

type Answer = { now: string; sweepAge: number | null };

async function ask(database: Database): Promise<(Answer & { differsMs: number }) | null> {
  const askedAt = Date.now();
  const asked = database.withoutAgency((tx) =>
    tx.one<Answer>(
      `SELECT clock_timestamp() AS now, (SELECT extract(epoch FROM clock_timestamp() - at)::float8 FROM pulse WHERE name = 'sweep') AS "sweepAge"`,
    ),
  );
  const answer = await within(ANSWER_WITHIN_MS, asked).catch(() => 'late' as const);
  if (answer === 'late') return null;
  const middle = (askedAt + Date.now()) / 2;
  return { ...answer, differsMs: Math.abs(Date.parse(answer.now) - middle) };
}

/** Whether this process can do its work. */
export async function readReadiness(database: Database): Promise<Readiness> {
  const answer = await ask(database);
  if (answer === null) return { ready: false, database: 'unreachable', clock: 'unreachable' };
  const clock = answer.differsMs > CLOCK_MAY_DIFFER_MS ? 'clock_differs' : 'ok';
  return { ready: clock === 'ok', database: 'ok', clock };
}

/** The same for a worker: somebody must sweep, too. The first sweep comes a moment after the start. */
export async function readWorkerReadiness(
  database: Database,
  startedAt: number,
): Promise<Readiness & { sweep: Check }> {
  const answer = await ask(database);
  if (answer === null) return { ready: false, database: 'unreachable', clock: 'unreachable', sweep: 'unreachable' };
  const clock = answer.differsMs > CLOCK_MAY_DIFFER_MS ? 'clock_differs' : 'ok';
  const justStarted = Date.now() - startedAt < SWEEP_MAY_BE_OLD_SECONDS * 1_000;
  const swept = answer.sweepAge !== null && answer.sweepAge < SWEEP_MAY_BE_OLD_SECONDS;
  const sweep = swept || justStarted ? 'ok' : 'no_sweep';
  return { ready: clock === 'ok' && sweep === 'ok', database: 'ok', clock, sweep };
}
