import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { CITATIONS } from './citations/citations.ts';
import type { Event, File } from './file.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { defaultPlaybook, type Playbook } from './playbook.ts';
import { readFile } from './read-file.ts';
import {
  CALL_OUTCOMES,
  CATEGORIES,
  DEADLINE_KINDS,
  DOCUMENTS,
  EMAIL_TEMPLATES,
  EVENT_TYPES,
  FAULTS,
  PERMIT_KINDS,
  POST_STATUSES,
  STAGES,
  SUBMISSION_METHODS,
  TASK_KINDS,
  WARNINGS,
} from './vocabulary.ts';

/** Whatever the contract names is reached by a case that a person worked out: what is not is printed. */

type Case = { file: File; today: Day; made: Plan };

const root = join(import.meta.dirname, '../../..');

/** The cases with their plans. Read inside a test: what is read or planned while this file loads belongs to none. */
function planned(): Case[] {
  return ['packages/rules/cases', '../shared/cases']
    .map((path) => join(root, path))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.json'))
    .flatMap((path) => {
      const { file, today } = JSON.parse(readFileSync(path, 'utf8')) as { file: unknown; today: Day };
      const read = readFile(file);
      return read.ok ? [{ file: read.file, today, made: plan(read.file, today) }] : [];
    });
}

/** Those of a list that no case has reached. */
const missing = (all: readonly string[], reached: Iterable<string>): string[] => {
  const known = new Set(reached);
  return all.filter((each) => !known.has(each));
};

/** Some papers are never more than useful. */
const isListed = ({ need }: { need: string }): boolean => need !== 'not_needed';

/** Every list of the contract, and what the cases have reached of it. */
function reachedOf(cases: readonly Case[]): Record<string, [all: readonly string[], reached: readonly string[]]> {
  const plans = cases.map(({ made }) => made);
  const events = cases.flatMap(({ file }) => file.events);
  const people = cases.map(({ file }) => file.applicant);
  const types = <Type extends Event['type']>(...wanted: Type[]) =>
    events.filter((event): event is Extract<Event, { type: Type }> => wanted.some((type) => type === event.type));
  return {
    stage: [STAGES, plans.map(({ stage }) => stage)],
    route: [['post', 'online', 'option_form', 'none'], plans.map(({ route }) => route)],
    'status of a caisse': [['known', 'choose', 'address_missing', 'elsewhere'], plans.map((one) => one.caisse.status)],
    eligibility: [
      ['eligible', 'not_yet', 'uncertain', 'not_this_route'],
      plans.map(({ eligibility }) => eligibility.status),
    ],
    document: [DOCUMENTS, plans.flatMap(({ documents }) => documents.filter(isListed).map(({ code }) => code))],
    'status of a document': [
      ['missing', 'not_yet', 'received', 'verified', 'rejected', 'expired'],
      plans.flatMap(({ documents }) => documents.map(({ status }) => status)),
    ],
    task: [TASK_KINDS, plans.flatMap(({ tasks }) => tasks.map(({ kind }) => kind))],
    email: [EMAIL_TEMPLATES, plans.flatMap(({ emails }) => emails.map(({ template }) => template))],
    deadline: [DEADLINE_KINDS, plans.flatMap(({ deadlines }) => deadlines.map(({ kind }) => kind))],
    warning: [WARNINGS, plans.flatMap(({ warnings }) => warnings.map(({ code }) => code))],
    event: [EVENT_TYPES, events.map(({ type }) => type)],
    'outcome of a call': [CALL_OUTCOMES, types('call_made').map(({ outcome }) => outcome)],
    'fault of a paper': [FAULTS, types('document_rejected').map(({ fault }) => fault)],
    'status of a letter': [POST_STATUSES, types('post_tracked').map(({ status }) => status)],
    'way to submit': [SUBMISSION_METHODS, types('file_submitted').map(({ method }) => method)],
    category: [CATEGORIES, people.map(({ category }) => category)],
    permit: [PERMIT_KINDS, people.flatMap(({ residencePermit }) => residencePermit?.kind ?? [])],
  };
}

it('everything the contract names is reached by a case', () => {
  const lists = Object.entries(reachedOf(planned()));
  const left = lists.flatMap(([what, [all, reached]]) => missing(all, reached).map((one) => `${what}: ${one}`));
  expect(left).toEqual([]);
  expect(lists.filter(([, [all]]) => all.length === 0)).toEqual([]);
});

/**
 * The citations that the engine's own sources name; the register, the list itself, and Guidance and the call desk,
 * which no plan reads, aside.
 */
function citationsInUse(): string[] {
  const texts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.ts') && !/\.test\.ts$|^(citations|register|testing|guidance|calls)[/\\]/.test(path),
    )
    .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'));
  return Object.keys(CITATIONS).filter((id) => texts.some((text) => text.includes(`'${id}'`)));
}

it('every citation that the engine uses is named by the plan of a case', () => {
  const named = planned().flatMap(({ made }) =>
    [...made.tasks, ...made.deadlines, ...made.warnings, ...made.documents, made.caisse, made.eligibility].map(
      ({ source }) => source,
    ),
  );
  expect(missing(citationsInUse(), named)).toEqual([]);
});

it('every setting of the playbook changes the plan of a case that has it otherwise', () => {
  const settings = Object.keys(defaultPlaybook) as (keyof Playbook)[];
  const cases = planned();
  const moves = (setting: keyof Playbook): boolean =>
    cases.some(({ file, today, made }) => {
      const standard = defaultPlaybook[setting];
      if (JSON.stringify(file.playbook[setting]) === JSON.stringify(standard)) return false;
      const without = plan({ ...file, playbook: { ...file.playbook, [setting]: standard } }, today);
      return JSON.stringify(without) !== JSON.stringify(made);
    });
  expect(settings.filter((setting) => !moves(setting))).toEqual([]);
});
