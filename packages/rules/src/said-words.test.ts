import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as frame from './calls/frame.ts';
import { AGAIN, AGAIN_ADVICE, SCRIPTS } from './calls/scripts.ts';
import { aCare, careName } from './guidance/names.ts';
import * as names from './names.ts';
import { defaultPlaybook } from './playbook.ts';
import {
  boundsOf,
  groupNames,
  SETTING_NAMES,
  settingName,
  settingTold,
  unitWords,
  valueWords,
} from './playbook-words.ts';

/**
 * The words that stand in tables: names, settings, what is said on the telephone. Who changes one changes it in
 * `cases/said/words.json` too, and reads the French beside the English.
 */
const kept = JSON.parse(readFileSync(join(import.meta.dirname, '../cases/said/words.json'), 'utf8')) as Record<
  string,
  unknown
>;

const settings = Object.fromEntries(
  SETTING_NAMES.map((name) => [
    name,
    {
      name: settingName(name),
      ...settingTold[name],
      bounds: boundsOf(name),
      unitOfOne: unitWords(name, 1),
      unitOfMany: unitWords(name),
      usual: valueWords(name, defaultPlaybook[name]),
    },
  ]),
);
const { stageNames, waitingForNames, categoryNames, taskNames, emailNames, numberedEmail, deadlineNames } = names;
const { OPENING, CALLING, IDENTITY, CLIENT_ALLOWS, ANSWERS, CLOSING, WRITE_DOWN, NEVER } = frame;
const TABLES: Record<string, unknown> = {
  stages: stageNames,
  'waiting for': waitingForNames,
  categories: categoryNames,
  tasks: taskNames,
  emails: { ...emailNames, numbered: numberedEmail },
  deadlines: deadlineNames,
  'statuses of documents': names.documentStatusNames,
  cares: careName,
  'a care': aCare,
  'groups of settings': groupNames,
  settings,
  'scripts of calls': { ...SCRIPTS, again: AGAIN, againAdvice: AGAIN_ADVICE },
  'every call': { OPENING, CALLING, IDENTITY, CLIENT_ALLOWS, ANSWERS, CLOSING, WRITE_DOWN, NEVER },
};

describe('the words of', () => {
  it.each(Object.keys(TABLES))('%s', (table) => expect(TABLES[table]).toEqual(kept[table]));

  it('no other table are kept', () => expect(Object.keys(kept)).toEqual(Object.keys(TABLES)));
});
