import { reviewFile } from '../files/review-file.ts';
import { resolveFailures } from '../outbox/failures.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { reviewFileJob } from '../outbox/jobs.ts';
import type { Platform } from '../platform/platform.ts';

/** A file that cannot be planned is our own fault; asked every minute it would fill the logs and help nobody. */
const BROKEN_FILE_RESTS = '50 minutes';

/** Plans a file anew because its day has come. */
export const reviewFiles = (platform: Platform): Handler =>
  handles(
    reviewFileJob,
    async ({ agencyId, fileId }) => {
      await reviewFile(platform, agencyId, fileId);
      platform.wakeRelay();
      await platform.database.asAgency(agencyId, (tx) => resolveFailures(tx, { job: reviewFileJob.name, fileId }));
    },
    async ({ agencyId, fileId }) => {
      await platform.database.asAgency(agencyId, (tx) =>
        tx.execute(`UPDATE files SET review_taken_at = now() + $3::interval WHERE agency_id = $1 AND id = $2`, [
          agencyId,
          fileId,
          BROKEN_FILE_RESTS,
        ]),
      );
    },
  );
