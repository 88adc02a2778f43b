import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { createFile } from './create-file.ts';
import { readFileView } from './file-view.ts';

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
