import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import { seal } from '@suivi/database/sealing';
import { Owner } from '../../../test/agencies.ts';
import { receiptScan } from '../../../test/receipt-scan.ts';
import { openTestPlatform } from '../../../test/test-platform.ts';
import type { Colleague } from '../../accounts/person.ts';
import { createFile } from '../../files/create-file.ts';
import { readFileView } from '../../files/file-view.ts';
import { recordEvent } from '../../files/record-event.ts';
import { lockFile } from '../../files/stored-file.ts';
import type { Platform } from '../../platform/platform.ts';
import { Problem } from '../../platform/problem.ts';
import { placeOfReceipt, readReceiptBox } from './read-box.ts';
import { linkToReceipt } from './link-to-receipt.ts';
import { confirmReceipt, discardReceipt, reopenReceipt } from './settle-receipt.ts';
import { forgetDiscarded } from './tend-receipts.ts';
import { uploadReceipts } from './upload-receipts.ts';

const TODAY = '2026-05-21';
const ONE = '1A00915820380';
const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;

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
});

async function record(fileId: string, event: Record<string, unknown>) {
  const { version } = await readFileView(platform, me, fileId);
  const id = randomUUID();
  await recordEvent(platform, me, fileId, { event: { id, ...event }, expectedVersion: version, history: true });
  return id;
}
/** A file whose letter was posted. */
async function letter(lastName: string, trackingNumber: string | null, on = '2026-05-11', postcode = '24000') {
  const applicant = {
    category: 'resident',
    birthDate: '1961-04-12',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode },
  };
  const { id } = await createFile(platform, me, NewFile.parse({ client: { firstName: 'Zoë', lastName }, applicant }));
  await record(id, { type: 'file_submitted', method: 'registered_post', trackingNumber, on });
  const [row] = await owner.query<{ id: string }>('SELECT id FROM sendings WHERE file_id = $1', [id]);
  return { fileId: id, sendingId: row?.id ?? '' };
}
/** A receipt as if it had been scanned: the reading of scans has a test of its own. */
async function receipt(numberRead: string | null) {
  const [row] = await owner.query<{ id: string }>(
    `WITH object AS (INSERT INTO stored_objects (agency_id, id, state, media_type, key_sealed) VALUES ($1, gen_random_uuid(), 'kept', 'image/jpeg', '') RETURNING id)
     INSERT INTO receipts (agency_id, id, object_id, number_read, sealed) SELECT $1, gen_random_uuid(), id, $2, '' FROM object RETURNING id`,
    [me.agencyId, numberRead],
  );
  const id = row?.id ?? '';
  const sealed = seal(platform.keys, placeOfReceipt(me.agencyId, id), { name: 'scan.pdf', page: 1 });
  await owner.query('UPDATE receipts SET sealed = $2 WHERE id = $1', [id, sealed]);
  const found = await find(id);
  if (!found) throw new Error('The receipt is not in the box.');
  return found;
}
const box = () => readReceiptBox(platform, me);
const find = async (id: string) => (await box()).receipts.find((one) => one.id === id);
const deliveries = async (fileId: string) =>
  (await readFileView(platform, me, fileId)).events.filter(({ type, voided }) => type === 'post_delivered' && !voided);
const confirm = (id: string, sendingId: string, deliveredOn = '2026-05-14') =>
  confirmReceipt(platform, me, id, { sendingId, deliveredOn: deliveredOn as never });

const upload = (bytes: Buffer, noNumberShown = true, name = 'scan.pdf') =>
  uploadReceipts(platform, me, { name, noNumberShown }, Readable.from([bytes]));

describe('scanned receipts', () => {
  it('of many pages are a receipt each, their numbers read from bars or words, and known when they come again', async () => {
    const { sendingId } = await letter('Alba', ONE);
    const scan = await receiptScan([{ bars: ONE }, { words: 'LR 1A 009 158 2039 7' }, {}]);
    expect(await upload(scan)).toEqual({ added: 3, known: 0 });
    expect(await upload(scan)).toEqual({ added: 0, known: 3 });
    const { receipts } = await box();
    const byPage = [...receipts].sort((a, b) => a.page - b.page);
    expect(byPage.map(({ numberRead }) => numberRead)).toEqual([ONE, '1A00915820397', null]);
    expect(byPage[0]).toMatchObject({ sure: true, note: null, candidates: [{ sending: { id: sendingId } }] });
    expect(byPage[0]?.candidates[0]?.reason.en).toContain(ONE);
    expect(byPage[1]?.note?.en).toContain('No letter here has the number 1A00915820397');
    expect(byPage[2]?.candidates[0]?.reason.en).toBe('The only letter on its way.');
  });

  it('are refused when they are no receipts: what it is and what to do', async () => {
    await expect(upload(Buffer.alloc(0))).rejects.toMatchObject({ status: 422 });
    await expect(upload(Buffer.from('hello, this is a text'))).rejects.toMatchObject({ status: 422 });
    await expect(upload(Buffer.from('%PDF-1.7 broken'))).rejects.toMatchObject({ status: 422 });
    await expect(upload(await receiptScan([{ words: 'Numero 2 94 03 75 120 005 91' }]))).rejects.toMatchObject({
      status: 422,
    });
    expect((await box()).receipts).toEqual([]);
    expect(await owner.query(`SELECT FROM stored_objects WHERE agency_id = $1`, [me.agencyId])).toEqual([]);
  });

  it('wait for a scanner that does not answer', async () => {
    const scan = await receiptScan([{ bars: ONE }]);
    const guarded = { ...platform, config: { ...platform.config, CLAMD_URL: 'tcp://127.0.0.1:1' } };
    const asked = { name: 'scan.pdf', noNumberShown: true };
    await expect(uploadReceipts(guarded, me, asked, Readable.from([scan]))).rejects.toMatchObject({
      status: 503,
      type: 'scanner_unreachable',
    });
    expect((await box()).receipts).toEqual([]);
    expect(await owner.query(`SELECT FROM stored_objects WHERE agency_id = $1`, [me.agencyId])).toEqual([]);
  });

  it('are kept once somebody has looked for a social security number; a number in their text is none to confirm', async () => {
    const scan = await receiptScan([{ bars: ONE }]);
    await expect(upload(scan, false)).rejects.toMatchObject({ status: 422, type: 'say_no_number' });
    await expect(upload(await receiptScan([{ words: 'Numero 2 94 03 75 120 005 91' }]))).rejects.toMatchObject({
      type: 'paper_bears_number',
    });
    expect((await box()).receipts).toEqual([]);
    expect(await owner.query(`SELECT FROM stored_objects WHERE agency_id = $1`, [me.agencyId])).toEqual([]);
    expect(await upload(scan)).toEqual({ added: 1, known: 0 });
  });
});

describe('a receipt', () => {
  it('confirmed is the delivery of its letter, on its own day, and rewrites no other', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    const { id } = await receipt(ONE);
    await confirm(id, sendingId);
    expect(await deliveries(fileId)).toMatchObject([{ on: '2026-05-14', origin: 'adviser' }]);
    expect(await find(id)).toMatchObject({ settled: 'matched', deliveredOn: '2026-05-14', letter: { id: sendingId } });
    const [sending] = await owner.query('SELECT posted_on::text AS "postedOn" FROM sendings WHERE id = $1', [
      sendingId,
    ]);
    expect(sending).toEqual({ postedOn: '2026-05-11' });
    await expect(confirm(id, sendingId)).rejects.toMatchObject({ status: 409, type: 'receipt_settled' });
  });

  it('waits again when its delivery, or the posting of its letter, is voided on the file', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    const { id } = await receipt(ONE);
    const columns = () =>
      owner.query('SELECT state, sending_id, file_id, delivered_on, event_id FROM receipts WHERE id = $1', [id]);
    const none = [{ state: 'orphan', sending_id: null, file_id: null, delivered_on: null, event_id: null }];
    await confirm(id, sendingId);
    const [delivery] = await deliveries(fileId);
    await record(fileId, { type: 'voided', event: delivery?.id });
    expect(await columns()).toEqual(none);

    const known = await record(fileId, { type: 'post_delivered', trackingNumber: ONE, on: '2026-05-13' });
    await confirm(id, sendingId);
    await record(fileId, { type: 'voided', event: known });
    const [posting] = await owner.query<{ id: string }>('SELECT event_id AS id FROM sendings WHERE id = $1', [
      sendingId,
    ]);
    await record(fileId, { type: 'voided', event: posting?.id });
    expect(await columns()).toEqual(none);
  });

  it('discarded and uploaded again is not taken back', async () => {
    const { id } = await receipt(null);
    const twin = await receipt(null);
    await discardReceipt(platform, me, id);
    await owner.query(`UPDATE receipts SET digest = '\\x01' WHERE id = ANY ($1::uuid[])`, [[id, twin.id]]);
    await expect(reopenReceipt(platform, me, id)).rejects.toMatchObject({ status: 409, type: 'receipt_settled' });
    await discardReceipt(platform, me, twin.id);
    await reopenReceipt(platform, me, id);
  });

  it('of a letter that has arrived already is its proof: the day stays', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    await record(fileId, { type: 'post_delivered', trackingNumber: ONE, on: '2026-05-13' });
    const { id, note } = await receipt(ONE);
    expect(note?.en).toContain('13 May 2026');
    await confirm(id, sendingId, '2026-05-15');
    expect(await deliveries(fileId)).toMatchObject([{ on: '2026-05-13' }]);
    expect(await find(id)).toMatchObject({ settled: 'matched', deliveredOn: '2026-05-13' });
    expect((await receipt(ONE)).note?.en).toContain('has a receipt already');
  });

  it('has a day of its own, though the delivery of a later letter without a number was noted by hand', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    await record(fileId, { type: 'documents_requested', on: '2026-05-12', documents: ['rib'] });
    await record(fileId, { type: 'supplement_sent', on: '2026-05-14', method: 'registered_post', documents: ['rib'] });
    await record(fileId, { type: 'post_delivered', on: '2026-05-18' });
    const { id } = await receipt(ONE);
    await confirm(id, sendingId, '2026-05-13');
    expect(await find(id)).toMatchObject({ settled: 'matched', deliveredOn: '2026-05-13' });
    expect((await deliveries(fileId)).map(({ on }) => on).toSorted()).toEqual(['2026-05-13', '2026-05-18']);
  });

  it('cannot have come before its letter left, nor tomorrow, and nothing is written then', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    const { id } = await receipt(ONE);
    await expect(confirm(id, sendingId, '2026-05-10')).rejects.toMatchObject({ type: 'impossible_event' });
    await expect(confirm(id, sendingId, '2026-05-22')).rejects.toMatchObject({ type: 'impossible_event' });
    expect(await deliveries(fileId)).toEqual([]);
    expect((await find(id))?.settled).toBeNull();
  });

  it('of no letter waits, names the letter a misread digit may mean, and finds its own when that is posted', async () => {
    const { sendingId } = await letter('Alba', ONE);
    await letter('Brun', '1A00915829994');
    const { id, sure, candidates } = await receipt('1A00915820381');
    expect(sure).toBe(false);
    expect(candidates[0]).toMatchObject({ sending: { id: sendingId } });
    expect(candidates[0]?.reason.en).toContain('one character');
    await letter('Cole', '1A00915820381', '2026-05-12');
    expect(await find(id)).toMatchObject({ sure: true, candidates: [{ sending: { clientName: 'Zoë Cole' } }] });
  });

  it('names the only letter to a caisse of that week', async () => {
    await letter('Alba', null, '2026-05-11', '24000');
    await letter('Brun', null, '2026-05-12', '74000');
    await letter('Cole', null, '2026-05-13', '74000');
    const { candidates } = await receipt(null);
    expect(candidates.map(({ reason }) => reason.en)).toEqual([
      'The only letter to CPAM de Dordogne posted about 11 May.',
      'Posted on 12 May, and no receipt has come.',
      'Posted on 13 May, and no receipt has come.',
    ]);
  });

  it('is taken back with the delivery it recorded; discarded, it comes back too', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    const { id } = await receipt(ONE);
    await confirm(id, sendingId);
    await reopenReceipt(platform, me, id);
    expect(await deliveries(fileId)).toEqual([]);
    expect(await find(id)).toMatchObject({ settled: null, sure: true });
    await discardReceipt(platform, me, id);
    expect((await find(id))?.settled).toBe('discarded');
    await reopenReceipt(platform, me, id);
    expect((await find(id))?.settled).toBeNull();
  });

  it.each(['confirmed', 'taken back'])(
    'that is %s while its file is written to waits for the file alone',
    async (what) => {
      const { fileId, sendingId } = await letter('Alba', ONE);
      const { id } = await receipt(ONE);
      if (what === 'taken back') await confirm(id, sendingId);
      const { settling } = await platform.database.asAgency(me.agencyId, async (tx) => {
        await lockFile(tx, platform.keys, fileId);
        const begun = what === 'confirmed' ? confirm(id, sendingId) : reopenReceipt(platform, me, id);
        const { pid } = await tx.one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await owner.untilBlockedBy(pid);
        // A voiding goes on from the file to its receipts: were one locked by who waits for the file, neither would end.
        await tx.query('SELECT FROM receipts WHERE agency_id = $1 AND id = $2 FOR UPDATE NOWAIT', [me.agencyId, id]);
        return { settling: begun };
      });
      await settling;
      expect((await find(id))?.settled).toBe(what === 'confirmed' ? 'matched' : null);
    },
  );

  it('and its delivery are taken back by two people at once without either being stopped', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    const { id } = await receipt(ONE);
    for (let round = 0; round < 5; round += 1) {
      await confirm(id, sendingId);
      const [delivery] = await deliveries(fileId);
      const { version } = await readFileView(platform, me, fileId);
      const event = { id: randomUUID(), type: 'voided', event: delivery?.id };
      const voiding = recordEvent(platform, me, fileId, { event, expectedVersion: version, history: true });
      // Whoever comes second may find it done, and is told so; the database ends neither.
      for (const end of await Promise.allSettled([voiding, reopenReceipt(platform, me, id)]))
        if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Problem);
      expect(await deliveries(fileId)).toEqual([]);
      expect((await find(id))?.settled).toBeNull();
    }
  });

  it('that was discarded is erased after a day, row and bytes, and not before', async () => {
    await upload(await receiptScan([{ words: 'Un avis' }, { words: 'Un autre' }]));
    const [gone, kept] = (await box()).receipts;
    if (!gone || !kept) throw new Error('Two receipts were uploaded.');
    const left = () =>
      owner.query<{ id: string }>(
        'SELECT r.id FROM receipts r JOIN stored_objects o ON o.id = r.object_id WHERE r.agency_id = $1',
        [me.agencyId],
      );
    const objects = () => owner.query('SELECT FROM stored_objects WHERE agency_id = $1', [me.agencyId]);
    await discardReceipt(platform, me, gone.id);
    await discardReceipt(platform, me, kept.id);
    await forgetDiscarded(platform);
    expect(await left()).toHaveLength(2);

    const age = (id: string) =>
      owner.query(`UPDATE receipts SET discarded_at = now() - interval '25 hours' WHERE id = $1`, [id]);
    await age(gone.id);
    expect((await box()).receipts.map(({ id }) => id)).toEqual([kept.id]);
    await reopenReceipt(platform, me, kept.id);
    await forgetDiscarded(platform);
    expect(await left()).toEqual([{ id: kept.id }]);
    expect(await objects()).toHaveLength(1);
    await expect(reopenReceipt(platform, me, gone.id)).rejects.toMatchObject({ status: 404 });
    // Taken back, it waits as any other, however long it had been away.
    await age(kept.id);
    await forgetDiscarded(platform);
    expect(await left()).toEqual([{ id: kept.id }]);
    // Discarded again, it has its day anew.
    await discardReceipt(platform, me, kept.id);
    await forgetDiscarded(platform);
    expect(await left()).toEqual([{ id: kept.id }]);
  });

  it('is opened by an address that names its object, and no client', async () => {
    const { fileId, sendingId } = await letter('Alba', ONE);
    const { id, image } = await receipt(ONE);
    await confirm(id, sendingId);
    const { url } = await linkToReceipt(platform, me, id);
    expect(url.split('?')[0]).toBe(image.split('?')[0]);
    expect(Object.fromEntries(new URLSearchParams(url.split('?')[1]))).toMatchObject({
      as: 'inline',
      name: 'receipt-1.jpg',
    });
    expect(url).not.toContain(fileId);
  });

  it('is nobody else’s', async () => {
    await letter('Alba', ONE);
    const { id } = await receipt(ONE);
    const stranger = { ...me, ...(await owner.agency({ demo: true, demoDay: TODAY })) };
    expect(await readReceiptBox(platform, stranger)).toMatchObject({ receipts: [], underWay: [] });
    await expect(discardReceipt(platform, stranger, id)).rejects.toMatchObject({ status: 404 });
    await expect(linkToReceipt(platform, stranger, id)).rejects.toMatchObject({ status: 404 });
  });
});
