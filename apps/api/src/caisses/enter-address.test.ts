import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { onBothQueueStores, until } from '../../test/queue-stores.ts';
import { testPlatform } from '../../test/scene.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { sweepOnce } from '../reviews/sweep.ts';
import { startWorker } from '../worker.ts';
import { enterCaisseAddress } from './enter-address.ts';
import { listCaisses } from './list-caisses.ts';
import { previewAddress } from './preview-address.ts';
import { readCaisse } from './read-caisse.ts';
import { tellFiles } from './tell-files.ts';

const TODAY = '2026-05-21';
const GAP = 'CPAM/CCSS des Hautes-Alpes';
const lines = ['CPAM/CCSS des Hautes-Alpes', '10 boulevard Georges-Pompidou', '05000 Gap'];
const other = [...lines.slice(0, 2), '05007 Gap Cedex'];

const urls = await ownDatabase();
const owner = new Owner(urls.owner);
let platform: Platform;
let me: Colleague;
beforeAll(async () => {
  platform = await testPlatform(urls, 'smtp://127.0.0.1:1');
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
  await urls.drop();
});
beforeEach(async () => {
  const agency = await owner.agency({ demo: true, demoDay: TODAY });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'admin', mayOperate: false, language: 'en' };
});

const applicant = {
  category: 'employee',
  birthDate: '1985-03-14',
  birthCountry: 'IE',
  nationalities: ['IE'],
  language: 'en',
};
const open = async (lastName: string, postcode = '05000') =>
  (
    await createFile(
      platform,
      me,
      NewFile.parse({ client: { firstName: 'Zoë', lastName }, applicant: { ...applicant, address: { postcode } } }),
    )
  ).id;
const caisse = () => platform.database.asAgency(me.agencyId, (tx) => readCaisse(tx, GAP));
const enter = (what: string[], expectedVersion: number) =>
  enterCaisseAddress(platform, me, GAP, { lines: what, expectedVersion });
const tell = (version: number) => tellFiles(platform, me.agencyId, GAP, version);
const view = (fileId: string) => readFileView(platform, me, fileId);
const openTasks = async (fileId: string) =>
  (await view(fileId)).tasks.filter(({ state }) => state === 'open').map(({ key }) => key);
const submitted = (fileId: string, expectedVersion: number) =>
  recordEvent(platform, me, fileId, {
    event: { id: randomUUID(), type: 'file_submitted', on: TODAY, method: 'registered_post' },
    expectedVersion,
    history: false,
  });

describe('a filing address that an admin enters', () => {
  it('says before which unsent files get it, and what becomes of them, and writes nothing', async () => {
    const first = await open('Alba');
    await open('Brun', '24000');
    const sent = await open('Cole');
    await submitted(sent, 0);
    const preview = await previewAddress(platform, me.agencyId, GAP, lines);
    expect(preview).toMatchObject({ files: 1, more: 0 });
    expect(preview.samples).toMatchObject([{ fileId: first, clientName: 'Zoë Alba', before: null }]);
    expect(preview.samples[0]?.effects.length).toBeGreaterThan(0);
    expect((await view(first)).events).toEqual([]);
    expect((await caisse()).version).toBe(0);
  });

  it('reaches the files behind one that is broken, which is noted', async () => {
    const files = [await open('Alba'), await open('Brun')].sort();
    await enter(lines, 0);
    await owner.query(`UPDATE files SET applicant_sealed = '' WHERE id = $1`, [files[0]]);
    await tell(1);
    expect((await view(files[1] ?? '')).events).toMatchObject([{ type: 'applicant_changed' }]);
    expect(await owner.query('SELECT file_id FROM failures WHERE agency_id = $1', [me.agencyId])).toEqual([
      { file_id: files[0] },
    ]);
  });

  it('reaches every unsent file of the caisse, those made later too, no sent one and no other agency', async () => {
    const id = await open('Alba');
    const sent = await open('Cole');
    await submitted(sent, 0);
    expect(await openTasks(id)).toContain('review_file:caisse_address:1');
    expect((await enter(lines, 0)).history[0]).toMatchObject({ telling: { done: 0, of: 1, ended: false } });
    await tell(1);
    expect(await openTasks(id)).not.toContain('review_file:caisse_address:1');
    expect((await view(id)).events).toMatchObject([
      { type: 'applicant_changed', on: TODAY, event: { changes: { caisseAddress: lines } } },
    ]);
    expect((await view(sent)).events).toHaveLength(1);
    expect(await openTasks(await open('Dahl'))).not.toContain('review_file:caisse_address:1');
    const addressIn = async (agencyId: string) =>
      (await listCaisses(platform, agencyId)).find(({ shortName }) => shortName === GAP);
    expect(await addressIn(me.agencyId)).toMatchObject({ address: lines, correctedBy: 'Ada Viser', version: 1 });
    expect(await addressIn((await owner.agency()).agencyId)).toMatchObject({ address: null, correctedBy: null });
  });

  it('keeps who entered what and when, the one before beside it', async () => {
    await enter(lines, 0);
    await enter(other, 1);
    expect((await caisse()).history).toMatchObject([
      { version: 2, lines: other, enteredBy: 'Ada Viser', telling: { ended: true } },
      { version: 1, lines, enteredBy: 'Ada Viser' },
      { version: 0, lines: null, enteredBy: null, enteredAt: null },
    ]);
  });

  it('tells a file once, however often the telling is begun', async () => {
    const id = await open('Alba');
    await enter(lines, 0);
    await tell(1);
    await owner.query('UPDATE caisse_addresses SET told_at = NULL WHERE agency_id = $1', [me.agencyId]);
    await tell(1);
    expect((await view(id)).events).toHaveLength(1);
    expect((await caisse()).history[0]?.telling).toEqual({ done: 1, of: 1, ended: true });
  });

  it('leaves an older address untold once a newer one stands', async () => {
    const id = await open('Alba');
    await enter(lines, 0);
    await enter(other, 1);
    await tell(1);
    expect((await view(id)).events).toEqual([]);
    await tell(2);
    expect((await view(id)).events).toMatchObject([{ event: { changes: { caisseAddress: other } } }]);
  });

  it('is refused to the second of two admins, who is shown the first one’s', async () => {
    const both = await Promise.allSettled([enter(lines, 0), enter(other, 0)]);
    const refused = both.find(({ status }) => status === 'rejected');
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused?.status === 'rejected' && refused.reason).toMatchObject({ status: 409, type: 'stale_address' });
    expect((await caisse()).version).toBe(1);
  });

  it('is told while others record events on its files', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, (_, n) => open(`A${n}`)));
    await enter(lines, 0);
    const paper = (id: string) =>
      recordEvent(platform, me, id, {
        event: { id: randomUUID(), type: 'document_received', on: TODAY, document: 'rib' },
        expectedVersion: 0,
        history: false,
      }).catch((error: { type?: string }) => error.type);
    const [, ...answers] = await Promise.all([tell(1), ...made.map(paper)]);
    expect(answers.every((answer) => answer === 'stale_file' || typeof answer === 'object')).toBe(true);
    for (const id of made)
      expect((await view(id)).events.filter(({ type }) => type === 'applicant_changed')).toHaveLength(1);
  });

  it('is refused for a caisse that there is none, and with a social security number in it', async () => {
    await expect(
      enterCaisseAddress(platform, me, 'CPAM de Nulle-Part', { lines, expectedVersion: 0 }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(enter([...lines, '1 85 05 78 006 084 91'], 0)).rejects.toMatchObject({ status: 422 });
  });
});

onBothQueueStores('an address', (openStore) => {
  it('is told by the worker, and a telling whose job is lost goes on', async () => {
    const id = await open('Alba');
    const store = await openStore();
    await enter(lines, 0);
    await owner.query('DELETE FROM outbox');
    await owner.query(`UPDATE caisse_addresses SET moved_at = now() - interval '20 minutes' WHERE told_at IS NULL`);
    await sweepOnce({ database: platform.database, store, wakeRelay: () => {} }, { recovery: true });
    const worker = startWorker(platform, store);
    await until('the telling', async () => (await caisse()).history[0]?.telling?.ended === true);
    expect((await view(id)).events).toHaveLength(1);
    await worker.stop();
    await store.close();
  });
});
