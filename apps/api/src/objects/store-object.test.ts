import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { startS3 } from '../../test/s3-server.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import { openBucket } from '../platform/bucket.ts';
import type { Platform } from '../platform/platform.ts';
import { clearLost } from './clear-lost.ts';
import { eraseObject, keepObject, keyOf, putObject, readObject, readObjectWhole } from './store-object.ts';

let platform: Platform;
let owner: Owner;
let drop: () => Promise<void>;
let agencyId: string;

beforeAll(async () => {
  const urls = await ownDatabase();
  ({ drop } = urls);
  owner = new Owner(urls.owner);
  platform = await openTestPlatform(urls);
  ({ agencyId } = await owner.agency());
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
  await drop();
});

const passport = { mediaType: 'image/jpeg', createdBy: null };
const put = (content: Parameters<typeof putObject>[3]) => putObject(platform, agencyId, passport, content);
const keep = (id: string) => platform.database.asAgency(agencyId, (tx) => keepObject(tx, id));
const stored = async (content: Buffer) => {
  const object = await put(content);
  await keep(object.id);
  return object;
};
const rowOf = async (id: string) =>
  (await owner.query<{ state: string; size: string }>('SELECT state, size FROM stored_objects WHERE id = $1', [id]))[0];
const lies = async (id: string) => (await platform.bucket.get(keyOf(agencyId, id))) !== null;
const fileOf = (id: string) =>
  path.join(platform.config.OBJECTS_URL.slice('file:'.length), agencyId, id.slice(0, 2), id);
const problem = (type: string) => expect.objectContaining({ name: 'Problem', type });

describe('a stored object', () => {
  it('comes back as it was put, with its length and hash', async () => {
    const bytes = randomBytes(300_001);
    const object = await stored(bytes);
    const read = await readObjectWhole(platform, agencyId, object.id);
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read).toMatchObject({ mediaType: 'image/jpeg', size: 300_001, sha256: object.sha256 });
    expect(object.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('lies sealed on the disk, under a key that is sealed in its row', async () => {
    const { id } = await stored(Buffer.from('PASSPORT OF SOMEBODY'.repeat(100)));
    expect(fs.readFileSync(fileOf(id)).includes('PASSPORT')).toBe(false);
    const [row] = await owner.query<{ key_sealed: Buffer }>('SELECT key_sealed FROM stored_objects WHERE id = $1', [
      id,
    ]);
    expect(row?.key_sealed.length).toBeGreaterThan(44);
  });

  it('comes back from S3 just so, and is swept from there', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-s3-'));
    const s3 = await startS3(folder);
    const inS3 = { ...platform, bucket: await openBucket(s3.url) };
    try {
      const bytes = randomBytes(6_000_000);
      const object = await putObject(inS3, agencyId, passport, bytes);
      await keep(object.id);
      expect((await readObjectWhole(inS3, agencyId, object.id)).bytes.equals(bytes)).toBe(true);
      await platform.database.asAgency(agencyId, (tx) => eraseObject(tx, object.id));
      await clearLost(inS3, '', { rows: '1 hour', bytesMs: -60_000 });
      expect(await inS3.bucket.get(keyOf(agencyId, object.id))).toBeNull();
    } finally {
      inS3.bucket.close();
      await s3.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is nobody’s before it is kept, and can be kept once', async () => {
    const { id } = await put(Buffer.from('x'));
    await expect(readObject(platform, agencyId, id)).rejects.toEqual(problem('not_found'));
    await keep(id);
    await expect(keep(id)).rejects.toThrow('An object can be kept once');
  });

  it('is not kept when the caller’s transaction fails', async () => {
    const { id } = await put(Buffer.from('x'));
    const failing = platform.database.asAgency(agencyId, async (tx) => {
      await keepObject(tx, id);
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else failed');
    expect(await rowOf(id)).toMatchObject({ state: 'arriving' });
  });

  it('is another agency’s nothing', async () => {
    const { id } = await stored(Buffer.from('x'));
    const stranger = await owner.agency();
    await expect(readObject(platform, stranger.agencyId, id)).rejects.toEqual(problem('not_found'));
  });

  it('does not open once its row is erased', async () => {
    const { id } = await stored(Buffer.from('x'));
    await platform.database.asAgency(agencyId, (tx) => eraseObject(tx, id));
    await expect(readObject(platform, agencyId, id)).rejects.toEqual(problem('not_found'));
  });
});

describe('bytes that are not those that were put there are refused', () => {
  it.each<[string, (file: string) => void]>([
    ['gone', (file) => fs.rmSync(file)],
    ['cut off', (file) => fs.truncateSync(file, 1_000)],
    ['empty', (file) => fs.truncateSync(file, 0)],
    ['longer', (file) => fs.appendFileSync(file, 'x')],
    [
      'changed at the beginning',
      (file) => {
        const handle = fs.openSync(file, 'r+');
        fs.writeSync(handle, Buffer.from([1, 2, 3, 4]), 0, 4, 50);
        fs.closeSync(handle);
      },
    ],
    [
      'another object’s',
      (file) => {
        const other = path.join(path.dirname(file), 'other');
        fs.writeFileSync(other, randomBytes(fs.statSync(file).size));
        fs.renameSync(other, file);
      },
    ],
  ])('%s', async (_, spoil) => {
    const { id } = await stored(randomBytes(200_000));
    spoil(fileOf(id));
    await expect(readObject(platform, agencyId, id)).rejects.toEqual(problem('damaged_object'));
  });

  it('changed far behind the beginning: what is read fails, whoever reads the whole is told', async () => {
    const { id } = await stored(randomBytes(400_000));
    const handle = fs.openSync(fileOf(id), 'r+');
    fs.writeSync(handle, Buffer.from([1, 2, 3, 4]), 0, 4, 300_000);
    fs.closeSync(handle);
    await expect(readObjectWhole(platform, agencyId, id)).rejects.toEqual(problem('damaged_object'));
    const { bytes } = await readObject(platform, agencyId, id);
    await expect(bytes.toArray()).rejects.toThrow('are not those that were put there');
  });
});

describe('whatever fails on the way, there is no row without bytes and there are no bytes without a row', () => {
  const never = { rows: '1 hour', bytesMs: 3_600_000 };
  const atOnce = { rows: '0', bytesMs: -60_000 };
  /** What a sweep finds an hour and more later. */
  const laterOn = () => clearLost(platform, '', atOnce);

  it('the content breaks off: the caller’s own fault is told, nothing is kept', async () => {
    const content = (async function* () {
      yield randomBytes(100_000);
      await Promise.resolve();
      throw new Error('upload broke off');
    })();
    await expect(put(content)).rejects.toThrow('upload broke off');
    const rows = await owner.query<{ id: string }>(`SELECT id FROM stored_objects WHERE state = 'arriving'`);
    await laterOn();
    for (const { id } of rows) expect([await rowOf(id), await lies(id)]).toEqual([undefined, false]);
  });

  it('the store fails: it is said, nothing is kept', async () => {
    const down = { ...platform, bucket: { ...platform.bucket, put: () => Promise.reject(new Error('down')) } };
    await expect(putObject(down, agencyId, passport, Buffer.from('x'))).rejects.toEqual(problem('store_unreachable'));
    await laterOn();
    expect(await owner.query(`SELECT FROM stored_objects WHERE state = 'arriving'`)).toEqual([]);
  });

  it('the process dies after the row: the row goes', async () => {
    const dies = { ...platform, bucket: { ...platform.bucket, put: () => Promise.reject(new Error('killed')) } };
    await putObject(dies, agencyId, passport, Buffer.from('x')).catch(() => {});
    expect((await clearLost(platform, '', never)).rows).toBe(0);
    expect((await laterOn()).rows).toBe(1);
  });

  it('the process dies after the bytes: both go, and whoever comes late can keep nothing', async () => {
    const { id } = await put(Buffer.from('x'));
    expect(await lies(id)).toBe(true);
    await laterOn();
    expect([await rowOf(id), await lies(id)]).toEqual([undefined, false]);
    await expect(keep(id)).rejects.toThrow('An object can be kept once');
  });

  it('the sweep dies between row and bytes: the next takes the bytes', async () => {
    const { id } = await put(Buffer.from('x'));
    const dying = { ...platform, bucket: { ...platform.bucket, remove: () => Promise.reject(new Error('killed')) } };
    await expect(clearLost(dying, '', atOnce)).rejects.toThrow('killed');
    expect([await rowOf(id), await lies(id)]).toEqual([undefined, true]);
    await laterOn();
    expect(await lies(id)).toBe(false);
  });

  it('what is kept stays, with its bytes, however old; bytes of an erased row go', async () => {
    const [kept, erased] = [await stored(Buffer.from('kept')), await stored(Buffer.from('erased'))];
    await platform.database.asAgency(agencyId, (tx) => eraseObject(tx, erased.id));
    await clearLost(platform, '', never);
    expect(await lies(erased.id)).toBe(true);
    await laterOn();
    expect(await lies(erased.id)).toBe(false);
    expect((await readObjectWhole(platform, agencyId, kept.id)).bytes.toString()).toBe('kept');
  });

  it('bytes that a database misses stay a day from when it first missed them, however old they are', async () => {
    const { id } = await stored(Buffer.from('of a database that was restored without this row'));
    await owner.query('DELETE FROM stored_objects WHERE id = $1', [id]);
    const longAgo = new Date('2026-01-01');
    fs.utimesSync(fileOf(id), longAgo, longAgo);
    const aDay = { rows: '1 hour', bytesMs: 86_400_000 };
    await clearLost(platform, '', aDay);
    expect(await lies(id)).toBe(true);
    await owner.query(`UPDATE unknown_objects SET missed_at = now() - interval '25 hours' WHERE key LIKE '%' || $1`, [
      id,
    ]);
    await clearLost(platform, '', aDay);
    expect(await lies(id)).toBe(false);
  });

  it('what was half-way in goes; what is not ours in that folder stays', async () => {
    const root = platform.config.OBJECTS_URL.slice('file:'.length);
    const { id } = await stored(Buffer.from('x'));
    const [half, foreign] = [`${fileOf(id)}.0a1b2c3d.part`, path.join(root, agencyId, 'readme')];
    fs.writeFileSync(half, 'half');
    fs.mkdirSync(foreign);
    fs.writeFileSync(path.join(foreign, 'notes.txt'), 'ours');
    await laterOn();
    expect([fs.existsSync(half), fs.existsSync(path.join(foreign, 'notes.txt'))]).toEqual([false, true]);
  });
});
