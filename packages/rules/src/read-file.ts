import type { z } from 'zod';
import { faultsBetween, pathPart, type Issue } from './file-faults.ts';
import { File } from './file.ts';

export type ReadFile = { ok: true; file: File } | { ok: false; issues: Issue[] };

const NAMES: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  string: 'a text',
};

/** What to do about a fault, without the value itself: it may be what nobody may write down. */
function message(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') {
    const expected = NAMES[issue.expected] ?? issue.expected;
    return issue.input === undefined ? `This is missing. It is ${expected}.` : `This must be ${expected}.`;
  }
  if (issue.code === 'invalid_value')
    return issue.input === undefined
      ? `This is missing. One of: ${issue.values.join(', ')}.`
      : `Unknown. One of: ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_union') return 'No such type of event.';
  return 'This is not right here.';
}

const ROOT = 'A file is one JSON object with id, openedOn, applicant and events.';

/** One issue of the schema is one of ours, but for unknown fields: each has its own path. */
function issuesOf({ issues }: z.ZodError): Issue[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => pathPart(String(part))).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: path === '' ? ROOT : issue.message }];
    return issue.keys.map((key) => ({
      path: path === '' ? pathPart(key) : `${path}.${pathPart(key)}`,
      message: 'There is no such field here. Check its spelling, or leave it out.',
    }));
  });
}

/** Reads any JSON as a file, or says everything that is wrong with it at once. Never throws. */
export function readFile(input: unknown): ReadFile {
  const read = File.safeParse(input, { error: message });
  const issues = [...(read.success ? [] : issuesOf(read.error)), ...faultsBetween(input)];
  if (read.success && issues.length === 0) return { ok: true, file: read.data };
  const seen = new Set<string>();
  return {
    ok: false,
    issues: issues.filter(({ path, message: text }) => {
      const key = `${path}\n${text}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  };
}
