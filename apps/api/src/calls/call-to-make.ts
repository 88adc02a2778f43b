import type { CallToMake } from '@suivi/contracts/calls';
import { unseal } from '@suivi/database/sealing';
import type { Day } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { readFileView } from '../files/file-view.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';

type Task = { key: string; dueOn: Day; source: string; sealed: Buffer; fileId: string };
type Mandate = NonNullable<CallToMake['mandate']>;
type Proof = CallToMake['proofs'][number];

/** Everything the screen of one call shows: the file, the mandate, and the proof of what was sent. @throws Problem 404 */
export async function readCallToMake(platform: Platform, me: Colleague, taskId: string): Promise<CallToMake> {
  const { agencyId } = me;
  const { task, mandate, proofs } = await platform.database.asAgency(agencyId, async (tx) => {
    const found = await tx.maybeOne<Task>(
      `SELECT key, greatest(due_on, snoozed_until) AS "dueOn", source, sealed, file_id AS "fileId" FROM tasks
       WHERE agency_id = $1 AND id = $2 AND kind = 'call_3646'`,
      [agencyId, taskId],
    );
    if (!found) throw notFound('task');
    return {
      task: found,
      // Of several the one that holds, else the one that ended last.
      mandate: await tx.maybeOne<Mandate>(
        `SELECT signed_on AS "signedOn", least(ends_on, ended_on) AS "endsOn", holds FROM (
           SELECT *, ends_on >= agency_today($1) AND (ended_on IS NULL OR ended_on > agency_today($1)) AS holds
           FROM mandates WHERE agency_id = $1 AND file_id = $2 AND signed_on <= agency_today($1)) m
         ORDER BY holds DESC, least(ends_on, ended_on) DESC LIMIT 1`,
        [agencyId, found.fileId],
      ),
      proofs: await tx.query<Proof>(
        `SELECT DISTINCT ON (s.event_id) s.event_id AS "eventId", l.id AS "letterId", r.id AS "receiptId" FROM sendings s
           LEFT JOIN letters l ON l.agency_id = s.agency_id AND l.id = s.letter_id AND l.object_id IS NOT NULL
           LEFT JOIN receipts r ON r.agency_id = s.agency_id AND r.sending_id = s.id AND r.state = 'matched'
         WHERE s.agency_id = $1 AND s.file_id = $2 AND NOT s.voided ORDER BY s.event_id, r.uploaded_at DESC`,
        [agencyId, found.fileId],
      ),
    };
  });
  const { because } = unseal<{ because: Words }>(
    platform.keys,
    { agencyId, table: 'tasks', id: taskId, column: 'sealed' },
    task.sealed,
  );
  const { key, dueOn, source, fileId } = task;
  return { taskId, key, dueOn, source, because, file: await readFileView(platform, me, fileId), mandate, proofs };
}
