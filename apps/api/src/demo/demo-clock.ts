import type { DemoClock } from '@suivi/contracts/demo';
import type { Tx } from '@suivi/database/database';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';
import { advanceDemoJob } from '../outbox/jobs.ts';
import { Problem } from '../platform/problem.ts';

/** Why an advance ended early. Stands in `demo_advances.failure`. */
export type StopReason = 'emails_do_not_leave' | 'sending_paused';
const STOPPED: Record<StopReason, Words> = {
  emails_do_not_leave: {
    en: 'Emails of that day do not leave: look whether the mail server runs, then move the day again.',
    fr: 'Les courriels de ce jour ne partent pas : vérifiez que le serveur de messagerie tourne, puis avancez de nouveau.',
  },
  sending_paused: {
    en: 'Sending is paused for this agency. Let it go on, then move the day again.',
    fr: 'L’envoi est suspendu pour cette agence. Rétablissez-le, puis avancez de nouveau.',
  },
};

/** Workers sweep every second and say so every ten. */
const SILENT_AFTER_SECONDS = 45;

type Row = {
  demo: boolean;
  day: Day;
  fromDay: Day | null;
  toDay: Day | null;
  reviewed: number | null;
  sent: number | null;
  endedAt: string | null;
  failure: StopReason | null;
  workersRunning: boolean;
};

/** Where the agency's demo clock stands. @throws Problem 404 for an agency whose days are the world's */
export async function readDemoClock(tx: Tx): Promise<DemoClock> {
  const row = await tx.one<Row>(
    `SELECT a.demo, agency_today(a.id) AS day, d.from_day AS "fromDay", d.to_day AS "toDay", d.reviewed, d.sent,
       d.ended_at AS "endedAt", d.failure,
       coalesce((SELECT at > now() - make_interval(secs => $2) FROM pulse WHERE name = 'sweep'), false) AS "workersRunning"
     FROM agencies a LEFT JOIN demo_advances d ON d.agency_id = a.id WHERE a.id = $1`,
    [tx.agencyId, SILENT_AFTER_SECONDS],
  );
  if (!row.demo) throw noDemo();
  const { day, fromDay: from, toDay: to, reviewed, sent, endedAt, failure, workersRunning } = row;
  return {
    day,
    advancing:
      from !== null && to !== null && endedAt === null ? { from, to, reviewed: reviewed ?? 0, sent: sent ?? 0 } : null,
    stopped: failure === null ? null : (STOPPED[failure] ?? null),
    workersRunning,
  };
}

/** Asks the workers to move the demo clock; they do it day by day. @throws Problem when they cannot */
export async function startAdvance(tx: Tx, days: number): Promise<DemoClock> {
  const clock = await readDemoClock(tx);
  if (!clock.workersRunning)
    throw new Problem(503, 'no_worker', {
      en: 'No worker runs, so the day cannot move. Start the worker, then try again.',
      fr: 'Aucun processus de travail ne tourne : le jour ne peut pas avancer. Démarrez-le, puis réessayez.',
    });
  const moved = await tx.execute(
    `INSERT INTO demo_advances (agency_id, from_day, to_day) VALUES ($1, $2, $3)
     ON CONFLICT (agency_id) DO UPDATE SET from_day = $2, to_day = $3, reviewed = 0, sent = 0, started_at = now(),
       ended_at = NULL, failure = NULL
     WHERE demo_advances.ended_at IS NOT NULL`,
    [tx.agencyId, clock.day, addDays(clock.day, days)],
  );
  if (moved === 0)
    throw new Problem(409, 'already_advancing', {
      en: `The day is on its way to ${clock.advancing?.to}. Wait until it is there.`,
      fr: `Le jour avance déjà vers le ${clock.advancing?.to}. Attendez qu’il y soit.`,
    });
  await tx.execute(
    `INSERT INTO outbox (agency_id, job, payload) VALUES ($1, $2, jsonb_build_object('agencyId', $1::uuid))`,
    [tx.agencyId, advanceDemoJob.name],
  );
  return readDemoClock(tx);
}

const noDemo = () =>
  new Problem(404, 'not_found', {
    en: 'Only a demo agency has a day of its own.',
    fr: 'Seule une agence de démonstration a un jour à elle.',
  });
