import { seal, unseal } from '@suivi/database/sealing';
import type { Tx } from '@suivi/database/database';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { KEY_BYTES, DamagedBytes, opened, sealed, sealedSize } from './sealed-bytes.ts';
import type { Lock } from './sealed-bytes.ts';

export type ObjectToStore = { mediaType: string; createdBy: string | null };
export type StoredObject = { id: string; mediaType: string; size: number; sha256: string };
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Where an object's bytes lie. */
export const keyOf = (agencyId: string, id: string) => `${agencyId}/${id}`;
const place = (agencyId: string, id: string) => ({ agencyId, table: 'stored_objects', id, column: 'key_sealed' });

/**
 * Stores bytes, sealed under a key of their own, and says what they came to. The row is committed as `arriving` before the
 * first byte leaves, so that no crash leaves bytes that nobody knows; it is nobody's until the caller's own transaction
 * keeps it (`keepObject`), and is swept away with its bytes when that never comes.
 * @throws Problem 503 `store_unreachable`; whatever the content throws
 */
export async function putObject(
  platform: Platform,
  agencyId: string,
  { mediaType, createdBy }: ObjectToStore,
  content: Content,
): Promise<StoredObject> {
  const { database, keys, bucket, log } = platform;
  const id = randomUUID();
  const key = randomBytes(KEY_BYTES);
  await database.asAgency(agencyId, (tx) =>
    tx.execute(
      `INSERT INTO stored_objects (agency_id, id, media_type, key_sealed, created_by) VALUES ($1, $2, $3, $4, $5)`,
      [agencyId, id, mediaType, seal(keys, place(agencyId, id), key.toString('base64')), createdBy],
    ),
  );
  const told = measured(content);
  try {
    await bucket.put(
      keyOf(agencyId, id),
      Readable.from(sealed(told.bytes, { key, place: keyOf(agencyId, id) }), { objectMode: false }),
    );
  } catch (error) {
    if (told.failure !== null) throw told.failure.error;
    log.error({ objectId: id, ...safeError(error) }, 'an object could not be stored');
    throw unreachable();
  }
  const { size } = told;
  const sha256 = told.hash.digest();
  await database.asAgency(agencyId, (tx) =>
    tx.execute(`UPDATE stored_objects SET size = $3, sha256 = $4 WHERE agency_id = $1 AND id = $2`, [
      agencyId,
      id,
      size,
      sha256,
    ]),
  );
  return { id, mediaType, size, sha256: sha256.toString('hex') };
}

/**
 * Makes a stored object somebody's, in the transaction that writes whose it is.
 * @throws Error when its bytes have not all arrived, or it has been swept away: the caller's transaction must not commit
 */
export async function keepObject(tx: Tx, id: string): Promise<void> {
  const kept = await tx.execute(
    `UPDATE stored_objects SET state = 'kept' WHERE agency_id = $1 AND id = $2 AND state = 'arriving' AND sha256 IS NOT NULL`,
    [tx.agencyId, id],
  );
  if (kept !== 1) throw new Error('An object can be kept once, and after its bytes have arrived.');
}

/**
 * Erases an object in the caller's transaction, once no row names it. Its key goes with its row, so nothing opens the bytes
 * any more; they themselves are swept away within a day or two.
 */
export async function eraseObject(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM stored_objects WHERE agency_id = $1 AND id = $2', [tx.agencyId, id]);
}

export type ObjectToRead = StoredObject & { bytes: Readable };

/**
 * Opens a kept object. Whoever shows it to a person goes by a signed link (`linkTo`), which is audited.
 * @throws Problem 404; 500 `damaged_object` when its bytes are gone, cut off or exchanged; 503 `store_unreachable`.
 *   `bytes` fails with DamagedBytes when that shows only further on
 */
export async function readObject(platform: Platform, agencyId: string, id: string): Promise<ObjectToRead> {
  const row = await platform.database.asAgency(agencyId, (tx) => keptRow(tx, id));
  if (!row) throw notFound('paper');
  return openRow(platform, agencyId, row);
}

/** All of a kept object at once, for what is put together from several. @throws Problem as `readObject` */
export async function readObjectWhole(
  platform: Platform,
  agencyId: string,
  id: string,
): Promise<StoredObject & { bytes: Buffer }> {
  const { bytes, ...object } = await readObject(platform, agencyId, id);
  try {
    return { ...object, bytes: Buffer.concat(await bytes.toArray()) };
  } catch (error) {
    throw notOpened(platform, id, error);
  }
}

export type ObjectRow = { id: string; mediaType: string; size: string; sha256: Buffer; keySealed: Buffer };

export const keptRow = (tx: Tx, id: string): Promise<ObjectRow | null> =>
  tx.maybeOne<ObjectRow>(
    `SELECT id, media_type AS "mediaType", size, sha256, key_sealed AS "keySealed" FROM stored_objects
     WHERE agency_id = $1 AND id = $2 AND state = 'kept'`,
    [tx.agencyId, id],
  );

/** Opens the bytes of a row, and looks at the first of them before anybody is told that all is well. */
export async function openRow(platform: Platform, agencyId: string, row: ObjectRow): Promise<ObjectToRead> {
  const { id, mediaType, sha256 } = row;
  const size = Number(row.size);
  const lock: Lock = {
    key: Buffer.from(unseal<string>(platform.keys, place(agencyId, id), row.keySealed), 'base64'),
    place: keyOf(agencyId, id),
  };
  try {
    const found = await platform.bucket.get(keyOf(agencyId, id));
    if (!found) throw new DamagedBytes('are gone');
    if (found.size !== sealedSize(size)) {
      found.bytes.destroy();
      throw new DamagedBytes('are more or fewer than were put there');
    }
    const plain = opened(found.bytes, lock);
    const first = await plain.next();
    const bytes = Readable.from(withFirst(first, plain), { objectMode: false });
    return { id, mediaType, size, sha256: sha256.toString('hex'), bytes };
  } catch (error) {
    throw notOpened(platform, id, error);
  }
}

async function* withFirst(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>) {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** What is told of bytes that do not open. */
export function notOpened({ log }: Platform, objectId: string, error: unknown): Problem {
  const damaged = error instanceof DamagedBytes;
  log.error(
    { objectId, ...safeError(error), ...(damaged && { damage: error.message }) },
    'an object could not be read',
  );
  return damaged
    ? new Problem(500, 'damaged_object', {
        en: 'What is stored is not what was put there: it is not shown. Upload it again, and tell whoever runs Suivi.',
        fr: 'Ce qui est conservé n’est plus ce qui a été déposé : il n’est pas affiché. Déposez-le de nouveau et prévenez qui exploite Suivi.',
      })
    : unreachable();
}

const unreachable = () =>
  new Problem(503, 'store_unreachable', {
    en: 'The store of documents does not answer. Nothing was saved: try again in a few minutes.',
    fr: 'L’espace de conservation des pièces ne répond pas. Rien n’a été enregistré : réessayez dans quelques minutes.',
  });

/** The content as it passes, its length and hash, and whether it was the content itself that failed. */
function measured(content: Content) {
  const told = {
    size: 0,
    hash: createHash('sha256'),
    failure: null as { error: unknown } | null,
    bytes: pass(),
  };
  async function* pass(): AsyncGenerator<Uint8Array> {
    try {
      for await (const part of content instanceof Uint8Array ? [content] : content) {
        told.size += part.byteLength;
        told.hash.update(part);
        yield part;
      }
    } catch (error) {
      told.failure = { error };
      throw error;
    }
  }
  return told;
}
