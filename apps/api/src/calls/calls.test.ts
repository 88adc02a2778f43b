import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { CallRound, CallRoundQuery, CallToMake } from '@suivi/contracts/calls';
import { NewFile } from '@suivi/contracts/files';
import type { CallTimes } from '@suivi/contracts/files';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { Colleague } from '../accounts/person.ts';
import { createFile } from '../files/create-file.ts';
import { readFileView } from '../files/file-view.ts';
import { recordEvent } from '../files/record-event.ts';
import type { Platform } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import { readCallRound } from './call-round.ts';
import { readCallToMake } from './call-to-make.ts';
import { minuteIn, utcOffset } from './local-time.ts';

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
const anAgency = async (): Promise<Colleague> => ({
  ...(await owner.agency({ demo: true, demoDay: TODAY })),
  name: 'Ada',
  email: 'ada@example.org',
  role: 'adviser',
  mayOperate: false,
  language: 'en',
});
beforeEach(async () => {
  me = await anAgency();
});

let people = 0;
/** A file that the caisse has had for thirty days: a call is due today. */
async function aFile(postcode = '24000'): Promise<string> {
  const applicant = {
    category: 'employee',
    birthDate: '1990-01-01',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode },
  };
  const client = { firstName: 'Carol', lastName: `Washburn ${++people}`, email: `c${people}@example.org` };
  const { id } = await createFile(platform, me, NewFile.parse({ client, applicant }));
  await record(id, { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' });
  await record(id, { type: 'post_delivered', on: '2026-04-21' });
  return id;
}
async function record(fileId: string, event: Record<string, unknown>, call?: CallTimes) {
  const { version } = await readFileView(platform, me, fileId);
  return recordEvent(platform, me, fileId, {
    event: { id: randomUUID(), on: TODAY, ...event },
    expectedVersion: version,
    history: true,
    ...(call && { call }),
  });
}
/** What the round answers, read as whoever asks reads it. */
const round = async (who = me, query: object = {}, at = new Date()) =>
  CallRound.parse(await readCallRound(platform, who, CallRoundQuery.parse(query), at));
const callsOf = ({ groups }: CallRound) => groups.flatMap(({ calls }) => calls);
const times = (more: Partial<CallTimes> = {}): CallTimes => ({
  startedAt: new Date().toISOString(),
  waitedSeconds: 155,
  talkedSeconds: 97,
  clientOnLine: false,
  ...more,
});
const kept = () =>
  owner.query<Record<string, unknown>>(
    'SELECT answered, voided, caisse, waited_seconds, talked_seconds, client_on_line, called_by FROM calls WHERE agency_id = $1',
    [me.agencyId],
  );
const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.type}` : error),
  );
/** Calls of other days, as they were kept then. */
async function callsBefore(fileId: string, caisse: string, minute: number, answers: readonly boolean[]) {
  for (const [n, answered] of answers.entries())
    await owner.query(
      `INSERT INTO calls (agency_id, id, file_id, event_id, caisse, started_at, local_minute, answered)
       VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, now() - ($4 || ' days')::interval, $5, $6)`,
      [me.agencyId, fileId, caisse, 30 + n, minute, answered],
    );
}

describe('the round of calls', () => {
  it('has today’s calls by caisse, with its hours and its clock', async () => {
    await aFile();
    await aFile();
    await aFile('97400');
    await aFile('97100');
    const { groups, scopes } = await round();
    expect(groups.map(({ caisse, calls }) => [caisse, calls.length]).sort()).toEqual([
      ['CGSS de Guadeloupe', 1],
      ['CGSS de La Réunion', 1],
      ['CPAM de Dordogne', 2],
    ]);
    const of = (name: string) => groups.find(({ caisse }) => caisse?.includes(name));
    expect(of('Dordogne')?.opening).toEqual({ state: 'open', from: 510, to: 1020 });
    expect(of('Réunion')?.opening).toEqual({ state: 'open', from: 450, to: 960 });
    expect(of('Réunion')?.utcOffset).toBe(240);
    expect(of('Guadeloupe')?.opening).toEqual({ state: 'unknown' });
    expect(of('Dordogne')?.calls[0]?.because.en).toContain('30 days without news');
    expect(scopes).toEqual({ mine: 4, team: 4 });
  });

  it('is in the order of the best hours, as seen at that moment', async () => {
    const dordogne = await aFile();
    await aFile('97400');
    await callsBefore(dordogne, 'CPAM de Dordogne', 9 * 60, Array(12).fill(true));
    const order = async (at: string) => (await round(me, {}, new Date(at))).groups.map(({ caisse }) => caisse);
    // 9:00 in Paris is 11:00 in Réunion: both answer, and Dordogne’s best hour is now.
    expect(await order('2026-05-21T07:00:00Z')).toEqual(['CPAM de Dordogne', 'CGSS de La Réunion']);
    // 7:00 in Paris: Dordogne is closed, Réunion answers.
    expect(await order('2026-05-21T05:00:00Z')).toEqual(['CGSS de La Réunion', 'CPAM de Dordogne']);
  });

  it('is one’s own, a colleague’s who is away, or the team’s', async () => {
    await aFile();
    const colleague: Colleague = { ...me, userId: randomUUID(), name: 'Bo' };
    await owner.query(
      `INSERT INTO members (agency_id, user_id, role, name, email) VALUES ($1, $2, 'adviser', 'Bo', $3)`,
      [me.agencyId, colleague.userId, `${colleague.userId}@example.org`],
    );
    expect(callsOf(await round(colleague))).toEqual([]);
    expect(callsOf(await round(colleague, { scope: 'team' }))).toHaveLength(1);
    await owner.query(
      'UPDATE members SET substitute = $3, absent_from = $4, absent_to = $4 WHERE agency_id = $1 AND user_id = $2',
      [me.agencyId, me.userId, colleague.userId, TODAY],
    );
    expect(callsOf(await round(colleague))).toHaveLength(1);
  });

  it('says when the next is due, where none is today', async () => {
    const id = await aFile();
    await record(id, { type: 'call_made', outcome: 'no_answer', about: 'call_3646:with_cpam:1' });
    expect((await round()).nextDueOn).toBe('2026-05-22');
  });
});

describe('a call that was made', () => {
  it('stays in the round with its outcome, and goes back when it is voided', async () => {
    const id = await aFile();
    const { eventId } = await record(
      id,
      { type: 'call_made', outcome: 'in_progress', about: 'call_3646:with_cpam:1' },
      times(),
    );
    expect(callsOf(await round())).toMatchObject([{ key: 'call_3646:with_cpam:1', outcome: 'in_progress' }]);
    expect(await kept()).toEqual([
      {
        answered: true,
        voided: false,
        caisse: 'CPAM de Dordogne',
        waited_seconds: 155,
        talked_seconds: 97,
        client_on_line: false,
        called_by: me.userId,
      },
    ]);
    const voiding = await record(id, { type: 'voided', event: eventId, on: undefined });
    expect(callsOf(await round())).toMatchObject([{ outcome: null }]);
    expect(await kept()).toMatchObject([{ voided: true }]);
    // The voiding was the mistake: the call counts again.
    await record(id, { type: 'voided', event: voiding.eventId, on: undefined });
    expect(await kept()).toMatchObject([{ voided: false }]);
  });

  it('is kept once, however often its request comes', async () => {
    const id = await aFile();
    const { version } = await readFileView(platform, me, id);
    const body = {
      event: { id: randomUUID(), on: TODAY, type: 'call_made', outcome: 'processed', about: 'call_3646:with_cpam:1' },
      expectedVersion: version,
      history: false,
      call: times(),
    };
    const first = await recordEvent(platform, me, id, body);
    expect(await recordEvent(platform, me, id, body)).toEqual(first);
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ['nobody', { outcome: 'no_answer' }, { talkedSeconds: null }, false],
    ['somebody, before the line broke', { outcome: 'no_answer' }, { talkedSeconds: 20 }, true],
    ['somebody', { outcome: 'not_found' }, { talkedSeconds: null }, true],
  ])('was answered by %s', async (_name, event, part, answered) => {
    const id = await aFile();
    await record(id, { type: 'call_made', about: 'call_3646:with_cpam:1', ...event }, times(part));
    expect(await kept()).toMatchObject([{ answered }]);
  });

  it.each([
    ['of another day', { startedAt: '2026-01-01T10:00:00Z' }, 'call_made'],
    ['that lies ahead', { startedAt: '2099-01-01T10:00:00Z' }, 'call_made'],
    ['that is none', {}, 'office_visited'],
  ])('%s is refused, and nothing of it is kept', async (_name, part, type) => {
    const id = await aFile();
    const before = (await readFileView(platform, me, id)).version;
    const event = { type, ...(type === 'call_made' && { outcome: 'processed' }) };
    expect(await statusOf(record(id, event, times(part)))).toBe('422 invalid_request');
    expect(await kept()).toEqual([]);
    expect((await readFileView(platform, me, id)).version).toBe(before);
  });

  it('that nobody answered is made again at another part of the day', async () => {
    const id = await aFile();
    const call = { type: 'call_made', outcome: 'no_answer', about: 'call_3646:with_cpam:1' };
    await record(id, call, times({ talkedSeconds: null }));
    await owner.query(`UPDATE calls SET local_minute = 9 * 60 WHERE agency_id = $1`, [me.agencyId]);
    await owner.query(`UPDATE agencies SET demo_day = '2026-05-22' WHERE id = $1`, [me.agencyId]);
    const [again] = callsOf(await round());
    expect(again).toMatchObject({ key: 'call_3646:again:1', tried: ['early'], best: { slot: 'midday' } });
  });
});

describe('the best hour', () => {
  it('is learned from one’s own calls, and not from those that were voided', async () => {
    const id = await aFile();
    const best = async () => (await round()).groups[0]?.best;
    expect(await best()).toMatchObject({ slot: 'early', basis: 'published', calls: 0 });
    await callsBefore(id, 'CPAM de Dordogne', 15 * 60, Array(14).fill(true));
    expect(await best()).toMatchObject({ slot: 'afternoon', basis: 'caisse', calls: 14, answered: 14 });
    await owner.query('UPDATE calls SET voided = true WHERE agency_id = $1', [me.agencyId]);
    expect(await best()).toMatchObject({ slot: 'early', basis: 'published' });
  });

  it('of a caisse that was seldom called is that of all caisses with its hours', async () => {
    const id = await aFile();
    await callsBefore(id, 'CPAM de Gironde', 15 * 60, Array(14).fill(true));
    await callsBefore(id, 'CGSS de La Réunion', 9 * 60, Array(40).fill(true));
    expect((await round()).groups[0]?.best).toMatchObject({ slot: 'afternoon', basis: 'all', calls: 14 });
  });
});

describe('the screen of one call', () => {
  const callOf = async (id: string) => callsOf(await round()).find(({ file }) => file.id === id)?.taskId ?? '';

  it('has the file, and no mandate that nobody entered', async () => {
    const id = await aFile();
    const call = CallToMake.parse(await readCallToMake(platform, me, await callOf(id)));
    expect(call).toMatchObject({ key: 'call_3646:with_cpam:1', mandate: null, file: { id } });
    // It is on its way, without a letter of ours or a receipt.
    expect(call.proofs).toMatchObject([{ letterId: null, receiptId: null }]);
  });

  it.each<[string, [signedOn: string, endsOn: string, endedOn: string | null][], object]>([
    ['the mandate that holds', [['2026-02-02', '2027-02-01', null]], { endsOn: '2027-02-01', holds: true }],
    ['on its last day', [['2025-05-22', TODAY, null]], { endsOn: TODAY, holds: true }],
    ['one that has ended', [['2025-02-02', '2026-02-01', null]], { endsOn: '2026-02-01', holds: false }],
    ['one taken back', [['2026-02-02', '2027-02-01', '2026-03-01']], { endsOn: '2026-03-01', holds: false }],
    [
      'of two the one that holds',
      [
        ['2025-02-02', '2026-02-01', null],
        ['2026-02-02', '2027-02-01', null],
      ],
      { signedOn: '2026-02-02', holds: true },
    ],
  ])('%s', async (_name, mandates, expected) => {
    const id = await aFile();
    for (const mandate of mandates)
      await owner.query(
        'INSERT INTO mandates (agency_id, id, file_id, signed_on, ends_on, ended_on) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)',
        [me.agencyId, id, ...mandate],
      );
    expect((await readCallToMake(platform, me, await callOf(id))).mandate).toMatchObject(expected);
  });

  it('is there for nobody of another agency, and for no other task', async () => {
    const id = await aFile();
    const taskId = await callOf(id);
    expect(await statusOf(readCallToMake(platform, await anAgency(), taskId))).toBe('404 not_found');
    const other = (await readFileView(platform, me, id)).tasks.find(({ kind }) => kind !== 'call_3646');
    expect(await statusOf(readCallToMake(platform, me, other?.id ?? ''))).toBe('404 not_found');
  });
});

it.each([
  ['metropole', '2026-01-15T12:00:00Z', 60],
  ['metropole', '2026-07-15T12:00:00Z', 120],
  ['reunion', '2026-07-15T12:00:00Z', 240],
  ['guadeloupe', '2026-07-15T12:00:00Z', -240],
  ['saint_pierre_et_miquelon', '2026-07-15T12:00:00Z', -120],
] as const)('the clock of %s is ahead of UTC on %s by %i minutes', (zone, at, minutes) =>
  expect(utcOffset(zone, new Date(at))).toBe(minutes),
);

it('a minute of the day is that of the caisse', () => {
  const at = new Date('2026-05-21T22:30:00Z');
  expect(minuteIn('metropole', at)).toBe(30);
  expect(minuteIn('reunion', at)).toBe(2 * 60 + 30);
  expect(minuteIn('guadeloupe', at)).toBe(18 * 60 + 30);
});
