import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from './bucket.ts';

/** Bytes on their way in; no key looks so. A dead process leaves them, the sweep of lost bytes takes them. */
const ARRIVING = '.part';

/**
 * A folder as a bucket: `agency/ab/abcd…`, so that no folder grows without end. A file is written beside its place, brought
 * to the disk, then named: under a key there are all bytes or none. (The libraries for files in a folder do not wait for
 * the disk.)
 */
export function diskBucket(root: string): Bucket {
  const folderOf = (key: string) => {
    const [agency = '', id = ''] = key.split('/');
    return path.join(root, agency, id.slice(0, 2));
  };
  const placeOf = (key: string) => path.join(folderOf(key), path.posix.basename(key));

  return {
    async put(key, bytes) {
      const folder = folderOf(key);
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const beside = `${placeOf(key)}.${randomBytes(4).toString('hex')}${ARRIVING}`;
      try {
        await pipeline(bytes, createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }));
        await fs.rename(beside, placeOf(key));
      } catch (error) {
        await fs.rm(beside, { force: true });
        throw error;
      }
      await toDisk(folder);
    },
    async get(key) {
      const file = await fs.open(placeOf(key)).catch(nothingThere);
      if (!file) return null;
      const { size } = await file.stat();
      return { size, bytes: createReadStream('', { fd: file, highWaterMark: 256 * 1024 }) };
    },
    async remove(key) {
      await fs.rm(placeOf(key), { force: true });
    },
    async list(after, atMost) {
      const found: { key: string; modifiedAt: Date }[] = [];
      const [afterAgency = '', afterId = ''] = after.split('/');
      // Beside the agencies' folders may lie what is not ours, and not to be read: lost+found on a volume of its own.
      for (const agency of (await names(root, afterAgency)).filter((name) => AGENCY.test(name)))
        for (const shard of await names(path.join(root, agency), agency === afterAgency ? afterId.slice(0, 2) : ''))
          for (const name of await names(path.join(root, agency, shard), '')) {
            const key = `${agency}/${name}`;
            if (key <= after) continue;
            const stat = await fs.stat(path.join(root, agency, shard, name)).catch(nothingThere);
            if (stat) found.push({ key, modifiedAt: stat.mtime });
            if (found.length === atMost) return found;
          }
      return found;
    },
    close() {},
  };
}

const AGENCY = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const nothingThere = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
};

const names = async (folder: string, from: string) =>
  ((await fs.readdir(folder).catch(nothingThere)) ?? []).filter((name) => name >= from).sort();

/** A new name is on the disk only once its folder is. Windows opens no folder, and needs it less. */
async function toDisk(folder: string) {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
