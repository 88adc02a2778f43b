import { randomUUID } from 'node:crypto';
import type { Tx } from '@suivi/database/database';
import type { Event, File } from '@suivi/rules/file';
import { isDeepStrictEqual } from 'node:util';
import { applicantOn } from '../files/applicant-on.ts';
import type { StoredFile } from '../files/stored-file.ts';

/** A file that has been sent keeps the address it was sent to. */
const UNSENT = `agency_id = $1 AND caisse = $2 AND stage IN ('gathering_documents', 'waiting_for_eligibility', 'ready_to_submit')`;

export const countUnsent = async (tx: Tx, shortName: string): Promise<number> =>
  (await tx.one<{ n: number }>(`SELECT count(*)::int AS n FROM files WHERE ${UNSENT}`, [tx.agencyId, shortName])).n;

/** The next unsent files of a caisse by their id. */
export const unsentAfter = async (tx: Tx, shortName: string, after: string | null, atMost: number): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `SELECT id FROM files WHERE ${UNSENT} AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [tx.agencyId, shortName, after, atMost],
    )
  ).map(({ id }) => id);

export const isUnsentOf = async (tx: Tx, shortName: string, fileId: string): Promise<boolean> =>
  (await tx.maybeOne(`SELECT 1 AS one FROM files WHERE ${UNSENT} AND id = $3`, [tx.agencyId, shortName, fileId])) !==
  null;

/** The event that tells a file the address, and the file with it. Null: it has that address already. */
export function told({ file, today }: StoredFile, lines: readonly string[]): { event: Event; file: File } | null {
  const before = applicantOn(file, today).caisseAddress;
  if (isDeepStrictEqual(before, [...lines])) return null;
  const event: Event = {
    id: randomUUID(),
    type: 'applicant_changed',
    on: today,
    changes: { caisseAddress: [...lines] },
  };
  return { event, file: { ...file, events: [...file.events, event] } };
}
