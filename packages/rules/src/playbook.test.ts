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

  it('has the defaults and bounds of the contract', () => {
    const bounds = Object.entries(SETTINGS).map(([name, { default: usual, min, max }]) => [name, usual, min, max]);
    expect(bounds).toEqual([
      ['firstCallAfterDays', 30, 7, 90],
      ['visitAfterDays', 45, 14, 120],
      ['chaseAfterMonths', 2, 1, 4],
      ['mediatorAfterMonths', 3, 2, 6],
      ['reviewAfterMonths', 4, 3, 12],
      ['stillWaitingEveryDays', 30, 14, 60],
      ['stillWaitingAtMost', 6, 0, 12],
      ['remindersAtMost', 6, 0, 12],
      ['documentsReviewAfterDays', 60, 30, 180],
      ['tracePostAfterWorkingDays', 5, 3, 15],
      ['assumedDeliveryWorkingDays', 4, 2, 10],
      ['supplementWithinDays', 25, 5, 60],
      ['supplementCallAfterDays', 15, 5, 60],
      ['rightsCallAfterMonths', 3, 1, 6],
      ['civilStatusAfterMonths', 6, 3, 8],
      ['numberAlarmAfterMonths', 8, 6, 8],
      ['orderCardAfterDays', 10, 0, 60],
      ['declareGpAfterDays', 21, 0, 90],
      ['cardCheckAfterDays', 14, 7, 60],
      ['cardCallAfterDays', 21, 14, 90],
      ['cardLetterAfterDays', 30, 21, 120],
      ['cardVisitAfterDays', 45, 30, 150],
      ['cardReviewAfterDays', 60, 45, 180],
      ['appealTaskDaysBefore', 20, 10, 45],
      ['coverReminderDaysBefore', 30, 14, 90],
      ['permitReviewDaysBefore', 90, 30, 180],
      ['reviewAgainAfterDays', 30, 7, 90],
    ]);
    expect(defaultPlaybook).toMatchObject({ reminderAfterDays: [7, 21, 42], postWithoutBirthCertificate: false });
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
