import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import type { Event } from '@suivi/rules/file';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { recordEvent } from '../files/record-event.ts';
import { reviewFile } from '../files/review-file.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { keepSendings } from './sendings.ts';

const TODAY = '2026-05-21';
const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let carol: string;
let haruka: string;

const applicant = {
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  address: { postcode: '24000' },
};
const open = async (firstName: string, lastName: string) =>
  (await createFile(platform, me, NewFile.parse({ client: { firstName, lastName }, applicant }))).id;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  const agency = await owner.agency({ demo: true, demoDay: TODAY });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'adviser', mayOperate: false, language: 'en' };
  carol = await open('Carol', 'Washburn');
  haruka = await open('Haruka', 'Watanabe');
});

async function record(fileId: string, event: Record<string, unknown>, more: { history?: boolean } = {}) {
  const [file] = await owner.query<{ version: number }>('SELECT version FROM files WHERE id = $1', [fileId]);
  const id = randomUUID();
  await recordEvent(platform, me, fileId, {
    event: { id, ...(event.type !== 'voided' && { on: TODAY }), ...event },
    expectedVersion: file?.version ?? 0,
    history: more.history ?? false,
  });
  return id;
}
const posted = (trackingNumber: string | null) => ({
  type: 'file_submitted',
  method: 'registered_post',
  trackingNumber,
});
const sendings = (fileId: string) =>
  owner.query<Record<string, unknown>>(
    `SELECT event_id AS event, tracking_number AS number, posted_on::text AS "postedOn", voided, ask_at IS NOT NULL AS asked
     FROM sendings WHERE file_id = $1 ORDER BY created_at, id`,
    [fileId],
  );

describe('a letter on its way', () => {
  it('is a row of its own from the event that says it was posted, its number without spaces', async () => {
    const event = await record(carol, posted('1a 009 158 2038 0'));
    expect(await sendings(carol)).toEqual([
      { event, number: '1A00915820380', postedOn: TODAY, voided: false, asked: true },
    ]);
  });

  it('is one without a number, too, of which La Poste is never asked', async () => {
    await record(carol, posted(null));
    expect(await sendings(carol)).toMatchObject([{ number: null, asked: false }]);
  });

  it('is none when the file was handed in, or filed online', async () => {
    await record(carol, { type: 'file_submitted', method: 'appointment', trackingNumber: null });
    expect(await sendings(carol)).toEqual([]);
  });

  it('whose number an import took at the same moment is refused as well', async () => {
    const taken = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'sendings_number' });
    const tx = { agencyId: me.agencyId, query: () => Promise.resolve([]), execute: () => Promise.reject(taken) };
    const added = { id: randomUUID(), on: TODAY, ...posted('1A00915820380') } as unknown as Event;
    await expect(
      keepSendings(tx as unknown as Tx, {
        fileId: carol,
        today: TODAY as never,
        now: new Date(),
        events: [added],
        added,
        answered: {},
      }),
    ).rejects.toMatchObject({ status: 409, type: 'number_used' });
  });

  it('whose number is another letter’s is refused, with that letter and what to do, and nothing is written', async () => {
    await record(carol, posted('1A00915820380'));
    const refused = await record(haruka, posted('1A 009 158 20380')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    const { status, type, message, details } = refused as Problem;
    expect([status, type]).toEqual([409, 'number_used']);
    expect(message).toContain('Carol Washburn (F-0001) on 21 May 2026');
    expect(details.errors?.[0]?.path).toBe('event.trackingNumber');
    expect(await sendings(haruka)).toEqual([]);
    expect(await owner.query('SELECT FROM events WHERE file_id = $1', [haruka])).toEqual([]);
  });

  it('of two people who type the same number at once, one is refused', async () => {
    const both = await Promise.allSettled([carol, haruka].map((file) => record(file, posted('1A00915820397'))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([...(await sendings(carol)), ...(await sendings(haruka))]).toHaveLength(1);
  });

  it('of another agency may have the same number', async () => {
    await record(carol, posted('1A00915820380'));
    const agency = await owner.agency({ demo: true, demoDay: TODAY });
    me = { ...me, ...agency };
    const theirs = await open('Per', 'Other');
    await record(theirs, posted('1A00915820380'));
    expect(await sendings(theirs)).toHaveLength(1);
  });

  it('never was when its posting is voided; its number is free again, and taken when that is voided in turn', async () => {
    const event = await record(carol, posted('1A00915820380'));
    const undo = await record(carol, { type: 'voided', event });
    expect(await sendings(carol)).toMatchObject([{ voided: true }]);
    const other = await record(haruka, posted('1A00915820380'));
    await expect(record(carol, { type: 'voided', event: undo })).rejects.toMatchObject({ type: 'number_used' });
    await record(haruka, { type: 'voided', event: other });
    await record(carol, { type: 'voided', event: undo });
    expect(await sendings(carol)).toMatchObject([{ number: '1A00915820380', voided: false }]);
  });

  it('posted before Suivi kept any is kept at the next review of its file, once', async () => {
    const first = await record(carol, { ...posted('1A 009 158 2038 0'), on: '2026-05-11' }, { history: true });
    const second = await record(carol, posted('1A00915820397'));
    await record(carol, { type: 'voided', event: second });
    const event = await record(haruka, { ...posted('1A00915820403'), on: '2026-01-12' }, { history: true });
    const kept = { event: first, number: '1A00915820380', postedOn: '2026-05-11', voided: false, asked: true };
    // As a release left them that kept no sendings.
    await owner.query('DELETE FROM sendings WHERE agency_id = $1', [me.agencyId]);
    for (const _ of [1, 2]) for (const file of [carol, haruka]) await reviewFile(platform, me.agencyId, file);
    expect(await sendings(carol)).toEqual([kept]);
    // Whatever has not arrived after sixty days will not: La Poste is not asked.
    expect(await sendings(haruka)).toEqual([
      { event, number: '1A00915820403', postedOn: '2026-01-12', voided: false, asked: false },
    ]);
  });

  it('posted before Suivi kept any loses its number to the letter that has it by now', async () => {
    await record(carol, posted('1A00915820380'));
    await owner.query('DELETE FROM sendings WHERE agency_id = $1', [me.agencyId]);
    await record(haruka, posted('1A00915820380'));
    await reviewFile(platform, me.agencyId, carol);
    expect([await sendings(carol), (await sendings(haruka)).length]).toEqual([[], 1]);
  });

  it('keeps its day whatever is recorded of its delivery, and so do the others', async () => {
    await record(carol, { ...posted('1A00915820380'), on: '2026-05-11' }, { history: true });
    await record(haruka, { ...posted('1A00915820397'), on: '2026-05-12' }, { history: true });
    const all = async () => [...(await sendings(carol)), ...(await sendings(haruka))];
    const before = await all();
    await record(
      carol,
      { type: 'post_tracked', status: 'at_counter', trackingNumber: '1A00915820380', on: '2026-05-14' },
      { history: true },
    );
    await record(
      carol,
      { type: 'post_delivered', trackingNumber: '1A00915820380', on: '2026-05-18' },
      { history: true },
    );
    expect(await all()).toEqual(before);
    const days = await owner.query<{ type: string; on: string }>(
      'SELECT type, "on"::text FROM events WHERE file_id = $1 ORDER BY seq',
      [carol],
    );
    expect(days).toEqual([
      { type: 'file_submitted', on: '2026-05-11' },
      { type: 'post_tracked', on: '2026-05-14' },
      { type: 'post_delivered', on: '2026-05-18' },
    ]);
  });
});
