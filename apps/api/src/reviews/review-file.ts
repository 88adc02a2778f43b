import { handles, type Handler } from '../outbox/handlers.ts';
import { reviewFileJob } from '../outbox/jobs.ts';
import { reviewFile } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';

/** Plans a file whose day has come, on the day it is for its agency. */
export const reviewFiles = (platform: Platform): Handler =>
  handles(reviewFileJob, async ({ agencyId, fileId }) => {
    const { today } = await platform.database.withoutAgency((tx) =>
      tx.one<{ today: string }>('SELECT agency_today($1) AS today', [agencyId]),
    );
    await reviewFile(platform, agencyId, fileId, today);
    platform.wakeRelay();
  });
