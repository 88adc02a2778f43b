import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import type { Playbook } from '@suivi/rules/playbook';
import { defaultPlaybook, Playbook as PlaybookSchema } from '@suivi/rules/playbook';
import type { Platform } from '../platform/platform.ts';
import { mailDomainOf } from './bring-in-line.ts';
import type { NewFileContext } from './new-file.ts';

type Row = {
  today: Day;
  now: string;
  demo: boolean;
  playbook: { version: number; settings: unknown } | null;
  addresses: Record<string, string[]> | null;
};

/** What is the same for all files that one request or one import makes: the day, the playbook, the addresses entered by hand. */
export async function readNewFileContext(
  platform: Platform,
  tx: Tx,
  by: Pick<NewFileContext, 'origin' | 'recordedBy'>,
): Promise<NewFileContext & { playbook: Playbook }> {
  const { agencyId } = tx;
  const row = await tx.one<Row>(
    `SELECT agency_today($1)::text AS today, now() AS now, demo_day IS NOT NULL AS demo,
       (SELECT json_build_object('version', version, 'settings', settings) FROM playbooks WHERE agency_id = $1 ORDER BY version DESC LIMIT 1) AS playbook,
       (SELECT json_object_agg(short_name, lines) FROM (
          SELECT DISTINCT ON (short_name) short_name, lines FROM caisse_addresses WHERE agency_id = $1 ORDER BY short_name, version DESC) a) AS addresses
     FROM agencies WHERE id = $1`,
    [agencyId],
  );
  return {
    ...by,
    agencyId,
    keys: platform.keys,
    mailDomain: mailDomainOf(platform),
    today: row.today,
    now: new Date(row.now),
    demo: row.demo,
    playbookVersion: row.playbook?.version ?? 0,
    playbook: row.playbook ? PlaybookSchema.parse(row.playbook.settings) : defaultPlaybook,
    addresses: new Map(Object.entries(row.addresses ?? {})),
  };
}
