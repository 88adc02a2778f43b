import type { Tx } from '@suivi/database/database';
import type { Rehearsal } from '@suivi/contracts/playbook';
import { NewFile, RecordEvent } from '@suivi/contracts/files';
import type { TestDatabase } from '@suivi/database/test/database';
import { RULES_VERSION } from '@suivi/rules/plan';
import { defaultPlaybook } from '@suivi/rules/playbook';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { testPlatform } from '../../test/scene.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { recordEvent } from '../files/record-event.ts';
import { reviewFile } from '../files/review-file.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { publishPlaybook } from './publish-playbook.ts';
import { readPlaybook } from './read-playbook.ts';
import { readRehearsalView } from './rehearsal-record.ts';
import { runRehearsal } from './run-rehearsal.ts';
import { startRehearsal } from './start-rehearsal.ts';

let database: TestDatabase;
let owner: Owner;
let platform: Platform;
let lead: Colleague;

beforeAll(async () => {
  database = await ownDatabase();
  owner = new Owner(database.owner);
  platform = await testPlatform(database, 'smtp://127.0.0.1:1');
}, 120_000);
afterAll(async () => {
  await platform.database.close();
  await owner.close();
  await database.drop();
});
beforeEach(async () => {
  lead = await colleague();
});

async function colleague(): Promise<Colleague> {
  const agency = await owner.agency({ demo: true, demoDay: '2026-05-11' });
  return { ...agency, name: 'Ada Viser', email: 'ada@example.org', role: 'lead', mayOperate: false, language: 'en' };
}
const moveTo = (day: string, me = lead) =>
  owner.query('UPDATE agencies SET demo_day = $2 WHERE id = $1', [me.agencyId, day]);

/** A file that the caisse received on 13 May 2026, seen on 1 June. */
async function waitingFile(me = lead, lastName = 'Washburn'): Promise<string> {
  await moveTo('2026-05-11', me);
  const { id } = await createFile(
    platform,
    me,
    NewFile.parse({
      client: { firstName: 'Carol', lastName, email: 'carol@example.org' },
      applicant: {
        category: 'resident',
        birthDate: '1961-04-12',
        birthCountry: 'US',
        nationalities: ['US'],
        language: 'en',
        arrivedOn: '2026-01-15',
        formerlyInsuredInFrance: true,
        address: { postcode: '24000' },
      },
    }),
  );
  const record = (event: object, expectedVersion: number) =>
    recordEvent(platform, me, id, RecordEvent.parse({ event: { id: randomUUID(), ...event }, expectedVersion }));
  await record({ type: 'file_submitted', on: '2026-05-11', method: 'registered_post' }, 0);
  await moveTo('2026-05-13', me);
  await record({ type: 'post_delivered', on: '2026-05-13' }, 1);
  await moveTo('2026-06-01', me);
  await reviewFile(platform, me.agencyId, id);
  await owner.query(
    `UPDATE messages SET state = 'sent', sent_at = now() WHERE file_id = $1 AND send_on < '2026-06-01'`,
    [id],
  );
  return id;
}

async function rehearsed(settings: Record<string, unknown>, me = lead): Promise<Rehearsal> {
  const id = await startRehearsal(platform, me, settings);
  await runRehearsal(platform, me.agencyId, id);
  return readRehearsalView(platform, me.agencyId, id);
}
const seenOf = ({ result }: Rehearsal) => ({
  changed: result?.changed ?? -1,
  emailsNow: result?.emails.now ?? -1,
});
const publish = (rehearsal: Rehearsal, expectedVersion = rehearsal.baseVersion, me = lead) =>
  publishPlaybook(platform, me, { rehearsal: rehearsal.id, expectedVersion, seen: seenOf(rehearsal) });

const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error('It was not refused.');
  return error.body('en');
};

const taskDay = async (fileId: string, key: string) =>
  (
    await owner.query<{ due: string }>(`SELECT due_on::text AS due FROM tasks WHERE file_id = $1 AND key = $2`, [
      fileId,
      key,
    ])
  )[0]?.due;
const fileRow = async (id: string) =>
  (
    await owner.query<{ playbook: number; marked: boolean; rules: string }>(
      `SELECT playbook_version AS playbook, review_marked_at IS NOT NULL AS marked, rules_version AS rules FROM files WHERE id = $1`,
      [id],
    )
  )[0];

/** Everything an agency has, but for the trial itself and its job. */
async function everything(agencyId: string): Promise<string> {
  const tables = ['files', 'events', 'tasks', 'messages', 'deadlines', 'playbooks', 'audit', 'failures', 'agencies'];
  const parts = [];
  for (const name of tables)
    parts.push(
      await owner.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE ${name === 'agencies' ? 'id' : 'agency_id'} = $1 ORDER BY 1`,
        [agencyId],
      ),
    );
  return JSON.stringify(parts);
}

describe('the playbook of an agency', () => {
  it('begins as version 0, which nobody published', async () => {
    expect(await readPlaybook(platform, lead.agencyId)).toEqual({
      present: { version: 0, settings: defaultPlaybook, publishedBy: null, publishedAt: null },
      history: [{ version: 0, settings: defaultPlaybook, publishedBy: null, publishedAt: null }],
      rulesVersion: RULES_VERSION,
      openFiles: 0,
      behind: 0,
      marked: 0,
    });
  });

  it('can be tried where there is no file', async () => {
    const { state, result, progress } = await rehearsed({ firstCallAfterDays: 21 });
    expect([state, result?.files, result?.changed, progress]).toEqual(['done', 0, 0, { done: 0, of: 0 }]);
  });
});

describe('a trial', () => {
  it('says in words and counts what would become of the open files, and changes nothing', async () => {
    const id = await waitingFile();
    const before = await everything(lead.agencyId);
    const { state, stalled, result, progress, settings } = await rehearsed({ firstCallAfterDays: 20 });
    expect(await everything(lead.agencyId)).toBe(before);
    expect([state, stalled, progress]).toEqual(['done', false, { done: 1, of: 1 }]);
    expect(settings).toEqual({ ...defaultPlaybook, firstCallAfterDays: 20 });
    expect(result).toMatchObject({
      files: 1,
      changed: 1,
      broken: 0,
      tasks: { added: 0, dropped: 0, moved: 1 },
      emails: { added: 0, dropped: 0, moved: 0, now: 0 },
      deadlines: { added: 0, dropped: 0, moved: 0 },
      kinds: [{ of: 'task', name: { en: 'Call 3646' }, moved: 1 }],
      samples: [{ fileId: id, clientName: 'Carol Washburn', more: 0 }],
    });
    expect(result?.samples[0]?.lines).toEqual([
      { en: 'Call 3646: 2 June instead of 12 June', fr: 'Appeler le 3646 : 2 juin au lieu du 12 juin' },
    ]);
  });

  it('of the settings that hold finds no change', async () => {
    await waitingFile();
    const { result } = await rehearsed({});
    expect([result?.files, result?.changed, result?.samples]).toEqual([1, 0, []]);
  });

  it('counts the emails that would leave at once, those left out for a newer one, and those held', async () => {
    await waitingFile();
    const soon = await rehearsed({ stillWaitingEveryDays: 14 });
    expect(soon.result?.emails).toMatchObject({ now: 1, skipped: 0, held: 0 });
    expect(soon.result?.samples[0]?.lines[0]?.en).toBe(
      'Email “Still waiting no. 1”: leaves at once, its day was 27 May',
    );
    await moveTo('2026-06-11');
    const two = await rehearsed({ stillWaitingEveryDays: 14 });
    expect(two.result?.emails).toMatchObject({ now: 1, skipped: 1, held: 0 });
    await moveTo('2026-06-09');
    const held = await rehearsed({ stillWaitingEveryDays: 14 });
    expect(held.result?.emails).toMatchObject({ now: 0, skipped: 0, held: 1 });
  });

  it('leaves a late email out for a newer one that waits for a person because it is late', async () => {
    const id = await waitingFile();
    await moveTo('2026-06-11');
    await owner.query(
      `UPDATE messages SET state = 'held', held_reason = 'late' WHERE file_id = $1 AND key = 'email:still_waiting:2'`,
      [id],
    );
    const { result } = await rehearsed({ stillWaitingEveryDays: 14 });
    expect(result?.emails).toMatchObject({ now: 0, skipped: 1, held: 0 });
  });

  it('counts no email as leaving that a person holds before it is planned', async () => {
    const id = await waitingFile();
    // Held ahead, then taken out of the plan.
    await owner.query(`DELETE FROM messages WHERE file_id = $1 AND key = 'email:still_waiting:1'`, [id]);
    await owner.query(
      `INSERT INTO foreseen (agency_id, id, file_id, key, what, "on", away, held_by)
       VALUES ($1, gen_random_uuid(), $2, 'email:still_waiting:1', 'email', '2026-06-13', true, $3)`,
      [lead.agencyId, id, lead.userId],
    );
    const { result } = await rehearsed({ stillWaitingEveryDays: 14 });
    expect(result?.emails).toMatchObject({ now: 0, skipped: 0, held: 0 });
  });

  it('counts no email as leaving that comes back held by nobody of the agency', async () => {
    const id = await waitingFile();
    const put = (reason: string | null) =>
      owner.query(
        `UPDATE messages SET state = 'cancelled', held_reason = $2 WHERE file_id = $1 AND key = 'email:still_waiting:1'`,
        [id, reason],
      );
    await put(null);
    expect((await rehearsed({ stillWaitingEveryDays: 14 })).result?.emails).toMatchObject({ now: 1 });
    await put('by_person');
    expect((await rehearsed({ stillWaitingEveryDays: 14 })).result?.emails).toMatchObject({ now: 0 });
  });

  it('counts emails that would no longer leave, and tasks that become due', async () => {
    await waitingFile();
    const { result } = await rehearsed({ stillWaitingAtMost: 0, firstCallAfterDays: 7 });
    expect(result?.emails).toMatchObject({ added: 0, dropped: 6, now: 0 });
    expect(result?.due).toEqual({ before: 0, after: 1 });
  });

  it('leaves out files that are closed, and those of other agencies', async () => {
    const other = await colleague();
    await waitingFile(other, 'Stranger');
    const id = await waitingFile();
    await owner.query('UPDATE files SET closed = true WHERE id = $1', [id]);
    const { result } = await rehearsed({ firstCallAfterDays: 20 });
    expect([result?.files, result?.samples]).toEqual([0, []]);
  });

  it('is refused with every fault at once, each with its bounds', async () => {
    const refused = await refusal(
      startRehearsal(platform, lead, { firstCallAfterDays: 5, stillWaitingAtMost: 13, firstCall: 3 }),
    );
    expect([refused.status, refused.type]).toEqual([422, 'invalid_request']);
    expect(refused.errors).toEqual([
      { path: 'settings.firstCallAfterDays', message: 'A whole number from 7 to 90.' },
      { path: 'settings.stillWaitingAtMost', message: 'A whole number from 0 to 12.' },
      {
        path: 'settings.firstCall',
        message: 'There is no setting of this name. Check its spelling, or leave it out.',
      },
    ]);
  });

  it('goes on past a file that cannot be planned, and says so', async () => {
    const id = await waitingFile();
    await waitingFile(lead, 'Second');
    await owner.query(`UPDATE files SET applicant_sealed = '' WHERE id = $1`, [id]);
    const { state, result } = await rehearsed({ firstCallAfterDays: 20 });
    expect([state, result?.files, result?.broken, result?.changed]).toEqual(['done', 2, 1, 1]);
  });
});

describe('a trial that is over', () => {
  it('ends when the same person begins another; a colleague’s goes on', async () => {
    const colleagues = await startRehearsal(platform, { ...lead, userId: randomUUID() }, { firstCallAfterDays: 21 });
    const first = await startRehearsal(platform, lead, { firstCallAfterDays: 20 });
    const second = await startRehearsal(platform, lead, { firstCallAfterDays: 25 });
    const states = [colleagues, first, second].map(
      async (id) => (await readRehearsalView(platform, lead.agencyId, id)).state,
    );
    expect(await Promise.all(states)).toEqual(['running', 'failed', 'running']);
  });

  it('is forgotten after a day', async () => {
    const old = await startRehearsal(platform, lead, { firstCallAfterDays: 20 });
    const young = await startRehearsal(platform, lead, { firstCallAfterDays: 21 });
    await owner.query(`UPDATE rehearsals SET created_at = now() - interval '25 hours' WHERE id = $1`, [old]);
    await platform.database.withoutAgency((tx) => tx.query('SELECT forget_old_rehearsals()'));
    expect((await refusal(readRehearsalView(platform, lead.agencyId, old))).status).toBe(404);
    expect((await readRehearsalView(platform, lead.agencyId, young)).id).toBe(young);
  });
});

describe('publishing', () => {
  it('is refused before the trial has ended, on another day, and when its result was not seen', async () => {
    await waitingFile();
    const id = await startRehearsal(platform, lead, { firstCallAfterDays: 20 });
    const running = await readRehearsalView(platform, lead.agencyId, id);
    expect((await refusal(publish(running))).type).toBe('not_rehearsed');
    await runRehearsal(platform, lead.agencyId, id);
    const unseen = { rehearsal: id, expectedVersion: 0, seen: { changed: 0, emailsNow: 0 } };
    expect((await refusal(publishPlaybook(platform, lead, unseen))).type).toBe('not_rehearsed');
    await moveTo('2026-06-02');
    const old = await readRehearsalView(platform, lead.agencyId, id);
    expect((await refusal(publish(old))).detail).toContain('another day');
    expect((await readPlaybook(platform, lead.agencyId)).present.version).toBe(0);
  });

  it('keeps a new version, marks the open files, and reviews bring them in line; another agency is untouched', async () => {
    const other = await colleague();
    const theirs = await waitingFile(other, 'Stranger');
    const id = await waitingFile();
    const closed = await waitingFile(lead, 'Closed');
    await owner.query('UPDATE files SET closed = true WHERE id = $1', [closed]);
    const before = await everything(other.agencyId);
    const view = await publish(await rehearsed({ firstCallAfterDays: 20, stillWaitingEveryDays: 14 }));
    expect(view).toMatchObject({
      present: { version: 1, publishedBy: 'Ada Viser', settings: { firstCallAfterDays: 20, visitAfterDays: 45 } },
      openFiles: 1,
      behind: 0,
      marked: 1,
    });
    expect(view.history.map(({ version }) => version)).toEqual([1, 0]);
    expect([await fileRow(id), await fileRow(closed)]).toMatchObject([{ marked: true }, { marked: false }]);
    expect(await taskDay(id, 'call_3646:with_cpam:1')).toBe('2026-06-12');

    await platform.database.withoutAgency((tx) => tx.query('SELECT take_marked_files(100, $1)', ['10 minutes']));
    const jobs = await owner.query<{ file: string }>(
      `SELECT payload->>'fileId' AS file FROM outbox WHERE job = 'reviews.review' AND agency_id IN ($1, $2)`,
      [lead.agencyId, other.agencyId],
    );
    expect(jobs).toEqual([{ file: id }]);
    await reviewFile(platform, lead.agencyId, id);
    expect(await fileRow(id)).toEqual({ playbook: 1, marked: false, rules: RULES_VERSION });
    expect(await taskDay(id, 'call_3646:with_cpam:1')).toBe('2026-06-02');
    expect(await taskDay(theirs, 'call_3646:with_cpam:1')).toBe('2026-06-12');
    expect(await everything(other.agencyId)).toBe(before);
    expect((await readPlaybook(platform, lead.agencyId)).marked).toBe(0);
    const [audit] = await owner.query<{ actor: string; subject: object }>(
      `SELECT actor, subject FROM audit WHERE agency_id = $1 AND action = 'playbook.published'`,
      [lead.agencyId],
    );
    expect(audit).toMatchObject({
      actor: lead.userId,
      subject: { version: 1, files: 1, settings: ['firstCallAfterDays', 'stillWaitingEveryDays'] },
    });
    // What was found is what comes: the review leaves nothing to change.
    expect((await rehearsed({})).result?.changed).toBe(0);
  });

  it('holds a few files at a time, not all: who works on one of the others waits for nothing', async () => {
    const made = [await waitingFile(), await waitingFile(), await waitingFile()];
    const ids = await owner.query<{ id: string }>('SELECT id FROM files WHERE id = ANY ($1) ORDER BY id', [made]);
    const [first = '', , last = ''] = ids.map(({ id }) => id);
    const rehearsal = await rehearsed({ firstCallAfterDays: 20 });
    const asked = { rehearsal: rehearsal.id, expectedVersion: 0, seen: seenOf(rehearsal) };
    const lock = (id: string, more: string) => (tx: Tx) =>
      tx.query(`SELECT FROM files WHERE agency_id = $1 AND id = $2 FOR UPDATE ${more}`, [lead.agencyId, id]);
    const { database } = platform;
    const publishing = await database.asAgency(lead.agencyId, async (tx) => {
      // Somebody is at work on the last of them.
      await lock(last, '')(tx);
      const going = publishPlaybook(platform, lead, asked, 1);
      await expect.poll(async () => (await fileRow(first))?.marked).toBe(true);
      await database.asAgency(lead.agencyId, lock(first, 'NOWAIT'));
      expect((await fileRow(last))?.marked).toBe(false);
      expect((await readPlaybook(platform, lead.agencyId)).present.version).toBe(1);
      // Not awaited in here: it waits for the end of this transaction.
      return { going };
    });
    expect(await publishing.going).toMatchObject({ behind: 0, marked: 3 });
  });

  it('marks no file again that a later playbook has planned meanwhile', async () => {
    const made = [await waitingFile(), await waitingFile()];
    const ids = await owner.query<{ id: string }>('SELECT id FROM files WHERE id = ANY ($1) ORDER BY id', [made]);
    const [first = '', last = ''] = ids.map(({ id }) => id);
    const rehearsal = await rehearsed({ firstCallAfterDays: 20 });
    const asked = { rehearsal: rehearsal.id, expectedVersion: 0, seen: seenOf(rehearsal) };
    const { going } = await platform.database.asAgency(lead.agencyId, async (tx) => {
      // A review by the later one has the last of them.
      await tx.execute('UPDATE files SET playbook_version = 2 WHERE agency_id = $1 AND id = $2', [lead.agencyId, last]);
      const going = publishPlaybook(platform, lead, asked, 1);
      await expect.poll(async () => (await fileRow(first))?.marked).toBe(true);
      return { going };
    });
    await going;
    expect(await fileRow(last)).toMatchObject({ playbook: 2, marked: false });
  });

  // One transaction publishes, each of the next marks one file.
  it.each([
    ['the marking breaks off', (turn: number) => turn === 3, { errors: 1, behind: 2, marked: 1 }],
    ['nothing answers any more', (turn: number) => turn > 1, { errors: 2, behind: 3, marked: 0 }],
  ])('is done though %s: the sweep marks the rest', async (_, isBroken, { errors, ...left }) => {
    const ids = [await waitingFile(), await waitingFile(), await waitingFile()];
    const rehearsal = await rehearsed({ firstCallAfterDays: 20 });
    const logged: unknown[][] = [];
    let turn = 0;
    const asAgency: Platform['database']['asAgency'] = (agencyId, work) =>
      isBroken(++turn) ? Promise.reject(new Error('Carol Washburn')) : platform.database.asAgency(agencyId, work);
    const breaking = {
      database: { ...platform.database, asAgency },
      log: Object.assign(Object.create(platform.log) as Platform['log'], {
        error: (...said: unknown[]) => logged.push(said),
      }),
    };
    const asked = { rehearsal: rehearsal.id, expectedVersion: 0, seen: seenOf(rehearsal) };
    const view = await publishPlaybook(breaking, lead, asked, 1);
    expect(view).toMatchObject({ present: { version: 1, publishedBy: 'Ada Viser' }, openFiles: 3, ...left });
    expect(logged).toHaveLength(errors);
    expect(JSON.stringify(logged)).not.toContain('Washburn');
    await platform.database.withoutAgency((tx) => tx.query('SELECT mark_left_behind(500)'));
    expect(await Promise.all(ids.map(fileRow))).toMatchObject([{ marked: true }, { marked: true }, { marked: true }]);
  });

  it('by two leads at once keeps the first, and tells the second what changed', async () => {
    await waitingFile();
    const mine = await rehearsed({ firstCallAfterDays: 20 });
    const hers = await rehearsed({ visitAfterDays: 60, firstCallAfterDays: 25 });
    await publish(hers);
    const refused = await refusal(publish(mine));
    expect([refused.status, refused.type, refused.version]).toEqual([409, 'stale_playbook', 1]);
    expect(refused.errors).toEqual([
      {
        path: 'settings.firstCallAfterDays',
        message: 'Days of silence before the first call: 25 days instead of 30 days.',
      },
      {
        path: 'settings.visitAfterDays',
        message: 'Days of silence before a visit to the office: 60 days instead of 45 days.',
      },
    ]);
    // What was tried against the first version is not taken for tried against the second.
    expect((await refusal(publish(mine, 1))).type).toBe('stale_playbook');
    const inFrench = await publish(mine).catch((error: Problem) => error.body('fr'));
    expect(inFrench).toMatchObject({
      errors: [{ message: expect.stringMatching(/^[^:]+\u00a0: 25 jours au lieu de 30 jours\.$/) }, {}],
    });
    const results = await Promise.allSettled(
      [await rehearsed({ firstCallAfterDays: 20 }), await rehearsed({ firstCallAfterDays: 22 })].map((one) =>
        publish(one),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readPlaybook(platform, lead.agencyId)).present.version).toBe(2);
  });

  it('of an earlier version brings its settings back as a new one', async () => {
    const id = await waitingFile();
    await publish(await rehearsed({ firstCallAfterDays: 20 }));
    await reviewFile(platform, lead.agencyId, id);
    const first = (await readPlaybook(platform, lead.agencyId)).history.at(-1);
    const view = await publish(await rehearsed({ ...first?.settings }));
    expect([view.present.version, view.present.settings]).toEqual([2, defaultPlaybook]);
    await reviewFile(platform, lead.agencyId, id);
    expect(await taskDay(id, 'call_3646:with_cpam:1')).toBe('2026-06-12');
  });

  it('of what holds already is refused, unless files were planned by earlier rules: then only those are marked', async () => {
    const [id, late] = [await waitingFile(), await waitingFile(lead, 'Late')];
    expect((await refusal(publish(await rehearsed({})))).type).toBe('nothing_to_publish');
    await owner.query(`UPDATE files SET rules_version = '2026.1' WHERE id = $1`, [late]);
    expect(await readPlaybook(platform, lead.agencyId)).toMatchObject({ behind: 1, marked: 0 });
    expect(await publish(await rehearsed({}))).toMatchObject({ present: { version: 0 }, behind: 0, marked: 1 });
    expect([(await fileRow(id))?.marked, (await fileRow(late))?.marked]).toEqual([false, true]);
  });

  it('marks later what was being made meanwhile by the playbook before', async () => {
    const id = await waitingFile();
    await publish(await rehearsed({ firstCallAfterDays: 20 }));
    await reviewFile(platform, lead.agencyId, id);
    const late = await waitingFile(lead, 'Import');
    await owner.query('UPDATE files SET playbook_version = 0 WHERE id = $1', [late]);
    await platform.database.withoutAgency((tx) => tx.query('SELECT mark_left_behind(500)'));
    expect([(await fileRow(id))?.marked, (await fileRow(late))?.marked]).toEqual([false, true]);
  });
});
