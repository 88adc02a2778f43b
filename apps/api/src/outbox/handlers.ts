import type { Job, JobDefinition, JobName, PayloadOf } from './jobs.ts';
import { JOBS } from './jobs.ts';

export type Handler = {
  job: JobName;
  /** Runs a job with what its row in the queue holds. @throws ZodError when that is not the job's payload */
  run(payload: unknown): Promise<void>;
  /** After the last try has failed. */
  givenUp?(payload: unknown): Promise<void>;
};

/** Binds a function to a job. Its payload has been parsed when it is called. */
export function handles<J extends Job>(
  job: J,
  run: (payload: PayloadOf<J>) => Promise<void>,
  givenUp?: (payload: PayloadOf<J>) => Promise<void>,
): Handler {
  const parsed = (payload: unknown) => (job as JobDefinition).payload.parse(payload) as PayloadOf<J>;
  return {
    job: job.name,
    run: (payload) => run(parsed(payload)),
    ...(givenUp && { givenUp: (payload: unknown) => givenUp(parsed(payload)) }),
  };
}

/** @throws when a job has no handler, or two: a worker must not start and leave jobs lying in silence */
export function assertEachJobHandledOnce(handlers: readonly Handler[]): void {
  const faults = JOBS.flatMap((job) => {
    const found = handlers.filter((handler) => handler.job === job.name).length;
    if (found === 0) return [`${job.name} has no handler: write one in apps/api/src/${job.handledIn}.`];
    if (found > 1) return [`${job.name} has ${found} handlers: keep the one in apps/api/src/${job.handledIn}.`];
    return [];
  });
  if (faults.length > 0) throw new Error(`The worker cannot start.\n${faults.join('\n')}`);
}
