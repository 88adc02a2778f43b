import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from './calendar/days.ts';
import { forecast } from './forecast.ts';
import { plan } from './plan.ts';
import { readFile } from './read-file.ts';
import { files, todays } from './testing/files.ts';
import { holdsFor, seed } from './testing/holds.ts';

/** Whatever comes in is refused with its faults, or planned; nothing else is thrown, and everything ends. */

const numRuns = Number(process.env['RUNS'] ?? (process.env['CI'] ? 2_000 : 300));
/** A file of a few dozen events is read and planned in milliseconds; what takes this long on a busy machine does not end. */
const MOST_MS = 30_000;

afterAll(() => console.log(`To have the same files again: RUNS=${numRuns} SEED=${seed}`));

const spoilers: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    -1,
    0,
    1.5,
    1e308,
    -Infinity,
    NaN,
    true,
    [],
    {},
    [[]],
    '0000-01-01',
    '0001-01-01',
    '1582-10-10',
    '2026-02-30',
    '2026-1-1',
    '9999-12-30',
    '9999-12-31',
    '99999-01-01',
    '2026-02-03T00:00:00Z',
    '__proto__',
    'constructor',
    'toString',
    'e0',
    'voided',
    'e\u0301\u{1f469}\u200d\u{1f4bb}\u0000\ud800',
    'x'.repeat(20_000),
    '1'.repeat(5_000),
    'registered_post:chase:99999999999999999999',
    'review_file:with_cpam:1:1:1:1',
  ),
);

/** A change somewhere in a value: the way to the place, a number for each step, and what is done there. */
type Change = { way: number[]; how: 'put' | 'remove' | 'rename' | 'repeat' | 'swap'; what: unknown; name: string };

const changes: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  how: fc.constantFrom('put', 'put', 'put', 'remove', 'rename', 'repeat', 'swap'),
  what: spoilers,
  name: fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'extra', 'id', 'member', 'on', ''),
});

/** Puts a name of any kind on an object, as JSON.parse does: `__proto__` is a field like any other. */
function put(inside: object, name: string, value: unknown): void {
  Object.defineProperty(inside, name, { value, enumerable: true, configurable: true, writable: true });
}

function changed(value: unknown, { way, how, what, name }: Change): void {
  let inside = value;
  for (const [depth, step] of way.entries()) {
    if (typeof inside !== 'object' || inside === null) return;
    const keys = Object.keys(inside);
    const key = keys[step % keys.length];
    if (key === undefined) return;
    const here = (inside as Record<string, unknown>)[key];
    if (depth < way.length - 1 && typeof here === 'object' && here !== null) {
      inside = here;
      continue;
    }
    if (how === 'put') put(inside, key, what);
    else if (how === 'rename') put(inside, name, here);
    else if (how === 'repeat' && Array.isArray(inside)) inside.push(here, here);
    else if (how === 'swap')
      put(inside, key, (inside as Record<string, unknown>)[keys[(step + 1) % keys.length] ?? '']);
    else if (Array.isArray(inside)) inside.splice(Number(key), 1);
    else Reflect.deleteProperty(inside, key);
    return;
  }
}

/** Real files with some of their parts broken. */
const broken: fc.Arbitrary<unknown> = fc
  .tuple(files, fc.array(changes, { minLength: 1, maxLength: 4 }))
  .map(([file, all]) => {
    const copy: unknown = JSON.parse(JSON.stringify(file));
    for (const change of all) changed(copy, change);
    return copy;
  });

const anyDays = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }).map((n) => addDays('2018-01-01' as Day, n)),
  // The first and the last day there is; the command refuses any other text.
  fc.constantFrom('1800-01-01', '1900-02-28', '2096-02-29', '2199-12-31').map((day) => day as Day),
);

/** Refused with paths and words, or planned; says which. */
function survives(input: unknown, today: Day): 'refused' | 'planned' {
  const began = performance.now();
  const read = readFile(input);
  if (read.ok) {
    const made = plan(read.file, today);
    expect(made.nextReviewOn === null || made.nextReviewOn > made.today).toBe(true);
    expect(plan(read.file, today)).toEqual(made);
  } else {
    expect(read.issues.length).toBeGreaterThan(0);
    for (const { path, message } of read.issues)
      expect([path, message]).toEqual([expect.any(String), expect.stringMatching(/\.$|: .+\.$/)]);
    expect(new Set(read.issues.map(({ path, message }) => `${path}\n${message}`)).size).toBe(read.issues.length);
  }
  expect(performance.now() - began).toBeLessThan(MOST_MS);
  return read.ok ? 'planned' : 'refused';
}

describe('a day that readFile never lets through', () => {
  const settled = readFile({
    id: 'F',
    openedOn: '2026-01-05',
    applicant: {
      category: 'employee',
      birthDate: '1980-01-01',
      birthCountry: 'FR',
      nationalities: ['FR'],
      language: 'en',
      address: { postcode: '33000' },
    },
    events: [],
  });

  it.each(['9999-12-31', '9999-06-01', '2200-01-01', '2026-02-30', 'tomorrow'])(
    'ends with the fault of such a day, from code, too: %s',
    (text) => {
      if (!settled.ok) throw new Error('refused');
      const { file } = settled;
      const day = text as Day;
      for (const made of [
        () => plan(file, day),
        () => plan({ ...file, openedOn: day }, file.openedOn),
        () => forecast(file, day, 90),
      ])
        expect(made).toThrow('This day does not exist. Write a day as YYYY-MM-DD.');
    },
  );
});

describe('any input', { timeout: 3_600_000 }, () => {
  it('that is any JSON at all is refused in words', () => {
    holdsFor(numRuns, fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), (input) => {
      expect(survives(input, '2026-02-10' as Day)).toBe('refused');
    });
  });

  it('that was a file before parts of it were broken is refused in words, or planned', () => {
    const seen = { refused: 0, planned: 0 };
    holdsFor(numRuns, fc.tuple(broken, anyDays), ([input, today]) => void (seen[survives(input, today)] += 1));
    // A test that only ever sees one of the two has lost its sense.
    expect(Math.min(seen.refused, seen.planned)).toBeGreaterThan(numRuns / 50);
  });

  it('that is a whole file on any day there is gets a plan', () => {
    holdsFor(numRuns, fc.tuple(files, anyDays), ([file, today]) => {
      expect(survives(JSON.parse(JSON.stringify(file)), today)).toBe('planned');
    });
  });

  it('that says every day long ago or far ahead is refused in words, or planned', () => {
    const years = fc.constantFrom('0001', '1799', '1800', '1899', '2198', '2199', '9999');
    const shifted = fc.tuple(files, years).map(([file, year]): unknown => {
      const text = JSON.stringify(file).replaceAll(/"\d{4}(-\d\d-\d\d)"/g, `"${year}$1"`);
      return JSON.parse(text.replaceAll(`"${year}-02-29"`, `"${year}-02-28"`));
    });
    holdsFor(Math.ceil(numRuns / 4), fc.tuple(shifted, anyDays), ([input, today]) => {
      expect(['refused', 'planned']).toContain(survives(input, today));
    });
  });

  it('of two thousand events, of any kind and in any order, is planned and ends', () => {
    const many = fc.array(files, { minLength: 60, maxLength: 60 }).chain((all) => {
      const [first] = all;
      const events = all.flatMap(({ events }) => events).slice(0, 2_000);
      const file = { ...first, events: events.map((event, i) => ({ ...event, id: `e${i}` })) };
      return fc.tuple(fc.constant(file), todays(all[0] as (typeof all)[0]));
    });
    holdsFor(Math.max(1, Math.ceil(numRuns / 300)), many, ([input, today]) => {
      const began = performance.now();
      const read = readFile(JSON.parse(JSON.stringify(input)));
      if (read.ok) expect(plan(read.file, today).file).toBe('F');
      expect(performance.now() - began).toBeLessThan(60_000);
    });
  });
});
