import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event } from '@suivi/rules/file';
import { plan } from '@suivi/rules/plan';
import { Owner } from '../../test/agencies.ts';
import { openTestPlatform } from '../../test/test-platform.ts';
import type { TwoPeople } from '../../test/two-people.ts';
import { twoPeople, typeOf } from '../../test/two-people.ts';
import type { Platform } from '../platform/platform.ts';
import { bringInLine } from './bring-in-line.ts';
import { readFileView } from './file-view.ts';
import { withEvent } from './possible-event.ts';
import { recordEvent } from './record-event.ts';
import { lockFile } from './stored-file.ts';

const TODAY = '2026-05-21' as Day;
const owner = new Owner(inject('database').owner);
let platform: Platform;
let people: TwoPeople;

beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(async () => {
  await platform.database.close();
  await owner.close();
});
/** CPAM has had the file for a month: a call is due, emails are planned, the legal silence runs. */
beforeEach(async () => {
  people = await twoPeople(platform, owner);
  const past = [
    { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' },
    { type: 'post_delivered', on: '2026-04-21' },
  ];
  for (const [expectedVersion, event] of past.entries())
    await recordEvent(platform, people.me, people.fileId, {
      event: { id: randomUUID(), ...event },
      expectedVersion,
      history: true,
    });
});

/** What the client does, on the one way by which anything comes into a file. */
const clientDoes = (event: Record<string, unknown>) =>
  platform.database.asAgency(people.me.agencyId, async (tx) => {
    const stored = await lockFile(tx, platform.keys, people.fileId);
    if (!stored) throw new Error('There is no file.');
    const { file, event: read } = withEvent(stored.file, () => plan(stored.file, stored.today), {
      event: { id: randomUUID(), on: TODAY, ...event },
      history: false,
      today: stored.today,
    });
    const added = { event: read satisfies Event, seq: stored.version + 1, origin: 'client', recordedBy: null } as const;
    await bringInLine(platform, tx, stored, { file, added, audit: null });
  });
const followUps = async () => {
  const { tasks, messages, version } = await readFileView(platform, people.me, people.fileId);
  return {
    version,
    tasks: tasks.filter(({ state }) => state === 'open').map(({ key, dueOn }) => `${key} ${dueOn}`),
    emails: messages
      .filter(({ state }) => state !== 'cancelled')
      .map(({ key, sendOn, state }) => `${key} ${sendOn} ${state}`),
  };
};

describe('what a client does', () => {
  it.each([
    ['“my provisional number has come”', { type: 'provisional_number_received' }],
    ['“my number has come”', { type: 'social_security_number_received' }],
    ['“my attestation has come”', { type: 'attestation_received' }],
    ['“they want more papers”', { type: 'documents_requested', documents: ['rib'] }],
    ['“they have refused”', { type: 'refused', notifiedOn: TODAY }],
    ['“I give up”', { type: 'withdrawn' }],
  ])('%s ends no follow-up by itself: it waits for somebody’s word', async (_, event) => {
    const before = await followUps();
    expect(before.tasks).toContain('call_3646:with_cpam:1 2026-05-21');
    expect(before.emails.filter((email) => email.includes('still_waiting')).length).toBeGreaterThan(0);
    expect(await typeOf(clientDoes(event))).toBe('409 needs_confirmation');
    expect(await followUps()).toEqual(before);
  });

  it('the same, recorded by somebody of the agency, does', async () => {
    const { version, tasks } = await followUps();
    await recordEvent(platform, people.me, people.fileId, {
      event: { id: randomUUID(), type: 'provisional_number_received', on: TODAY },
      expectedVersion: version,
      history: false,
    });
    expect((await followUps()).tasks).not.toEqual(tasks);
  });

  it('a paper that the client sends is taken, and leaves every follow-up as it was', async () => {
    const before = await followUps();
    expect(await typeOf(clientDoes({ type: 'document_received', document: 'rib' }))).toBe(null);
    const after = await followUps();
    expect(after.version).toBe(before.version + 1);
    expect(after.tasks).toEqual(expect.arrayContaining(before.tasks));
    expect(after.emails).toEqual(expect.arrayContaining(before.emails));
  });

  it('a “thank you” is no event at all: it can move nothing', async () => {
    const before = await followUps();
    expect(await typeOf(clientDoes({ type: 'message', text: 'Thank you!' }))).toBe('422 invalid_event');
    expect(await followUps()).toEqual(before);
  });
});
