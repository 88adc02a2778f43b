import type { BulkPreview, PreviewBulk } from '@suivi/contracts/bulk';
import type { Day } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { refuseNumbersIn } from '../files/client-texts.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { previewAssign } from './preview-assign.ts';
import { previewRecord } from './preview-record.ts';
import { previewSnooze } from './preview-snooze.ts';
import { snoozeDay } from './snooze-day.ts';

/**
 * What an action would do to these files, and which it leaves out and why. Writes nothing.
 * @throws Problem 422 for a day that is over, a colleague who is none, an event that could be of no file
 */
export async function previewBulk(platform: Platform, me: Colleague, asked: PreviewBulk): Promise<BulkPreview> {
  if (asked.kind === 'record') refuseNumbersInEvent(asked.event);
  return platform.database.asAgency(me.agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [me.agencyId]);
    const preview = { today, until: null, away: null };
    if (asked.kind === 'assign') return { ...preview, ...(await previewAssign(tx, asked, today)) };
    if (asked.kind === 'record') return { ...preview, ...(await previewRecord(platform, tx, asked)) };
    const until = snoozeDay(asked.until);
    refuseDayThatIsOver(asked.until, today);
    return { ...preview, until, ...(await previewSnooze(tx, { until: until.on, files: asked.files })) };
  });
}

/** A note or a reason is free text. */
export const refuseNumbersInEvent = (event: Record<string, unknown>) =>
  refuseNumbersIn(
    {},
    Object.fromEntries(
      Object.entries(event).flatMap(([name, text]) => (typeof text === 'string' ? [[`event.${name}`, text]] : [])),
    ),
  );

function refuseDayThatIsOver(until: Day, today: Day) {
  if (until > today) return;
  const message: Words = { en: 'Choose a day after today.', fr: 'Choisissez un jour après aujourd’hui.' };
  throw new Problem(422, 'invalid_request', message, { errors: [{ path: 'until', message }] });
}
