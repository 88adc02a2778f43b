import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { enterCaisseAddress } from '../caisses/enter-address.ts';
import { listCaisses } from '../caisses/list-caisses.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { createFile } from './create-file.ts';
import { readFileView } from './file-view.ts';
import { recordEvent } from './record-event.ts';

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
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-21' });
  me = { ...agency, name: 'Ada', email: 'ada@example.org', role: 'admin', mayOperate: false, language: 'en' };
});

/** No filing address is known for the Hautes-Alpes. */
const GAP = 'CPAM/CCSS des Hautes-Alpes';
const newFile = (more: Record<string, unknown> = {}, postcode = '05000') =>
  NewFile.parse({
    client: { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org' },
    applicant: {
      category: 'employee',
      birthDate: '1990-01-01',
      birthCountry: 'US',
      nationalities: ['US'],
      language: 'en',
      address: { postcode, city: 'Gap' },
    },
    ...more,
  });
const files = async () => (await owner.query('SELECT FROM files WHERE agency_id = $1', [me.agencyId])).length;
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error : null),
  );

describe('a new file', () => {
  it('is opened today, planned, and has the agency’s next reference', async () => {
    const made = [await createFile(platform, me, newFile()), await createFile(platform, me, newFile())];
    expect(made.map(({ reference }) => reference)).toEqual(['F-0001', 'F-0002']);
    const view = await readFileView(platform, me, made[0]?.id ?? '');
    expect(view).toMatchObject({ version: 0, input: { openedOn: '2026-05-21' }, adviser: { userId: me.userId } });
    expect(view.tasks.map(({ key }) => key)).toContain('collect_documents:1');
    expect(view.messages.map(({ key }) => key)).toContain('email:welcome:1');
  });

  it('is made once, however often the same request comes', async () => {
    const twins = await Promise.all([1, 2, 3].map(() => createFile(platform, me, newFile(), 'key-1')));
    expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
    expect(await files()).toBe(1);
    expect(await problemOf(createFile(platform, me, newFile({ reference: 'X' }), 'key-1'))).toMatchObject({
      status: 422,
      type: 'idempotency_key_reused',
    });
  });

  it('takes no reference twice', async () => {
    await createFile(platform, me, newFile({ reference: '2026-001' }));
    expect(await problemOf(createFile(platform, me, newFile({ reference: '2026-001' })))).toMatchObject({
      status: 409,
      type: 'reference_taken',
    });
    expect(await files()).toBe(1);
  });

  it.each([
    [
      'a social security number in the street',
      { client: { firstName: 'A', lastName: 'B', street: '2 55 08 14 168 025 38' } },
      'client.street',
    ],
    ['an adviser of nowhere', { adviser: '0193e7a0-0000-7000-8000-00000000abcd' }, 'adviser'],
  ])('is refused with %s, and nothing is made', async (_name, more, path) => {
    const problem = await problemOf(createFile(platform, me, newFile(more)));
    expect([problem?.status, problem?.details.errors?.[0]?.path]).toEqual([422, path]);
    expect(await files()).toBe(0);
  });

  it('says everything that the rules find wrong with it', async () => {
    const asked = newFile();
    const problem = await problemOf(
      createFile(platform, me, {
        ...asked,
        applicant: { ...asked.applicant, caisse: 'CPAM de Paris', birthDate: '2027-01-01' as never },
      }),
    );
    expect(problem).toMatchObject({ status: 422, type: 'invalid_file' });
    expect(problem?.details.errors?.map(({ path }) => path).sort()).toEqual([
      'applicant.birthDate',
      'applicant.caisse',
    ]);
  });
});

describe('a filing address that an admin enters', () => {
  const lines = ['CPAM/CCSS des Hautes-Alpes', '10 boulevard Georges-Pompidou', '05000 Gap'];

  it('reaches every unsent file of the caisse, those made later too, and no other agency', async () => {
    const { id } = await createFile(platform, me, newFile());
    await createFile(platform, me, newFile({}, '24000'));
    const taskKeys = async (fileId: string) =>
      (await readFileView(platform, me, fileId)).tasks.filter(({ state }) => state === 'open').map(({ key }) => key);
    expect(await taskKeys(id)).toContain('review_file:caisse_address:1');
    expect(await enterCaisseAddress(platform, me, GAP, lines)).toEqual({ files: 1 });
    expect(await taskKeys(id)).not.toContain('review_file:caisse_address:1');
    expect((await readFileView(platform, me, id)).events).toMatchObject([
      { type: 'applicant_changed', event: { changes: { caisseAddress: lines } } },
    ]);
    const { id: later } = await createFile(platform, me, newFile());
    expect(await taskKeys(later)).not.toContain('review_file:caisse_address:1');
    const addressIn = async (agencyId: string) =>
      (await listCaisses(platform, agencyId)).find(({ shortName }) => shortName === GAP);
    expect(await addressIn(me.agencyId)).toMatchObject({ address: lines, correctedBy: 'Ada Viser' });
    expect(await addressIn((await owner.agency()).agencyId)).toMatchObject({ address: null, correctedBy: null });
  });

  it('is entered while others correct it and record events on its files', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => createFile(platform, me, newFile())));
    const event = () => ({ id: randomUUID(), type: 'document_received', on: '2026-05-21', document: 'rib' });
    const answers = await Promise.all([
      enterCaisseAddress(platform, me, GAP, lines),
      enterCaisseAddress(platform, me, GAP, [...lines.slice(0, 2), '05007 Gap']),
      ...made.map(({ id }) =>
        recordEvent(platform, me, id, { event: event(), expectedVersion: 0, history: false }).catch(
          (error: unknown) => error instanceof Problem && error.type,
        ),
      ),
    ]);
    expect(answers.slice(0, 2)).toEqual([{ files: 6 }, { files: 6 }]);
    expect(answers.every((answer) => answer === 'stale_file' || typeof answer === 'object')).toBe(true);
  });

  it('is refused for a caisse that there is none', async () => {
    expect(await problemOf(enterCaisseAddress(platform, me, 'CPAM de Nulle-Part', lines))).toMatchObject({
      status: 404,
    });
  });
});
