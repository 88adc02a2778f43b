import type { ArrivalsPreview, PreviewArrivals } from '@suivi/contracts/arrivals';
import type { Day } from '@suivi/rules/calendar/days';
import type { Colleague } from '../accounts/person.ts';
import { knownFiles } from '../bulk/known-files.ts';
import { refuseNumbersInEvent } from '../bulk/preview-bulk.ts';
import { foresee } from '../bulk/preview-record.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';

/**
 * What would become of a file by what came for it, before anything is recorded. A closed file is looked at like any
 * other: a card can be lost long after it came.
 * @throws Problem 404, 422 for an event that could be of no file
 */
export async function previewArrivals(
  { database, keys }: Platform,
  { agencyId }: Colleague,
  { fileId, events }: PreviewArrivals,
): Promise<ArrivalsPreview> {
  for (const event of events) refuseNumbersInEvent(event);
  return database.asAgency(agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [agencyId]);
    const [file] = await knownFiles(tx, [fileId]);
    if (file === undefined) throw notFound('file');
    return { today, lines: await foresee(tx, keys, file, events) };
  });
}
