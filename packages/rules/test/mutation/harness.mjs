// What the tests of the rules take from vitest, without its workers: a list of named functions.
// Suites are only names here, each row of a table is a test, and `expect` is vitest's own.
import fc from 'fast-check';
import { expect } from 'vitest';

/** @typedef {{ name: string, run: () => unknown }} Test */

/** The modules that the script of the tests may ask for, and the tests it has told of so far. */
export function harness(seed) {
  /** @type {Test[]} */
  const tests = [];
  const taken = new Map();
  let suite = '';

  /** The same name twice is two tests. */
  const nameOf = (label) => {
    const name = `${suite}${label}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  };
  /** vitest's `each`: a row that is a list gives the arguments. */
  const each =
    (tell) =>
    (rows) =>
    (label, ...rest) =>
      rows.forEach((row, place) => {
        const run = rest.find((one) => typeof one === 'function');
        tell(`${label} ${place}`, () => (Array.isArray(row) ? run(...row) : run(row)));
      });

  const it = (label, ...rest) =>
    void tests.push({ name: nameOf(label), run: rest.find((one) => typeof one === 'function') });
  it.each = each(it);
  it.prop =
    (values, options = {}) =>
    (label, check) =>
      it(label, () =>
        fc.assert(
          fc.asyncProperty(...values, async (...given) => void (await check(...given))),
          { seed, ...options, numRuns: Math.min(options.numRuns ?? 100, Number(process.env.RUNS)) },
        ),
      );

  const describe = (label, ...rest) => {
    const before = suite;
    suite = `${suite}${label} > `;
    rest.find((one) => typeof one === 'function')();
    suite = before;
  };
  describe.each = each(describe);

  return {
    tests,
    modules: {
      vitest: { describe, it, test: it, expect, afterAll: () => {} },
      '@fast-check/vitest': { fc, test: it, it },
    },
  };
}
