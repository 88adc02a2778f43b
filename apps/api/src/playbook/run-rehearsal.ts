import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Tx } from '@suivi/database/database';
import { readStoredFile } from '../files/stored-file.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { rehearsePlaybookJob } from '../outbox/jobs.ts';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';
import { readRehearsal } from './rehearsal-record.ts';
import type { RehearsalRecord } from './rehearsal-record.ts';
import { rehearseFile } from './rehearse-file.ts';
import type { FileRehearsed } from './rehearse-file.ts';
import { Counting } from './tally.ts';

/** Read, planned and counted together: the step of the progress bar, and no transaction that lasts. */
const FILES_AT_ONCE = 50;

/** Tries a changed playbook on all open files. A run that is overtaken by another of the same rehearsal ends without a word. */
export const rehearsePlaybooks = (platform: Platform): Handler =>
  handles(
    rehearsePlaybookJob,
    ({ agencyId, rehearsalId }) => runRehearsal(platform, agencyId, rehearsalId),
    async ({ agencyId, rehearsalId }) => {
      await platform.database.asAgency(agencyId, (tx) =>
        tx.execute(`UPDATE rehearsals SET state = 'failed' WHERE agency_id = $1 AND id = $2 AND state = 'running'`, [
          agencyId,
          rehearsalId,
        ]),
      );
    },
  );

export async function runRehearsal(platform: Platform, agencyId: string, rehearsalId: string): Promise<void> {
  const { database } = platform;
  const token = randomUUID();
  const record = await database.asAgency(agencyId, async (tx) => {
    const found = await readRehearsal(tx, rehearsalId, true);
    if (found?.state !== 'running') return null;
    await tx.execute(
      `UPDATE rehearsals SET moved_at = now(), progress = progress || jsonb_build_object('token', $3::text)
       WHERE agency_id = $1 AND id = $2`,
      [agencyId, rehearsalId, token],
    );
    return found;
  });
  if (!record) return;
  const counting = new Counting(record.on);
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const tried: Tried[] = await database.asAgency(agencyId, (tx) => rehearseSome(platform, tx, record, after));
    for (const { fileId, rehearsed } of tried)
      if (rehearsed === 'broken') counting.addBroken();
      else if (rehearsed !== 'gone') counting.add(fileId, rehearsed);
    done += tried.length;
    const last = tried.at(-1)?.fileId ?? null;
    const ended = last === null ? counting : null;
    const stands = await database.asAgency(agencyId, (tx) => saveProgress(tx, rehearsalId, { token, done, ended }));
    if (!stands || ended) return;
    after = last;
  }
}

type Tried = { fileId: string; rehearsed: FileRehearsed | 'broken' | 'gone' };

/** The next open files by their id. */
async function rehearseSome(
  platform: Platform,
  tx: Tx,
  record: RehearsalRecord,
  after: string | null,
): Promise<Tried[]> {
  const ids = await tx.query<{ id: string }>(
    `SELECT id FROM files WHERE agency_id = $1 AND NOT closed AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [tx.agencyId, after, FILES_AT_ONCE],
  );
  const tried: Tried[] = [];
  for (const { id } of ids) tried.push({ fileId: id, rehearsed: await rehearseOne(platform, tx, id, record) });
  return tried;
}

async function rehearseOne(
  { keys, log }: Platform,
  tx: Tx,
  fileId: string,
  { settings }: RehearsalRecord,
): Promise<Tried['rehearsed']> {
  try {
    const stored = await readStoredFile(tx, keys, fileId);
    return stored ? rehearseFile(stored, settings) : 'gone';
  } catch (error) {
    // The database's own fault is no fault of the file: the job is tried again.
    if (error instanceof pg.DatabaseError) throw error;
    log.error({ fileId, ...safeError(error) }, 'A file could not be rehearsed');
    return 'broken';
  }
}

/** False: another run has taken over, or the rehearsal is gone. */
const saveProgress = async (
  tx: Tx,
  rehearsalId: string,
  { token, done, ended }: { token: string; done: number; ended: Counting | null },
): Promise<boolean> =>
  (await tx.execute(
    `UPDATE rehearsals SET moved_at = now(), state = CASE WHEN $5::jsonb IS NULL THEN state ELSE 'done' END, result = $5,
       progress = progress || jsonb_build_object('done', $4::int, 'of', greatest((progress->>'of')::int, $4::int))
     WHERE agency_id = $1 AND id = $2 AND progress->>'token' = $3 AND state = 'running'`,
    [tx.agencyId, rehearsalId, token, done, ended && JSON.stringify(ended.result())],
  )) === 1;
