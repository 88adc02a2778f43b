import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { NewFile } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { addDays } from '@suivi/rules/calendar/days';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { createFile } from './create-file.ts';
import { readFileView } from './file-view.ts';
import { recordEvent } from './record-event.ts';
import { reviewFile } from './review-file.ts';

/** The agency lives on a demo day, so that the tests say the same every day. */
const TODAY = '2026-05-21' as Day;
const owner = new Owner(inject('database').owner);
let platform: Platform;
let me: Colleague;
let fileId: string;

const client = { firstName: 'Carol', lastName: 'Washburn', email: 'carol@example.org' };
const applicant = {
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  arrivedOn: '2026-01-10',
  address: { postcode: '24000', city: 'Périgueux' },
  residencePermit: { kind: 'vls_ts', validatedOn: '2026-02-10', validUntil: '2027-01-09' },
  birthCertificate: { country: 'US', language: 'en' },
};

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
  fileId = (await createFile(platform, me, NewFile.parse({ client, applicant }))).id;
});

let version = 0;
beforeEach(() => {
  version = 0;
});
type Sent = Record<string, unknown> & { type: string };
const body = (event: Sent, more: { history?: boolean; expectedVersion?: number } = {}) => ({
  event: { id: randomUUID(), ...(event.type !== 'voided' && { on: TODAY }), ...event },
  expectedVersion: version,
  history: false,
  ...more,
});
async function record(event: Sent, more: { history?: boolean; key?: string } = {}) {
  const change = await recordEvent(platform, me, fileId, body(event, more), more.key);
  version = change.version;
  return change;
}
const submitted = { type: 'file_submitted', method: 'registered_post', trackingNumber: null };

/** Everything of the agency that a refused request must leave as it was. */
const snapshot = () =>
  owner.query<{ all: string }>(
    `SELECT (SELECT jsonb_agg(to_jsonb(f) ORDER BY id) FROM files f WHERE agency_id = $1)::text
       || coalesce((SELECT jsonb_agg(to_jsonb(e) ORDER BY id) FROM events e WHERE agency_id = $1)::text, '')
       || coalesce((SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM tasks t WHERE agency_id = $1)::text, '')
       || coalesce((SELECT jsonb_agg(to_jsonb(m) ORDER BY id) FROM messages m WHERE agency_id = $1)::text, '')
       || coalesce((SELECT jsonb_agg(to_jsonb(d) ORDER BY id) FROM deadlines d WHERE agency_id = $1)::text, '')
       || (SELECT count(*) FROM outbox WHERE agency_id = $1) || '/' || (SELECT count(*) FROM audit WHERE agency_id = $1)
       || '/' || (SELECT count(*) FROM idempotency_keys WHERE agency_id = $1) AS all`,
    [me.agencyId],
  );

async function refused(run: () => Promise<unknown>): Promise<Problem> {
  const before = await snapshot();
  const problem = await run().then(
    () => null,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(Problem);
  expect(await snapshot()).toEqual(before);
  return problem as Problem;
}

describe('recording an event', () => {
  it('keeps the event, opens and closes tasks, plans emails, all at once', async () => {
    const change = await record(submitted);
    expect(change).toMatchObject({ version: 1, stage: 'submitted' });
    expect(change.tasksOpened.map(({ key }) => key)).toContain('trace_post:file:1');
    expect(change.emailsPlanned.map(({ key }) => key)).toContain('email:file_submitted:1');
    const view = await readFileView(platform, me, fileId);
    expect(view.events).toMatchObject([{ type: 'file_submitted', on: TODAY, origin: 'adviser', voided: false }]);
    const [row] = await owner.query<Record<string, unknown>>(
      'SELECT stage, version, caisse, next_due_on::text AS due FROM files WHERE id = $1',
      [fileId],
    );
    expect(row).toMatchObject({ stage: 'submitted', version: 1, caisse: 'CPAM de Dordogne' });
    expect(
      await owner.query('SELECT action FROM audit WHERE agency_id = $1 ORDER BY seq', [me.agencyId]),
    ).toMatchObject([{ action: 'file.created' }, { action: 'event.recorded' }]);
  });

  it('stores nothing of the client in the clear but what lists sort by', async () => {
    await record({ type: 'call_made', outcome: 'no_answer', note: 'Rang twice at the marina' });
    const [{ all } = { all: '' }] = await snapshot();
    expect(all).toContain('Washburn');
    for (const secret of ['marina', '1961-04-12']) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('answers a retry with the first answer, and refuses the key for another body', async () => {
    const sent = body(submitted);
    const first = await recordEvent(platform, me, fileId, sent, 'key-1');
    expect(await recordEvent(platform, me, fileId, sent, 'key-1')).toEqual(first);
    const other = await refused(() => recordEvent(platform, me, fileId, { ...sent, expectedVersion: 1 }, 'key-1'));
    expect([other.status, other.type]).toEqual([422, 'idempotency_key_reused']);
  });

  it('makes one event of two twins that come at once', async () => {
    const sent = body(submitted);
    const [one, two] = await Promise.all([1, 2].map(() => recordEvent(platform, me, fileId, sent, 'twin')));
    expect(one).toEqual(two);
    expect((await readFileView(platform, me, fileId)).version).toBe(1);
  });

  it('refuses a stale version and says what changed', async () => {
    await record(submitted);
    const problem = await refused(() =>
      recordEvent(platform, me, fileId, body({ type: 'post_delivered' }, { expectedVersion: 0 })),
    );
    expect([problem.status, problem.type]).toEqual([409, 'stale_file']);
    expect(problem.details).toMatchObject({
      version: 1,
      changes: [{ type: 'file_submitted', on: TODAY, by: 'Ada Viser' }],
    });
  });

  it('lets one of two advisers win who record at once', async () => {
    const results = await Promise.allSettled([
      recordEvent(platform, me, fileId, body(submitted)),
      recordEvent(platform, me, fileId, body({ type: 'call_made', outcome: 'no_answer' })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readFileView(platform, me, fileId)).version).toBe(1);
  });

  it('knows an event by its id, in whatever letters it came', async () => {
    const id = randomUUID();
    const { eventId } = await record({ type: 'call_made', outcome: 'no_answer', id: id.toUpperCase() });
    expect(eventId).toBe(id);
    expect((await readFileView(platform, me, fileId)).events).toMatchObject([{ id, event: { id } }]);
    await record({ type: 'voided', event: id.toUpperCase() });
    expect((await readFileView(platform, me, fileId)).events).toMatchObject([{ id, voided: true }, {}]);
  });

  it('keeps nothing of an idempotency key that could be read', async () => {
    await record({ type: 'call_made', outcome: 'no_answer' }, { key: 'Carol Washburn' });
    expect(
      await owner.query('SELECT FROM idempotency_keys WHERE agency_id = $1 AND key LIKE $2', [me.agencyId, '%Carol%']),
    ).toEqual([]);
  });

  it('gives the adviser 15 seconds to undo before an email of the day leaves', async () => {
    await record(submitted);
    await record({ type: 'provisional_number_received' });
    const [message] = await owner.query<{ state: string; wait: number }>(
      `SELECT m.state, extract(epoch FROM o.run_after - m.created_at)::float AS wait FROM messages m
       JOIN outbox o ON o.agency_id = m.agency_id AND o.payload ->> 'messageId' = m.id::text WHERE m.agency_id = $1 AND m.key = 'email:rights_open:1'`,
      [me.agencyId],
    );
    expect(message?.state).toBe('queued');
    expect(message?.wait).toBeGreaterThan(14);
    const view = await readFileView(platform, me, fileId);
    await record({ type: 'voided', event: view.events.at(-1)?.id });
    const after = await readFileView(platform, me, fileId);
    expect(after.messages.find(({ key }) => key === 'email:rights_open:1')?.state).toBe('cancelled');
    expect(after.events.map(({ voided }) => voided)).toEqual([false, true, false]);
  });
});

describe('what cannot have happened is refused and leaves nothing behind', () => {
  const tomorrow = addDays(TODAY, 1);
  it.each<[string, Sent, number, string, string]>([
    ['an unknown type', { type: 'file_lost' }, 422, 'invalid_event', 'event.type'],
    ['a missing field', { type: 'file_submitted' }, 422, 'invalid_event', 'event.method'],
    ['an unknown field', { ...submitted, weight: 3 }, 422, 'invalid_event', 'event.weight'],
    ['a day that does not exist', { ...submitted, on: '2026-02-30' }, 422, 'invalid_event', 'event.on'],
    ['a day ahead', { ...submitted, on: tomorrow }, 422, 'impossible_event', 'event.on'],
    ['a day before the opening', { ...submitted, on: '2026-05-20' }, 422, 'impossible_event', 'event.on'],
    [
      'a social security number in a note',
      { type: 'call_made', outcome: 'no_answer', note: 'her number: 2 55 08 14 168 025 38' },
      422,
      'invalid_event',
      'event.note',
    ],
    [
      'a stranger of the family',
      { type: 'document_received', document: 'identity', member: 'c9' },
      422,
      'invalid_event',
      'event.member',
    ],
    ['a delivery before any posting', { type: 'post_delivered' }, 422, 'impossible_event', 'event.on'],
    ['tracking before any posting', { type: 'post_tracked', status: 'moving' }, 422, 'impossible_event', 'event.on'],
    [
      'a supplement nobody asked for',
      { type: 'supplement_sent', method: 'registered_post', documents: ['rib'] },
      422,
      'impossible_event',
      'event.on',
    ],
    [
      'an appeal without a refusal',
      { type: 'appeal_sent', method: 'registered_post' },
      422,
      'impossible_event',
      'event.on',
    ],
    [
      'a decision without an appeal',
      { type: 'appeal_decided', outcome: 'accepted' },
      422,
      'impossible_event',
      'event.on',
    ],
    ['a mediator’s end without a beginning', { type: 'mediator_closed' }, 422, 'impossible_event', 'event.on'],
    ['a lost card never received', { type: 'card_lost' }, 422, 'impossible_event', 'event.on'],
    [
      'an answer to a task that is not there',
      { type: 'task_done', about: 'trace_post:file:1' },
      409,
      'task_not_open',
      'event.about',
    ],
    [
      'an answer of the wrong kind',
      { type: 'task_done', about: 'call_3646:with_cpam:1' },
      422,
      'invalid_event',
      'event.about',
    ],
    ['voiding what never was', { type: 'voided', event: randomUUID() }, 422, 'invalid_event', 'event.event'],
  ])('%s', async (_name, event, status, type, path) => {
    const problem = await refused(() => recordEvent(platform, me, fileId, body(event)));
    expect([problem.status, problem.type, problem.details.errors?.[0]?.path]).toEqual([status, type, path]);
  });

  it('an equal event, but not one that differs', async () => {
    await record(submitted);
    const again = await refused(() => recordEvent(platform, me, fileId, body(submitted)));
    expect([again.status, again.type]).toEqual([409, 'equal_event']);
  });

  it('the same event id for something else', async () => {
    const sent = body(submitted);
    version = (await recordEvent(platform, me, fileId, sent, 'a')).version;
    const again = await refused(() => recordEvent(platform, me, fileId, { ...sent, expectedVersion: 1 }, 'b'));
    expect([again.status, again.type]).toEqual([409, 'event_exists']);
    const other = (await createFile(platform, me, NewFile.parse({ client, applicant }))).id;
    const elsewhere = await refused(() => recordEvent(platform, me, other, { ...sent, expectedVersion: 0 }, 'c'));
    expect([elsewhere.status, elsewhere.type]).toEqual([409, 'event_exists']);
  });

  it('a task that was done already', async () => {
    await record({ ...submitted, on: '2026-04-01' }, { history: true });
    const done = { type: 'task_done', about: 'trace_post:file:1' };
    await record(done);
    const again = await refused(() => recordEvent(platform, me, fileId, body({ ...done, note: 'again' })));
    expect([again.status, again.type]).toEqual([409, 'task_not_open']);
  });

  it('voiding a posting whose delivery stands, or voiding twice', async () => {
    const posting = randomUUID();
    await record({ ...submitted, id: posting });
    const delivery = randomUUID();
    await record({ type: 'post_delivered', id: delivery });
    const early = await refused(() => recordEvent(platform, me, fileId, body({ type: 'voided', event: posting })));
    expect([early.status, early.type]).toEqual([422, 'impossible_event']);
    await record({ type: 'voided', event: delivery });
    await record({ type: 'voided', event: posting });
    const twice = await refused(() => recordEvent(platform, me, fileId, body({ type: 'voided', event: posting })));
    expect(twice.status).toBe(409);
  });

  it('a file of another agency, as if there were none', async () => {
    const stranger = await owner.agency();
    const problem = await refused(() => recordEvent(platform, { ...me, ...stranger }, fileId, body(submitted)));
    expect([problem.status, problem.type]).toEqual([404, 'not_found']);
  });
});

describe('reconciling', () => {
  it('changes nothing when the plan is the same', async () => {
    await record(submitted);
    const before = await snapshot();
    await reviewFile(platform, me.agencyId, fileId);
    const strip = (rows: { all: string }[]) => rows[0]?.all.replaceAll(/"updated_at": "[^"]+"/g, '');
    expect(strip(await snapshot())).toBe(strip(before));
  });

  it('marks what was answered as done by its event, drops what is no longer needed, and opens it again when that is voided', async () => {
    await record({ ...submitted, on: '2026-04-01' }, { history: true });
    await record({ type: 'post_delivered', on: '2026-04-03' }, { history: true });
    const call = randomUUID();
    const number = randomUUID();
    await record({ type: 'call_made', outcome: 'in_progress', id: call });
    const stateOf = async (key: string) =>
      (await readFileView(platform, me, fileId)).tasks.find((task) => task.key === key);
    expect(await stateOf('call_3646:with_cpam:1')).toMatchObject({ state: 'done', answeredBy: call });
    expect(await stateOf('registered_post:chase:1')).toMatchObject({ state: 'open' });
    await record({ type: 'social_security_number_received', id: number });
    expect(await stateOf('registered_post:chase:1')).toMatchObject({ state: 'dropped', answeredBy: null });
    await record({ type: 'voided', event: number });
    expect(await stateOf('registered_post:chase:1')).toMatchObject({ state: 'open' });
  });

  it('leaves what has left as it is, though the plan drops it', async () => {
    await record(submitted);
    await owner.query(
      `UPDATE messages SET state = 'sent', sent_at = now() WHERE agency_id = $1 AND key = 'email:file_submitted:1'`,
      [me.agencyId],
    );
    const view = await readFileView(platform, me, fileId);
    await record({ type: 'voided', event: view.events[0]?.id });
    const messages = (await readFileView(platform, me, fileId)).messages;
    expect(messages.find(({ key }) => key === 'email:file_submitted:1')?.state).toBe('sent');
  });
});
