import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ArrivalsPreview } from '@suivi/contracts/arrivals';
import { ARRIVALS, PreviewArrivals } from '@suivi/contracts/arrivals';
import { NewFile } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { previewArrivals } from './preview-arrivals.ts';

const TODAY = '2026-05-21' as Day;
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

type Sent = { type: string; on: string; [more: string]: unknown };
const WITH_CPAM: Sent[] = [
  { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
  { type: 'post_delivered', on: '2026-04-21' },
];
const DELIVERED: Sent[] = [...WITH_CPAM, { type: 'card_received', on: '2026-05-20' }];

async function aFile(lastName: string, events: Sent[] = []): Promise<string> {
  const { id } = await createFile(
    platform,
    me,
    NewFile.parse({
      client: { firstName: 'Test', lastName, email: `${lastName}@example.org` },
      applicant: {
        category: 'employee',
        birthDate: '1985-03-14',
        birthCountry: 'IE',
        nationalities: ['IE'],
        language: 'en',
        arrivedOn: '2026-01-05',
        activityStartsOn: '2026-01-05',
        address: { postcode: '24000', city: 'Périgueux' },
        birthCertificate: { country: 'IE', language: 'en' },
      },
    }),
  );
  for (const [n, event] of events.entries())
    await recordEvent(platform, me, id, {
      event: { id: randomUUID(), ...event },
      expectedVersion: n,
      history: true,
    });
  return id;
}

const came = (type: string, more: object = {}) => ({ id: randomUUID(), type, on: TODAY, ...more });
const preview = (fileId: string, ...events: object[]): Promise<ArrivalsPreview> =>
  previewArrivals(platform, me, PreviewArrivals.parse({ fileId, events }));

describe('what came for a file', () => {
  it('is foreseen in its order, each with what all of them cause so far', async () => {
    const id = await aFile('Both', WITH_CPAM);
    const before = await readFileView(platform, me, id);
    const { today, lines } = await preview(
      id,
      came('provisional_number_received'),
      came('attestation_received'),
      came('social_security_number_received'),
    );
    expect(today).toBe(TODAY);
    expect(lines.map(({ leftOut }) => leftOut)).toEqual([null, null, null]);
    expect(lines.map(({ effect }) => effect?.stage)).toEqual([
      { from: 'with_cpam', to: 'rights_open' },
      { from: 'with_cpam', to: 'rights_open' },
      { from: 'with_cpam', to: 'number_issued' },
    ]);
    expect(lines[0]?.effect?.emails.map(({ template }) => template)).toContain('rights_open');
    const after = await readFileView(platform, me, id);
    expect(after.version).toBe(before.version);
    expect(after.input).toEqual(before.input);
  });

  it('says why it cannot be, and looks at the next as if it had not been named', async () => {
    const id = await aFile('Unposted');
    const { lines } = await preview(
      id,
      came('post_delivered'),
      came('provisional_number_received', { on: '2026-05-22' }),
      came('attestation_received'),
    );
    expect(lines.map(({ leftOut }) => leftOut?.en ?? null)).toEqual([
      'No registered letter was posted by that day. Record the posting first.',
      '22 May 2026 is tomorrow. Record it when it has happened.',
      null,
    ]);
    expect(lines[2]?.effect?.stage.to).toBe('rights_open');
  });

  it('is not taken twice, in one list or after it was recorded', async () => {
    const id = await aFile('Twice', WITH_CPAM);
    const card = came('card_ordered', { method: 'online' });
    const { lines } = await preview(id, card, { ...card, id: randomUUID() });
    expect(lines.map(({ leftOut }) => leftOut?.en.slice(0, 42) ?? null)).toEqual([
      null,
      'The very same is recorded already for 21 M',
    ]);
  });

  it('may come for a file that is closed', async () => {
    const id = await aFile('Closed', DELIVERED);
    const { lines } = await preview(id, came('card_lost'));
    expect(lines[0]).toMatchObject({
      leftOut: null,
      effect: { stage: { from: 'card_delivered', to: 'number_issued' } },
    });
  });

  it('lacking a detail, holding a number, or of a stranger’s file, is refused as a whole', async () => {
    const id = await aFile('Refused', WITH_CPAM);
    await expect(preview(id, came('card_ordered'))).rejects.toMatchObject({ status: 422, type: 'invalid_event' });
    await expect(preview(id, came('attestation_received', { note: '2 58 03 99 404 123 38' }))).rejects.toMatchObject({
      status: 422,
    });
    const own = me;
    me = { ...me, ...(await owner.agency({ demo: true, demoDay: TODAY })) };
    await expect(preview(id, came('attestation_received'))).rejects.toMatchObject({ status: 404 });
    me = own;
  });

  it.each(ARRIVALS.filter((type) => type !== 'card_ordered'))('%s needs no more than its day', async (type) => {
    const id = await aFile('Bare', WITH_CPAM);
    const { lines } = await preview(id, came(type));
    // It may come too early for this file; nothing is missing in it.
    expect(lines).toHaveLength(1);
  });
});
