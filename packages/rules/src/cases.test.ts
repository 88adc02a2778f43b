import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { plan } from './plan.ts';
import { readFile } from './read-file.ts';

/**
 * Files with the plan they must get, and files that must be refused, derived by hand from the contract.
 * A case names only what matters to it. The folder beside the project, where there is one, is read too.
 */

type Row = Record<string, unknown>;
type Expected = {
  stage?: string;
  route?: string;
  nextReviewOn?: string | null;
  eligibility?: Row;
  caisse?: Row;
  progress?: Row;
  documents?: Record<string, string[]>;
  statuses?: Record<string, string>;
  tasks?: Row[];
  emails?: Row[];
  deadlines?: Row[];
  no_tasks?: string[];
  no_emails?: string[];
  no_deadlines?: string[];
  warnings?: string[];
  no_warnings?: string[];
};
type Good = { name: string; why: string; today: Day; file: unknown; expect: Expected };
type Bad = { name: string; why: string; file: unknown; paths: string[] };

const root = join(import.meta.dirname, '../../..');
const folders = ['packages/rules/cases', '../shared/cases'].map((path) => join(root, path));

function read<T>(...parts: string[]): T[] {
  return folders
    .map((folder) => join(folder, ...parts))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T),
    );
}

const isBelow = (path: string, above: string, separator: string): boolean =>
  path === above || path.startsWith(`${above}${separator}`);

describe.each(read<Good>())('$name', ({ why, today, file, expect: wanted }) => {
  it(`gets its plan: ${why}`, () => {
    const answer = readFile(file);
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.issues)}`);
    const made = plan(answer.file, today);
    const { stage, route, nextReviewOn, eligibility, caisse, progress, tasks, emails, deadlines } = wanted;
    const simple = { stage, route, nextReviewOn, eligibility, caisse, progress };
    expect(made).toMatchObject(Object.fromEntries(Object.entries(simple).filter(([, value]) => value !== undefined)));

    for (const [sort, codes] of Object.entries(wanted.documents ?? {})) {
      const member = sort.startsWith('member:') ? sort.split(':')[1] : null;
      const needed = made.documents
        .filter((row) => row.member === member && (row.need === 'required' || row.need === 'conditional'))
        .map(({ code }) => code as string);
      if (sort.endsWith('not_needed')) expect(needed.filter((code) => codes.includes(code))).toEqual([]);
      else expect(needed).toEqual(expect.arrayContaining(codes));
    }
    const own = made.documents.filter(({ member }) => member === null).map(({ code, status }) => [code, status]);
    expect(Object.fromEntries(own)).toMatchObject(wanted.statuses ?? {});

    const among = (rows: Row[] = []): unknown =>
      expect.arrayContaining(rows.map((row) => expect.objectContaining(row)));
    expect(made.tasks).toEqual(among(tasks));
    expect(made.emails).toEqual(among(emails));
    expect(made.deadlines).toEqual(among(deadlines));

    const unwanted = [
      ...made.tasks.filter(({ key }) => wanted.no_tasks?.some((above) => isBelow(key, above, ':'))),
      ...made.emails.filter(({ key }) => wanted.no_emails?.some((above) => isBelow(key, `email:${above}`, ':'))),
      ...made.deadlines.filter(({ key }) => wanted.no_deadlines?.some((above) => key.startsWith(`deadline:${above}`))),
    ];
    expect(unwanted.map(({ key }) => key)).toEqual([]);

    const said = [made.caisse, made.eligibility, ...made.documents, ...made.tasks, ...made.emails, ...made.deadlines];
    for (const { because } of [...said, ...made.warnings])
      for (const text of [because.en, because.fr]) expect(text).toMatch(/^(?!.*(…|undefined|null|NaN|\{)).+[.?»”]$/);

    const codes: string[] = made.warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(wanted.warnings ?? []));
    expect(codes.filter((code) => wanted.no_warnings?.includes(code))).toEqual([]);
  });
});

// A day that does not exist is refused by the command, which alone is given a day as text.
const ofTheFile = read<Bad>('bad').filter(({ paths }) => !paths.includes('today'));

describe.each(ofTheFile)('$name', ({ why, file, paths }) => {
  it(`is refused: ${why}`, () => {
    const answer = readFile(file);
    const issues = answer.ok ? [] : answer.issues;
    const found = issues.map(({ path }) => path);
    expect(paths.filter((above) => !found.some((path) => isBelow(path, above, '.')))).toEqual([]);
    expect(found.filter((path) => !paths.some((above) => isBelow(path, above, '.')))).toEqual([]);
    expect(issues.filter(({ message }) => !message)).toEqual([]);
  });
});
