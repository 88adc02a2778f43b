import { randomUUID } from 'node:crypto';
import { RULES_VERSION } from '@suivi/rules/plan';
import { readSettings } from '@suivi/rules/playbook-words';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { presentPlaybook } from './present-playbook.ts';

/**
 * Has a changed playbook tried on all open files, by a worker. Nothing of any file is changed by it; the row that says
 * what was found is gone after a day.
 * @returns the rehearsal's id
 * @throws Problem 422 `invalid_request` with every fault of the settings, each with its bounds
 */
export async function startRehearsal(
  { database, wakeRelay }: Platform,
  { agencyId, userId }: Colleague,
  settings: Record<string, unknown>,
): Promise<string> {
  const id = randomUUID();
  await database.asAgency(agencyId, async (tx) => {
    const present = await presentPlaybook(tx);
    const read = readSettings(settings, present.settings);
    if (!read.ok)
      throw new Problem(
        422,
        'invalid_request',
        {
          en: 'Put right what is named below, then try it again.',
          fr: 'Corrigez ce qui est indiqué ci-dessous, puis réessayez.',
        },
        {
          errors: read.faults.map(({ setting, message }) => ({
            path: setting === '' ? 'settings' : `settings.${setting}`,
            message,
          })),
        },
      );
    // Whoever tries other settings waits for those: the run before ends at its next step.
    await tx.execute(
      `UPDATE rehearsals SET state = 'failed' WHERE agency_id = $1 AND created_by = $2 AND state = 'running'`,
      [agencyId, userId],
    );
    await tx.execute(
      `INSERT INTO rehearsals (agency_id, id, settings, base_version, rules_version, "on", progress, created_by)
       SELECT $1, $2, $3, $4, $5, agency_today($1),
         jsonb_build_object('done', 0, 'of', (SELECT count(*) FROM files WHERE agency_id = $1 AND NOT closed)), $6`,
      [agencyId, id, JSON.stringify(read.playbook), present.version, RULES_VERSION, userId],
    );
    await tx.execute(`INSERT INTO outbox (agency_id, job, payload) VALUES ($1, 'playbook.rehearse', $2)`, [
      agencyId,
      JSON.stringify({ agencyId, rehearsalId: id }),
    ]);
  });
  wakeRelay();
  return id;
}
