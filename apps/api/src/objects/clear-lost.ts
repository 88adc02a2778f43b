import { repeat, type Repeating } from '../outbox/repeat.ts';
import { KEY } from '../platform/bucket.ts';
import type { Platform } from '../platform/platform.ts';
import { keyOf } from './store-object.ts';

const EVERY_MS = 600_000;
const AT_ONCE = 500;

export type Ages = {
  /** A row whose caller has not kept it in this time has lost its caller. */
  rows: string;
  /** Bytes without a row, from when this database first missed them: time enough to find out that it is the wrong one. */
  bytesMs: number;
};
const AGES: Ages = { rows: '1 hour', bytesMs: 24 * 3_600_000 };

export type Cleared = { rows: number; bytes: number; next: string };

/**
 * Takes away what a crash has left: rows that were never kept, with their bytes, and bytes that no row knows, those of
 * erased objects among them. A row goes before its bytes: whoever would still keep it then fails, and nothing is kept whose
 * bytes are gone. Some at a time; what lies in the store is looked through in the order of keys, from `after` on.
 */
export async function clearLost(
  { database, bucket }: Pick<Platform, 'database' | 'bucket'>,
  after = '',
  ages: Ages = AGES,
  now = Date.now(),
): Promise<Cleared> {
  const lost = await database.withoutAgency((tx) =>
    tx.query<{ agency_id: string; object_id: string }>('SELECT * FROM forget_lost_objects($1, $2)', [
      ages.rows,
      AT_ONCE,
    ]),
  );
  for (const { agency_id, object_id } of lost) await bucket.remove(keyOf(agency_id, object_id));

  const lying = await bucket.list(after, AT_ONCE);
  const old = lying.filter(({ modifiedAt }) => now - modifiedAt.getTime() > ages.bytesMs).map(({ key }) => key);
  const ours = old.filter((key) => KEY.test(key));
  const known = new Set(
    await database
      .withoutAgency((tx) =>
        tx.query<{ agency_id: string; object_id: string }>('SELECT * FROM objects_known($1, $2)', [
          ours.map((key) => key.split('/')[0]),
          ours.map((key) => key.split('/')[1]),
        ]),
      )
      .then((rows) => rows.map(({ agency_id, object_id }) => keyOf(agency_id, object_id))),
  );
  const missed = await longMissed(
    database,
    ours.filter((key) => !known.has(key)),
    ages.bytesMs,
  );
  // What looks like no key of ours was half-way in (`….part`), or is not ours.
  const gone = old.filter((key) => (KEY.test(key) ? missed.has(key) : key.endsWith('.part')));
  for (const key of gone) await bucket.remove(key);
  return { rows: lost.length, bytes: gone.length, next: lying.length < AT_ONCE ? '' : (lying.at(-1)?.key ?? '') };
}

/** Remembers what is missed, and gives what has been for long enough. */
async function longMissed({ withoutAgency }: Platform['database'], keys: string[], ms: number): Promise<Set<string>> {
  const rows = await withoutAgency(async (tx) => {
    await tx.execute('INSERT INTO unknown_objects (key) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [keys]);
    await tx.execute(
      `DELETE FROM unknown_objects WHERE missed_at < now() - make_interval(secs => $1) - interval '30 days'`,
      [Math.max(0, ms) / 1_000],
    );
    return tx.query<{ key: string }>(
      'SELECT key FROM unknown_objects WHERE key = ANY ($1::text[]) AND missed_at <= now() - make_interval(secs => $2)',
      [keys, ms / 1_000],
    );
  });
  return new Set(rows.map(({ key }) => key));
}

/** Clears in every worker, by a plain timer; two at once do each other no harm. */
export function startClearing(platform: Platform): Repeating {
  const { log } = platform;
  let after = '';
  return repeat({
    name: 'clearing',
    everyMs: EVERY_MS,
    log,
    async turn() {
      const { rows, bytes, next } = await clearLost(platform, after);
      if (rows + bytes > 0) log.warn({ rows, bytes }, 'lost objects were cleared');
      after = next;
      return next === '' ? 'wait' : 'again';
    },
  });
}
