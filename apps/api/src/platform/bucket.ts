import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { bucketUrlFault } from './bucket-url.ts';
import { diskBucket } from './disk-bucket.ts';

/** Where sealed bytes lie, outside the database: a folder, or a bucket that speaks S3. It knows keys, not what they are. */
export type Bucket = {
  /** Puts bytes under a key of their own. Once it has returned they outlive a power cut; if it throws there is nothing. */
  put(key: string, bytes: Readable): Promise<void>;
  /** Null: nothing lies there. */
  get(key: string): Promise<{ size: number; bytes: Readable } | null>;
  /** Takes away what lies there; nothing there is no fault. */
  remove(key: string): Promise<void>;
  /** What lies behind `after` in the order of keys. */
  list(after: string, atMost: number): Promise<{ key: string; modifiedAt: Date }[]>;
  close(): void;
};

/** A key: the agency's id, a slash, the object's. What does not look so was not made by us and is left alone. */
export const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** Opens what `OBJECTS_URL` names. A folder is made at the first put. */
export async function openBucket(text: string): Promise<Bucket> {
  const fault = bucketUrlFault(text);
  if (fault) throw new Error(`OBJECTS_URL cannot be read: ${fault}.`);
  if (!text.startsWith('file:')) {
    const { s3Bucket } = await import('./s3-bucket.ts'); // a third of a second that a folder need not wait for
    return s3Bucket(new URL(text));
  }
  const folder = text.slice('file:'.length);
  return diskBucket(folder.startsWith('//') ? fileURLToPath(text) : path.resolve(folder));
}
