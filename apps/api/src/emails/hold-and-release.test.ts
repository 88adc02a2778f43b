import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ChangeClient, NewFile, RecordEvent } from '@suivi/contracts/files';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { changeClient } from '../files/change-client.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import { lockFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { holdMessage, releaseMessage, resendMessage } from './hold-and-release.ts';
import { readMessageText } from './message-text.ts';

const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let fileId: string;
const applicant = {
  category: 'employee',
  birthDate: '1990-01-01',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  address: { postcode: '24000' },
};
const client = { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org' };

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
beforeEach(async () => {
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'adviser', mayOperate: false, language: 'en' };
  fileId = (await createFile(platform, me, NewFile.parse({ client, applicant }))).id;
});

const message = async (key = 'email:welcome:1') => {
  const found = (await readFileView(platform, me, fileId)).messages.find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const put = (state: string) => owner.query('UPDATE messages SET state = $2 WHERE agency_id = $1', [me.agencyId, state]);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.type}` : error),
  );

describe('a planned email', () => {
  it('is held and released by the same person', async () => {
    const { id } = await message();
    await holdMessage(platform, me, id);
    expect(await message()).toMatchObject({
      state: 'held',
      heldBy: 'Ada Viser',
      reason: { en: expect.stringContaining('Held by hand') },
    });
    await releaseMessage(platform, me, id);
    expect(await message()).toMatchObject({ state: 'planned', heldBy: null, reason: null });
  });

  it('is held after whoever plans its file at this moment, who would else write over it', async () => {
    const { id } = await message();
    const holding = await platform.database.asAgency(me.agencyId, async (tx) => {
      await lockFile(tx, platform.keys, fileId);
      const held = holdMessage(platform, me, id);
      expect(await Promise.race([held, wait(200, 'waits')])).toBe('waits');
      return { held };
    });
    await holding.held;
    expect((await message()).state).toBe('held');
  });

  it('that somebody else held is released by a lead alone', async () => {
    const { id } = await message();
    await holdMessage(platform, me, id);
    const other = { ...me, userId: randomUUID() };
    expect(await refusal(releaseMessage(platform, other, id))).toBe('403 not_allowed');
    expect(await refusal(releaseMessage(platform, { ...other, role: 'lead' }, id))).toBeNull();
  });

  it.each(['sending', 'sent', 'failed', 'uncertain', 'cancelled'])(
    'cannot be held any more once it is %s',
    async (state) => {
      await put(state);
      expect(await refusal(holdMessage(platform, me, (await message()).id))).toBe('409 message_not_waiting');
    },
  );

  it('that nobody of the agency holds is seen to come back held, while its file is closed', async () => {
    const KEY = 'email:documents_reminder:1';
    const { id } = await message(KEY);
    await holdMessage(platform, me, id);
    // As the demo's files are made.
    await owner.query('UPDATE messages SET held_by = NULL WHERE id = $1', [id]);
    const record = (event: object, expectedVersion: number) =>
      recordEvent(platform, me, fileId, RecordEvent.parse({ event: { id: randomUUID(), ...event }, expectedVersion }));
    const withdrawn = randomUUID();
    await record({ id: withdrawn, type: 'withdrawn', on: '2026-05-21' }, 0);
    expect(await message(KEY)).toMatchObject({
      state: 'cancelled',
      heldReason: 'by_person',
      heldBy: null,
      reason: null,
    });
    await record({ type: 'voided', event: withdrawn }, 1);
    expect(await message(KEY)).toMatchObject({ state: 'held', heldReason: 'by_person', heldBy: null });
  });

  it('that is cancelled is said to be so, and not to be held any more', async () => {
    await put('cancelled');
    const refused: unknown = await holdMessage(platform, me, (await message()).id).catch((error: unknown) => error);
    expect(refused instanceof Problem && refused.body('fr').detail).toBe(
      'L’envoi de ce courriel a échoué, ou il est annulé\u00a0: il ne peut plus être retenu.',
    );
  });

  it('that left weeks ago is not said to have left just now', async () => {
    const { id } = await message();
    await owner.query(`UPDATE messages SET state = 'sent', sent_at = now() - interval '21 days' WHERE id = $1`, [id]);
    for (const asked of [holdMessage, releaseMessage]) {
      const refused: unknown = await asked(platform, me, id).catch((error: unknown) => error);
      expect(refused instanceof Problem && [refused.body('en').detail, refused.body('fr').detail]).toEqual([
        'This email has left, or is leaving. The file’s page shows it as it was sent.',
        'Ce courriel est parti, ou part en ce moment. La page du dossier le montre tel qu’il a été envoyé.',
      ]);
    }
  });

  it('is written as it would leave today', async () => {
    const text = await readMessageText(platform, me.agencyId, (await message()).id);
    expect(text).toMatchObject({ asSent: false, language: 'en', missing: [] });
    expect(text.subject.length).toBeGreaterThan(5);
    expect(text.text).toContain('Carol');
  });
});

describe('an email that is', () => {
  it('uncertain is sent again once', async () => {
    await put('uncertain');
    const { id } = await message();
    await resendMessage(platform, me, id);
    expect(await message()).toMatchObject({ state: 'queued', resent: true });
    expect(
      await owner.query(`SELECT FROM outbox WHERE agency_id = $1 AND job = 'emails.send'`, [me.agencyId]),
    ).toHaveLength(1);
    await put('uncertain');
    expect(await refusal(resendMessage(platform, me, id))).toBe('409 message_not_waiting');
  });

  it('on its way, or sent, is not sent again', async () => {
    for (const state of ['planned', 'queued', 'sending', 'sent', 'cancelled']) {
      await put(state);
      expect(await refusal(resendMessage(platform, me, (await message()).id))).toBe('409 message_not_waiting');
    }
  });
});

describe('a client without an address', () => {
  it('gets an email that waits, says why, and leaves once there is one', async () => {
    fileId = (await createFile(platform, me, NewFile.parse({ client: { ...client, email: null }, applicant }))).id;
    const { id } = await message();
    expect(await message()).toMatchObject({ state: 'held', reason: { en: expect.stringContaining('email address') } });
    expect(await refusal(releaseMessage(platform, { ...me, role: 'admin' }, id))).toBe('409 message_not_waiting');
    await changeClient(platform, me, fileId, { client: { email: 'carol@example.org' }, expectedVersion: 0 });
    expect(await message()).toMatchObject({ state: 'planned', reason: null });
  });

  it('is not changed by somebody who saw another version, nor to hold a social security number', async () => {
    const change = (client: object, expectedVersion: number) =>
      refusal(changeClient(platform, me, fileId, { client, expectedVersion }));
    expect(await change({ street: 'x' }, 3)).toBe('409 stale_file');
    expect(await change({ street: '2 55 08 14 168 025 38' }, 0)).toBe('422 invalid_request');
    expect(await change({ street: '3 rue Haute', lastName: 'Washburn-Lee' }, 0)).toBeNull();
    expect((await readFileView(platform, me, fileId)).client).toMatchObject({
      lastName: 'Washburn-Lee',
      street: '3 rue Haute',
      email: 'carol@example.org',
    });
    // What comes over the wire and leaves a field out leaves it as it is.
    const telephone = ChangeClient.parse({ client: { telephone: '06 12 34 56 78' }, expectedVersion: 0 });
    expect(await refusal(changeClient(platform, me, fileId, telephone))).toBeNull();
    expect((await readFileView(platform, me, fileId)).client).toEqual({
      firstName: 'Carol',
      lastName: 'Washburn-Lee',
      street: '3 rue Haute',
      email: 'carol@example.org',
      telephone: '06 12 34 56 78',
    });
    const [row] = await owner.query<{ text: string }>('SELECT search_text AS text FROM files WHERE id = $1', [fileId]);
    expect(row?.text).toContain('washburn lee');
  });
});
