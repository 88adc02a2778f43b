import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@suivi/database/test/database';
import { RULES } from '@suivi/rules/register';
import { randomUUID } from 'node:crypto';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { testPlatform } from '../../test/scene.ts';
import type { Platform } from '../platform/platform.ts';
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
  const { count, files } = await touchedFiles(platform, of, rule);
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

  it('are not counted for papers, which are kept sealed', async () => {
    expect(await found('birth_certificate_translation')).toEqual({ count: null, references: [] });
  });

  it('can be asked for with every rule, and with no other', async () => {
    for (const { id } of RULES) await found(id);
    await expect(found('made_up')).rejects.toMatchObject({ status: 422 });
  });
});
