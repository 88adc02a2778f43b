import { expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { givesWay } from './courtesy.ts';

const day = (text: string) => text as Day;

it.each<['documents_reminder' | 'still_waiting', string[], string[], boolean]>([
  ['documents_reminder', ['2026-03-10'], [], true],
  ['documents_reminder', ['2026-03-07'], [], true],
  ['documents_reminder', ['2026-03-06'], [], false],
  ['documents_reminder', ['2026-03-11'], [], false],
  ['documents_reminder', [], ['2026-03-10'], false],
  ['still_waiting', [], ['2026-03-10'], true],
  ['still_waiting', [], ['2026-02-24'], true],
  ['still_waiting', [], ['2026-02-23'], false],
])('%s on 10 March gives way to emails of %j and calls of %j: %s', (template, others, calls, gives) =>
  expect(givesWay(template, day('2026-03-10'), new Set(others.map(day)), calls.map(day))).toBe(gives),
);
