import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '@suivi/contracts/playbook';
import type { Day } from '@suivi/rules/calendar/days';
import { defaultPlaybook } from '@suivi/rules/playbook';
import { draftOf, editsBetween, isOfDraft } from './draft.ts';

const first = { version: 0, settings: defaultPlaybook, publishedBy: null, publishedAt: null };

describe('settings as they are typed', () => {
  it('change what was typed alone, so that what somebody else publishes shows through', () => {
    const edits = { firstCallAfterDays: 21 };
    expect(draftOf(defaultPlaybook, edits).changed).toEqual(['firstCallAfterDays']);
    const later = draftOf({ ...defaultPlaybook, visitAfterDays: 50 }, edits);
    expect([later.changed, later.playbook?.visitAfterDays]).toEqual([['firstCallAfterDays'], 50]);
  });

  it('are no change where they are typed back', () => {
    const draft = draftOf(defaultPlaybook, { firstCallAfterDays: 30, reminderAfterDays: [7, 21, 42] });
    expect([draft.changed, draft.faults.size]).toEqual([[], 0]);
  });

  it('say what is wrong with each, and keep it as it was typed', () => {
    const draft = draftOf(defaultPlaybook, { firstCallAfterDays: '', reminderAfterDays: [7, 5, 42] });
    expect([...draft.faults.keys()]).toEqual(['firstCallAfterDays', 'reminderAfterDays']);
    expect([draft.playbook, draft.values.firstCallAfterDays]).toEqual([null, '']);
    expect(draft.valid).toEqual(defaultPlaybook);
  });

  it('come back from an earlier version', () => {
    const earlier = { ...defaultPlaybook, remindersAtMost: 3 };
    expect(editsBetween(defaultPlaybook, earlier)).toEqual({ remindersAtMost: 3 });
  });
});

describe('a trial', () => {
  const today = '2026-05-21' as Day;
  const draft = draftOf(defaultPlaybook, { firstCallAfterDays: 21 });
  const now = { draft, present: first, today, rulesVersion: '2026.5' };
  const trial = {
    settings: { ...defaultPlaybook, firstCallAfterDays: 21 },
    baseVersion: 0,
    rulesVersion: '2026.5',
    on: today,
  } as Rehearsal;

  it('speaks of the very settings, the version they change, the rules and the day', () => {
    expect(isOfDraft(trial, now)).toBe(true);
    for (const other of [
      { settings: defaultPlaybook },
      { baseVersion: 1 },
      { rulesVersion: '2026.4' },
      { on: '2026-05-20' as Day },
    ])
      expect(isOfDraft({ ...trial, ...other }, now)).toBe(false);
    expect(isOfDraft(trial, { ...now, draft: draftOf(defaultPlaybook, { firstCallAfterDays: 2 }) })).toBe(false);
  });
});
