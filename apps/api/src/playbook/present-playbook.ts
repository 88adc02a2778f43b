import type { Tx } from '@suivi/database/database';
import type { PlaybookVersion } from '@suivi/contracts/playbook';
import { defaultPlaybook, Playbook } from '@suivi/rules/playbook';

/** What every agency starts with. */
export const FIRST: PlaybookVersion = {
  version: 0,
  settings: defaultPlaybook,
  publishedBy: null,
  publishedAt: null,
};

/** The agency's versions, the newest first. */
export async function playbookVersions(tx: Tx, atMost: number, after = -1): Promise<PlaybookVersion[]> {
  const rows = await tx.query<Omit<PlaybookVersion, 'settings'> & { settings: unknown }>(
    `SELECT p.version, p.settings, coalesce(m.name, 'Suivi') AS "publishedBy", p.published_at AS "publishedAt"
     FROM playbooks p LEFT JOIN members m ON m.agency_id = p.agency_id AND m.user_id = p.published_by
     WHERE p.agency_id = $1 AND p.version > $2 ORDER BY p.version DESC LIMIT $3`,
    [tx.agencyId, after, atMost],
  );
  return rows.map((row) => ({ ...row, settings: Playbook.parse(row.settings) }));
}

/** The version that holds. */
export const presentPlaybook = async (tx: Tx): Promise<PlaybookVersion> => (await playbookVersions(tx, 1))[0] ?? FIRST;
