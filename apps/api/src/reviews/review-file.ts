import { reviewFile } from '../files/review-file.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { reviewFileJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';

/** Plans a file anew because its day has come. */
export const reviewFiles = (platform: Platform): Handler =>
  handles(reviewFileJob, async ({ agencyId, fileId }) => {
    await reviewFile(platform, agencyId, fileId);
    platform.wakeRelay();
  });
