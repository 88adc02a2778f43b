import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { CITATIONS } from './citations/citations.ts';
import type { File } from './file.ts';
import { plan } from './plan.ts';
import { defaultPlaybook, type Playbook } from './playbook.ts';
import { readFile } from './read-file.ts';
import {
  CALL_OUTCOMES,
  DEADLINE_KINDS,
  DOCUMENTS,
  EMAIL_TEMPLATES,
  EVENT_TYPES,
  STAGES,
  TASK_KINDS,
  WARNINGS,
} from './vocabulary.ts';

/** Whatever the contract names is reached by a case that a person worked out: what is not is printed. */

type Case = { name: string; file: File; today: Day };

const root = join(import.meta.dirname, '../../..');
const cases: Case[] = ['packages/rules/cases', '../shared/cases']
  .map((path) => join(root, path))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.json'))
  .flatMap((path) => {
    const { name, file, today } = JSON.parse(readFileSync(path, 'utf8')) as { name: string; file: unknown; today: Day };
    const read = readFile(file);
    return read.ok ? [{ name, file: read.file, today }] : [];
  });
const plans = cases.map(({ file, today }) => plan(file, today));
const events = cases.flatMap(({ file }) => file.events);

/** Those of a list that no case has reached. */
const missing = (all: readonly string[], reached: Iterable<string>): string[] => {
  const known = new Set(reached);
  return all.filter((each) => !known.has(each));
};

/** Some papers are never more than useful. */
const isListed = ({ need }: { need: string }): boolean => need !== 'not_needed';

it.each<[what: string, all: readonly string[], reached: Iterable<string>]>([
  ['stage', STAGES, plans.map(({ stage }) => stage)],
  ['document', DOCUMENTS, plans.flatMap(({ documents }) => documents.filter(isListed).map(({ code }) => code))],
  ['task', TASK_KINDS, plans.flatMap(({ tasks }) => tasks.map(({ kind }) => kind))],
  ['email', EMAIL_TEMPLATES, plans.flatMap(({ emails }) => emails.map(({ template }) => template))],
  ['deadline', DEADLINE_KINDS, plans.flatMap(({ deadlines }) => deadlines.map(({ kind }) => kind))],
  ['warning', WARNINGS, plans.flatMap(({ warnings }) => warnings.map(({ code }) => code))],
  ['event', EVENT_TYPES, events.map(({ type }) => type)],
  ['call outcome', CALL_OUTCOMES, events.flatMap((event) => (event.type === 'call_made' ? [event.outcome] : []))],
])('every %s is reached by a case', (_, all, reached) => {
  expect(missing(all, reached)).toEqual([]);
});

/** The citations that the engine's own sources name, the register and the list itself left aside. */
function citationsInUse(): string[] {
  const texts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^(citations|register|testing)[/\\]/.test(path))
    .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'));
  return Object.keys(CITATIONS).filter((id) => texts.some((text) => text.includes(`'${id}'`)));
}

it('every citation that the engine uses is named by the plan of a case', () => {
  const named = plans.flatMap((made) =>
    [...made.tasks, ...made.deadlines, ...made.warnings, ...made.documents, made.caisse, made.eligibility].map(
      ({ source }) => source,
    ),
  );
  expect(missing(citationsInUse(), named)).toEqual([]);
});

it('every setting of the playbook changes the plan of a case that has it otherwise', () => {
  const settings = Object.keys(defaultPlaybook) as (keyof Playbook)[];
  const moves = (setting: keyof Playbook): boolean =>
    cases.some(({ file, today }, i) => {
      const standard = defaultPlaybook[setting];
      if (JSON.stringify(file.playbook[setting]) === JSON.stringify(standard)) return false;
      const without = plan({ ...file, playbook: { ...file.playbook, [setting]: standard } }, today);
      return JSON.stringify(without) !== JSON.stringify(plans[i]);
    });
  expect(settings.filter((setting) => !moves(setting))).toEqual([]);
});
