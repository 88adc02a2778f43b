import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const found = async (rule: string, of = agencyId) => {
  const { count, files } = await touchedFiles(platform, new SaidInPlans(platform), of, rule);
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

  it('is never another agency’s', async () => {
    expect(await found('identity', strangerId)).toEqual({ count: 0, references: [] });
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

  it('is remembered for whoever reads one rule after the other', async () => {
    const said = new SaidInPlans(platform);
    const [first, again] = [said.of(me.agencyId), said.of(me.agencyId)];
    expect(again).toBe(first);
    expect((await first).among).toBeNull();
  });
});
