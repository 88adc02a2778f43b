import { describe, expect, it } from 'vitest';
import { hasEnded } from '../../packages/rules/src/citations/in-force.ts';
import { outlived } from './citations.mjs';
import { check as imports, cycles } from './imports.mjs';
import { check as jobs } from './jobs.mjs';
import { check as purity } from './purity.mjs';
import { check as settings } from './settings.mjs';
import { parse } from './source.mjs';

/** Runs a check over files that exist only here. */
const over = (check, files) => check(Object.keys(files), (file) => parse(file, files[file])).findings;
const problems = (check, files) => over(check, files).map(({ file, line }) => `${file}:${line}`);

describe('import direction', () => {
  it.each([
    ['the rules use a library', 'packages/rules/src/a.ts', `import fs from 'node:fs';`],
    ['the rules use another package', 'packages/rules/src/a.ts', `import { x } from '@suivi/contracts/files';`],
    ['a package uses an app', 'packages/emails/src/a.ts', `import { x } from '../../../apps/api/src/main.ts';`],
    ['an app uses the other app', 'apps/dashboard/src/a.tsx', `import { x } from '../../api/src/main.http.ts';`],
    ['a package is left by a path', 'packages/contracts/src/a.ts', `import { x } from '../../rules/src/file.ts';`],
    ['a package is imported whole', 'packages/contracts/src/a.ts', `import { x } from '@suivi/rules';`],
    ['a feature enters a controller', 'apps/api/src/tasks/a.ts', `import { x } from '../files/files.controller.ts';`],
    ['a feature enters an inner folder', 'apps/api/src/tasks/a.ts', `import { x } from '../files/rows/deep.ts';`],
    ['the ground knows a feature', 'apps/api/src/platform/a.ts', `import { x } from '../files/read.ts';`],
  ])('refuses that %s', (_, file, text) => {
    expect(problems(imports, { [file]: text })).toEqual([`${file}:1`]);
  });

  it.each([
    ['the rules use zod', 'packages/rules/src/a.ts', `import { z } from 'zod';`],
    ['a rule uses a neighbour', 'packages/rules/src/a.ts', `import { x } from './b.ts';`],
    ['contracts use the rules', 'packages/contracts/src/a.ts', `import { x } from '@suivi/rules/file';`],
    ['a feature uses the front of another', 'apps/api/src/tasks/a.ts', `import { x } from '../files/record-event.ts';`],
    ['a feature stands on the ground', 'apps/api/src/tasks/a.ts', `import { x } from '../platform/config.ts';`],
    ['a door knows a controller', 'apps/api/src/app.module.ts', `import { x } from './files/files.controller.ts';`],
  ])('allows that %s', (_, file, text) => {
    expect(problems(imports, { [file]: text })).toEqual([]);
  });
});

describe('circles of imports', () => {
  it('finds each circle once', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a'])],
      ['d', new Set(['a'])],
    ]);
    expect(cycles(graph)).toEqual([['a', 'b', 'c', 'a']]);
  });

  it('does not count what exists only for the types', () => {
    const files = {
      'packages/rules/src/a.ts': `import { b } from './b.ts';`,
      'packages/rules/src/b.ts': `import type { A } from './a.ts';`,
    };
    expect(problems(imports, files)).toEqual([]);
  });
});

describe('purity of the rules', () => {
  it.each([
    ['const t = new Date();'],
    ['const t = Date.now();'],
    ['const n = Math.random();'],
    ['const e = process.env.HOME;'],
    ['await fetch("https://x");'],
  ])('refuses %s', (text) => {
    expect(problems(purity, { 'packages/rules/src/a.ts': text })).toEqual(['packages/rules/src/a.ts:1']);
  });

  it.each([
    ['// new Date() stands only in a comment'],
    ['type Row = { Date: string; process: number };'],
    ['const text = "process the Date";'],
    ['const x = row.Date;'],
  ])('allows %s', (text) => {
    expect(problems(purity, { 'packages/rules/src/a.ts': text })).toEqual([]);
  });

  it('lets the calendar count with days, but not read the clock', () => {
    const calendar = 'packages/rules/src/calendar/days.ts';
    expect(problems(purity, { [calendar]: 'const t = new Date(`${day}T00:00:00Z`);' })).toEqual([]);
    expect(problems(purity, { [calendar]: 'const t = new Date();' })).toEqual([`${calendar}:1`]);
  });
});

describe('settings', () => {
  it('are read in config.ts and nowhere else in the apps', () => {
    const text = 'export const port = process.env.PORT;';
    expect(problems(settings, { 'apps/api/src/platform/config.ts': text })).toEqual([]);
    expect(problems(settings, { 'apps/api/src/files/a.ts': text })).toEqual(['apps/api/src/files/a.ts:1']);
    expect(problems(settings, { 'apps/dashboard/vite.config.ts': text })).toEqual([]);
  });
});

describe('jobs', () => {
  const list = 'apps/api/src/outbox/jobs.ts';
  const job = `export const reviewJob = defineJob({ name: 'reviews.review', handledIn: 'reviews/review.ts' });`;
  const handler = 'export const handler = handles(reviewJob, async () => {});';

  it.each([
    ['a job with its handler', { [list]: job, 'apps/api/src/reviews/review.ts': handler }, []],
    ['a job without one', { [list]: job }, [`${list}:1`]],
    [
      'a job with two',
      { [list]: job, 'apps/api/src/reviews/review.ts': handler, 'apps/api/src/reviews/b.ts': handler },
      [`${list}:1`],
    ],
    ['a handler elsewhere', { [list]: job, 'apps/api/src/reviews/other.ts': handler }, [`${list}:1`]],
  ])('%s', (_, files, expected) => {
    expect(problems(jobs, files)).toEqual(expected);
  });
});

describe('sources that hold no more', () => {
  const citations = {
    old: { validUntil: '2026-11' },
    older: {},
    newer: { supersedes: ['older'] },
  };
  const on = (source, today) =>
    outlived([{ what: 'the rule a_rule', source }], citations, hasEnded, today).map(([, problem]) => problem);

  it('are noticed the day after they ended', () => {
    expect(on('old', '2026-11-30')).toEqual([]);
    expect(on('old', '2026-12-01')).toEqual([
      'the rule a_rule stands on old, which held until 2026-11: follow what holds now',
    ]);
  });

  it('may be what a newer one has replaced, while the newer one is followed', () => {
    expect(on('newer', '2026-11-30')).toEqual([]);
  });

  it('are noticed once another has replaced them', () => {
    expect(on('older', '2026-11-30')).toEqual([
      'the rule a_rule stands on older, which newer has replaced: follow that one',
    ]);
  });
});
