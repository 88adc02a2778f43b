import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Foreseen } from './foreseen.ts';
import { droppedHolds, reconcileForeseen } from './foreseen.ts';
import type { StoredMessage } from './stored-file.ts';

const row = (more: Partial<Foreseen> = {}): Foreseen => ({
  id: 'f1',
  key: 'email:documents_reminder:4',
  what: 'email',
  kind: 'documents_reminder',
  on: '2026-06-29' as Day,
  listed: false,
  away: false,
  source: null,
  content: { because: { en: 'Because.', fr: 'Parce que.' }, payload: {} },
  heldBy: null,
  ...more,
});
const wanted = (more: Partial<Foreseen> = {}) => {
  const { id: _id, heldBy: _heldBy, ...rest } = row(more);
  return rest;
};
const NONE = new Set<string>();

describe('an email that a person holds ahead', () => {
  const held = row({ heldBy: 'ada' });
  const hidden = row({ heldBy: 'ada', away: true });

  it('stays held, out of sight, while it is not foreseen', () => {
    expect(reconcileForeseen([held], [], NONE)).toEqual({ put: [hidden], gone: [] });
    expect(reconcileForeseen([hidden], [], NONE)).toEqual({ put: [], gone: [] });
  });

  it('is seen as held on its new day when it is foreseen again', () => {
    const later = { on: '2026-07-06' as Day };
    expect(reconcileForeseen([hidden], [wanted(later)], NONE)).toEqual({
      put: [row({ ...later, heldBy: 'ada' })],
      gone: [],
    });
  });

  it('hands its hold to its message when it is planned', () => {
    const planned = new Set([held.key]);
    for (const one of [held, hidden]) expect(reconcileForeseen([one], [], planned)).toEqual({ put: [], gone: ['f1'] });
    const listed = wanted({ listed: true, on: '2026-07-06' as Day });
    expect(reconcileForeseen([held], [listed], planned).put).toEqual([{ ...listed, id: 'f1', heldBy: null }]);
  });
});

describe('a planned email that a person holds and the plan drops', () => {
  const dropped = [
    { key: row().key, template: 'documents_reminder', sendOn: '2026-06-29' as Day, heldBy: 'ada' },
  ] as const;
  const hidden = { key: row().key, kind: 'documents_reminder', on: '2026-06-29', away: true, heldBy: 'ada' };

  it('leaves its hold, out of sight, until it is foreseen or planned again', () => {
    const { put, gone } = reconcileForeseen([], [], NONE, dropped);
    expect(put).toMatchObject([hidden]);
    expect(gone).toEqual([]);
    expect(reconcileForeseen(put, [], NONE)).toEqual({ put: [], gone: [] });
    expect(reconcileForeseen(put, [], new Set([row().key]))).toEqual({ put: [], gone: [put[0]?.id] });
  });
  it('is seen as held when it is foreseen for another day', () => {
    expect(reconcileForeseen([], [wanted()], NONE, dropped).put).toMatchObject([{ away: false, heldBy: 'ada' }]);
    // Its row may say of the plan of before that the day is another one, or that it would fall away.
    expect(reconcileForeseen([row({ listed: true })], [wanted()], NONE, dropped).put).toMatchObject([
      { id: 'f1', listed: false, heldBy: 'ada' },
    ]);
    expect(reconcileForeseen([row({ listed: true, away: true })], [], NONE, dropped)).toMatchObject({
      put: [{ id: 'f1', ...hidden }],
      gone: [],
    });
  });
  it.each(['by_person', 'late'] as const)('and one that is held %s: whose hold it is, is known of the first', (why) => {
    const message = { ...dropped[0], state: 'held', heldReason: why } as unknown as StoredMessage;
    expect(droppedHolds([message], NONE)).toEqual(why === 'by_person' ? dropped : []);
    expect(droppedHolds([message], new Set([message.key]))).toEqual([]);
  });
});

it('what nobody holds goes when it is foreseen no more', () => {
  expect(reconcileForeseen([row()], [], NONE)).toEqual({ put: [], gone: ['f1'] });
});
