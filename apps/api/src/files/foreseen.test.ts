import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import type { Foreseen } from './foreseen.ts';
import { reconcileForeseen } from './foreseen.ts';

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

it('what nobody holds goes when it is foreseen no more', () => {
  expect(reconcileForeseen([row()], [], NONE)).toEqual({ put: [], gone: ['f1'] });
});
