import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@suivi/database/test/database';
import { NewFile } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { RULES } from '@suivi/rules/register';
import { randomUUID } from 'node:crypto';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { newFile, Scene, testPlatform } from '../../test/scene.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { SaidInPlans } from './said-in-plans.ts';
import { touchedFiles } from './touched-files.ts';

let database: TestDatabase;
let owner: Owner;
let platform: Platform;
let agencyId: string;
let strangerId: string;

async function add(
  of: string,
  reference: string,
  { closed = false, category = 'resident', stage = 'with_cpam', tasks = [], messages = [], deadlines = [] }: Rows,
) {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, category, language, stage, step, closed,
       applicant_sealed, client_sealed, rules_version)
     VALUES ($1, $2, $3, '2026-01-01', 'Carol', $3, '', $5, 'en', $6, 3, $4, '', '', 'test')`,
    [of, id, reference, closed, category, stage],
  );
  for (const [key, source, state = 'open'] of tasks)
    await owner.query(
      `INSERT INTO tasks (agency_id, id, file_id, key, kind, state, due_on, source, sealed) VALUES ($1, $2, $3, $4, $5, $6, '2026-05-21', $7, '')`,
      [of, randomUUID(), id, key, key.split(':')[0], state, source],
    );
  for (const [key, state] of messages)
    await owner.query(
      `INSERT INTO messages (agency_id, id, file_id, key, template, state, send_on, send_at, sealed, message_id)
       VALUES ($1, $2, $3, $4, $5, $6, '2026-05-21', now(), '', $7)`,
      [of, randomUUID(), id, key, key.split(':')[1], state, randomUUID()],
    );
  for (const [key, source] of deadlines)
    await owner.query(
      `INSERT INTO deadlines (agency_id, id, file_id, key, kind, "on", source, sealed) VALUES ($1, $2, $3, $4, $5, '2026-05-21', $6, '')`,
      [of, randomUUID(), id, key, key.split(':')[1], source],
    );
}
type Rows = {
  closed?: boolean;
  category?: string;
  stage?: string;
  tasks?: [key: string, source: string, state?: string][];
  messages?: [key: string, state: string][];
  deadlines?: [key: string, source: string][];
};

const found = async (rule: string, of = agencyId, said = new SaidInPlans(platform)) => {
  const { count, files } = await touchedFiles(platform, said, of, rule);
  return { count, references: files.map(({ reference }) => reference) };
};

beforeAll(async () => {
  database = await ownDatabase();
  owner = new Owner(database.owner);
  platform = await testPlatform(database, 'smtp://127.0.0.1:1');
  agencyId = (await owner.agency()).agencyId;
  strangerId = (await owner.agency()).agencyId;
  await add(agencyId, 'F-0001', { tasks: [['call_3646:with_cpam:1', 'playbook']] });
  await add(agencyId, 'F-0002', { tasks: [['call_3646:with_cpam:2', 'playbook', 'done']] });
  await add(agencyId, 'F-0003', { closed: true, tasks: [['call_3646:with_cpam:1', 'playbook']] });
  await add(agencyId, 'F-0004', { deadlines: [['deadline:silence:1', 'service-public/F32388']] });
  await add(agencyId, 'F-0005', {
    messages: [
      ['email:documents_reminder:supplement:1:1', 'planned'],
      ['email:still_waiting:2', 'sent'],
    ],
  });
  await add(agencyId, 'F-0006', { tasks: [['registered_post:file:2', 'laposte/recommande']] });
  await add(agencyId, 'F-0007', { category: 'student', stage: 'gathering_documents' });
  await add(agencyId, 'F-0008', { category: 'student', stage: 'with_cpam' });
  await add(strangerId, 'F-0001', { tasks: [['call_3646:with_cpam:1', 'playbook']] });
}, 120_000);

afterAll(async () => {
  await platform.database.close();
  await owner.close();
  await database.drop();
});

describe('the files a rule touches', () => {
  it('are the open ones in whose plan it stands, of one’s own agency', async () => {
    expect(await found('first_call')).toEqual({ count: 1, references: ['F-0001'] });
    expect(await found('first_call', strangerId)).toEqual({ count: 1, references: ['F-0001'] });
    expect(await found('two_months_silence')).toEqual({ count: 1, references: ['F-0004'] });
  });

  it('are found by what is still to come, not by what has left', async () => {
    expect(await found('still_waiting')).toEqual({ count: 0, references: [] });
  });

  it('belong to the rule that names them best, and stand on its sources', async () => {
    expect(await found('cpam_asks')).toEqual({ count: 1, references: ['F-0005'] });
    expect(await found('documents_reminders')).toEqual({ count: 0, references: [] });
    expect(await found('at_the_counter')).toEqual({ count: 1, references: ['F-0006'] });
    expect(await found('post_the_file')).toEqual({ count: 0, references: [] });
  });

  it('are those not yet sent, where the category alone decides', async () => {
    expect(await found('enrolment_certificate')).toEqual({ count: 1, references: ['F-0007'] });
    expect(await found('studies_open_the_right')).toEqual({ count: 1, references: ['F-0007'] });
  });

  it('are not counted for what puts nothing into a plan', async () => {
    expect(await found('working_days')).toEqual({ count: null, references: [] });
  });

  it('can be asked for with every rule, and with no other', async () => {
    for (const { id } of RULES) await found(id);
    await expect(found('made_up')).rejects.toMatchObject({ status: 422 });
  });
});

describe('what only a plan tells, of papers, warnings, the first day and the caisse', () => {
  const applicant = { ...newFile(null).applicant, arrivedOn: '2026-04-07' };
  let me: Colleague;
  const create = async (reference: string, more: object) => {
    const file = { ...newFile(null), reference, applicant: { ...applicant, ...more } };
    return (await createFile(platform, me, NewFile.parse(file))).id;
  };

  beforeAll(async () => {
    ({ me } = await Scene.set(platform, owner, { demo: true, demoDay: '2026-05-21' }));
    const birthCertificate = { country: 'US', language: 'en' };
    await create('P-0001', { birthCertificate });
    await create('P-0002', { birthCertificate: { country: 'CA', language: 'fr' } });
    const sent = await create('P-0003', { birthCertificate });
    const event = { id: randomUUID(), type: 'file_submitted', on: '2026-05-21' as Day, method: 'appointment' } as const;
    await recordEvent(platform, me, sent, { event, expectedVersion: 0, history: false });
  });

  it('is counted in the files that have not passed the step for which it is asked', async () => {
    expect(await found('birth_certificate_translation', me.agencyId)).toEqual({ count: 1, references: ['P-0001'] });
    expect(await found('identity', me.agencyId)).toEqual({ count: 2, references: ['P-0001', 'P-0002'] });
    expect(await found('photo', me.agencyId)).toEqual({ count: 3, references: ['P-0001', 'P-0002', 'P-0003'] });
    expect(await found('enrolment_certificate', me.agencyId)).toEqual({ count: 0, references: [] });
  });

  it('is counted together with what stands in rows, each file once', async () => {
    // Two by the first day; the third was sent too early.
    expect(await found('three_months_and_a_day', me.agencyId)).toMatchObject({ count: 3 });
    expect(await found('caisse_of_the_home', me.agencyId)).toMatchObject({ count: 2 });
    expect(await found('contribution', me.agencyId)).toMatchObject({ count: 3 });
  });

  it('is never another agency’s, whichever is asked for first', async () => {
    const [mine, nothing] = [
      { count: 2, references: ['P-0001', 'P-0002'] },
      { count: 0, references: [] },
    ];
    const said = new SaidInPlans(platform);
    expect(await found('identity', me.agencyId, said)).toEqual(mine);
    expect(await found('identity', strangerId, said)).toEqual(nothing);
    expect(await found('identity', me.agencyId, said)).toEqual(mine);
    const otherWay = new SaidInPlans(platform);
    expect(await found('identity', strangerId, otherWay)).toEqual(nothing);
    expect(await found('identity', me.agencyId, otherWay)).toEqual(mine);
  });

  it('is shown with the names of now, without what was closed since it was counted', async () => {
    const { me } = await Scene.set(platform, owner, { demo: true, demoDay: '2026-05-21' });
    const ids = [];
    for (const reference of ['S-0001', 'S-0002'])
      ids.push((await createFile(platform, me, NewFile.parse({ ...newFile(null), reference }))).id);
    const said = new SaidInPlans(platform);
    const identity = () => touchedFiles(platform, said, me.agencyId, 'identity');
    expect(await identity()).toMatchObject({ count: 2, files: [{ clientName: 'Zoë Example' }, {}] });
    expect(JSON.stringify([...(await said.of(me.agencyId)).byRule])).not.toMatch(/Zoë|S-000/);
    await owner.query(`UPDATE files SET last_name = 'Married' WHERE id = $1`, [ids[0]]);
    await owner.query('UPDATE files SET closed = true WHERE id = $1', [ids[1]]);
    expect(await identity()).toEqual({
      count: 1,
      among: null,
      files: [{ id: ids[0], reference: 'S-0001', clientName: 'Zoë Married' }],
    });
  });

  it('is remembered for whoever reads one rule after the other, for a minute from when it was read', async () => {
    const said = new SaidInPlans(platform);
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    try {
      const first = said.of(me.agencyId);
      vi.setSystemTime(90_000);
      // Whoever asks while it is being read waits for the same.
      expect(said.of(me.agencyId)).toBe(first);
      await first;
      vi.setSystemTime(149_999);
      expect(said.of(me.agencyId)).toBe(first);
      vi.setSystemTime(150_000);
      const second = said.of(me.agencyId);
      expect(second).not.toBe(first);
      expect(await second).toEqual(await first);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not remembered when it could not be read', async () => {
    const said = new SaidInPlans(platform);
    const first = said.of('no agency');
    await expect(first).rejects.toThrow();
    const second = said.of('no agency');
    expect(second).not.toBe(first);
    await expect(second).rejects.toThrow();
  });

  it('is counted among so many files, the first by reference, and says so where there are more', async () => {
    const among = async (filesAtMost: number) => {
      const said = new SaidInPlans(platform, { filesAtMost });
      const { count, among, files } = await touchedFiles(platform, said, me.agencyId, 'photo');
      return { count, among, references: files.map(({ reference }) => reference) };
    };
    expect(await among(2)).toEqual({ count: 2, among: 2, references: ['P-0001', 'P-0002'] });
    expect(await among(3)).toEqual({ count: 3, among: null, references: ['P-0001', 'P-0002', 'P-0003'] });
  });

  it('is counted past a file that is broken', async () => {
    const { me } = await Scene.set(platform, owner, { demo: true, demoDay: '2026-05-21' });
    for (const reference of ['B-0001', 'B-0002', 'B-0003'])
      await createFile(platform, me, NewFile.parse({ ...newFile(null), reference }));
    await owner.query(`UPDATE files SET applicant_sealed = '' WHERE agency_id = $1 AND reference = 'B-0002'`, [
      me.agencyId,
    ]);
    expect(await found('identity', me.agencyId)).toEqual({ count: 2, references: ['B-0001', 'B-0003'] });
  });
});
