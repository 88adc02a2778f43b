import { describe, expect, it } from 'vitest';
import { defaultPlaybook, Playbook } from './playbook.ts';
import {
  boundsOf,
  changedSettings,
  readSettings,
  SETTING_GROUPS,
  SETTING_NAMES,
  settingName,
  settingsIn,
  settingTold,
  valueWords,
} from './playbook-words.ts';

describe('the settings of the playbook', () => {
  it('each stand in one group, with a name, what they do and their bounds in both languages', () => {
    const grouped = SETTING_GROUPS.flatMap((group) => settingsIn(group));
    expect([...grouped].sort()).toEqual([...SETTING_NAMES].sort());
    for (const name of SETTING_NAMES)
      for (const words of [settingName(name), settingTold[name].does, boundsOf(name)]) {
        expect(words.en).not.toBe('');
        expect(words.fr).not.toBe('');
        expect(words.fr).not.toBe(words.en);
      }
  });

  it.each<[Parameters<typeof valueWords>[0], Parameters<typeof valueWords>[1], string, string]>([
    ['postWithoutBirthCertificate', true, 'yes', 'oui'],
    ['postWithoutBirthCertificate', false, 'no', 'non'],
    ['firstCallAfterDays', 1, '1 day', '1 jour'],
    ['firstCallAfterDays', 30, '30 days', '30 jours'],
    ['reminderAfterDays', [7, 21, 42], '7, 21, 42 days', '7, 21, 42 jours'],
    ['remindersAtMost', 0, '0 emails', '0 courriel'],
  ])('read as a person says them: %s, %j', (name, value, en, fr) => {
    expect(valueWords(name, value)).toEqual({ en, fr });
  });

  it('may come in part: what is left out stays as the agency has it', () => {
    const present = Playbook.parse({ visitAfterDays: 50 });
    expect(readSettings({ firstCallAfterDays: 21 }, present)).toEqual({
      ok: true,
      playbook: { ...defaultPlaybook, visitAfterDays: 50, firstCallAfterDays: 21 },
    });
    expect(readSettings({}, present)).toEqual({ ok: true, playbook: present });
  });

  it('are refused with every fault at once, each naming its bounds', () => {
    const read = readSettings(
      {
        firstCallAfterDays: 5,
        visitAfterDays: 14.5,
        chaseAfterMonths: 'two',
        reminderAfterDays: [7, 7, 42],
        postWithoutBirthCertificate: 'yes',
        firstCall: 1,
        mediatorAfterMonths: null,
      },
      defaultPlaybook,
    );
    if (read.ok) throw new Error('These are no settings.');
    expect(Object.fromEntries(read.faults.map(({ setting, message }) => [setting, message.en]))).toEqual({
      firstCallAfterDays: 'A whole number from 7 to 90.',
      visitAfterDays: 'A whole number from 14 to 120.',
      chaseAfterMonths: 'A whole number from 1 to 4.',
      mediatorAfterMonths: 'A whole number from 2 to 6.',
      reminderAfterDays: 'Three whole numbers from 3 to 90, each greater than the one before.',
      postWithoutBirthCertificate: 'Yes or no: true or false.',
      firstCall: 'There is no setting of this name. Check its spelling, or leave it out.',
    });
  });

  it.each([[null], [[]], ['30'], [30], [undefined]])('are no object: %j', (given) => {
    expect(readSettings(given, defaultPlaybook)).toMatchObject({ ok: false, faults: [{ setting: '' }] });
  });

  it('take their bounds themselves, and nothing beyond', () => {
    for (const name of SETTING_NAMES) {
      const numbers = /from (\d+) to (\d+)/.exec(boundsOf(name).en);
      if (numbers === null || name === 'reminderAfterDays') continue;
      const [min, max] = [Number(numbers[1]), Number(numbers[2])];
      const taken = [min - 1, min, max, max + 1].map((value) => readSettings({ [name]: value }, defaultPlaybook).ok);
      expect([name, taken]).toEqual([name, [false, true, true, false]]);
    }
  });

  it('are compared by value, in the order in which they act', () => {
    const after = { ...defaultPlaybook, reminderAfterDays: [7, 21, 42] as [number, number, number] };
    expect(changedSettings(defaultPlaybook, after)).toEqual([]);
    expect(changedSettings(defaultPlaybook, { ...after, cardCallAfterDays: 20, remindersAtMost: 1 })).toEqual([
      'remindersAtMost',
      'cardCallAfterDays',
    ]);
  });

  it('say their value with its unit', () => {
    expect([
      valueWords('firstCallAfterDays', 30).en,
      valueWords('stillWaitingAtMost', 1).fr,
      valueWords('stillWaitingAtMost', 0).en,
      valueWords('reminderAfterDays', [7, 21, 42]).fr,
      valueWords('postWithoutBirthCertificate', true).fr,
      valueWords('tracePostAfterWorkingDays', 5).en,
    ]).toEqual(['30 days', '1 courriel', '0 emails', '7, 21, 42 jours', 'oui', '5 working days']);
  });
});
