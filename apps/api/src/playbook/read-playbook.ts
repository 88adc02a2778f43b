import type { Tx } from '@suivi/database/database';
import type { PlaybookView } from '@suivi/contracts/playbook';
import { RULES_VERSION } from '@suivi/rules/plan';
import type { Platform } from '../platform/platform.ts';
import { FIRST, playbookVersions } from './present-playbook.ts';

const SHOWN = 50;

/** The settings that hold, who published them and what held before, and how many files still follow another plan. */
export const readPlaybook = ({ database }: Pick<Platform, 'database'>, agencyId: string): Promise<PlaybookView> =>
  database.asAgency(agencyId, playbookView);

export async function playbookView(tx: Tx): Promise<PlaybookView> {
  const published = await playbookVersions(tx, SHOWN);
  const history = published.length < SHOWN ? [...published, FIRST] : published;
  const present = history[0] ?? FIRST;
  const counts = await tx.one<Pick<PlaybookView, 'openFiles' | 'behind' | 'marked'>>(
    // One that cannot be planned rests for a while, and nobody waits for it.
    `SELECT count(*)::int AS "openFiles",
       count(review_marked_at) FILTER (WHERE review_taken_at IS NULL OR review_taken_at <= now())::int AS marked,
       count(*) FILTER (WHERE review_marked_at IS NULL AND (playbook_version <> $2 OR rules_version <> $3))::int AS behind
     FROM files WHERE agency_id = $1 AND NOT closed`,
    [tx.agencyId, present.version, RULES_VERSION],
  );
  return { present, history, rulesVersion: RULES_VERSION, ...counts };
}
