import type { Rehearsal } from '@suivi/contracts/playbook';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { Playbook } from '@suivi/rules/playbook';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import type { Tally } from './tally.ts';

/** A rehearsal as it stands in its table. */
export type RehearsalRecord = {
  id: string;
  state: Rehearsal['state'];
  settings: Playbook;
  baseVersion: number;
  rulesVersion: string;
  on: Day;
  progress: Rehearsal['progress'];
  result: Tally | null;
  stalled: boolean;
};

/** Longer than a worker takes for its files at once, and for its turn in the queue. */
const STALLED_AFTER = '90 seconds';

const COLUMNS = `id, state, settings, base_version AS "baseVersion", rules_version AS "rulesVersion", "on", progress, result,
  state = 'running' AND moved_at < now() - interval '${STALLED_AFTER}' AS stalled`;

/** @param lock keeps every other request and job of it waiting until the transaction ends */
export async function readRehearsal(tx: Tx, id: string, lock = false): Promise<RehearsalRecord | null> {
  const row = await tx.maybeOne<RehearsalRecord>(
    `SELECT ${COLUMNS} FROM rehearsals WHERE agency_id = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`,
    [tx.agencyId, id],
  );
  return row && { ...row, settings: Playbook.parse(row.settings) };
}

/** How far it has come, or what it found, with the names of the files that it shows. */
export const readRehearsalView = ({ database }: Platform, agencyId: string, id: string): Promise<Rehearsal> =>
  database.asAgency(agencyId, async (tx) => {
    const record = await readRehearsal(tx, id);
    if (!record) throw notFound('rehearsal');
    const { progress, result, ...rest } = record;
    return { ...rest, progress: { done: progress.done, of: progress.of }, result: result && (await named(tx, result)) };
  });

async function named(tx: Tx, result: Tally): Promise<NonNullable<Rehearsal['result']>> {
  const files = await tx.query<{ id: string; reference: string; clientName: string }>(
    `SELECT id, reference, first_name || ' ' || last_name AS "clientName" FROM files WHERE agency_id = $1 AND id = ANY ($2)`,
    [tx.agencyId, result.samples.map(({ fileId }) => fileId)],
  );
  const byId = new Map(files.map((file) => [file.id, file]));
  const samples = result.samples.flatMap(({ fileId, lines, more }) => {
    const file = byId.get(fileId);
    return file ? [{ fileId, reference: file.reference, clientName: file.clientName, lines, more }] : [];
  });
  return { ...result, samples: samples.sort((a, b) => (a.reference < b.reference ? -1 : 1)) };
}
