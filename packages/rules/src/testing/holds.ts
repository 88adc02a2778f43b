import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';

/** Properties whose failures are kept: a seed that once failed is tried first, until somebody takes it out of the file. */

type Seed = { seed: number; path: string };

const keptIn = join(import.meta.dirname, 'seeds.json');
const read = (): Record<string, Seed[]> => JSON.parse(readFileSync(keptIn, 'utf8')) as Record<string, Seed[]>;

function keep(name: string, { seed, counterexamplePath: path }: { seed: number; counterexamplePath: string }): void {
  const kept = read();
  kept[name] = [...(kept[name] ?? []), { seed, path }];
  writeFileSync(keptIn, `${JSON.stringify(kept, null, 2)}\n`);
}

/** Where the random values begin: the same SEED gives the same ones again, in each property. */
export const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

/**
 * Holds a property to as many values as asked for.
 * A failure is told with its seed, and the seed kept under the name of the running test.
 */
export function holdsFor<T>(numRuns: number, of: fc.Arbitrary<T>, check: (value: T) => void): void {
  const name = expect.getState().currentTestName ?? '';
  const property = fc.property(of, check);
  for (const { seed, path } of read()[name] ?? []) fc.assert(property, { seed, path, endOnFailure: true });
  const found = fc.check(property, { numRuns, seed });
  if (!found.failed) return;
  if (found.counterexamplePath !== null) keep(name, { ...found, counterexamplePath: found.counterexamplePath });
  throw new Error(fc.defaultReportMessage(found), { cause: found.errorInstance });
}
