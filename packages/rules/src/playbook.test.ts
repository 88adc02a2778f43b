import { describe, expect, it } from 'vitest';
import { defaultPlaybook, OTHER_SETTINGS, Playbook, SETTINGS } from './playbook.ts';

describe('the playbook', () => {
  it('has every setting once, each with its words', () => {
    expect(Object.keys(defaultPlaybook).sort()).toEqual(
      [...Object.keys(SETTINGS), ...Object.keys(OTHER_SETTINGS)].sort(),
    );
    for (const { words } of [...Object.values(SETTINGS), ...Object.values(OTHER_SETTINGS)]) {
      expect(words.en).not.toBe('');
      expect(words.fr).not.toBe('');
    }
  });

  it.each(Object.entries(SETTINGS))(
    'takes %s within its bounds and nothing beside',
    (name, { min, max, default: usual }) => {
      expect(defaultPlaybook[name as keyof typeof SETTINGS]).toBe(usual);
      for (const value of [min, max]) expect(Playbook.safeParse({ [name]: value }).success).toBe(true);
      for (const value of [min - 1, max + 1, min + 0.5, `${min}`, null]) {
        const read = Playbook.safeParse({ [name]: value });
        expect(read.success).toBe(false);
        expect(read.error?.issues[0]).toMatchObject({ path: [name], message: `A whole number from ${min} to ${max}.` });
      }
    },
  );

  it.each([
    [[7, 21, 42], true],
    [[3, 4, 90], true],
    [[2, 21, 42], false],
    [[7, 21, 91], false],
    [[21, 7, 42], false],
    [[7, 21], false],
  ])('reminders after %s days: %s', (reminderAfterDays, fine) => {
    expect(Playbook.safeParse({ reminderAfterDays }).success).toBe(fine);
  });
});
