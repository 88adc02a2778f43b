import { describe, expect, it } from 'vitest';
import type { Deed } from '@suivi/rules/events';
import { Event } from '@suivi/rules/file';
import { daysOfSteps, sinceOf } from './milestones.ts';

const deeds = (...events: Record<string, unknown>[]): Deed[] =>
  events.map((event, i) => Event.parse({ id: `e${i}`, ...event }) as Deed);
const verified = { type: 'document_verified', on: '2026-03-05', document: 'rib' };
const posted = { type: 'file_submitted', on: '2026-04-16', method: 'registered_post' };
const delivered = { type: 'post_delivered', on: '2026-04-21' };

describe('the days of the seven steps', () => {
  it('are those of the events that reached them', () => {
    expect(daysOfSteps(deeds(verified, posted, delivered), 3)).toEqual({
      1: '2026-03-05',
      2: '2026-04-16',
      3: '2026-04-21',
    });
  });
  it('leave out steps not reached, the papers while they are being gathered among them', () => {
    expect(daysOfSteps(deeds(verified), 1)).toEqual({});
  });
  it('take a file handed in as received the same day, and a call that finds it as a receipt', () => {
    expect(daysOfSteps(deeds({ ...posted, method: 'appointment' }), 3)).toMatchObject({ 3: '2026-04-16' });
    const call = { type: 'call_made', on: '2026-05-20', outcome: 'in_progress' };
    expect(daysOfSteps(deeds(posted, call), 3)).toMatchObject({ 3: '2026-05-20' });
  });
});

it.each([
  ['with_cpam', '2026-04-21'],
  ['submitted', '2026-04-16'],
  ['gathering_documents', undefined],
] as const)('a file is %s since %s', (stage, day) => {
  expect(sinceOf(stage, deeds(verified, posted, delivered))).toBe(day);
});
