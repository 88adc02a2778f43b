import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CheckingRound } from '@suivi/contracts/papers';
import type { ReceiptBox } from '@suivi/contracts/receipts';
import sharp from 'sharp';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import { makeAuth } from '../accounts/auth.ts';
import type { Colleague } from '../accounts/person.ts';
import { readCheckingRound } from '../documents/checking-round.ts';
import { readObjectWhole } from '../objects/store-object.ts';
import type { Platform } from '../platform/platform.ts';
import { readReceiptBox } from '../postal/receipts/read-box.ts';
import { seedDemo } from './seed-demo.ts';
import { DEMO_SCANS } from './seed-scans.ts';

const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let round: CheckingRound;
let box: ReceiptBox;

beforeAll(async () => {
  platform = await openTestPlatform();
  const { auth, close } = makeAuth(platform.config, platform.log);
  // It breaks off when the agencies stand, and one receipt: the next time makes what is missing.
  const { put } = platform.bucket;
  let stored = 0;
  platform.bucket.put = (...object) =>
    (stored += 1) > 1 ? Promise.reject(new Error('Unplugged.')) : put.apply(platform.bucket, object);
  await expect(seedDemo(platform, auth, inject('database').owner)).rejects.toThrow();
  platform.bucket.put = put;
  await seedDemo(platform, auth, inject('database').owner);
  // Whatever stands stays as it is.
  expect(await seedDemo(platform, auth, inject('database').owner)).toEqual([]);
  await close();
  const [row] = await owner.query<{ agencyId: string; userId: string }>(
    `SELECT agency_id AS "agencyId", user_id AS "userId" FROM members WHERE email = 'adviser@demo.test'`,
    [],
  );
  if (!row) throw new Error('The demo has no adviser.');
  me = { ...row, name: 'Claire', email: 'adviser@demo.test', role: 'adviser', mayOperate: false, language: 'en' };
  round = await readCheckingRound(platform, me, { scope: 'team' });
  box = await readReceiptBox(platform, me);
}, 120_000);
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});

describe('the demo', () => {
  it('has papers that wait for a check, each asked for by its file’s plan', () => {
    const waiting = round.files.flatMap(({ reference, papers }) =>
      papers.map(({ document, name, need, scan }) => ({ reference, document, name, need, scan })),
    );
    expect(waiting).toHaveLength(DEMO_SCANS.length);
    for (const { reference, document, name } of DEMO_SCANS)
      expect(waiting).toContainEqual({ reference, document, name, need: 'required', scan: 'not_scanned' });
  });

  it('has them whole: each page opens as the picture it says it is', async () => {
    const pages = round.files.flatMap(({ papers }) => papers.flatMap((paper) => paper.pages));
    expect(pages.length).toBe(14);
    for (const { url, width, height } of pages) {
      const id = /objects\/([\w-]+)/.exec(url)?.[1] ?? '';
      const { bytes } = await readObjectWhole(platform, me.agencyId, id);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height });
    }
  });

  it('has a receipt whose letter is found by its number, and one that is nobody’s', () => {
    expect(box.receipts.map(({ sure, candidates }) => [sure, candidates[0]?.sending.clientName])).toEqual(
      expect.arrayContaining([
        [true, 'Maarten van der Heijden'],
        [false, expect.anything()],
      ]),
    );
    expect(box.receipts).toHaveLength(2);
  });
});
