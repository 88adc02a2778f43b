import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import type { PostRound } from '@suivi/contracts/post';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { readNumberUse } from './number-use.ts';
import { readPostRound } from './post-round.ts';

const TODAY = '2026-05-21';
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
  await recordEvent(platform, me, fileId, {
    event: { id, on: TODAY, ...event },
    expectedVersion: version,
    history: false,
  });
}

/** A file of which everything is verified: its letter is due. */
async function readyFile(lastName: string, postcode = '24000', adviser: string | null = null) {
  const { id } = await createFile(
    platform,
    me,
    NewFile.parse({
      client: { firstName: 'Zoë', lastName },
      adviser,
      applicant: {
        category: 'employee',
        birthDate: '1985-03-14',
        birthCountry: 'FR',
        nationalities: ['FR'],
        language: 'en',
        arrivedOn: '2026-01-05',
        activityStartsOn: '2026-01-05',
        address: { postcode },
      },
    }),
  );
  const { tasks } = await readFileView(platform, me, id);
  const wanted = (tasks.find(({ kind }) => kind === 'collect_documents')?.payload.documents ?? []) as {
    document: string;
    member: string | null;
  }[];
  for (const { document, member } of wanted) await record(id, { type: 'document_verified', document, member });
  return id;
}
const round = (scope: 'mine' | 'team' = 'mine'): Promise<PostRound> => readPostRound(platform, me, { scope });

describe('the post round', () => {
  it('holds every letter that is due, what it answers, and what blocks a file that is ready', async () => {
    const alba = await readyFile('Alba');
    const gap = await readyFile('Brun', '05000');
    const lille = await readyFile('Cole', '59200');
    const { letters, scopes, today } = await round();
    expect(today).toBe(TODAY);
    expect(letters.map(({ key, blocked, file }) => [file.id, key, blocked])).toEqual([
      [alba, 'registered_post:file:1', null],
      [gap, 'review_file:caisse_address:1', 'no_address'],
      [lille, 'choose_caisse:1', 'choose_caisse'],
    ]);
    expect(scopes).toEqual({ mine: 3, team: 3 });
    expect(letters[0]).toMatchObject({ file: { clientName: 'Zoë Alba', caisse: 'CPAM de Dordogne' } });
    expect(letters[0]?.because.en).not.toBe('');
  });

  it('asks for no address of a file that is far from ready', async () => {
    await createFile(
      platform,
      me,
      NewFile.parse({
        client: { firstName: 'Zoë', lastName: 'Dahl' },
        applicant: {
          category: 'employee',
          birthDate: '1985-03-14',
          birthCountry: 'US',
          nationalities: ['US'],
          language: 'en',
          address: { postcode: '05000' },
        },
      }),
    );
    expect((await round()).letters).toEqual([]);
  });

  it('is one’s own or the team’s, and loses a letter that is posted', async () => {
    const colleague = randomUUID();
    await owner.query(
      `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'adviser', 'Bea', 'b@example.org')`,
      [me.agencyId, colleague],
    );
    const mine = await readyFile('Alba');
    await readyFile('Brun', '24000', colleague);
    expect((await round()).letters.map(({ file }) => file.id)).toEqual([mine]);
    expect((await round('team')).letters).toHaveLength(2);
    await record(mine, { type: 'file_submitted', method: 'registered_post', trackingNumber: '1A00915820380' });
    expect(await round()).toMatchObject({ letters: [], scopes: { mine: 0, team: 1 } });
  });

  it('says that La Poste is not asked without a key', async () => {
    expect((await round()).laPoste).toEqual({ configured: false, heardAt: null, trouble: null });
  });

  it('says whose number one is, in words that name the letter', async () => {
    const alba = await readyFile('Alba');
    await record(alba, { type: 'file_submitted', method: 'registered_post', trackingNumber: '1A00915820380' });
    const { usedBy } = await readNumberUse(platform, me.agencyId, '1a 009 158 2038 0');
    expect(usedBy).toMatchObject({ fileId: alba, clientName: 'Zoë Alba', on: TODAY });
    expect(usedBy?.words.en).toContain('void that posting first');
    expect(await readNumberUse(platform, me.agencyId, '1A00915820397')).toEqual({ usedBy: null });
    expect(await readNumberUse(platform, (await owner.agency()).agencyId, '1A00915820380')).toEqual({ usedBy: null });
  });
});
